"""Outputs read what the model says of an element; they know its name in TEI only with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import ROOT

TEI = "http://www.tei-c.org/ns/1.0"
ROOMS = ("html", "latex", "print", "text", "common")
HEADER = {"header", "source", "sources", "citation"}
"""Files that read the header, a record whose fields are called by their names in TEI."""
FRAME = {
    "TEI",
    "teiHeader",
    "text",
    "standOff",
    "listApp",
    "app",
    "lem",
    "rdg",
    "listWit",
    "witness",
}
"""The frame of the model, which its grammar calls by these names."""
OWN = {"seg", "anchor", "pc"}
"""Elements that the model puts into the text: an attribute of the model tells them from others."""
REASONS = {
    "common/authorities.xsl": ("Numbers in authority files are records.", {"idno"}),
    "common/cited-sources.xsl": (
        "The sources that entries cite are listed in the header.",
        {"bibl", "biblStruct", "biblFull", "listBibl"},
    ),
    "common/manuscripts.xsl": (
        "The parts of a description are labelled by what they are about.",
        {"ab", "bibl", "dimensions", "list", "listBibl", "p"},
    ),
    "common/relations.xsl": (
        "What a list of relations says is told of the entries that it names.",
        {"relation"},
    ),
    "html/register-entries.xsl": (
        "An entry of a register is a record, as the header is; its terms and sources may be links.",
        {"bibl", "term"},
    ),
    "html/linked-data.xsl": (
        "Whether a party of the header is a person, nothing but its name in TEI may tell.",
        {"orgName", "persName", "surname"},
    ),
    "html/links.xsl": (
        "Pages alone have a place for each manuscript of the header, to which pointers lead.",
        {"msDesc"},
    ),
    "html/names.xsl": (
        "Pages alone link the parties that the header names by what they do.",
        {"author", "editor", "publisher"},
    ),
    "latex/page.xsl": ("LaTeX alone numbers what stands before a text otherwise.", {"front"}),
    "print/register.xsl": ("An entry of a register is a record, as the header is.", {"bibl"}),
    "print/structure.xsl": (
        "Print alone begins a statement of the header with its name, in the same paragraph.",
        {"availability"},
    ),
}
"""Where an output calls elements by their names in TEI, why, and which."""
OPERATORS = frozenset(
    [
        *("and", "or", "div", "mod", "to", "is", "eq", "ne", "lt", "le", "gt", "ge", "union"),
        *("intersect", "except", "if", "then", "else", "return", "for", "in", "satisfies"),
    ]
)
"""Words of XPath that are no names."""
FILES = [
    path
    for room in ROOMS
    for path in sorted((ROOT / "xslt" / room).glob("*.xsl"))
    if path.stem not in HEADER
]


def _key(path: Path) -> str:
    return path.relative_to(ROOT / "xslt").as_posix()


def _patterns(root: etree._Element) -> Iterator[str]:
    """The patterns that elements are matched by, and the tests of what an element itself is."""
    for element in root.iter("{http://www.w3.org/1999/XSL/Transform}*"):
        for name, value in element.items():
            code = re.sub(r"'[^']*'|\"[^\"]*\"", "", value)
            if name == "match":
                yield code
            else:
                yield from re.findall(r"self::(?:\w+:|\*:)?[\w-]+(?:\[@[\w:-]+)?", code)


def names_in(path: Path) -> set[str]:
    """The names of elements in TEI that a stylesheet asks for, those of the model left out."""
    text = path.read_text("utf-8")
    bare = f'xpath-default-namespace="{TEI}"' in text
    found = set()
    for pattern in _patterns(etree.fromstring(text.encode())):
        code = re.sub(r"[a-z-]+::", " ", pattern)
        for prefix, name, own in re.findall(
            r"(?<![\w$@:.-])(tei:|\*:)?([A-Za-z][\w.-]*)(?![\w.-]*(?:\s*\(|:))(\[@v:)?", code
        ):
            if (prefix or bare) and not (name in FRAME | OPERATORS or (name in OWN and own)):
                found.add(name)
    return found


def test_names_are_found(tmp_path: Path) -> None:
    path = tmp_path / "a.xsl"
    asked = {
        "tei:p//tei:lb[@v:is = 'break']": {"p", "lb"},
        "*[@v:is = 'tei:p'][not(self::tei:q or v:f($tei:x))] | v:lemma": {"q"},
        "tei:text//tei:seg[@v:starts] | tei:seg[@type]": {"seg"},
        "*:milestone | node()": {"milestone"},
    }
    for pattern, expected in asked.items():
        for written, attribute in ((pattern, ""), (pattern, f'xpath-default-namespace="{TEI}"')):
            path.write_text(
                '<s xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="x">'
                f'<xsl:stylesheet {attribute}><xsl:template match="{written}"/>'
                "</xsl:stylesheet></s>",
                "utf-8",
            )
            assert names_in(path) == expected, pattern
    path.write_text(
        '<s xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:if '
        "test=\"$x/self::tei:ab[1] or self::* or self::tei:seg[@v:ends] or 'self::tei:p'\"/></s>",
        "utf-8",
    )
    assert names_in(path) == {"ab"}


@pytest.mark.parametrize("path", FILES, ids=_key)
def test_an_output_calls_elements_by_their_names_with_a_reason_alone(path: Path) -> None:
    _, allowed = REASONS.get(_key(path), ("", set()))
    assert names_in(path) == allowed


def test_every_reason_is_of_a_file_that_is_read() -> None:
    assert set(REASONS) <= {_key(path) for path in FILES}
