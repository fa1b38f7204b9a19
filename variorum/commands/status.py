"""The exit statuses of all verbs."""

from __future__ import annotations

__all__ = ["BAD", "GOOD", "STOPPED", "USAGE"]

GOOD = 0
"""All is well, or nothing worse than warnings was found."""
BAD = 1
"""There are errors in the input, or something could not be made."""
USAGE = 2
"""The command was called wrongly, and nothing was done."""
STOPPED = 130
"""Ctrl-C; what was written before stays complete."""
