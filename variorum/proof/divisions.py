"""Divisions that the editors wrote: they stand in the edition, and in the text of no witness.

TEI P5 4.1.1 leaves the words for types of divisions to each edition. These are the usual ones. A
division in another language than the text that says what it corresponds to (P5 4.6, 17.4) is a
translation, too, and one that lists the witnesses (P5 13.1.4.1) is about them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from variorum.proof.elements import TEI

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["editorial_divisions", "heading_of_type"]

_TYPES = re.compile(
    "translation|traduction|traduzion|traducci|tradução|übersetzung|uebersetzung|perevod|перевод|"
    "introduction|einleitung|введение|comment|kommentar|комментари|"
    "bibliograph|bibliografi|библиограф|apparatus|apparat|editorial"
)
_WORDS = re.compile(r"[\s_.:/#-]+")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DIVISIONS = (f"{TEI}div", f"{TEI}div1")
_UNITS = tuple(f"{TEI}{name}" for name in ("p", "ab", "l", "item", "cell"))


def editorial_divisions(root: _Element) -> frozenset[_Element]:
    """The divisions of a document that are the editors' own.

    There are none where the body holds nothing else, because its text is then itself a commentary
    or a translation.
    """
    main = _language_of_text(root)
    text = root.find(f"{TEI}text")
    if text is None:
        return frozenset()
    found = frozenset(each for each in text.iter(*_DIVISIONS) if _is_of_editors(each, main))
    units = (unit for body in text.iter(f"{TEI}body") for unit in body.iter(*_UNITS))
    others = (unit for unit in units if found.isdisjoint(unit.iterancestors(*_DIVISIONS)))
    return found if found and next(others, None) is not None else frozenset()


def heading_of_type(division: _Element, labels: Mapping[str, str], sigla: Collection[str]) -> str:
    """The heading of a division that only its type names, beside divisions of other types.

    The text of a witness has no such heading: none has one where there are witnesses.
    """
    if sigla or division.tag not in _DIVISIONS:
        return ""
    own = division.get("type", "")
    parent = division.getparent()
    key = f"division.{own}"
    if key not in labels or parent is None or division.find(f"{TEI}head") is not None:
        return ""
    types = {each.get("type", "") for each in parent.iterchildren(f"{TEI}div")}
    others = any(f"division.{each}" in labels for each in types - {own})
    if own == "enclosure":
        others = any(_words(each) for each in division.itersiblings("{*}*", preceding=True))
    return f" {labels[key]} " if others and _words(division) else ""


def _words(element: _Element) -> str:
    return "".join(str(text) for text in element.itertext("{*}*")).strip()


def _is_of_editors(division: _Element, main: str) -> bool:
    words = _WORDS.split(division.get("type", "").lower())
    tied = division.get("corresp") or any(child.get("corresp") for child in division)
    own = _primary(division.get(_LANGUAGE, ""))
    translates = bool(tied and own and main and own != main)
    lists = division.find(f"{TEI}listWit") is not None
    if not (translates or lists) and not any(_TYPES.match(word) for word in words):
        return False
    return not any(
        named.get("wit") is not None for app in division.iter(f"{TEI}app") for named in app.iter()
    )


def _language_of_text(root: _Element) -> str:
    text = root.find(f"{TEI}text")
    body = text.find(f"{TEI}body") if text is not None else None
    if text is None or body is None:
        return ""
    divisions = body.iterchildren(*_DIVISIONS)
    tags = [*(division.get(_LANGUAGE) for division in divisions), body.get(_LANGUAGE)]
    return _primary(next((tag for tag in (*tags, text.get(_LANGUAGE)) if tag), ""))


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
