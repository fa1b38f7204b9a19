"""How much the automaton of a schema remembers, so that no document can fill the memory."""

from __future__ import annotations

__all__ = ["LONGEST", "MOST_MOVES", "MOST_NAMES", "MOST_TAGS", "MOST_VALUES"]

LONGEST = 1000
"""A tag or a value with more characters than this is not remembered."""
MOST_MOVES = 100_000
"""When the whole automaton remembers more moves than this, it forgets them all."""
MOST_NAMES = 2000
"""When a state remembers this many names, it remembers no further name that it refuses."""
MOST_TAGS = 1000
"""When a move remembers this many tags with their values, it remembers no further tag."""
MOST_VALUES = 2000
"""When a pattern remembers this many values, it forgets them all."""
