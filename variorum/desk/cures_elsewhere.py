"""What mends a finding in another file: an entry of the register, a witness in the list of all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from variorum.check.merge import POINTER_UNRESOLVED, WIT_UNDECLARED
from variorum.check.pointers import ENTRY_MISSING
from variorum.desk.cures import SIGLUM, Cure
from variorum.desk.desk import Desk
from variorum.desk.pieces import last_end_tag
from variorum.desk.pointers import targets
from variorum.desk.tags import Change, Tag, before_end, tag_at
from variorum.findings import Diagnostic
from variorum.source.addresses import file_at

__all__ = ["cures_elsewhere"]

_LISTS = {"person": "listPerson", "place": "listPlace", "org": "listOrg", "bibl": "listBibl"}
"""The elements of entries, and of the lists that they stand in."""
_NAMES = {"person": "persName", "place": "placeName", "org": "orgName", "bibl": "title"}
"""The element that names an entry."""
_MENTIONS = {
    "persName": "person",
    "author": "person",
    "editor": "person",
    "placeName": "place",
    "geogName": "place",
    "settlement": "place",
    "region": "place",
    "country": "place",
    "pubPlace": "place",
    "orgName": "org",
    "publisher": "org",
    "title": "bibl",
    "bibl": "bibl",
}
"""What an element mentions that has a name of its own for it."""
_TYPES = {"person": "person", "place": "place", "org": "org", "organisation": "org", "work": "bibl"}
"""What `name` and `rs` mention, by their types."""
_SPEAKING = ("who", "resp", "hand", "scribeRef")
"""Attributes that point to persons on any element."""
_WIT = re.compile(r"""\swit\s*=\s*(["'])(.*?)\1""", re.DOTALL)
_INCLUDED = re.compile(r"""<(?:[\w.-]+:)?include\s[^<>]*?\bhref\s*=\s*(["'])([^"'#]+)\1""")
_NOTE = re.compile(r"<note\b.*?</note>", re.DOTALL)
_MARKUP = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)


def cures_elsewhere(
    finding: Diagnostic, desk: Desk, path: Path, text: str, offset: int
) -> Iterator[Cure]:
    """The cures of a finding at an offset of a text that change other files of the edition."""
    tag = tag_at(text, offset)
    if tag is None:
        return
    if finding.code == ENTRY_MISSING.name:
        yield from _entered(finding.message.split(maxsplit=1)[0], desk, path, tag)
        return
    of_witness = finding.code in (WIT_UNDECLARED, POINTER_UNRESOLVED) and "wit" in tag.spans
    if of_witness and last_end_tag(text, "listWit") is None:
        for siglum in SIGLUM.findall(finding.message):
            yield from _declared(siglum, desk, path, tag)


def _entered(token: str, desk: Desk, path: Path, tag: Tag) -> Iterator[Cure]:
    """An entry for a pointer that leads into a file without one."""
    for file, id_ in targets(desk, path, token):
        there = desk.text(file)
        if file == path or not there:
            continue
        if token in tag.value("wit").split():
            yield from _of_witness(id_, file, there)
        elif kind := _kind(tag, token):
            words = _entry(kind, id_, tag)
            change = _added(there, kind, words)
            if change:
                title = f"Add the {kind} {id_} to {file.name}"
                yield Cure(title, (), {file: (change,)})


def _of_witness(siglum: str, file: Path, there: str, *here: Change) -> Iterator[Cure]:
    words = f"<witness xml:id={quoteattr(siglum)}>{siglum}</witness>"
    if change := before_end(there, "listWit", words):
        yield Cure(f"Declare the witness {siglum} in {file.name}", here, {file: (change,)})


def _declared(siglum: str, desk: Desk, path: Path, tag: Tag) -> Iterator[Cure]:
    """A witness in the list of a file that this one includes, or to which its sigla point."""
    for _, address in _INCLUDED.findall(tag.text):
        file = file_at(address, path.parent)
        if file is not None and desk.holds(file):
            yield from _of_witness(siglum, file.resolve(), desk.text(file.resolve()))
    start, _ = tag.values["wit"]
    at = re.search(rf"(?<!\S)#{re.escape(siglum)}(?!\S)", tag.value("wit"))
    tokens = (token for _, value in _WIT.findall(tag.text) for token in value.split())
    for token in dict.fromkeys(each for each in tokens if not each.startswith("#")):
        for file, id_ in targets(desk, path, token):
            if at and token.endswith(id_) and last_end_tag(desk.text(file), "listWit") is not None:
                here = start + at.start(), start + at.end(), token.removesuffix(id_) + siglum
                yield from _of_witness(siglum, file, desk.text(file), here)
                return


def _kind(tag: Tag, token: str) -> str:
    """What is mentioned where a pointer stands; empty where that cannot be known."""
    if any(token in tag.value(name).split() for name in _SPEAKING):
        return "person"
    return _MENTIONS.get(tag.name) or _TYPES.get(tag.value("type"), "")


def _entry(kind: str, id_: str, tag: Tag) -> str:
    """An entry named as it is mentioned; as its id says where it is mentioned without words."""
    inner = "" if tag.closing is None else tag.text[tag.end : tag.closing]
    named = tag.name not in ("sp", "said", "change", "note", "app", "rdg", "lem", "div")
    words = " ".join(_MARKUP.sub("", _NOTE.sub("", inner)).split()) if named else ""
    name = _NAMES[kind]
    return f"<{kind} xml:id={quoteattr(id_)}><{name}>{words or escape(id_)}</{name}></{kind}>"


def _added(there: str, kind: str, words: str) -> Change | None:
    """The entry at the end of the last list of its kind, else in a list of its own."""
    if change := before_end(there, _LISTS[kind], words, last=True):
        return change
    of_its_own = f"<{_LISTS[kind]}>{words}</{_LISTS[kind]}>"
    return before_end(there, "standOff", of_its_own, last=True)
