"""A user's own code, as type checkers see it: `make check` holds it to mypy strict and pyright."""

from __future__ import annotations

from typing import assert_type

from slarules import Category

assert_type(Category.of("B"), Category)
