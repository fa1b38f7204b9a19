"""What is told of characters that no font has, and of letters in a face not made for a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from unicodedata import category
from unicodedata import name as unicode_name

from variorum.engines.codes import PRINT_FACE_STRANGE, PRINT_GLYPH_MISSING
from variorum.findings import Diagnostic, Place
from variorum.source import Source

__all__ = ["in_strange_face", "not_shown", "of_own_faces"]

_FORMS = re.compile(r"^  forms: .*$", re.MULTILINE)
_SCRIPTS = {"CJK": "Han", "COMBINING": "", "MODIFIER": "", "VARIATION": ""}
_OWN = ("Latin", "Greek", "Cyrillic", "Hebrew", "")
"""The scripts that the compiler brings a book face for; signs are of no script."""
_NAMED = 8
_FACES = {
    "Arabic": "Noto Naskh Arabic or Amiri",
    "Han": "Noto Serif CJK",
    "Hiragana": "Noto Serif CJK",
    "Katakana": "Noto Serif CJK",
    "Hangul": "Noto Serif CJK",
}
"""Faces for texts in some scripts; for most others there is a Noto Serif with their name."""


def of_own_faces(character: str) -> bool:
    """Whether a character is of a script that needs no font but those of the compiler."""
    return ord(character) < 0x530 or _script(character) in _OWN


def not_shown(markup: str, source: Source, missing: set[str]) -> list[Diagnostic]:
    """One finding, at the first of the characters that are not printed."""
    printed = _FORMS.sub("", markup)
    absent = sorted(missing & set(printed), key=source.text.find)
    if not absent:
        return []
    named = ", ".join(f"“{each}” (U+{ord(each):04X})" for each in absent[:_NAMED])
    more = f" and {len(absent) - _NAMED} more" if len(absent) > _NAMED else ""
    scripts = ", ".join(dict.fromkeys(filter(None, map(_script, absent))))
    of_script = f" ({scripts})" if scripts else ""
    message = f"no font has {named}{more}{of_script}: printed as an empty square"
    return [source.located(PRINT_GLYPH_MISSING.at(_first(absent, source), message))]


def in_strange_face(markup: str, source: Source, letters: set[str]) -> list[Diagnostic]:
    """A finding for each script whose letters stand in a face that was not made for a text."""
    return list(_strange(_FORMS.sub("", markup), source, letters))


def _strange(printed: str, source: Source, letters: Iterable[str]) -> Iterator[Diagnostic]:
    by_script = defaultdict(list)
    for letter in sorted(set(letters) & set(printed), key=source.text.find):
        by_script[_script(letter)].append(letter)
    for script, some in by_script.items():
        message = f"letters of the script {script} stand in a face that was not made for texts"
        face = _FACES.get(script, f"Noto Serif {script}")
        help_ = (
            f"put a font such as {face} into a folder that [tool.variorum.print] fonts names"
            " in pyproject.toml"
        )
        yield source.located(PRINT_FACE_STRANGE.at(_first(some, source), message, help_))


def _script(character: str) -> str:
    """The script of a letter, as Unicode begins its name; Chinese characters are Han."""
    if not category(character).startswith(("L", "M", "N")):
        return ""
    first = unicode_name(character, "").partition(" ")[0]
    return _SCRIPTS.get(first, first.capitalize())


def _first(characters: Iterable[str], source: Source) -> Place:
    places = (_place(source.text, each) for each in characters)
    return Place(source.name, *next(filter(any, places), (0, 0)))


def _place(text: str, character: str) -> tuple[int, int]:
    before, found, _ = text.partition(character)
    return (before.count("\n") + 1, len(before) - before.rfind("\n")) if found else (0, 0)
