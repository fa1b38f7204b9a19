"""Invariants 4 and 5: every marked occurrence of the oracle, and nothing beside them."""

from collections import Counter
from typing import Any

import pytest

from tests.note.reading import (
    NOTE,
    REGISTER,
    XML_ID,
    Segment,
    Span,
    body_segments,
    cruces,
    header_segments,
    name_of,
    occurrences,
    oracle,
    parse,
    under,
)

COUNTS = {
    "placeName": 31,
    "persName": 4,
    "orgName": 6,
    "date": 13,
    "rs": 15,
    "soCalled": 8,
    "q": 5,
    "term": 6,
    "app": 3,
    "choice": 3,
    "supplied": 2,
    "gap": 1,
    "roleName": 1,
    "num": 3,
    "bibl": 1,
    "title": 1,
}
MARKED = tuple(COUNTS)
BODY = {*(f"p{n}" for n in range(1, 12)), "closer"}
LOCAL = {"doc_note", "bibl_wcda_119292"}
IN_REGISTER = {"rs", "roleName", "name"}
ON_ELEMENT = {
    "when",
    "notBefore",
    "notAfter",
    "cert",
    "unit",
    "atLeast",
    "atMost",
    "extent",
    "reason",
    "ident",
}


@pytest.fixture(scope="module")
def note() -> Any:
    return parse(NOTE)


@pytest.fixture(scope="module")
def register() -> Any:
    return parse(REGISTER)


@pytest.fixture(scope="module")
def segments(note: Any) -> dict[str, Segment]:
    """The body as the witness has it, and the archive's words in the header."""
    return body_segments(note, "witness") | header_segments(note)


def element_of(occurrence: dict[str, Any]) -> str:
    """The element that encodes an occurrence: a conjecture of class B is an entry, not a choice."""
    crux = occurrence.get("attrs", {}).get("crux")
    return "app" if crux and cruces()[crux]["class"] == "B" else str(occurrence["element"])


def found(occurrence: dict[str, Any], segments: dict[str, Segment]) -> Any:
    """The one element at an occurrence's place."""
    place = (occurrence["start"], occurrence["end"])
    at = [
        span.element
        for span in segments[occurrence["seg"]].named(element_of(occurrence))
        if (span.start, span.end) == place
    ]
    assert len(at) == 1, occurrence["id"]
    return at[0]


def key_of(element: Any) -> str | None:
    """The entity an element points to: a person quoted may stand beside the source (@source)."""
    name = name_of(element)
    attribute = {"date": "corresp", "bibl": "corresp", "ptr": "corresp"}.get(name, "ref")
    if name == "q":
        attribute = "source" if element.get("type") == "spoken" else "who"
    pointer: str | None = element.get(attribute)
    return pointer


def pointer_to(key: str | None) -> str | None:
    if key is None or key.startswith("msid_"):
        return None
    return f"#{key}" if key in LOCAL else f"reg:{key}"


def entry(register: Any, key: str) -> Any:
    (found,) = under(register, f"//*[@xml:id='{key}']")
    return found


def check_norm(occurrence: dict[str, Any], element: Any, register: Any) -> None:
    """The normal forms: on the element, or, where it takes no date, in the register's entry."""
    norm = occurrence.get("norm", {})
    if occurrence["element"] in IN_REGISTER and norm:
        dates = {
            value
            for dated in entry(register, occurrence["key"]).iter("*")
            for name, value in dated.attrib.items()
            if name in {"when", "from", "to", "notBefore", "notAfter"}
        } | {
            value
            for holder in under(register, f"//*[@corresp='reg:{occurrence['key']}']")
            for value in holder.attrib.values()
        }
        assert set(norm.values()) <= dates, occurrence["id"]
        return
    for name in ON_ELEMENT & set(norm):
        if element_of(occurrence) not in {"app", "choice"}:
            assert element.get(name) == norm[name], (occurrence["id"], name)


@pytest.mark.parametrize(
    "occurrence", [o for o in occurrences() if o["seg"] in BODY], ids=lambda o: str(o["id"])
)
def test_occurrence_of_the_body(
    occurrence: dict[str, Any], segments: dict[str, Segment], register: Any
) -> None:
    segment = segments[occurrence["seg"]]
    element = found(occurrence, segments)
    assert segment.text[occurrence["start"] : occurrence["end"]] == occurrence["surface"]
    assert key_of(element) == pointer_to(occurrence.get("key"))
    attributes = dict(occurrence.get("attrs", {}))
    if "who" in attributes:
        assert element.get("who") == pointer_to(attributes.pop("who"))
    if "crux" in attributes:
        assert element.get(XML_ID) == attributes.pop("crux")
    assert {name: element.get(name) for name in attributes} == attributes
    check_norm(occurrence, element, register)
    if occurrence["resp"] == "translation":
        assert (element.get("resp"), element.get("source")) == ("#translation", "#T")
    if metonym := occurrence.get("norm", {}).get("metonym_for"):
        assert element.get("ana") == pointer_to(metonym)
    if value := occurrence.get("norm", {}).get("value"):
        assert element.get("value") == value


