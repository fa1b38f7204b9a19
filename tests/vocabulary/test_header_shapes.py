"""Each element of a header may be absent, empty, repeated, full of marks, of markup, of languages.

The header has every element of P5 that belongs to headers, corpora and manuscripts. In each
document some of its elements, of which none lies in another, are changed in the same way; every
output is made of it, and what a package says of it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from tests.building import warm_saxon
from tests.conftest import TEST_ALL, sample, shared
from variorum.build.plan import plan
from variorum.build.run import run
from variorum.check import check
from variorum.model.modeller import Modeller
from variorum.outputs.registry import FORMATS, outputs_of
from variorum.package.crosswalk import Crosswalk
from variorum.proof import Proof
from variorum.source import Edition

HEADER = Path(__file__).with_name("header.xml")
TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
AT_ONCE = 12
"""So many elements are changed in a document; a document that fails names them."""
MARKS = "\"'“”«»‘’„`&<>\\#$%*_@{}[]~^|/ "
MARKUP = (
    '<p xmlns="http://www.tei-c.org/ns/1.0"><hi rend="italic">Slanted</hi> '
    "<choice><abbr>w.</abbr><expan>with</expan></choice><lb/>"
    '<note place="foot">A <q>quoted</q> note</note> <gap reason="lost"/>'
    '<ref target="https://example.org/?a=b&amp;c">there</ref>'
    '<foreign xml:lang="grc">λόγος</foreign><list><item>one</item></list></p>'
)
LANGUAGES = ("la", "ar-Arab", "ru", "no such", "", "zh-Hant-TW")
Change = Callable[[etree._Element, random.Random], None]


def absent(element: etree._Element, _: random.Random) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def empty(element: etree._Element, chance: random.Random) -> None:
    attributes = dict(element.attrib) if chance.random() < 0.5 else {}
    element.clear()
    element.attrib.update(attributes)


def repeated(element: etree._Element, chance: random.Random) -> None:
    for _ in range(2):
        element.addnext(_copy(element, named=chance.random() < 0.2))


def marked(element: etree._Element, _: random.Random) -> None:
    element.text = MARKS + (element.text or "")
    for name in set(element.attrib) - {f"{XML}id", f"{XML}lang"}:
        element.set(name, f"{element.get(name)}{MARKS}")


def marked_up(element: etree._Element, _: random.Random) -> None:
    phrases = list(etree.fromstring(MARKUP))
    if element.tag == f"{TEI}abbr":  # the siglum of a witness, which has no notes
        phrases = phrases[:1]
    for phrase in reversed(phrases):
        element.insert(0, phrase)


def in_languages(element: etree._Element, _: random.Random) -> None:
    for language in LANGUAGES:
        copy = _copy(element, named=False)
        copy.set(f"{XML}lang", language)
        element.addnext(copy)


def _copy(element: etree._Element, *, named: bool) -> etree._Element:
    copy = deepcopy(element)
    if not named:
        for each in copy.iter("*"):
            each.attrib.pop(f"{XML}id", None)
    return copy


CHANGES: tuple[Change, ...] = (absent, empty, repeated, marked, marked_up, in_languages)


def _header(root: etree._Element) -> etree._Element:
    header = root.find(f"{TEI}teiHeader")
    assert header is not None
    return header


def _names(root: etree._Element) -> list[str]:
    return sorted({str(each.tag) for each in _header(root).iter("*")})


def _documents(change: Change) -> Iterator[tuple[str, bytes]]:
    """Documents in which each element of the header is changed once, and what is changed."""
    whole = etree.parse(str(HEADER)).getroot()
    chance = random.Random(change.__name__)
    left = _names(whole)
    chance.shuffle(left)
    while left:
        root = deepcopy(whole)
        taken: list[etree._Element] = []
        for name in list(left):
            found = [each for each in _header(root).iter(name) if _is_apart(each, taken)]
            if found and len(taken) < AT_ONCE:
                taken.append(chance.choice(found))
                left.remove(name)
        names = [etree.QName(each).localname for each in taken]
        for each in taken:
            change(each, chance)
        yield f"{change.__name__}: {' '.join(names)}", etree.tostring(root)


def _is_apart(element: etree._Element, taken: list[etree._Element]) -> bool:
    around = [element, *element.iterancestors()]
    return not any(each in around or element in each.iterancestors() for each in taken)


@pytest.mark.parametrize("change", sample([*CHANGES], 2), ids=lambda change: change.__name__)
def test_no_shape_of_a_header_stops_an_output(change: Change, tmp_path: Path) -> None:
    saxon, folder = warm_saxon(), tmp_path / "given"
    folder.mkdir()
    changed = {}
    for number, (what, data) in enumerate(_documents(change)):
        if TEST_ALL or number % 6 == 0:
            changed[f"{number}.xml"] = what
            (folder / f"{number}.xml").write_bytes(data)
    edition = Edition.of([folder], folder)
    formats = FORMATS if TEST_ALL else tuple(name for name in FORMATS if name != "pdf")
    made = run(plan(edition, outputs_of(formats)), tmp_path / "out", Proof, saxon=saxon)
    found = [
        f"{each.code}: {each.message} ({changed.get(each.file)})"
        for each in [*made.findings, *check(edition)]
        if each.code in ("document-failed", "output-failed", "proof-stopped", "print-failed")
        or each.code in ("proof-failed", "check-failed")
    ]
    assert found == []
    assert set(made.files) == {source.id for source in edition.documents}
    modeller = Modeller(saxon, edition)
    for source in edition.documents:
        Crosswalk.of_document(saxon, modeller.document(source).reading, [], "").describe()


def test_the_header_has_every_element_of_headers() -> None:
    known = etree.parse(str(shared("schema") / "p5subset.xml"))
    wanted = {
        f"{TEI}{each.get('ident')}"
        for each in known.iter(f"{TEI}elementSpec")
        if each.get("module") in ("header", "corpus", "msdescription")
    }
    assert wanted - set(_names(etree.parse(str(HEADER)).getroot())) == set()
