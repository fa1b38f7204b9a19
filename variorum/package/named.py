"""The files that a document names and that travel with it: pictures, sound, style sheets, texts.

Nothing outside the folder of the edition is read, and nothing on the network. What a document names
and a package cannot hold is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from variorum.findings import Code, Diagnostic, Place
from variorum.package.codes import (
    PACKAGE_NAMED_MISSING,
    PACKAGE_NAMED_OUTSIDE,
    PACKAGE_NAMED_REMOTE,
)
from variorum.source import TEI, XML, Source
from variorum.source.addresses import is_readable_file
from variorum.source.inclusions import included_files

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Named", "included_by", "named_by"]

_MUST = ("url", "facs")
"""Attributes that name files and nothing else."""
_MAY = ("target", "source", "corresp", "copyOf", "sameAs", "poster", "ref")
"""Attributes that may name a file, or a place in a document, or a thing of the world."""
_POINTING = frozenset(f"{TEI}{name}" for name in ("ptr", "ref", "rendition"))
_STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")
_STYLESHEET = re.compile(r"""href\s*=\s*["']([^"']+)["']""")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_WEB = re.compile(r"(https?|ftps?):", re.IGNORECASE)
_SHOWN = 3


@dataclass
class Named:
    """The files, in the order in which they are named, and what is said of the others."""

    files: dict[Path, None] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)


def named_by(source: Source, home: Path) -> Named:
    """What a document names below the folder `home`, but for the files that it includes."""
    return _Search(source, home.resolve()).run()


def included_by(path: Path, home: Path, seen: set[Path] | None = None) -> set[Path]:
    """The files below `home` that a document includes (XInclude 1.0), with what they include."""
    found = set() if seen is None else seen
    try:
        inner = included_files(path, path.read_bytes())
    except (OSError, ValueError):
        return found
    for file in inner - found:
        if file.is_relative_to(home.resolve()) and is_readable_file(file):
            found.add(file)
            included_by(file, home, found)
    return found


class _Search:
    def __init__(self, source: Source, home: Path) -> None:
        self._source = source
        self._home = home
        self._named = Named()
        self._remote: dict[str, int] = {}
        self._said: set[str] = set()
        self._prefixes = list(_prefixes(source.root))

    def run(self) -> Named:
        for instruction in self._source.root.itersiblings(preceding=True):
            if getattr(instruction, "target", "") == "xml-stylesheet":
                for href in _STYLESHEET.findall(instruction.text or ""):
                    self._look(href, self._source.path.parent, 0, must=True)
        for element in self._source.root.iter(f"{TEI}*"):
            for name, value in element.attrib.items():
                if name in _MUST or name in _MAY:
                    self._attribute(element, str(name), str(value))
        if self._remote:
            self._tell_remote()
        return self._named

    def _attribute(self, element: _Element, name: str, value: str) -> None:
        must = name in _MUST or (element.tag in _POINTING and name in ("target", "source"))
        for token in value.split():
            address = self._expanded(token)
            self._look(address, self._folder(element), int(element.sourceline or 0), must=must)

    def _folder(self, element: _Element) -> Path:
        """Where the addresses of an element begin (XML Base)."""
        folder = self._source.path.parent
        around = [each.get(f"{XML}base") for each in [element, *element.iterancestors()]]
        for base in [each for each in around if each][::-1]:
            folder = folder / unquote(base.rpartition("/")[0])
        return folder

    def _expanded(self, token: str) -> str:
        for prefix, pattern, replacement in self._prefixes:
            if token.startswith(f"{prefix}:"):
                try:
                    found = re.fullmatch(pattern, token.removeprefix(f"{prefix}:"))
                except re.error:  # the check tells of it
                    continue
                if found:
                    return _filled(replacement, found)
        return token

    def _look(self, address: str, folder: Path, line: int, *, must: bool) -> None:
        if _WEB.match(address):
            if must:
                self._remote.setdefault(address, line)
            return
        path = address.partition("#")[0].partition("?")[0]
        if not path or _SCHEME.match(address) or address.startswith("//"):
            return
        try:
            file = (folder / unquote(urlsplit(path).path)).resolve()
            inside, there = file.is_relative_to(self._home), is_readable_file(file)
        except (OSError, ValueError):
            inside = there = False
            file = folder
        if there and inside:
            self._take(file)
        elif must and not inside:
            self._say(PACKAGE_NAMED_OUTSIDE, line, f"“{address}” lies outside the edition")
        elif must:
            self._say(PACKAGE_NAMED_MISSING, line, f"there is no file “{address}”")

    def _take(self, file: Path) -> None:
        if file in self._named.files or file == self._source.path.resolve():
            return
        self._named.files[file] = None
        if file.suffix == ".css":
            text = file.read_text(encoding="utf-8", errors="replace")
            for address in _STYLE.findall(text):
                self._look(address, file.parent, 0, must=not address.startswith("data:"))

    def _say(self, code: Code, line: int, message: str) -> None:
        if message not in self._said:
            self._said.add(message)
            self._named.findings.append(code.at(Place(self._source.name, line), message))

    def _tell_remote(self) -> None:
        files = [
            (address, line)
            for address, line in self._remote.items()
            if re.search(r"\.\w{2,5}$", urlsplit(address).path)
        ]
        if files:
            line = files[0][1]
            shown = ", ".join(address for address, _ in files[:_SHOWN])
            more = f" and {len(files) - _SHOWN} more" if len(files) > _SHOWN else ""
            message = f"on the network and not in the package: {shown}{more}"
            self._say(PACKAGE_NAMED_REMOTE, line, message)


def _prefixes(root: _Element) -> Iterator[tuple[str, str, str]]:
    """The prefixes that the header declares, with what they stand for (TEI P5 17.2.3)."""
    for rule in root.iter(f"{TEI}prefixDef"):
        name, pattern = rule.get("ident", ""), rule.get("matchPattern", "")
        if name and pattern:
            yield name, pattern, rule.get("replacementPattern", "")


def _filled(replacement: str, found: re.Match[str]) -> str:
    """The replacement with the groups of a match, `$1` to `$9`."""
    groups = ["", *found.groups("")]
    return re.sub(
        r"\$(\d)",
        lambda each: groups[int(each[1])] if 0 < int(each[1]) < len(groups) else "",
        replacement,
    )
