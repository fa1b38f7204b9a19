"""Reads a plain text transcript: empty lines or indents part paragraphs, form feeds begin pages.

Of Markdown, what transcripts use: `# heading`, `**bold**`, `*italic*`, two spaces or a backslash
at the end of a line that shall stay, and footnotes `[^1]` with `[^1]: text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from variorum.findings import Place
from variorum.transcripts.codes import IMPORT_NOTE
from variorum.transcripts.decoding import decoded
from variorum.transcripts.line_ends import WITHIN, joined, parted
from variorum.transcripts.losses import Losses
from variorum.transcripts.options import ImportOptions
from variorum.transcripts.pages_of_text import HEAD, without_running_heads
from variorum.transcripts.transcript import (
    Block,
    Break,
    Inline,
    Note,
    NoteMark,
    PageBreak,
    Running,
    TextRun,
    Transcript,
    settled,
)

__all__ = ["begun", "decoded", "read", "read_text"]

_BLOCK = re.compile(r"\n(?:[ \t]*\n)+")
_EMPTY = re.compile(r"\A(?:[ \t]*\n)+")
_INDENT = re.compile(r"(?: {2,}|\t)[ \t]*(?=\S)|\u3000+")
_ENDED = re.compile(r"[.!?:…»”\"’)][ \t]*$")
_DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:\s*(.*)", re.DOTALL)
_NEXT_NOTE = re.compile(r"\n(?=\[\^[^\]\s]+\]:)")
_DEEPEST = 3
"""So many notes may stand within each other."""
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_MARK = re.compile(rf"\[\^([^\]\s]+)\]|{HEAD.pattern}|{WITHIN}|\f|(?: {{2,}}|\\)\n|\n")
_FIRST = r"(?=[^\s*)\]},;»”])"
_LAST = r"(?<=[^\s(\[{«“„])"
"""A mark before what closes, or after what opens, is an asterisk, such as that in `(*)`."""
_BOLD = rf"(?<![\w*])\*\*{_FIRST}(.{{1,4000}}?){_LAST}\*\*(?![\w*])"
_ITALIC = rf"(?<![\w*])\*{_FIRST}([^*\n]{{1,4000}}?){_LAST}\*(?![\w*])"
_LOOK = re.compile(f"{_BOLD}|{_ITALIC}", re.DOTALL)


def read(data: bytes, options: ImportOptions, losses: Losses) -> Transcript:
    """The transcript in a file of plain text."""
    source, losses.told = decoded(data, losses.name, options.encoding)
    text, heads = without_running_heads(source)
    if not options.dehyphenate and (number := parted(text)):
        what = f"{number} lines seem to end within a word; --dehyphenate joins these words"
        losses.changed("end of a line", what)
    if heads:
        losses.changed("line that is on every page", f"{heads} of them are <fw> now")
    reader = _read(joined(text, dehyphenate=options.dehyphenate), options.keep_lines)
    losses.told += [
        IMPORT_NOTE.at(
            Place(losses.name, source.count("\n", 0, source.find(mark)) + 1),
            f"the note {mark} stands within itself, or too deep within others",
        )
        for mark in dict.fromkeys(reader.circular)
    ]
    return Transcript(list(begun(reader.blocks)))


def read_text(text: str, *, keep_lines: bool = False) -> list[Block]:
    """The blocks of a transcript; `keep_lines` keeps every line break."""
    return list(begun(_read(text, keep_lines).blocks))


def _read(text: str, keep_lines: bool) -> _Reader:
    blocks: list[str] = []
    definitions: dict[str, str] = {}
    whole = _EMPTY.sub("", text).rstrip("\n \t")
    parts = (each for part in _BLOCK.split(whole) for each in _NEXT_NOTE.split(part))
    for part in parts:
        definition = _DEFINITION.fullmatch(part.strip("\n "))
        if definition and f"[^{definition[1]}]" in text.replace(part, "", 1):
            definitions[definition[1]] = definition[2]
        else:
            blocks += _indented(part)
    reader = _Reader(definitions, keep_lines)
    reader.blocks = [reader.block(part) for part in blocks if part.strip("\n \t")]
    return reader


def _indented(part: str) -> Iterator[str]:
    """The paragraphs that only indents part.

    They do so where the first line of the part is indented and another is not, or where each
    line that is indented stands alone and follows the end of a sentence. Otherwise indents are
    those of verse, or of lines that hang.
    """
    lines = part.split("\n")
    inset = [bool(_INDENT.match(HEAD.sub("", line).lstrip("\f"))) for line in lines]
    rest = [at for at, is_inset in enumerate(inset) if is_inset and at]
    if all(inset) or not any(inset):
        begin: list[int] = []
    elif inset[0]:
        begin = rest
    else:
        alone = all(not inset[at - 1] and _ENDED.search(lines[at - 1]) for at in rest)
        begin = rest if alone else []
    for first, last in zip([0, *begin], [*begin, len(lines)], strict=True):
        yield "\n".join(lines[first:last])


def begun(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with something in them; a page that begins between two begins the second."""
    pages: tuple[Inline, ...] = ()
    for block in blocks:
        if all(isinstance(item, PageBreak | Running) for item in block.content):
            pages = (*pages, *block.content)
        else:
            yield Block(settled((*pages, *block.content)), block.level)
            pages = ()


class _Reader:
    def __init__(self, definitions: dict[str, str], keep_lines: bool) -> None:
        self._definitions = definitions
        self._keep_lines = keep_lines
        self._open: list[str] = []
        self._names: dict[str, str] = {}
        self.blocks: list[Block] = []
        self.circular: list[str] = []

    def block(self, part: str) -> Block:
        text = part.strip("\n \t")
        heading = _HEADING.fullmatch(text)
        if heading:
            return Block(settled(self._inline(heading[2], ())), len(heading[1]))
        return Block(settled(self._inline(text, ())))

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
        elif match[2] is not None:
            yield Running(match[3], match[2])
        elif match[0] == "\f":
            yield PageBreak()
        elif match[0] == WITHIN:
            if self._keep_lines:
                yield Break(is_within=True)
        elif self._keep_lines or match[0] != "\n":
            yield Break()
        else:
            yield TextRun(" ", rend)

    def _note(self, name: str) -> Note | NoteMark | None:
        """The note of this name, or a further mark of one that stands in the text; none where it is
        not defined, or would stand in itself.
        """
        text = self._definitions.get(name)
        if text is None:
            return None
        if name in self._open or len(self._open) >= _DEEPEST:
            self.circular.append(f"[^{name}]")
            return None
        if name in self._names:
            return NoteMark(self._names[name])
        if not self._open:
            self._names[name] = f"note:{len(self._names)}"
        self._open.append(name)
        content = (Block(settled(self._inline(text, ()))),)
        made = Note(content, name=self._names.get(name, ""))
        self._open.pop()
        return made
