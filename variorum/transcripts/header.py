"""The header of an import: what the settings say, and what is left to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from variorum.source.settings import ImportSettings
from variorum.transcripts.body import Body
from variorum.transcripts.elements import XML, new, sub
from variorum.transcripts.phrases import People
from variorum.transcripts.transcript import Block, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Header"]


class Header:
    """The header: what the settings say, and prompts in brackets for what they do not."""

    def __init__(self, settings: ImportSettings, name: str, digest: str) -> None:
        self._settings = settings
        self._name = name
        self._digest = digest
        self.asked: list[str] = []
        """The prompts, in their order."""

    def _say(self, prompt: str, value: object) -> str:
        """What the settings say, or a prompt for it."""
        return str(value or self._prompt(prompt))

    def _prompt(self, words: str) -> str:
        prompt = f"[{words}]"
        self.asked.append(prompt)
        return prompt

    def element(
        self, before: Sequence[Block | Table], on: date, people: People, languages: Iterable[str]
    ) -> _Element:
        """The header: `before` is what stands before the text, `on` the day of the import;
        `people` are those who have made changes and comments, `languages` those of passages.
        """
        header = new("teiHeader")
        file = sub(header, "fileDesc")
        self._title(sub(file, "titleStmt"))
        sub(sub(file, "editionStmt"), "edition", "First transcription", n="0.1.0")
        self._publication(sub(file, "publicationStmt"))
        self._source(sub(file, "sourceDesc"), before, people)
        self._encoding(sub(header, "encodingDesc"))
        self._profile(sub(header, "profileDesc"), languages)
        for name, identifier in people.ids.items():
            hand = sub(file[0], "respStmt", **{f"{XML}id": identifier})
            sub(hand, "resp", "comments and changes in the transcript")
            sub(hand, "name", name)
        words = f"Imported from {self._name}."
        change = {"when": on.isoformat(), "who": "#ed"}
        sub(sub(header, "revisionDesc"), "change", words, **change)
        return header

    def _title(self, statement: _Element) -> None:
        sub(statement, "title", self._say("title", self._settings.title), type="main")
        author = sub(statement, "author", self._say("author", self._settings.author))
        if reference := self._settings.author_ref:
            author.set("ref", reference)
        responsible = sub(statement, "respStmt", **{f"{XML}id": "ed"})
        sub(responsible, "resp", "encoding")
        sub(responsible, "name", self._say("editor", self._settings.editor))

    def _publication(self, statement: _Element) -> None:
        sub(statement, "publisher", self._say("publisher", self._settings.publisher))
        year = self._settings.year
        sub(
            statement,
            "date",
            self._say("year", year),
            **({"when": str(year)} if year else {}),
        )
        availability = sub(statement, "availability", status="unknown")
        if licence := self._settings.licence:
            words = self._say("licence text", self._settings.licence_text)
            sub(availability, "licence", words, target=licence)
        else:
            sub(availability, "p", self._prompt("licence of each layer"))

    def _source(
        self, description: _Element, before: Sequence[Block | Table], people: People
    ) -> None:
        bibl = sub(description, "bibl", "Transcript ")
        sub(bibl, "title", self._name).tail = ", SHA-256 "
        sub(bibl, "idno", self._digest, type="sha256").tail = "."
        if before:
            Body(people, is_numbered=False).write_flat(sub(bibl, "note", type="archive"), before)
        manuscript = sub(description, "msDesc")
        identifier = sub(manuscript, "msIdentifier")
        for name, value in (
            ("country", self._settings.country),
            ("settlement", self._settings.settlement),
        ):
            if value:
                sub(identifier, name, value)
        sub(identifier, "repository", self._say("repository", self._settings.repository))
        self._shelfmark(sub(identifier, "idno", type="shelfmark"))
        if language := self._settings.original_language:
            contents = sub(manuscript, "msContents")
            sub(contents, "textLang", language, mainLang=language)

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
            last = sub(mark, "idno", str(value), type=str(kind))

    def _encoding(self, description: _Element) -> None:
        references = sub(description, "refsDecl")
        sub(references, "citeStructure", unit="paragraph", match="//body//p", use="@n")
        prefix = sub(sub(description, "listPrefixDef"), "prefixDef")
        prefix.set("ident", "reg")
        prefix.set("matchPattern", r"([A-Za-z][\w.-]*)")
        prefix.set("replacementPattern", "register.xml#$1")

    def _profile(self, description: _Element, others: Iterable[str]) -> None:
        date = self._settings.date
        creation = sub(description, "creation")
        sub(
            creation,
            "date",
            self._say("date", date),
            **({"when": str(date)} if date else {}),
        )
        sub(sub(description, "abstract"), "p", self._say("abstract", self._settings.abstract))
        language = self._settings.language
        languages = sub(description, "langUsage")
        sub(
            languages,
            "language",
            self._say("language", language),
            ident=language or "und",
        )
        for other in others:
            sub(languages, "language", other, ident=other)
        keywords = sub(sub(description, "textClass"), "keywords")
        for term in self._settings.keywords or [self._prompt("keywords")]:
            sub(keywords, "term", term)
