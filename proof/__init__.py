"""What is proved of the package, part by part: ``make prove``."""
