"""Formats by their content, as the signatures of PRONOM tell them."""

from __future__ import annotations

import pytest

from variorum.package.formats import format_of

XML = b'<?xml version="1.0" encoding="UTF-8"?>'
TEI = b'<TEI xmlns="http://www.tei-c.org/ns/1.0">'
TEXT = "representations/tei/data/tei/a.xml"
PNG = b"\x89PNG\r\n\x1a\n"
JFIF = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01"

CASES = {
    "a text": (TEXT, XML + TEI, "fmt/1476"),
    "a text with another namespace first": (
        TEXT,
        XML + b'<TEI xmlns:x="http://www.tei-c.org/ns/1.0" xmlns="http://www.tei-c.org/ns/1.0">',
        "",
    ),
    "a text after a long comment": (TEXT, XML + b" " * 600 + TEI, ""),
    "a text without a declaration": (TEXT, TEI, ""),
    "a grammar": ("schemas/a.rng", XML + b"<grammar>", "fmt/101"),
    "a grammar of TEI": (
        "schemas/a.rng",
        XML + b'<!-- TEI --><grammar ns="http://www.tei-c.org/ns/1.0">',
        "",
    ),
    "a grammar without a declaration": ("schemas/a.rng", b"<grammar>", ""),
    "PNG 1.0": ("img/a.png", PNG, "fmt/11"),
    "PNG 1.1": ("img/a.PNG", PNG + b"sRGB", "fmt/12"),
    "PNG 1.2": ("img/a.png", PNG + b"sRGBiTXt", "fmt/13"),
    "a text called a picture": ("img/a.png", b"a text", ""),
    "JFIF 1.02": ("img/a.jpg", JFIF + b"\x02", "fmt/44"),
    "GIF 89a": ("img/a.gif", b"GIF89a", "fmt/4"),
    "something else": ("img/a.xyz", b"?", ""),
}


@pytest.mark.parametrize("case", CASES)
def test_the_identifier_of_pronom(case: str) -> None:
    path, head, wanted = CASES[case]
    assert format_of(path, head).pronom == wanted
