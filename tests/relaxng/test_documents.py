"""Documents of every shape: places, encodings, entities, depth, ambiguity."""

from __future__ import annotations

import sys
import threading

import pytest

from variorum.relaxng import GrammarFinding, Schema, load_schema

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
XSD = 'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'


def schema(content: str) -> Schema:
    """A schema for documents with the root `a` and this content."""
    return load_schema(f'<element name="a" {RNG} {XSD}>{content}</element>'.encode())


def places(findings: list[GrammarFinding]) -> list[tuple[int, int, str]]:
    return [
        (finding.line, finding.column, finding.code.removeprefix("grammar-"))
        for finding in findings
    ]


EMPTY = schema("<empty/>")
DATE = schema('<attribute name="d"><data type="date"/></attribute><text/>')


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ("<a>x</a>", (1, 4)),
        ("<a>\n  x</a>", (2, 3)),
        ("<a>\r\n\r\n  x</a>", (3, 3)),
        ("<a>\r\rx</a>", (3, 1)),
        ("<a><!-- <b> > -->x</a>", (1, 18)),
        ("<a><?p <b> ?>\nx</a>", (2, 1)),
        ("<a>\n<![CDATA[ x ]]></a>", (2, 11)),
        ("<a>&#x20;&#10;&#233;</a>", (1, 15)),
        ("<a>&lt;</a>", (1, 4)),
        ("\ufeff<a>x</a>", (1, 4)),
        ("<!-- é𝄞 --><a>é</a>", (1, 15)),
    ],
)
def test_place_of_text(document: str, place: tuple[int, int]) -> None:
    assert places(EMPTY.validate(document.encode())) == [(*place, "text-misplaced")]


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ('<a d="x"/>', (1, 4)),
        ('<a\n\td\t=\n"x"/>', (2, 2)),
        ("<a xmlns:p='urn:d=\"' d='x'/>", (1, 22)),
        ('<a xmlns:d="urn:p"\r\n   d="x" />', (2, 4)),
        ('<!--é--><a d="x">é</a>', (1, 12)),
    ],
)
def test_place_of_an_attribute(document: str, place: tuple[int, int]) -> None:
    assert places(DATE.validate(document.encode())) == [(*place, "attribute-value")]


def test_place_of_an_attribute_with_a_prefix() -> None:
    document = b'<a xml:lang="en" xmlns:p="urn:p"\n  p:d="1" d="2001-01-01"/>'
    findings = DATE.validate(document)
    assert places(findings) == [(1, 4, "attribute-unknown"), (2, 3, "attribute-unknown")]
    assert "@p:d" in findings[1].message


