"""What the automaton remembers changes no verdict: tags again, too many tags, other values."""

from __future__ import annotations

import pytest

from variorum.relaxng import GrammarFinding, Schema, limits, load_schema

HEAD = (
    'xmlns="http://relaxng.org/ns/structure/1.0" '
    'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
)


def schema(content: str) -> Schema:
    """A schema for documents whose root `a` holds any number of this."""
    return load_schema(
        f'<element name="a" {HEAD}><zeroOrMore>{content}</zeroOrMore></element>'.encode()
    )


def columns(findings: list[GrammarFinding]) -> list[int]:
    return [finding.column for finding in findings]


NUMBERED = '<element name="b"><attribute name="n"><data type="int"/></attribute><empty/></element>'


def test_a_wrong_tag_is_wrong_each_time() -> None:
    document = b'<a><b n="1"/><b n="x"/><b n="1"/><b n="x"/></a>'
    numbered = schema(NUMBERED)
    for _ in range(3):
        assert columns(numbered.validate(document)) == [17, 37]


def test_values_are_no_names() -> None:
    """`<b c="d">` is remembered otherwise than a tag with the attributes c and d."""
    both = (
        '<element name="b"><optional><attribute name="c"/></optional>'
        '<optional><attribute name="d"/><attribute name="e"/></optional><empty/></element>'
    )
    document = b'<a><b d="e" e=""/><b d="e" e=""/><b c="d"/><b c="" d=""/><b d="e"/></a>'
    assert columns(schema(both).validate(document)) == [44, 58]


def test_a_value_that_depends_on_its_place_is_not_remembered() -> None:
    """`p:x` is no QName where p is not declared, though the tag was good before."""
    qname = NUMBERED.replace("int", "QName")
    document = b'<a><b xmlns:p="urn:p" n="p:x"/><b n="p:x"/><b n="p:x" xmlns:p="urn:q"/></a>'
    assert columns(schema(qname).validate(document)) == [35]


def test_text_is_judged_where_it_stands() -> None:
    """Text may follow c, and nothing else; blank text may stand anywhere."""
    content = (
        '<element name="b"><group><element name="c"><empty/></element><text/></group></element>'
        '<element name="d"><data type="int"/></element>'
    )
    sound = b"<a><b> <c/>x<!-- -->y</b> <d>1<!-- -->2</d></a>"
    wrong = b"<a><b>x<c/></b><d>1<!-- -->x</d>y<b><c/></b>z</a>"
    grammar = schema(content)
    for _ in range(3):
        assert not grammar.validate(sound)
        assert columns(grammar.validate(wrong)) == [7, 19, 33, 45]


def test_data_is_whole_and_may_be_blank() -> None:
    """However long, so that the parser brings it in pieces."""
    length = '<data type="string"><param name="length">20000</param></data>'
    grammar = schema(f'<element name="b">{length}</element>')
    lines = f"{' ' * 99}\n" * 200
    for _ in range(2):
        assert not grammar.validate(f"<a><b>{lines}</b></a>".encode())
        assert columns(grammar.validate(f"<a><b>{lines[1:]}</b></a>".encode())) == [4]
        assert columns(grammar.validate(f"<a><b>x{lines}</b></a>".encode())) == [7]


def test_an_element_that_lacks_something_lacks_it_each_time() -> None:
    content = '<element name="b"><element name="c"><data type="int"/></element></element>'
    document = b"<a><b><c>1</c></b><b/><b><c/></b><b><c>1</c></b><b/></a>"
    grammar = schema(content)
    for _ in range(3):
        assert columns(grammar.validate(document)) == [19, 26, 49]


def test_long_values_are_not_kept() -> None:
    """A picture may be written into an attribute."""
    grammar = schema(NUMBERED.replace("int", "anyURI"))
    long = "data:" + "x" * 100_000
    assert not grammar.validate(f'<a><b n="short"/><b n="{long}"/><b n="{long}"/></a>'.encode())
    patterns = list(grammar.grammar.automaton.patterns)
    values = {value for pattern in patterns for value in pattern.known}
    tags = {value for pattern in patterns for tag in pattern.moves for value in tag}
    assert "short" in values & tags
    assert max(map(len, values | tags)) < 100


@pytest.mark.parametrize("limit", ["MOST_TAGS", "MOST_MOVES", "MOST_VALUES", "MOST_NAMES"])
def test_full_memories(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Values that never come back fill no memory, and what was forgotten is found out again."""
    monkeypatch.setattr(limits, limit, 3)
    tags = "".join(f'<b n="{n}"/>' for n in [*range(50), *range(50)])
    numbered = schema(NUMBERED)
    assert not numbered.validate(f"<a>{tags}</a>".encode())
    wrong = numbered.validate(f'<a>{tags}<b n="x"/>{tags}<b n="x"/></a>'.encode())
    assert columns(wrong) == [len(tags) + 7, 2 * len(tags) + 17]
    if limit != "MOST_NAMES":
        remembered = sum(len(pattern.moves) for pattern in numbered.grammar.automaton.patterns)
        assert remembered < 100 if limit == "MOST_VALUES" else remembered < 10
