"""The codes of what is wrong with `citeStructure`, by which text services divide a text."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = [
    "CITE_STRUCTURE_XPATH",
    "DTS_REFERENCE",
]


CITE_STRUCTURE_XPATH = Code(
    "cite-structure-xpath",
    "warning",
    "No passage can be found by an expression that is no XPath.",
    "correct @match or @use of the citeStructure",
)

DTS_REFERENCE = Code(
    "dts-reference",
    "warning",
    "A passage without a name, or with that of another, cannot be asked for.",
    "give the unit that citeStructure names a value of its own, such as @n",
)
