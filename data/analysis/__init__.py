"""What can be said from the tables: pure functions from frame to frame, no reading, no writing, no screen."""
