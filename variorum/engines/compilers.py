"""Typst's compilers, which are kept: a compiler finds again what it has made of the template.

A book takes less than half the time in a compiler that has set another one with the same inputs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

__all__ = ["Compilers", "compilers", "forget"]


@dataclass(frozen=True)
class Compilers:
    """The compilers that have the same `fonts`, those of Typst itself and perhaps others.

    `families` are the names of these others, from `folder`, `files` says whether there are any.
    `shown` are the characters of which it is known whether a font has them, `of_chosen_face` those
    of which it is known whether the book face or one of these `families` has them.
    """

    fonts: Any
    families: tuple[str, ...]
    files: bool
    folder: Path | None = None
    shown: dict[str, bool] = field(default_factory=dict)
    of_chosen_face: dict[str, bool] = field(default_factory=dict)
    _idle: list[Any] = field(default_factory=list)

    @contextmanager
    def free(self) -> Iterator[Any]:
        """A compiler that nobody else uses meanwhile. One that has stopped is not used again."""
        try:
            compiler = self._idle.pop()
        except IndexError:
            compiler = _typst().Compiler(font_paths=self.fonts, ignore_system_fonts=True)
        try:
            yield compiler
        except _typst().TypstError:
            self._idle.append(compiler)
            raise
        self._idle.append(compiler)


def compilers(folder: Path | None) -> Compilers:
    """The compilers with the fonts of a folder, as its files are now."""
    found = sorted(folder.rglob("*")) if folder else []
    files = [file for file in found if file.is_file()]
    return _compilers(folder, tuple((file, file.stat().st_mtime_ns) for file in files))


@lru_cache(maxsize=2)
def _compilers(folder: Path | None, _files: tuple[tuple[Path, int], ...]) -> Compilers:
    own = _typst().Fonts(include_system_fonts=False)
    if folder is None:
        return Compilers(own, (), files=False)
    fonts = _typst().Fonts(include_system_fonts=False, font_paths=[folder])
    families = tuple(sorted(set(fonts.families()) - set(own.families()), key=_for_texts))
    return Compilers(fonts, families, any(font.path for font in fonts.fonts()), folder)


def _for_texts(family: str) -> tuple[int, str]:
    """Faces for texts come first, those for screens and programs last."""
    words = family.lower()
    if "mono" in words or "code" in words:
        return 2, family
    return int("sans" in words or "kufi" in words or words.endswith(" ui")), family


def forget() -> None:
    """Keeps no compiler any longer."""
    _compilers.cache_clear()


def _typst() -> Any:
    import typst

    return typst
