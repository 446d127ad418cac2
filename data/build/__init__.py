"""The build: collect makes base tables of outside files, derive makes data of base tables and registers."""
