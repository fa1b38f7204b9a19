"""A schema as data: its elements, its automaton and its names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from variorum.relaxng.automaton import Automaton
from variorum.relaxng.patterns import ElementDecl

if TYPE_CHECKING:
    from variorum.relaxng.vocabulary import Vocabulary

__all__ = ["Grammar"]


class Grammar:
    """What validation needs to know of a schema, once it is simplified."""

    def __init__(self, elements: list[ElementDecl], automaton: Automaton) -> None:
        self.elements = elements
        self.automaton = automaton

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The names of the schema, which are collected at the first mistake."""
        # Imported here so that the check of a sound document starts without it.
        from variorum.relaxng.vocabulary import Vocabulary

        return Vocabulary(self.elements)
