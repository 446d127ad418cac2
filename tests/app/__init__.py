"""Pages run through AppTest, without a browser."""
