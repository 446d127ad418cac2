"""Stories: views in an order, told to a room, with notes for the speaker; the reader may make their own."""
