"""The parts, one module each: a constant ``PART`` and the function that runs it."""
