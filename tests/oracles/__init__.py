"""
Oracles: the same questions answered slowly and plainly, by hands that never saw the package.

Nothing in this folder imports ``slarules``; import-linter keeps it so.
"""
