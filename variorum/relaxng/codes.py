"""The codes of what a RELAX NG grammar finds in a document."""

from __future__ import annotations

import sys

from variorum.findings.code import Code, codes_in

__all__ = [
    "CODES",
    "GRAMMAR_ATTRIBUTE_MISPLACED",
    "GRAMMAR_ATTRIBUTE_MISSING",
    "GRAMMAR_ATTRIBUTE_UNKNOWN",
    "GRAMMAR_ATTRIBUTE_VALUE",
    "GRAMMAR_ELEMENT_INCOMPLETE",
    "GRAMMAR_ELEMENT_MISPLACED",
    "GRAMMAR_ELEMENT_MISSING",
    "GRAMMAR_ELEMENT_NAMESPACE",
    "GRAMMAR_ELEMENT_UNKNOWN",
    "GRAMMAR_NOT_WELL_FORMED",
    "GRAMMAR_ROOT",
    "GRAMMAR_TEXT_MISPLACED",
    "GRAMMAR_TEXT_VALUE",
]


GRAMMAR_ATTRIBUTE_MISPLACED = Code(
    "grammar-attribute-misplaced",
    "error",
    "The schema has the attribute, but not on this element.",
    "move it to the element it belongs to, or remove it",
    '<hi when="1989">',
    '<date when="1989">',
)

GRAMMAR_ATTRIBUTE_MISSING = Code(
    "grammar-attribute-missing",
    "error",
    "The element needs the attribute.",
    "add it",
    "<gap/>",
    '<gap reason="illegible"/>',
)

GRAMMAR_ATTRIBUTE_UNKNOWN = Code(
    "grammar-attribute-unknown",
    "error",
    "The schema has no attribute of this name.",
    "correct the name: capitals count",
    '<date wen="1989">',
    '<date when="1989">',
)

GRAMMAR_ATTRIBUTE_VALUE = Code(
    "grammar-attribute-value",
    "error",
    "The attribute may not have this value.",
    "write one of the values or forms that the message names",
    '<date when="14.07.1989">',
    '<date when="1989-07-14">',
)

GRAMMAR_ELEMENT_INCOMPLETE = Code(
    "grammar-element-incomplete",
    "error",
    "The element ends before all it needs has come.",
    "add what is missing",
    "<list></list>",
    "<list><item>one</item></list>",
)

GRAMMAR_ELEMENT_MISPLACED = Code(
    "grammar-element-misplaced",
    "error",
    "The schema has the element, but not in this place.",
    "move it to where it may stand, or close an element before it",
    "<p>Yours <closer>A. B.</closer></p>",
    "<p>Yours</p> <closer>A. B.</closer>",
)

GRAMMAR_ELEMENT_MISSING = Code(
    "grammar-element-missing",
    "error",
    "Another element must come before this one.",
    "add it before this one",
    "<titleStmt><author>A. B.</author></titleStmt>",
    "<titleStmt><title>Letters</title><author>A. B.</author></titleStmt>",
)

GRAMMAR_ELEMENT_NAMESPACE = Code(
    "grammar-element-namespace",
    "error",
    "The element is in a namespace it should not be in.",
    "correct the namespace",
    '<p xmlns="">text</p>',
    "<p>text</p>",
)

GRAMMAR_ELEMENT_UNKNOWN = Code(
    "grammar-element-unknown",
    "error",
    "The schema has no element of this name.",
    "correct the name: capitals count",
    "<placename>Ulm</placename>",
    "<placeName>Ulm</placeName>",
)

GRAMMAR_NOT_WELL_FORMED = Code(
    "grammar-not-well-formed",
    "error",
    "The document is not XML, so that it cannot be read further.",
    "correct the XML first",
)

GRAMMAR_ROOT = Code(
    "grammar-root",
    "error",
    "A document cannot begin with this element.",
    "begin with the element that the message names",
    "<p>text</p>",
    "<TEI>…</TEI>",
)

GRAMMAR_TEXT_MISPLACED = Code(
    "grammar-text-misplaced",
    "error",
    "Text stands where only elements, or nothing, may stand.",
    "put it into an element, such as p",
    "<body>text</body>",
    "<body><p>text</p></body>",
)

GRAMMAR_TEXT_VALUE = Code(
    "grammar-text-value",
    "error",
    "The text of the element is not a value it may have.",
    "write it as the message says",
)

CODES = codes_in(sys.modules[__name__])
"""All of them, by name."""
