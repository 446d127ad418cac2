"""Claims about single modules, without files, network or screen."""
