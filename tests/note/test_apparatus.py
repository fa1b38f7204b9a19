"""Invariant 9 and the rest of what the edition says: cruces, notes, parallels, header."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from tests.note.reading import (
    NOTE,
    REGISTER,
    XML_ID,
    Segment,
    body_segments,
    cruces,
    name_of,
    parse,
    under,
)

IN_DECLARATION = {"X19": "quotation", "X32": "punctuation"}
ON_ELEMENT = {
    "X01": "choice",
    "X02": "choice",
    "X03": "choice",
    "X04": "app",
    "X07": "milestone",
    "X08": "app",
    "X12": "supplied",
    "X13": "supplied",
    "X14": "gap",
    "X15": "app",
    "X22": "orgName",
    "X23": "orgName",
    "X27": "date",
}
PRINTED = {*(f"N{n:02}" for n in range(1, 20)), "N22"}


@pytest.fixture(scope="module")
def note() -> Any:
    return parse(NOTE)


@pytest.fixture(scope="module")
def segments(note: Any) -> dict[str, Segment]:
    return body_segments(note, "witness")


def prose(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def only(root: Any, path: str) -> Any:
    (element,) = under(root, path)
    return element


def last_place(crux: dict[str, Any], segment: Segment) -> int:
    """Behind the words, or a mark that follows them, or the quotation they stand in."""
    quotations = segment.named("q", "soCalled")
    around = [q.end for q in quotations if q.start <= crux["start"] and crux["end"] <= q.end]
    return max([int(crux["end"]) + 1, *around])


@pytest.mark.parametrize("crux", cruces().values(), ids=lambda c: str(c["id"]))
def test_every_crux_stands_where_it_is(
    crux: dict[str, Any], note: Any, segments: dict[str, Segment]
) -> None:
    key = crux["id"]
    element = only(note, f"//*[@xml:id='{key}']")
    if key in IN_DECLARATION:
        assert name_of(element) == IN_DECLARATION[key]
        assert crux["string"] in prose(element)
        return
    assert name_of(element) == ON_ELEMENT.get(key, "note")
    segment = segments[crux["seg"]]
    (span,) = (s for s in segment.spans if s.element is element)
    assert crux["start"] <= span.start <= span.end <= last_place(crux, segment)
    said = {e.get("cert") for e in element.iter("*")} - {None}
    if key in {"X07", "X13", "X14", "X22", "X27"}:
        assert not said
    else:
        assert said == {crux["cert"]}


def test_every_intervention_names_who_is_responsible(note: Any) -> None:
    interventions = under(note, "//t:body//*[self::t:reg or self::t:corr or self::t:rdg]")
    marks = under(note, "//t:body//*[self::t:supplied or self::t:gap]")
    assert [e.get("resp") for e in interventions] == ["#ed"] * 6
    assert [e.get("resp") for e in marks] == ["#ed", "#translation", "#translation"]
    assert [e.get("source") for e in marks] == [None, "#T", "#T"]


def test_paragraphs_are_numbered_in_order(note: Any) -> None:
    numbers = [(p.get(XML_ID), p.get("n")) for p in under(note, "//t:body//t:p")]
    assert numbers == [(f"p{n}", str(n)) for n in range(1, 12)]


def test_notes_are_the_cleared_ones_and_signed(note: Any) -> None:
    ids = {str(n.get(XML_ID)) for n in under(note, "//t:note[starts-with(@xml:id, 'N')]")}
    assert ids == PRINTED
    notes = under(note, "//t:body//t:note")
    assert {n.get("resp") for n in notes} == {"#ed"}
    assert {n.get("type") for n in notes} == {"explanatory", "textual", "parallel"}
    assert all(prose(n).endswith(".") for n in notes)
    assert not any(name_of(holder) == "note" for n in notes for holder in n.iterancestors())


def test_a_note_follows_its_word_without_space(note: Any) -> None:
    for n in under(note, "//t:body//t:note[not(parent::t:app)]"):
        before = n.getprevious()
        text = n.getparent().text if before is None else before.tail
        if before is None or text:
            assert text and not text[-1].isspace(), n.get(XML_ID)


def test_the_parallel_note_gives_the_order_of_the_limbs(note: Any) -> None:
    parallel = only(note, "//t:note[@xml:id='X28'][@type='parallel']")
    order = {
        only(item, "t:ref").get("target"): [seg.get("n") for seg in under(item, "t:seg")]
        for item in under(parallel, "t:list/t:item")
    }
    assert order == {
        "#T": ["friends", "help", "marxism"],
        "#S": ["help", "friends", "marxism"],
        "#J": ["friends"],
    }


def test_t_alone_is_a_witness(note: Any) -> None:
    assert [w.get(XML_ID) for w in under(note, "//t:witness")] == ["T"]
    assert under(note, "//t:sourceDesc/t:msDesc/@xml:id") == ["R"]
    assert {lem.get("wit") for lem in under(note, "//t:lem")} == {"#T"}


def test_what_was_not_seen_is_said_to_be_not_seen(note: Any) -> None:
    parallels = "//t:listBibl[@type='parallels']/t:bibl"
    for path in (
        "//t:msDesc[@xml:id='R']//t:availability",
        f"{parallels}[@corresp='reg:bibl_rmrb_19890715']",
        f"{parallels}[@corresp='reg:doc_cpd_statement']",
    ):
        assert "not seen" in prose(only(note, path)).casefold()
    register = parse(REGISTER)
    for key in ("bibl_rmrb_19890715", "doc_cpd_statement"):
        assert "Not seen" in prose(only(register, f"//t:bibl[@xml:id='{key}']"))


def test_the_rule_of_correction_is_declared(note: Any) -> None:
    rule = (
        "correct only where the sentence cannot be read right without it; "
        "a calque is never a fault."
    )
    assert rule in prose(only(note, "//t:editorialDecl/t:correction"))


def test_the_header_names_no_place_no_addressee_and_no_post(note: Any) -> None:
    assert not under(note, "//t:correspDesc | //t:creation/t:placeName | //t:funder | //t:pb")
    assert not under(note, "//t:collection | //t:body//t:head")


@pytest.mark.parametrize("path", [NOTE, REGISTER], ids=["note", "register"])
def test_version_and_changes(path: Path) -> None:
    root = parse(path)
    changes = under(root, "//t:revisionDesc/t:change")
    days = [change.get("when") for change in changes]
    assert days == sorted(days, reverse=True)
    assert all(change.get("who") for change in changes)
    edition = only(root, "//t:editionStmt/t:edition")
    assert edition.get("n") == "0.1.0"
    assert under(edition, "t:date/@when") == [days[0]]


def test_rights_are_stated_layer_by_layer(note: Any) -> None:
    rights = only(note, "//t:publicationStmt/t:availability[@status='restricted']")
    assert under(rights, "t:licence/@target") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert len(under(rights, "t:p")) == 3
    assert "not ours to license" in prose(rights)


def test_the_source_file_is_the_one_named_in_the_header(note: Any) -> None:
    source = (Path(__file__).parent / "source.txt").read_bytes()
    named = only(note, "//t:idno[@type='sha256']").text
    assert named == hashlib.sha256(source).hexdigest()
    assert f"{len(source):,} bytes" in prose(only(note, "//t:witness"))


def test_languages_cover_those_used(note: Any) -> None:
    for root in (note, parse(REGISTER)):
        used = set(root.xpath("//@xml:lang"))
        assert used <= set(under(root, "//t:langUsage/t:language/@ident"))
