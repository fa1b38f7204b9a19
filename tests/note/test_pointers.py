"""Invariants 6 and 7: dates, pointers, keys and identifiers."""

import datetime
import itertools
import re
from typing import Any

import pytest

from tests.note.reading import (
    NOTE,
    REGISTER,
    XML_ID,
    name_of,
    occurrences,
    oracle,
    parse,
    under,
)

POINTERS = ("ref", "corresp", "who", "source", "ana", "resp", "wit", "ed", "target")
DATES = ("when", "from", "to", "notBefore", "notAfter")
LISTED = "//t:standOff//*[@xml:id]"


@pytest.fixture(scope="module")
def roots() -> dict[str, Any]:
    return {"note": parse(NOTE), "register": parse(REGISTER)}


def tokens(root: Any) -> list[tuple[Any, str, str]]:
    """Each pointer of a document with its element and attribute."""
    return [
        (element, attribute, token)
        for element in root.iter("*")
        for attribute in POINTERS
        for token in element.get(attribute, "").split()
    ]


def ids(root: Any) -> list[str]:
    return [str(value) for value in root.xpath("//@xml:id")]


def test_an_id_is_given_once(roots: dict[str, Any]) -> None:
    everywhere = [*ids(roots["note"]), *ids(roots["register"])]
    assert len(everywhere) == len(set(everywhere))


@pytest.mark.parametrize("document", ["note", "register"])
def test_every_pointer_has_its_target(document: str, roots: dict[str, Any]) -> None:
    own, entries = set(ids(roots[document])), set(ids(roots["register"]))
    declared = under(roots[document], "//t:prefixDef[@ident='reg']/@matchPattern")
    for element, attribute, token in tokens(roots[document]):
        where = (element.sourceline, attribute, token)
        if token.startswith("reg:"):
            assert token.removeprefix("reg:") in entries, where
            assert re.fullmatch(declared[0], token.removeprefix("reg:")), where
        elif token.startswith("#"):
            assert token.removeprefix("#") in own, where
        else:
            assert attribute == "target" and token.startswith("https://"), where


def test_a_responsible_party_is_never_a_text(roots: dict[str, Any]) -> None:
    parties = {"#ed", "#translation", "reg:org_wcda"}
    assert {token for _, name, token in tokens(roots["note"]) if name == "resp"} == parties
    for party in ("ed", "translation"):
        (statement,) = under(roots["note"], f"//*[@xml:id='{party}']")
        assert name_of(statement) == "respStmt"


def test_every_entity_key_has_one_entry_and_every_entry_is_used(roots: dict[str, Any]) -> None:
    keys = {o["key"] for o in occurrences() if o.get("key")}
    keys -= {key for key in keys if key.startswith("msid_")}
    assert len(keys) > 40
    entries = [str(entry.get(XML_ID)) for entry in under(roots["register"], LISTED)]
    here = {"doc_note", "bibl_wcda_119292", "lang_ru", "lang_en"}
    assert here <= set(ids(roots["note"]))
    assert keys - here <= set(entries)
    pointed = {token for root in roots.values() for _, _, token in tokens(root)}
    assert {f"reg:{entry}" for entry in entries} <= pointed


def test_every_identifier_is_one_that_was_seen(roots: dict[str, Any]) -> None:
    given = {
        str(entry.get(XML_ID)): {
            idno.get("type"): " ".join(idno.text.split()) for idno in under(entry, ".//t:idno")
        }
        for entry in under(roots["register"], LISTED)
    }
    assert {key: idnos for key, idnos in given.items() if idnos} == oracle("identifiers")
    header = {idno.get("type") for idno in under(roots["note"], "//t:idno")}
    assert header == {"WCDA", "sha256", "shelfmark", "fond", "opis", "delo", "listy"}
    assert under(roots["note"], "//t:idno[@type='WCDA']/text()") == ["119292"]


def first_day(form: str) -> datetime.date:
    """The first day of a date in W3C form: a year, a month or a day (TEI P5, att.datable.w3c)."""
    year, month, day = (*form.split("-"), "01", "01")[:3]
    return datetime.date(int(year), int(month), int(day))


@pytest.mark.parametrize("document", ["note", "register"])
def test_every_date_parses_and_ranges_are_in_order(document: str, roots: dict[str, Any]) -> None:
    seen = 0
    for element in roots[document].iter("*"):
        forms = [element.get(name) for name in DATES if element.get(name)]
        seen += len(forms)
        assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", form) for form in forms)
        assert list(map(first_day, forms)) == sorted(map(first_day, forms)), element.sourceline
    assert seen > 20


PRINTED = {
    "August 22, 1989": "%B %d, %Y",
    "22.08.89": "%d.%m.%y",
    "15.07.1989": "%d.%m.%Y",
}


def test_printed_dates_say_the_same_as_their_normal_forms(roots: dict[str, Any]) -> None:
    dates = under(roots["note"], "//t:witness//t:date | //t:body//t:date")
    compared = {
        printed: datetime.datetime.strptime(printed, PRINTED[printed]).date()
        for date in dates
        if (printed := " ".join(date.itertext())) in PRINTED
        and first_day(date.get("when"))
        == datetime.datetime.strptime(printed, PRINTED[printed]).date()
    }
    assert compared.keys() == PRINTED.keys()


def test_the_talk_was_on_a_friday(roots: dict[str, Any]) -> None:
    forms = [
        *under(roots["note"], "//t:date[@corresp='reg:event_jiang_sed']/@when"),
        *under(roots["register"], "//t:event[@xml:id='event_jiang_sed']/@when"),
        *under(roots["note"], "//t:bibl[@xml:id='S']/t:date/@when"),
    ]
    assert forms == ["1989-07-14"] * 3
    assert first_day(forms[0]).strftime("%A") == "Friday"
    (explained,) = under(roots["note"], "//t:note[@xml:id='N06']")
    assert "Friday, 14 July 1989" in " ".join("".join(explained.itertext()).split())


def preferred(entry: Any) -> str:
    """The first name of an entry; of a person, surname first."""
    names = ("persName", "name", "placeName", "orgName", "eventName", "roleName", "term", "title")
    first = next(child for child in entry if name_of(child) in names)
    parts = [*under(first, "t:surname/text()"), *under(first, "t:forename/text()")]
    text = " ".join(parts or first.itertext())
    return re.sub(r"[^\w ]", "", " ".join(text.split())).casefold()


def test_register_entries_are_named_described_and_in_alphabetical_order(
    roots: dict[str, Any],
) -> None:
    for entries in under(roots["register"], "//t:standOff/*"):
        names = [preferred(entry) for entry in entries]
        assert len(names) == len(set(names))
        for earlier, later in itertools.pairwise(names):
            assert earlier < later
    for entry in under(roots["register"], f"{LISTED}[not(starts-with(@xml:id, 'src_'))]"):
        assert under(entry, "t:note[@type='description'] | t:gloss"), entry.get(XML_ID)


def test_a_named_party_without_identifier_says_so(roots: dict[str, Any]) -> None:
    for kind in ("person", "place", "org"):
        for entry in under(roots["register"], f"//t:{kind}[not(t:idno)]"):
            said = " ".join(under(entry, "t:note[@type='identification']//text()"))
            assert "No authority identifier was seen" in " ".join(said.split())
