"""Makes the beginning of an edition from a transcript: TEI with a header that asks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from variorum.findings import Diagnostic, Place, VariorumError
from variorum.source.codes import FILE_UNREADABLE
from variorum.source.settings import ImportSettings
from variorum.transcripts.body import Body
from variorum.transcripts.codes import IMPORT_PROMPT, IMPORT_SOURCE
from variorum.transcripts.elements import XML, new, serialised, sub
from variorum.transcripts.formats import format_of
from variorum.transcripts.header import Header
from variorum.transcripts.links import identifier_of, settle_links
from variorum.transcripts.losses import Losses
from variorum.transcripts.options import ImportOptions
from variorum.transcripts.page_files import packed
from variorum.transcripts.phrases import People
from variorum.transcripts.scripts import with_languages
from variorum.transcripts.surfaces import facsimile
from variorum.transcripts.transcript import Block, Table, plain

__all__ = ["Import"]


@dataclass
class Import:
    """One import: the file, the settings of `[tool.variorum.import]`, and what was met.

    `media` has the pictures that the TEI shows, by their addresses.
    """

    path: Path
    settings: ImportSettings = field(default_factory=ImportSettings)
    encoding: str = ""
    begins: str = ""
    keep_lines: bool = False
    keep_deletions: bool = False
    dehyphenate: bool = False
    form: str = ""
    on: date = field(default_factory=date.today)
    findings: list[Diagnostic] = field(default_factory=list)
    media: dict[str, bytes] = field(default_factory=dict)

    def tei(self, identifier: str, name: str) -> bytes:
        """The TEI document, valid against the schema of Variorum, with an id made of the one given.

        `name` is how findings call it: they say what the header still asks for.

        Raises VariorumError where the file cannot be read or has no text, or where no paragraph
        begins as `begins` says.
        """
        try:
            return self._made(identifier_of(identifier), name)
        except RecursionError:
            message = "has parts within parts, deeper than any text"
            raise VariorumError(self._fault(message, "save it from a word processor")) from None

    def _made(self, identifier: str, name: str) -> bytes:
        data = self._bytes()
        losses = Losses(self.path.name)
        options = ImportOptions(
            self.encoding,
            self.keep_lines,
            self.keep_deletions,
            self.dehyphenate,
            f"{identifier}-pictures",
            self.path if self.path.is_dir() else self.path.parent,
        )
        transcript = format_of(self.path, data, self.form).read(data, options, losses)
        if not any(isinstance(each, Block) or each.rows for each in transcript.blocks):
            raise VariorumError(self._fault("holds no text", "name a transcript that has words"))
        self.media = transcript.media
        before, blocks = self._parted(with_languages(transcript.blocks, self.settings.language))
        header = Header(self.settings, self.path.name, hashlib.sha256(data).hexdigest())
        said = {f"{XML}id": identifier, f"{XML}lang": self.settings.language or "und"}
        root = new("TEI", None, **said)
        if transcript.surfaces:
            root.append(facsimile(transcript.surfaces))
        people = People()
        body = sub(sub(root, "text"), "body")
        Body(people).write(body, blocks)
        spoken = {each.get(f"{XML}lang", "") for each in body.iter()} - {"", root.get(f"{XML}lang")}
        root.insert(0, header.element(before, self.on, people, sorted(spoken)))
        settle_links(root, losses)
        made = serialised(root)
        self.findings += [*losses.findings(), *_prompts(made, header.asked, name)]
        return made

    def _bytes(self) -> bytes:
        try:
            if self.path.is_dir():
                return packed(self.path)
            return self.path.read_bytes()
        except OSError as error:
            raise VariorumError(
                self._fault(f"cannot be read: {error.strerror}", FILE_UNREADABLE.help)
            ) from None

    def _parted(
        self, blocks: Sequence[Block | Table]
    ) -> tuple[Sequence[Block | Table], Sequence[Block | Table]]:
        """What stands before the text, such as an archive's description, and the text."""
        if not self.begins:
            return (), blocks
        for place, block in enumerate(blocks):
            if isinstance(block, Block) and plain(block.content).startswith(self.begins):
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
