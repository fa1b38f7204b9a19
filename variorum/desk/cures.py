"""What mends a finding at once: the help of a finding, as changes of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

from variorum.check.codes import EXCEPTION_UNUSED
from variorum.check.merge import POINTER_UNRESOLVED, WIT_UNDECLARED
from variorum.desk.pieces import end_tag
from variorum.desk.tags import Change, Tag, before_end, tag_at
from variorum.findings import Diagnostic
from variorum.relaxng.codes import GRAMMAR_ATTRIBUTE_MISPLACED, GRAMMAR_ATTRIBUTE_UNKNOWN

__all__ = ["SIGLUM", "Cure", "cures"]

_GUESS = re.compile(
    r"did you mean (?:<(?P<element>[^>]+)>|@(?P<attribute>[\w:.\-]+)|(?P<value>\S+))\?"
)
_WRITE = re.compile(r"""\bwrite ([\w:.\-]+)="([^"]*)\"""")
_QUOTED = re.compile(r"“([^”]*)”|(\S*[#:]\S+)")
_ATTRIBUTE = re.compile(r"""([^\s=<>/"']+)\s*=\s*("[^"<]*"|'[^'<]*')""")
_NAME = re.compile(r"</?([^\s<>/]+)")
_SUGGESTED = re.compile(r"""(?<![<\w])([\w:.\-]+)="([^"…]+)\"""")
_INTO = re.compile(r"add (<[^<>]+/>) to ([\w.\-]+)")
_LANGUAGE = re.compile(r"""add <language ident="([^"…]+)"> to langUsage""")
_CLOSE = re.compile(r"close it first: (</[^<>]+>)")
_SIGN = re.compile(r"write (&amp;|&lt;)")
_ITSELF = re.compile(r"write the character itself: (\S+)")
SIGLUM = re.compile(r"#([^\s,#]+)")
"""A siglum in the message of a finding."""
_RESPONSIBLE = re.compile(
    r"""<(?:respStmt|editor|author|principal|person|name|persName)\b[^<>]*?\bxml:id=["']([^"']+)["']"""
)
_RANGES = (("from", "to"), ("notBefore", "notAfter"))


@dataclass(frozen=True)
class Cure:
    """What is done, and the pieces of the text that change: from, to, and into what.

    `elsewhere` are those of other files.
    """

    title: str
    changes: tuple[Change, ...]
    elsewhere: Mapping[Path, tuple[Change, ...]] = field(default_factory=dict)


def cures(finding: Diagnostic, text: str, offset: int) -> Iterator[Cure]:
    """The cures that the help of a finding names, whose place is at an offset of the text."""
    if guess := _GUESS.search(finding.help):
        changes = tuple(_guessed(guess, finding, text, offset))
        meant = guess["element"] or guess["attribute"] or guess["value"]
        if changes:
            yield Cure(f"Replace by {meant}", changes)
    elif write := _WRITE.search(finding.help):
        found = _ATTRIBUTE.match(text, offset)
        if found and found[1] == write[1]:
            new = f'{write[1]}="{write[2]}"'
            yield Cure(f"Write {new}", ((found.start(), found.end(), new),))
    elif finding.code.startswith("xml-"):
        yield from _of_xml(finding, text, offset)
    tag = tag_at(text, offset)
    if tag and (known := _BY_CODE.get(finding.code)):
        yield from known(finding, tag)
    if into := _INTO.search(finding.help):
        yield from _inserted(f"Add {into[1]}", text, into[2], into[1])


def _guessed(guess: re.Match[str], finding: Diagnostic, text: str, offset: int) -> Iterator[Change]:
    if guess["element"]:
        yield from _element(text, offset, guess["element"])
        return
    found = _ATTRIBUTE.match(text, offset)
    if found is None:
        return
    if guess["attribute"]:
        yield found.start(1), found.end(1), guess["attribute"]
        return
    for quoted, token in _QUOTED.findall(finding.message):
        at = found[2].find(quoted or token)
        if at >= 0:
            start = found.start(2) + at
            yield start, start + len(quoted or token), guess["value"]
            return


def _element(text: str, offset: int, name: str) -> Iterator[Change]:
    begin = _NAME.match(text, offset)
    if begin is None:
        return
    yield begin.start(1), begin.end(1), name
    if (end := end_tag(text, offset)) is not None:
        yield end + 2, end + 2 + len(begin[1]), name


def _of_xml(finding: Diagnostic, text: str, offset: int) -> Iterator[Cure]:
    """What makes a text well-formed."""
    if (close := _CLOSE.search(finding.help)) and text.startswith("</", offset):
        yield Cure(f"Write {close[1]}", ((offset, offset, close[1]),))
    elif sign := _SIGN.search(finding.help):
        wrong = "&" if sign[1] == "&amp;" else "<"
        if text.startswith(wrong, offset):
            yield Cure(f"Write {sign[1]}", ((offset, offset + 1, sign[1]),))
    elif itself := _ITSELF.search(finding.help):
        end = text.find(";", offset) + 1
        if text.startswith("&", offset) and end:
            yield Cure(f"Write {itself[1]}", ((offset, end, itself[1]),))


def _inserted(title: str, text: str, parent: str, words: str) -> Iterator[Cure]:
    if change := before_end(text, parent, words):
        yield Cure(title, (change,))


def _suggested(finding: Diagnostic, tag: Tag) -> Iterator[Cure]:
    """The attributes that the help writes out."""
    for name, value in _SUGGESTED.findall(finding.help):
        if name not in tag.spans:
            yield Cure(f'Add {name}="{value}"', (tag.added(f'{name}="{value}"'),))


def _answered_for(_finding: Diagnostic, tag: Tag) -> Iterator[Cure]:
    """Those whom the header names."""
    header = tag.text[: tag.text.find("</teiHeader>") + 1]
    for id_ in dict.fromkeys(_RESPONSIBLE.findall(header)):
        yield Cure(f'Add resp="#{id_}"', (tag.added(f'resp="#{id_}"'),))


def _declared_witness(finding: Diagnostic, tag: Tag) -> Iterator[Cure]:
    """A witness for each siglum that none has; a list for them where there is none."""
    if finding.code == POINTER_UNRESOLVED and "wit" not in tag.spans:
        return
    for siglum in SIGLUM.findall(finding.message):
        words = f"<witness xml:id={quoteattr(siglum)}>{siglum}</witness>"
        title = f"Declare the witness {siglum}"
        found = list(_inserted(title, tag.text, "listWit", words))
        of_its_own = f"<listWit>{words}</listWit>"
        yield from found or _inserted(title, tag.text, "sourceDesc", of_its_own)


def _declared_language(finding: Diagnostic, tag: Tag) -> Iterator[Cure]:
    if found := _LANGUAGE.search(finding.help):
        words = f'<language ident="{found[1]}">{found[1]}</language>'
        yield from _inserted(f"Declare the language {found[1]}", tag.text, "langUsage", words)


def _removed(_finding: Diagnostic, tag: Tag) -> Iterator[Cure]:
    if change := tag.removed():
        yield Cure(f"Remove this {tag.name}", (change,))


def _attribute_removed(finding: Diagnostic, tag: Tag) -> Iterator[Cure]:
    named = re.search(r"@([\w:.\-]+)", finding.message)
    if named and named[1] in tag.spans:
        yield Cure(f"Remove @{named[1]}", (tag.without(named[1]),))


def _exchanged(_finding: Diagnostic, tag: Tag) -> Iterator[Cure]:
    for name, other in _RANGES:
        if name in tag.values and other in tag.values:
            yield Cure(f"Exchange @{name} and @{other}", tuple(tag.exchanged(name, other)))


def _dated_once(_finding: Diagnostic, tag: Tag) -> Iterator[Cure]:
    others = [name for pair in _RANGES for name in pair if name in tag.spans]
    yield Cure("Keep @when alone", tuple(map(tag.without, others)))
    yield Cure("Remove @when", (tag.without("when"),))


def _space_moved(_finding: Diagnostic, tag: Tag) -> Iterator[Cure]:
    if tag.closing is None:
        return
    inner = tag.text[tag.end : tag.closing]
    end = tag.text.find(">", tag.closing) + 1
    before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    changes = [(tag.start, tag.start, before), (tag.end, tag.end + len(before), "")]
    changes += [(tag.closing - len(after), tag.closing, ""), (end, end, after)]
    moved = (each for each in changes if each[0] != each[1] or each[2])
    yield Cure("Move the space outside", tuple(moved))


_BY_CODE: dict[str, Callable[[Diagnostic, Tag], Iterator[Cure]]] = {
    WIT_UNDECLARED: _declared_witness,
    POINTER_UNRESOLVED: _declared_witness,
    "language-undeclared": _declared_language,
    "gap-without-reason": _suggested,
    "gap-without-extent": _suggested,
    "header-shelfmark-part": _suggested,
    "rdg-empty-unexplained": _suggested,
    "correction-without-responsibility": _answered_for,
    "note-without-responsibility": _answered_for,
    "element-empty": _removed,
    EXCEPTION_UNUSED.name: _removed,
    "witness-unused": _removed,
    GRAMMAR_ATTRIBUTE_MISPLACED.name: _attribute_removed,
    GRAMMAR_ATTRIBUTE_UNKNOWN.name: _attribute_removed,
    "app-reversed": _exchanged,
    "date-range-reversed": _exchanged,
    "date-twice-defined": _dated_once,
    "name-edge-space": _space_moved,
}
"""The cures of findings whose place is a start tag or one of its attributes."""