@pytest.mark.parametrize("crux", ["X03", "X08"])
def test_occurrence_that_is_a_reading(crux: str, note: Any) -> None:
    (occurrence,) = (o for o in occurrences() if o.get("attrs", {}).get("crux") == crux)
    norm = occurrence["norm"]
    (encoded,) = under(note, f"//*[@xml:id='{crux}']")
    kept, offered = encoded[0], encoded[1]
    assert (kept.text, offered.text) == (norm["sic"], norm["corr"])
    assert (offered.get("resp"), offered.get("cert")) == ("#ed", norm["cert"])


def test_the_body_marks_nothing_but_the_oracle_and_the_cruces(segments: dict[str, Segment]) -> None:
    wanted = Counter(
        (o["seg"], element_of(o), o["start"], o["end"]) for o in occurrences() if o["seg"] in BODY
    )
    marked = Counter(
        (key, name_of(span.element), span.start, span.end)
        for key in BODY
        for span in segments[key].named(*MARKED)
    )
    beside = {(key, name) for key, name, _start, _end in (marked - wanted).elements()}
    assert not wanted - marked
    assert beside == {
        ("p1", "choice"),
        ("p1", "app"),
        ("p2", "choice"),
        ("p9", "supplied"),
        ("p10", "app"),
    }


def test_counts_of_the_body(note: Any) -> None:
    counts = {name: len(under(note, f"//t:body//t:{name}")) for name in COUNTS}
    assert counts == COUNTS


def test_the_oracle_has_118_occurrences_98_of_them_in_the_body() -> None:
    assert sum(1 for _ in occurrences()) == 118
    assert sum(o["seg"] in BODY for o in occurrences()) == 98


@pytest.mark.parametrize(
    "occurrence", [o for o in occurrences() if o["seg"] not in BODY], ids=lambda o: str(o["id"])
)
def test_occurrence_of_the_header(
    occurrence: dict[str, Any], note: Any, segments: dict[str, Segment]
) -> None:
    element_name, key = occurrence["element"], occurrence["key"]
    if element_name == "language":
        (element,) = under(note, f"//t:langUsage/t:language[@xml:id='{key}']")
        assert element.text == occurrence["surface"]
        assert element.get("ident") == occurrence["norm"]["ident"]
        assert occurrence["surface"] in segments[occurrence["seg"]].text
        return
    if element_name == "ptr":
        (element,) = under(note, "//t:note[@subtype='link']/t:ptr")
        assert element.get("target") == occurrence["surface"]
    else:
        element = found(occurrence, segments)
    assert key_of(element) == pointer_to(key)
    assert all(element.get(k) == v for k, v in occurrence.get("attrs", {}).items())
    if element_name == "date":
        assert element.get("when") == occurrence["norm"]["when"]


def test_the_archive_is_quoted_to_the_letter(segments: dict[str, Segment]) -> None:
    words = oracle("entities")["segments"]
    for key in ("m1", "m2", "m3", "m5", "m6", "m7", "m8"):
        assert segments[key].text == words[key]


def test_the_shelfmark_agrees_with_the_citation(note: Any) -> None:
    shelfmark = "//t:msDesc[@xml:id='R']//t:idno[@type='shelfmark']/t:idno"
    nested = {idno.get("type"): idno.text for idno in under(note, shelfmark)}
    norms = {o["attrs"]["type"]: o["norm"] for o in occurrences() if o["element"] == "idno"}
    listy = norms.pop("listy")
    assert nested.pop("listy") == f"{listy['from']}-{listy['to']}"
    assert nested == {kind: norm["value"] for kind, norm in norms.items()}
    (leaves,) = under(note, "//t:msDesc//t:measure")
    assert leaves.get("quantity") == listy["leaves"]


def covers(span: Span, token: dict[str, Any]) -> bool:
    return bool(span.start <= token["start"] and token["end"] <= span.end)


@pytest.mark.parametrize(
    "token", oracle("entities")["not_tagged"], ids=lambda t: f"{t['seg']}-{t['start']}"
)
def test_an_adjective_is_no_name(token: dict[str, Any], segments: dict[str, Segment]) -> None:
    segment = segments[token["seg"]]
    assert segment.text[token["start"] : token["end"]] == token["surface"]
    names = segment.named("placeName", "persName", "orgName", "name")
    holders = {(span.start, span.end) for span in names if covers(span, token)}
    inside = {(o["start"], o["end"]) for o in occurrences() if o["id"] == token["inside"]}
    assert holders == inside
