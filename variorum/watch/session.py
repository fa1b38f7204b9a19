"""One session of watching: what is done when a file is saved, in its order."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.findings import Diagnostic, VariorumError
from variorum.watch.changes import Changes
from variorum.watch.preview import Preview
from variorum.watch.server import LiveServer, News

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["watch"]

_BLOCKS = ("p", "head", "l", "item", "cell", "ab", "note", "speaker", "stage")
_LETTERS = 30

Tell = Callable[[str, Sequence[Diagnostic]], None]
"""Shows what has happened, and what was found."""


def watch(root: Path, output: Path, port: int, tell: Tell) -> None:
    """Makes the site of an edition below `output`, serves it, and makes it again for ever.

    Raises VariorumError if the settings are wrong, OSError if no port is free.
    """
    news = News()
    preview = Preview(root, output)
    changes = Changes(root, output)
    found = preview.all()
    server = LiveServer(output / "html", news, port)
    news.tell(_told(root, found))
    server.start()
    tell(f"{server.address} shows the edition; Ctrl-C ends it", found)
    while True:
        time.sleep(changes.pause)
        if files := _settled(changes):
            _made(root, preview, news, files, tell)


def _settled(changes: Changes) -> set[Path]:
    """What has changed and does not change any more: a file may be seen before it is whole."""
    files = changes.found()
    more = files
    while more:
        time.sleep(changes.pause)
        more = changes.found()
        files |= more
    return files


def _made(root: Path, preview: Preview, news: News, files: set[Path], tell: Tell) -> None:
    begun = time.perf_counter()
    errors = _guarded(lambda: preview.saved(files))
    if not errors:
        news.tell()
    shown = time.perf_counter() - begun
    found = list(dict.fromkeys([*errors, *_guarded(preview.all)]))
    news.tell(_told(root, found))
    names = ", ".join(sorted(_name(root, file) for file in files))
    whole = time.perf_counter() - begun
    there = f"shown after {shown:.2f} s" if any(map(Path.exists, files)) else "gone"
    what = "kept as it was" if errors else there
    tell(f"{names}: {what}, all done after {whole:.2f} s", found)


def _guarded(work: Callable[[], list[Diagnostic]]) -> list[Diagnostic]:
    """What was found; the last good page stays where something could not be made."""
    try:
        return work()
    except VariorumError as error:
        return list(error.findings)


def _name(root: Path, file: Path) -> str:
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()


def _told(root: Path, found: Sequence[Diagnostic]) -> list[dict[str, Any]]:
    """The findings as browsers are told them, with what shows where they stand on a page."""
    trees: dict[Path, Any] = {}
    return [
        {
            "file": each.file,
            "line": each.line,
            "level": each.level,
            "message": f"{each.message} [{each.code}]",
            **_place(root / each.file, each.line, trees),
        }
        for each in found
    ]


def _place(file: Path, line: int, trees: dict[Path, Any]) -> dict[str, str]:
    """The id of the element in this line, and how the block begins that it stands in."""
    from variorum.source import Source

    if not line or not file.is_file():
        return {}
    if file not in trees:
        trees[file] = ()
        with suppress(VariorumError):
            trees[file] = list(Source(file, file.name).root.iter("*"))
    last = None
    for element in trees[file]:
        if (element.sourceline or 0) > line:
            break
        last = element
    return {} if last is None else _shown(last)


def _shown(element: _Element) -> dict[str, str]:
    for each in (element, *element.iterancestors()):
        name = str(each.tag).rpartition("}")[2]
        if name in _BLOCKS:
            begins = " ".join("".join(map(str, each.itertext())).split())[:_LETTERS]
            return {
                "id": each.get("{http://www.w3.org/XML/1998/namespace}id", ""),
                "begins": begins,
            }
    return {}
