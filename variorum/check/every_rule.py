"""All rules of Python: who imports this module has registered them."""

from __future__ import annotations

from variorum.check import dates, identifiers, names, pointers
from variorum.check.rules import CODES, EDITION, FILE

__all__ = ["CODES", "EDITION", "FILE", "dates", "identifiers", "names", "pointers"]
