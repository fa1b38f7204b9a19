"""Makes the beginning of an edition from a transcript: TEI with a header that asks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.findings import Diagnostic, Place, VariorumError
from variorum.source.codes import FILE_UNREADABLE
from variorum.source.settings import ImportSettings
from variorum.transcripts.codes import IMPORT_NOTE, IMPORT_PROMPT, IMPORT_SOURCE
from variorum.transcripts.plain_text import circular_notes, decoded, read_text
from variorum.transcripts.transcript import Block, Break, Inline, Note, PageBreak, Table, TextRun
from variorum.transcripts.word import read_word

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Import"]

_TEI = "http://www.tei-c.org/ns/1.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass
class Import:
    """One import: the file, the settings of `[tool.variorum.import]`, and what was met."""

    path: Path
    settings: ImportSettings = field(default_factory=ImportSettings)
    encoding: str = ""
    begins: str = ""
    keep_lines: bool = False
    findings: list[Diagnostic] = field(default_factory=list)

    def tei(self, identifier: str, name: str) -> bytes:
        """The TEI document, valid against the schema of Variorum, with the id given.

        `name` is how findings call it: they say what the header still asks for.

        Raises VariorumError where the file cannot be read or has no text, or where no paragraph
        begins as `begins` says.
        """
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise VariorumError(
                self._fault(f"cannot be read: {error.strerror}", FILE_UNREADABLE.help)
            ) from None
        before, blocks = self._parted(self._blocks(data))
        root = _root(identifier, self.settings.language or "und")
        header = _Header(self.settings, self.path.name, hashlib.sha256(data).hexdigest())
        root.append(header.element(before))
        text = _sub(root, "text")
        _body(_sub(text, "body"), blocks)
        made = _serialised(root)
        self.findings += _prompts(made, header.asked, name)
        return made

    def _blocks(self, data: bytes) -> Sequence[Block | Table]:
        blocks: Sequence[Block | Table]
        if self.path.suffix.lower() == ".docx":
            blocks = read_word(self.path, self.path.name)
        else:
            text, findings = decoded(data, self.path.name, self.encoding)
            self.findings += [*findings, *self._circular(text)]
            blocks = read_text(text, keep_lines=self.keep_lines)
        if not blocks:
            raise VariorumError(self._fault("holds no text", "name a transcript that has words"))
        return blocks

    def _circular(self, text: str) -> list[Diagnostic]:
        return [
            IMPORT_NOTE.at(
                Place(self.path.name, text.count("\n", 0, text.find(mark)) + 1),
                f"the note {mark} stands within itself, or too deep within others",
            )
            for mark in circular_notes(text)
        ]

    def _parted(
        self, blocks: Sequence[Block | Table]
    ) -> tuple[Sequence[Block | Table], Sequence[Block | Table]]:
        """What stands before the text, such as an archive's description, and the text."""
        if not self.begins:
            return (), blocks
        for place, block in enumerate(blocks):
            if isinstance(block, Block) and _plain(block.content).startswith(self.begins):
                return blocks[:place], blocks[place:]
        message = f"no paragraph begins with “{self.begins}”"
        help_ = "give the first words of a paragraph as the file has them: --begins"
        raise VariorumError(self._fault(message, help_))

    def _fault(self, message: str, help_: str = "") -> Diagnostic:
        return IMPORT_SOURCE.at(Place(self.path.as_posix()), message, help_)


def _prompts(made: bytes, asked: Iterable[str], name: str) -> list[Diagnostic]:
    lines = made.decode().partition("</teiHeader>")[0].splitlines()
    findings = []
    for prompt in asked:
        line = next(number for number, line in enumerate(lines, 1) if prompt in line)
        message = f"still to be filled in: {prompt[1:-1]}"
        findings.append(IMPORT_PROMPT.at(Place(name, line), message))
    return findings


