"""What can be said from the tables: pure functions from frame to frame, without reading, writing or a screen."""
