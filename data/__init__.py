"""What is known: the catalogue, the store, the analysis and the build; never imports the screen."""
