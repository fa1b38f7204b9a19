"""The languages of runs: which is that of the text, and which has to be told."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.transcripts.transcript import Block, Cell, Inline, Note, Table, TableRow, TextRun

__all__ = ["fitting", "language_by_script", "with_languages"]

_SCRIPTS = {
    "HEBREW": "und-Hebr",
    "ARABIC": "und-Arab",
    "CJK": "und-Hani",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
}


_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_WRITTEN_IN = {
    "CYRILLIC": {
        "ru",
        "uk",
        "be",
        "bg",
        "sr",
        "mk",
        "kk",
        "ky",
        "tg",
        "mn",
        "cu",
        "tt",
        "ba",
        "cv",
    },
    "GREEK": {"el", "grc"},
}


def fitting(tag: str, text: str) -> str:
    """The tag, if its language can be written in the script of the text.

    Programs note the language of the keyboard, so that much is called what it is not.
    """
    first = next((char for char in text if char.isalpha()), "")
    script = unicodedata.name(first, "").partition(" ")[0] if first else ""
    language = _primary(tag)
    if script in _WRITTEN_IN:
        return tag if language in _WRITTEN_IN[script] else ""
    is_of_others = any(language in languages for languages in _WRITTEN_IN.values())
    return "" if script == "LATIN" and is_of_others and language != "sr" else tag


def language_by_script(text: str) -> str:
    """A tag for text in a script that is not written as Latin is; empty for other text."""
    for char in text:
        if char.isalpha() and char > "\u0500":
            name = unicodedata.name(char, "").partition(" ")[0]
            if name in _SCRIPTS:
                return _SCRIPTS[name]
    return ""


def with_languages(blocks: Sequence[Block | Table], language: str) -> list[Block | Table]:
    """The blocks, with a language only where it is another than that of the text.

    That is `language`, if it is known, and the one of most letters, which programs note without
    being asked; but not if it is written from the right, for then it has to be told.
    """
    letters: Counter[str] = Counter()
    for run in _runs(blocks):
        letters[run.span.language] += len(run.text)
    most = letters.most_common(1)[0][0] if letters else ""
    usual = {_primary(language), "" if _is_from_the_right(most) else _primary(most)}
    return [_told(block, usual) for block in blocks]


def _is_from_the_right(tag: str) -> bool:
    return tag.lower().startswith(("he", "iw", "ar", "fa", "ur", "yi", "und-hebr", "und-arab"))


def _runs(blocks: Sequence[Block | Table]) -> Iterator[TextRun]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _runs(cell.content)
            continue
        for item in block.content:
            if isinstance(item, TextRun):
                yield item
            elif isinstance(item, Note):
                yield from _runs(item.content)


def _told(block: Block | Table, usual: set[str]) -> Block | Table:
    if isinstance(block, Table):
        rows = (
            TableRow(
                tuple(
                    Cell(tuple(_told(each, usual) for each in cell.content), cell.cols, cell.rows)
                    for cell in row.cells
                ),
                row.is_head,
            )
            for row in block.rows
        )
        return replace(block, rows=tuple(rows))
    content = tuple(_item_told(item, usual) for item in block.content)
    spoken = {
        item.span.language for item in content if isinstance(item, TextRun) and item.text.strip()
    }
    if len(spoken) == 1 and (language := spoken.pop()):
        bare = tuple(_without(item) for item in content)
        return replace(block, content=bare, language=language)
    return replace(block, content=content)


def _item_told(item: Inline, usual: set[str]) -> Inline:
    if isinstance(item, Note):
        return replace(item, content=tuple(_told(each, usual) for each in item.content))
    tag = item.span.language.replace("_", "-")
    if not _TAG.fullmatch(tag):
        return _without(item)
    item = replace(item, span=replace(item.span, language=tag))
    if _primary(tag) in usual or not _has_words(item):
        return _without(item)
    return item


def _has_words(item: Inline) -> bool:
    return not isinstance(item, TextRun) or any(char.isalpha() for char in item.text)


def _without(item: Inline) -> Inline:
    return replace(item, span=replace(item.span, language=""))


def _primary(tag: str) -> str:
    return tag.lower().partition("-")[0]
