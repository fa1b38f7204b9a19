"""What is wrong with a document, as data."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CODES", "GrammarFinding"]

CODES = {
    "grammar-attribute-misplaced": "the schema has the attribute, but not on this element",
    "grammar-attribute-missing": "the element needs the attribute",
    "grammar-attribute-unknown": "the schema has no attribute of this name",
    "grammar-attribute-value": "the attribute may not have this value",
    "grammar-element-incomplete": "the element ends before all it needs has come",
    "grammar-element-misplaced": "the schema has the element, but not in this place",
    "grammar-element-missing": "another element must come before this one",
    "grammar-element-namespace": "the element is in a namespace it should not be in",
    "grammar-element-unknown": "the schema has no element of this name",
    "grammar-not-well-formed": "the document is not XML, so that it cannot be read further",
    "grammar-root": "a document cannot begin with this element",
    "grammar-text-misplaced": "text stands where only elements, or nothing, may stand",
    "grammar-text-value": "the text of the element is not a value it may have",
}


class GrammarFinding(NamedTuple):
    """One mistake: a code of CODES, its place (1-based), what is wrong, and what to do."""

    code: str
    line: int
    column: int
    message: str
    help: str = ""
