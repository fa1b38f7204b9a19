"""The patterns of prefixDef: what fits, what a pointer stands for, and no pattern without end."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from lxml import etree

from variorum.check import check
from variorum.check.prefix_patterns import expand, fault_of, fits
from variorum.check.scan import Position, PrefixDef
from variorum.model.followed_patterns import text_to_model
from variorum.source import Edition, Source

_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>'
    "</titleStmt><publicationStmt><p>p</p></publicationStmt><sourceDesc><p>p</p></sourceDesc>"
    '</fileDesc><encodingDesc><listPrefixDef><prefixDef ident="x" matchPattern="{}" '
    'replacementPattern="#$1"/></listPrefixDef></encodingDesc></teiHeader><text><body><p>'
    '<ref target="x:{}">a</ref></p></body></text></TEI>'
)
ADDRESSES = {
    (r"([a-z]+)", "https://a.org/$1", "abc"): "https://a.org/abc",
    (r"([a-z]+)_(\d+)", "f$1.xml#p$2", "abc_12"): "fabc.xml#p12",
    (r"(\w+)", "#$1", "a_b"): "#a_b",
    (r"([\w.-]+)", "#$1", "a_b.c-d"): "#a_b.c-d",
    (r"^(\p{Lu}\p{L}*)$", "#$1", "Ёлка"): "#Ёлка",
    (r"(\i\c*)", "#$1", "a:b"): "#a:b",
    (r"(a|ab)(c|bcd)?", "#$2$1$3", "abcd"): "#bcda",
    (r"([a-z]+(-[a-z]+)*)", "#$1", "a-b-c"): "#a-b-c",
    (r"([a-z]+)", "#$1", "Abc"): None,
    (r"([a-z]+", "#$1", "abc"): None,
    (r"(.+?)-(?:to-)?(.+)", "#$1.$2", "a-to-b-c"): "#a.b-c",
    (r"cost\$", "#$0", "cost$"): "#cost$",
}
ENDLESS = ("(a+)+b", "(a|a)*b", "((a*)*)*b", "a*a*a*a*a*a*a*a*b", r"(\w+_?)+!", "(.*.*.*)*#")


def _declared(pattern: str, replacement: str = "#$1") -> PrefixDef:
    return PrefixDef("x", pattern, replacement, Position(1, 1))


@pytest.mark.parametrize("case", ADDRESSES, ids=lambda case: " ".join(case))
def test_a_pointer_stands_for_an_address(case: tuple[str, str, str]) -> None:
    pattern, replacement, value = case
    assert expand(_declared(pattern, replacement), value) == ADDRESSES[case]
    assert fits(_declared(pattern), value) == (ADDRESSES[case] is not None or pattern == "([a-z]+")


@pytest.mark.parametrize("pattern", ENDLESS)
def test_no_pattern_takes_longer_than_its_value(pattern: str, tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(_TEI.format(pattern, "a" * 3000), encoding="utf-8")
    begun = time.process_time()
    codes = [found.code for found in check(Edition.of([file], tmp_path))]
    assert "prefix-pattern" in codes and time.process_time() - begun < 5


@pytest.mark.parametrize("pattern", ["(a", "a**", "(?:a+)+", "(?<n>a)", r"(a)\1", "(a{200}){2000}"])
def test_a_pattern_that_cannot_be_followed_is_told(pattern: str, tmp_path: Path) -> None:
    assert fault_of(pattern)
    file = tmp_path / "a.xml"
    file.write_text(_TEI.format(pattern.replace("<", "&lt;"), "aaa"), encoding="utf-8")
    codes = [found.code for found in check(Edition.of([file], tmp_path))]
    assert "prefix-pattern-invalid" in codes and "prefix-pattern" not in codes


@pytest.mark.parametrize(
    ("pattern", "values", "endless"),
    [
        ("([a-z]+-?)+", ["sea", "a" * 40 + "!"], True),
        (r"((\w+_?)+)", ["a" * 100 + "-"], True),
        ("(?:a+)+", ["aaa"], True),
        ("([a-z]+-?)+", ["sea"], False),
        ("([a-z]+(-[a-z]+)*)", ["a" * 400 + "!", "-".join("a" * 400) + "!"], False),
        ("(.+?)-(.+)", ["a-b"], False),
        (r"([A-Za-z][\w.-]*)", ["a" * 400 + "!"], False),
    ],
)
def test_only_an_endless_pattern_is_kept_from_saxon(
    pattern: str, values: list[str], endless: bool, tmp_path: Path
) -> None:
    refs = "".join(f'<ref target="x:{value}">a</ref>' for value in values)
    text = _TEI.format(pattern, "sea").replace("</body>", f"<p>{refs}</p></body>")
    source = Source(tmp_path / "a.xml", "a.xml", text.encode())
    assert (text_to_model(source) != text) == endless


def test_what_fits_an_endless_pattern_stands_for_its_address(tmp_path: Path) -> None:
    text = _TEI.format("([a-z]+-?)+", "of-the-sea").replace("#$1", "https://a.org/$0?&amp;$1")
    text = text.replace("</body>", f'<p><ref target="x:{"a" * 40}!">a</ref></p></body>')
    modelled = text_to_model(Source(tmp_path / "a.xml", "a.xml", text.encode()))
    (first, last) = etree.fromstring(modelled).iter("{*}prefixDef")
    assert first.get("matchPattern") == r"of\-the\-sea"
    assert first.get("replacementPattern") == "https://a.org/of-the-sea?&sea"
    assert last.get("matchPattern") == r"[^\s\S]"