class _Header:
    """The header: what the settings say, and prompts in brackets for what they do not."""

    def __init__(self, settings: ImportSettings, name: str, digest: str) -> None:
        self._settings = settings
        self._name = name
        self._digest = digest
        self.asked: list[str] = []

    def _say(self, prompt: str, value: object) -> str:
        """What the settings say, or a prompt for it."""
        return str(value or self._prompt(prompt))

    def _prompt(self, words: str) -> str:
        prompt = f"[{words}]"
        self.asked.append(prompt)
        return prompt

    def element(self, before: Sequence[Block | Table]) -> _Element:
        header = _new("teiHeader")
        file = _sub(header, "fileDesc")
        self._title(_sub(file, "titleStmt"))
        _sub(_sub(file, "editionStmt"), "edition", "First transcription", n="0.1.0")
        self._publication(_sub(file, "publicationStmt"))
        self._source(_sub(file, "sourceDesc"), before)
        self._encoding(_sub(header, "encodingDesc"))
        self._profile(_sub(header, "profileDesc"))
        return header

    def _title(self, statement: _Element) -> None:
        _sub(statement, "title", self._say("title", self._settings.title), type="main")
        author = _sub(statement, "author", self._say("author", self._settings.author))
        if reference := self._settings.author_ref:
            author.set("ref", reference)
        responsible = _sub(statement, "respStmt", **{f"{_XML}id": "ed"})
        _sub(responsible, "resp", "encoding")
        _sub(responsible, "name", self._say("editor", self._settings.editor))

    def _publication(self, statement: _Element) -> None:
        _sub(statement, "publisher", self._say("publisher", self._settings.publisher))
        year = self._settings.year
        _sub(
            statement,
            "date",
            self._say("year", year),
            **({"when": str(year)} if year else {}),
        )
        availability = _sub(statement, "availability", status="unknown")
        if licence := self._settings.licence:
            words = self._say("licence text", self._settings.licence_text)
            _sub(availability, "licence", words, target=licence)
        else:
            _sub(availability, "p", self._prompt("licence of each layer"))

    def _source(self, description: _Element, before: Sequence[Block | Table]) -> None:
        bibl = _sub(description, "bibl", "Transcript ")
        _sub(bibl, "title", self._name).tail = ", SHA-256 "
        _sub(bibl, "idno", self._digest, type="sha256").tail = "."
        if before:
            _body(_sub(bibl, "note", type="archive"), before, numbered=False)
        manuscript = _sub(description, "msDesc")
        identifier = _sub(manuscript, "msIdentifier")
        for name, value in (
            ("country", self._settings.country),
            ("settlement", self._settings.settlement),
        ):
            if value:
                _sub(identifier, name, value)
        _sub(identifier, "repository", self._say("repository", self._settings.repository))
        self._shelfmark(_sub(identifier, "idno", type="shelfmark"))
        if language := self._settings.original_language:
            contents = _sub(manuscript, "msContents")
            _sub(contents, "textLang", language, mainLang=language)

    def _shelfmark(self, mark: _Element) -> None:
        parts = self._settings.shelfmark
        if not isinstance(parts, Mapping):
            mark.text = self._say("shelfmark", parts)
            return
        mark.text = ""
        last = None
        for kind, value in parts.items():
            lead = f"{', ' if last is not None else ''}{kind} "
            if last is None:
                mark.text = lead
            else:
                last.tail = lead
            last = _sub(mark, "idno", str(value), type=str(kind))

    def _encoding(self, description: _Element) -> None:
        references = _sub(description, "refsDecl")
        _sub(references, "citeStructure", unit="paragraph", match="//body//p", use="@n")
        prefix = _sub(_sub(description, "listPrefixDef"), "prefixDef")
        prefix.set("ident", "reg")
        prefix.set("matchPattern", r"([A-Za-z][\w.-]*)")
        prefix.set("replacementPattern", "register.xml#$1")

    def _profile(self, description: _Element) -> None:
        date = self._settings.date
        creation = _sub(description, "creation")
        _sub(
            creation,
            "date",
            self._say("date", date),
            **({"when": str(date)} if date else {}),
        )
        _sub(_sub(description, "abstract"), "p", self._say("abstract", self._settings.abstract))
        language = self._settings.language
        languages = _sub(description, "langUsage")
        _sub(
            languages,
            "language",
            self._say("language", language),
            ident=language or "und",
        )
        keywords = _sub(_sub(description, "textClass"), "keywords")
        for term in self._settings.keywords or [self._prompt("keywords")]:
            _sub(keywords, "term", term)


def _new(name: str, text: str | None = None, **attributes: str) -> _Element:
    from lxml import etree

    element = etree.Element(f"{{{_TEI}}}{name}", attributes, nsmap={None: _TEI})
    element.text = text
    return element


def _sub(parent: _Element, name: str, text: str | None = None, **attributes: str) -> _Element:
    element = _new(name, text, **attributes)
    parent.append(element)
    return element


def _root(identifier: str, language: str) -> _Element:
    attributes = {f"{_XML}id": identifier, f"{_XML}lang": language}
    return _new("TEI", None, **attributes)


def _body(parent: _Element, blocks: Iterable[Block | Table], *, numbered: bool = True) -> None:
    """Headings open divisions, as deep as they are; paragraphs are numbered through."""
    divisions: list[tuple[int, _Element]] = [(0, parent)]
    number = 0
    for block in blocks:
        holder = divisions[-1][1]
        if isinstance(block, Table):
            _table(_sub(holder, "table"), block)
        elif block.level and numbered:
            while divisions[-1][0] >= block.level:
                divisions.pop()
            division = _sub(divisions[-1][1], "div")
            divisions.append((block.level, division))
            _fill(_sub(division, "head"), block.content)
        else:
            number += 1
            paragraph = _sub(holder, "p", **({"n": str(number)} if numbered else {}))
            _fill(paragraph, block.content)


def _table(element: _Element, table: Table) -> None:
    for row in table.rows:
        line = _sub(element, "row")
        for cell in row:
            _fill(_sub(line, "cell"), cell)


def _fill(element: _Element, content: Iterable[Inline]) -> None:
    for item in content:
        if isinstance(item, TextRun) and item.rend:
            _sub(element, "hi", item.text, rend=" ".join(item.rend))
        elif isinstance(item, TextRun):
            _text(element, item.text)
        elif isinstance(item, Note):
            _fill(_sub(element, "note", type="authorial"), item.content)
        else:
            _sub(element, "pb" if isinstance(item, PageBreak) else "lb")


def _text(element: _Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _plain(content: Iterable[Inline]) -> str:
    return "".join(
        item.text if isinstance(item, TextRun) else " " if isinstance(item, Break) else ""
        for item in content
    )


_MIXED = frozenset(("p", "head", "cell", "bibl", "idno", "title", "author", "creation", "resp"))


def _serialised(root: _Element) -> bytes:
    from lxml import etree

    _indent(root, "\n")
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _indent(element: _Element, margin: str) -> None:
    """Line breaks between elements that hold no text of their own, and nowhere else."""
    name = str(element.tag).rpartition("}")[2]
    if not len(element) or element.text or name in _MIXED:
        return
    element.text = f"{margin}  "
    for child in element:
        _indent(child, f"{margin}  ")
        child.tail = f"{margin}  "
    element[-1].tail = margin
