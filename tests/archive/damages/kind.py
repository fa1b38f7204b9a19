"""What a kind of damage is, and the hands that do it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = [
    "Do",
    "Kind",
    "both",
    "delete",
    "edit_bytes",
    "edit_json",
    "exchange",
    "overwrite",
    "sub",
    "write",
]

Do = Callable[[Path], object]
"""Damages the payload of a package, or whatever else the kind is about."""


@dataclass(frozen=True)
class Kind:
    """A kind of damage: what is done, the file that must be named, the code, and the words."""

    what: str
    file: str
    code: str
    words: str
    do: Do


def sub(pattern: str, new: str, file: str = "METS.xml", count: int = 1) -> Do:
    """Replaces what a regular expression finds in a file."""

    def damage(payload: Path) -> None:
        text = (payload / file).read_text(encoding="utf-8")
        changed, found = re.subn(pattern, new, text, count=count, flags=re.DOTALL)
        assert found and changed != text, pattern
        (payload / file).write_text(changed, encoding="utf-8")

    return damage


def write(file: str, text: str) -> Do:
    return lambda payload: (payload / file).write_text(text, encoding="utf-8")


def delete(*files: str) -> Do:
    def damage(payload: Path) -> None:
        for name in files:
            path = payload / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    return damage


def edit_bytes(file: str, change: Callable[[bytes], bytes]) -> Do:
    def damage(payload: Path) -> None:
        data = (payload / file).read_bytes()
        assert change(data) != data
        (payload / file).write_bytes(change(data))

    return damage


def exchange(first: str, second: str) -> Do:
    """Two files get each other's names."""

    def damage(payload: Path) -> None:
        data, other = (payload / first).read_bytes(), (payload / second).read_bytes()
        assert data != other
        (payload / first).write_bytes(other)
        (payload / second).write_bytes(data)

    return damage


def overwrite(file: str, source: str) -> Do:
    """A file gets the content of another one."""
    return lambda payload: (payload / file).write_bytes((payload / source).read_bytes())


def edit_json(file: str, change: Callable[[Any], object]) -> Do:
    """Changes the value that a JSON file holds; what `change` returns is not used."""

    def damage(payload: Path) -> None:
        told = json.loads((payload / file).read_bytes())
        before = json.dumps(told)
        change(told)
        assert json.dumps(told) != before
        (payload / file).write_text(json.dumps(told, ensure_ascii=False, indent=2), "utf-8")

    return damage


def both(*steps: Do) -> Do:
    def damage(payload: Path) -> None:
        for step in steps:
            step(payload)

    return damage
