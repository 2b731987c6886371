"""The mutator of rows: it changes one cell of one table at a time, and looks who notices."""
