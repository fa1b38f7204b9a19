"""Reads a plain text transcript: empty lines part paragraphs, form feeds begin pages.

Of Markdown, what transcripts use: `# heading`, `**bold**`, `*italic*`, two spaces or a backslash
at the end of a line that shall stay, and footnotes `[^1]` with `[^1]: text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from variorum.findings import Diagnostic, Place, VariorumError
from variorum.transcripts.codes import IMPORT_CHARACTER, IMPORT_ENCODING
from variorum.transcripts.transcript import Block, Break, Inline, Note, PageBreak, TextRun, settled

__all__ = ["circular_notes", "decoded", "read_text"]

_BLOCK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:\s*(.*)", re.DOTALL)
_NEXT_NOTE = re.compile(r"\n(?=\[\^[^\]\s]+\]:)")
_DEEPEST = 3
"""So many notes may stand within each other."""
_HEADING = re.compile(r"(#{1,6})\s+(.*)", re.DOTALL)
_MARK = re.compile(r"\[\^([^\]\s]+)\]|\f|(?: {2,}|\\)\n|\n")
_BOLD = r"\*\*(?=\S)(.+?)(?<=\S)\*\*"
_ITALIC = r"(?<!\*)\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?!\*)"
_LOOK = re.compile(f"{_BOLD}|{_ITALIC}", re.DOTALL)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")


def decoded(data: bytes, name: str, encoding: str = "") -> tuple[str, list[Diagnostic]]:
    """The text of a file; UTF-8 where neither a mark nor `encoding` says otherwise.

    Characters that XML cannot hold are left out, each a finding. Raises VariorumError for bytes
    that are no text in that encoding.
    """
    told = encoding or next((kind for mark, kind in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(told)
    except (UnicodeDecodeError, LookupError) as error:
        start = getattr(error, "start", 0)
        line = data[:start].count(b"\n") + 1
        place = Place(name, line)
        raise VariorumError(IMPORT_ENCODING.at(place, f"is not text in {told}")) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings = [
        IMPORT_CHARACTER.at(
            Place(name, text.count("\n", 0, match.start()) + 1),
            f"U+{ord(match[0]):04X} cannot stand in XML and is left out",
        )
        for match in _FORBIDDEN.finditer(text)
    ]
    return _FORBIDDEN.sub("", text), findings


def read_text(text: str, *, keep_lines: bool = False) -> list[Block]:
    """The blocks of a transcript; `keep_lines` keeps every line break."""
    return list(_begun(_read(text, keep_lines).blocks))


def circular_notes(text: str) -> list[str]:
    """The marks of notes that stand in these notes themselves, or too deep within others: they are
    left as they are written.
    """
    return list(dict.fromkeys(_read(text, keep_lines=False).circular))


def _read(text: str, keep_lines: bool) -> _Reader:
    blocks, definitions = [], {}
    parts = (each for part in _BLOCK.split(text.strip("\n ")) for each in _NEXT_NOTE.split(part))
    for part in parts:
        definition = _DEFINITION.fullmatch(part.strip("\n "))
        if definition and f"[^{definition[1]}]" in text.replace(part, "", 1):
            definitions[definition[1]] = definition[2]
        else:
            blocks.append(part)
    reader = _Reader(definitions, keep_lines)
    reader.blocks = [reader.block(part) for part in blocks if part.strip("\n \t")]
    return reader


def _begun(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with something in them; a page that begins between two begins the second."""
    pages: tuple[Inline, ...] = ()
    for block in blocks:
        if all(isinstance(item, PageBreak) for item in block.content):
            pages = pages or block.content
        else:
            yield Block((*pages, *block.content), block.level)
            pages = ()


class _Reader:
    def __init__(self, definitions: dict[str, str], keep_lines: bool) -> None:
        self._definitions = definitions
        self._keep_lines = keep_lines
        self._open: list[str] = []
        self.blocks: list[Block] = []
        self.circular: list[str] = []

    def block(self, part: str) -> Block:
        heading = _HEADING.fullmatch(part.strip("\n"))
        if heading:
            return Block(settled(self._inline(heading[2], ())), len(heading[1]))
        return Block(settled(self._inline(part.strip("\n"), ())))

    def _inline(self, text: str, rend: tuple[str, ...]) -> Iterator[Inline]:
        at = 0
        for match in _LOOK.finditer(text):
            yield from self._marks(text[at : match.start()], rend)
            bold = match[1] is not None
            inner = match[1] if bold else match[2]
            yield from self._inline(inner, (*rend, "bold" if bold else "italic"))
            at = match.end()
        yield from self._marks(text[at:], rend)

    def _marks(self, text: str, rend: tuple[str, ...]) -> Iterator[Inline]:
        at = 0
        for match in _MARK.finditer(text):
            yield TextRun(text[at : match.start()], rend)
            yield from self._mark(match, rend)
            at = match.end()
        yield TextRun(text[at:], rend)

    def _mark(self, match: re.Match[str], rend: tuple[str, ...]) -> Iterator[Inline]:
        if match[1] is not None:
            yield self._note(match[1]) or TextRun(match[0], rend)
        elif match[0] == "\f":
            yield PageBreak()
        elif self._keep_lines or match[0] != "\n":
            yield Break()
        else:
            yield TextRun(" ", rend)

    def _note(self, name: str) -> Note | None:
        """The note of this name; none where it is not defined, or would stand in itself."""
        text = self._definitions.get(name)
        if text is None:
            return None
        if name in self._open or len(self._open) >= _DEEPEST:
            self.circular.append(f"[^{name}]")
            return None
        self._open.append(name)
        made = Note(settled(self._inline(text, ())))
        self._open.pop()
        return made
