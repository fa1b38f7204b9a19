"""The schemas that a document is judged by, as files of its package."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from variorum import resource
from variorum.source import Edition, Source
from variorum.source.addresses import file_at, is_readable_file

if TYPE_CHECKING:
    from variorum.relaxng import Schema

__all__ = ["SCHEMA", "StagedSchemas", "named_schemas", "stage_schemas"]

SCHEMA = "tei/schema"
"""Where the schemas of a staged edition lie."""

_INSTRUCTION = re.compile(r"<\?xml-model\s(.*?)\?>", re.DOTALL)
_HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_JOINED = re.compile(r"""<(?:\w+:)?(?:include|externalRef)\b[^>]*?\bhref\s*=\s*["']([^"']+)["']""")
_HEAD = 20_000


@dataclass
class StagedSchemas:
    """What was staged: the addresses that files stand for, as settings have them (`catalog`), and
    whether there is a grammar.
    """

    catalog: dict[str, str] = field(default_factory=dict)
    has_grammar: bool = False


def stage_schemas(edition: Edition, sources: tuple[Source, ...], root: Path) -> StagedSchemas:
    """Copies the schemas of an edition, or those that its files name, below `root`.

    An edition that has neither is packaged with the schema of Variorum if its texts keep to it.
    """
    own = edition.root / "tei" / "schema"
    named = {href: file for source in sources for href, file in named_schemas(edition, source)}
    if edition.own and own.is_dir():
        shutil.copytree(own, root / SCHEMA)
    elif not named and edition.own and _keep_to_ours(sources):
        # ours is no ODD of the edition's own
        shutil.copytree(resource("schema"), root / SCHEMA, ignore=shutil.ignore_patterns("*.odd"))
    staged = StagedSchemas()
    for href, file in named.items():
        target = root / SCHEMA / file.name
        if not target.exists():
            _copy(file, file.parent, target.parent)
        staged.catalog[href] = f"{SCHEMA}/{file.name}"
    folder = root / SCHEMA
    staged.has_grammar = folder.is_dir() and any(folder.glob("*.rng"))
    return staged


def named_schemas(edition: Edition, source: Source) -> Iterator[tuple[str, Path]]:
    """The schemas that a document names, by address; the catalog of the settings counts."""
    head = source.data[:_HEAD].decode("utf-8", "replace")
    for instruction in _INSTRUCTION.findall(head):
        found = _HREF.search(instruction)
        href = (found[1] or found[2] or "") if found else ""
        file = _local(edition, source, href)
        if href and file is not None and is_readable_file(file):
            yield href, file


def _keep_to_ours(sources: tuple[Source, ...]) -> bool:
    return all(not _ours().validate(source.whole) for source in sources)


@cache
def _ours() -> Schema:
    from variorum.relaxng import load_schema

    return load_schema(resource("schema") / "edition.rng")


def _local(edition: Edition, source: Source, href: str) -> Path | None:
    catalog = edition.settings.catalog
    if href in catalog:
        return edition.root / catalog[href]
    for prefix in sorted(catalog, key=len, reverse=True):
        if href.startswith(prefix):
            return edition.root / catalog[prefix] / href[len(prefix) :].lstrip("/")
    return file_at(href, source.path.parent)


def _copy(file: Path, home: Path, target: Path) -> None:
    """A schema with those that it includes from its own folder and below."""
    place = target / file.relative_to(home)
    if place.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, place)
    for href in _JOINED.findall(file.read_text(encoding="utf-8", errors="replace")):
        joined = (file.parent / unquote(urlsplit(href).path)).resolve()
        if joined.is_relative_to(home.resolve()) and is_readable_file(joined):
            _copy(home / joined.relative_to(home.resolve()), home, target)
