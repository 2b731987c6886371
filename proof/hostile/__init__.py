"""Hostile input: what every reader is given, and how it is held to its word."""
