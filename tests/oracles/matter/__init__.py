"""The parts of the oracle for whole incidents (``tests.oracles.incident``), by subject."""