def test_an_attribute_that_a_dtd_supplies_is_placed_at_the_tag() -> None:
    document = b'<!DOCTYPE a [<!ATTLIST a d CDATA "x">]>\n<a/>'
    assert places(DATE.validate(document)) == [(2, 1, "attribute-value")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_encodings(encoding: str) -> None:
    name = {"utf-8-sig": "utf-8", "cp1252": "windows-1252"}.get(encoding, encoding)
    document = f'<?xml version="1.0" encoding="{name}"?>\n<a d="é">é<!-- ü --><b/></a>'
    findings = DATE.validate(document.encode(encoding))
    assert places(findings) == [(2, 4, "attribute-value"), (2, 21, "element-unknown")]
    assert "“é”" in findings[0].message


@pytest.mark.parametrize(
    ("content", "document"),
    [
        ("<text/>", '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'),
        ("<empty/>", '<!DOCTYPE a [<!ENTITY e " ">]><a>&e;</a>'),
        ('<data type="date"/>', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'),
        ('<element name="b"><empty/></element>', '<!DOCTYPE a [<!ENTITY e "<b/>">]><a>&e;</a>'),
        ("<text/>", '<!DOCTYPE a SYSTEM "/none.dtd"><a>&e;</a>'),
        ("<text/>", '<!DOCTYPE a [<!ENTITY e SYSTEM "/none">]><a>&e;</a>'),
        ("<text/>", '<!DOCTYPE a [<!ENTITY % p SYSTEM "/none">%p;]><a>x</a>'),
    ],
)
def test_entities_are_not_read(content: str, document: str) -> None:
    """What an entity holds is not known, so nothing is said of the element that holds it."""
    assert schema(content).validate(document.encode()) == []


def test_after_an_entity_validation_goes_on() -> None:
    grammar = schema(
        '<element name="b"><element name="c"><empty/></element></element>'
        '<element name="d"><empty/></element>'
    )
    document = b'<!DOCTYPE a [<!ENTITY e "x">]><a><b>&e;<q/></b><x/></a>'
    assert places(grammar.validate(document)) == [(1, 48, "element-unknown")]


@pytest.mark.parametrize(
    ("document", "line", "column"),
    [(b"", 1, 1), (b"<a>", 1, 4), (b"<a>\n&none;</a>", 2, 1), (b"<a>\n</b>", 2, 3), (b"x", 1, 1)],
)
def test_not_well_formed(document: bytes, line: int, column: int) -> None:
    assert places(EMPTY.validate(document)) == [(line, column, "not-well-formed")]


def test_names_take_the_namespaces_of_their_place() -> None:
    grammar = schema(
        '<zeroOrMore><element name="b"><attribute name="n"><data type="QName"/></attribute>'
        "</element></zeroOrMore>".replace("</attribute>", "</attribute><empty/>")
    )
    document = b'<a><b xmlns:p="urn:p" n="p:x"/><b n="p:x"/></a>'
    assert places(grammar.validate(document)) == [(1, 35, "attribute-value")]


RECURSIVE = f"""<grammar {RNG}><start><ref name="a"/></start><define name="a"><element name="a">
  <choice><ref name="a"/><empty/></choice></element></define></grammar>"""
AMBIGUOUS = f"""<grammar {RNG}><start><ref name="a"/></start><define name="a"><choice>
  <element name="a"><choice><ref name="a"/><element name="b"><empty/></element></choice></element>
  <element name="a"><choice><ref name="a"/><element name="c"><empty/></element></choice></element>
  </choice></define></grammar>"""


@pytest.mark.parametrize("depth", [62, 5_000, 50_000])
def test_deep_documents(depth: int) -> None:
    grammar = load_schema(RECURSIVE.encode())
    assert not grammar.validate(b"<a>" * depth + b"</a>" * depth)
    found = grammar.validate(b"<a>" * depth + b"<b/>" + b"</a>" * depth)
    assert places(found) == [(1, 3 * depth + 1, "element-unknown")]


@pytest.mark.parametrize("depth", [62, 5_000])
def test_deep_and_ambiguous_documents(depth: int) -> None:
    grammar = load_schema(AMBIGUOUS.encode())
    for inside, wrong in ((b"<b/>", False), (b"<c/>", False), (b"<d/>", True), (b"", True)):
        found = grammar.validate(b"<a>" * depth + inside + b"</a>" * depth)
        assert bool(found) is wrong
        assert len(found) <= 1


def test_many_attributes() -> None:
    names = [f"n{number}" for number in range(3_000)]
    grammar = schema("".join(f'<attribute name="{name}"/>' for name in names))
    document = "<a " + " ".join(f'{name}=""' for name in names) + "/>"
    assert not grammar.validate(document.encode())
    choices = schema(
        "".join(
            f'<choice><attribute name="{name}"/><attribute name="{name}x"/></choice>'
            for name in names[:300]
        )
    )
    document = "<a " + " ".join(f'{name}x=""' for name in names[:300]) + "/>"
    assert not choices.validate(document.encode())


def test_the_recursion_limit_is_left_as_it_was() -> None:
    before = sys.getrecursionlimit()
    load_schema(RECURSIVE.encode()).validate(b"<a/>")
    assert sys.getrecursionlimit() == before


def test_from_a_thread() -> None:
    found: list[GrammarFinding] = []
    thread = threading.Thread(target=lambda: found.extend(EMPTY.validate(b"<a>x</a>")))
    thread.start()
    thread.join()
    assert len(found) == 1


def test_one_schema_many_documents() -> None:
    """A document leaves nothing behind that changes the next one's findings."""
    bad, good = b'<a d="x"><b/></a>', b'<a d="2001-01-01">x</a>'
    first = DATE.validate(bad)
    assert not DATE.validate(good)
    assert DATE.validate(bad) == first
