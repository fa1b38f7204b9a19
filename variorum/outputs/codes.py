"""The codes of what is wrong with `citeStructure`, by which text services divide a text, and with
the face of a site."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = [
    "CITE_STRUCTURE_XPATH",
    "DTS_REFERENCE",
    "SITE_FILE",
    "SITE_STYLESHEET",
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

SITE_FILE = Code(
    "site-file",
    "error",
    "Site and PDF cannot have a file that is not there, or that lies outside the edition.",
    "name a font, picture, style sheet or template inside the folder of the edition",
)

SITE_STYLESHEET = Code(
    "site-stylesheet",
    "error",
    "Pages are made by the stylesheet that the settings name, and it does not work.",
    "correct the stylesheet; it imports urn:variorum:html and includes files beside it alone",
)
