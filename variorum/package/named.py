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
from urllib.parse import unquote, urljoin, urlsplit

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
_STYLE = re.compile(r"""(?:@import\s+(?:url\(\s*)?|url\(\s*)["']?([^"')\s;]+)""")
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_STYLESHEET = re.compile(r"""href\s*=\s*["']([^"']+)["']""")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_WEB = re.compile(r"(https?|ftps?):|//", re.IGNORECASE)
_LOCAL = re.compile(r"file:", re.IGNORECASE)
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
        self._remote: dict[str, Place] = {}
        self._said: set[str] = set()
        self._prefixes = list(_prefixes(source.root))

    def run(self) -> Named:
        for instruction in self._source.root.itersiblings(preceding=True):
            if getattr(instruction, "target", "") == "xml-stylesheet":
                for href in _STYLESHEET.findall(instruction.text or ""):
                    place = Place(self._source.name, 0)
                    self._look(href, self._source.path.parent, place, must=True)
        for element in self._source.root.iter(f"{TEI}*"):
            for name, value in element.attrib.items():
                if name in _MUST or name in _MAY:
                    self._attribute(element, str(name), str(value))
        if self._remote:
            self._tell_remote()
        return self._named

    def _attribute(self, element: _Element, name: str, value: str) -> None:
        must = name in _MUST or (element.tag in _POINTING and name in ("target", "source"))
        place = Place(self._source.name, int(element.sourceline or 0))
        folder, home = self._base(element)
        for token in value.split():
            address = self._expanded(token)
            if home and not address.startswith("#"):
                address = urljoin(home, address)
            is_file = name in _MUST or element.tag == f"{TEI}rendition"
            if not _WEB.match(address) or is_file or _has_ending(address):
                self._look(address, folder, place, must=must)

    def _base(self, element: _Element) -> tuple[Path, str]:
        """Where the addresses of an element begin (XML Base): a folder, or an address."""
        folder, home = self._source.path.parent, ""
        around = [each.get(f"{XML}base") for each in [element, *element.iterancestors()]]
        for base in [each for each in around if each][::-1]:
            if home or _WEB.match(base):
                home = urljoin(home, base)
            else:
                folder = folder / unquote(base.rpartition("/")[0])
        return folder, home

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

    def _look(self, address: str, folder: Path, place: Place, *, must: bool) -> None:
        if _WEB.match(address):
            if must:
                self._remote.setdefault(address, place)
            return
        path = address.partition("#")[0].partition("?")[0]
        if must and _LOCAL.match(address):
            self._say(PACKAGE_NAMED_OUTSIDE, place, f"“{address}” is a place of one computer")
        if not path or _SCHEME.match(address):
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
            self._say(PACKAGE_NAMED_OUTSIDE, place, f"“{address}” lies outside the edition")
        elif must:
            self._say(PACKAGE_NAMED_MISSING, place, f"there is no file “{address}”")

    def _take(self, file: Path) -> None:
        if file in self._named.files or file == self._source.path.resolve():
            return
        self._named.files[file] = None
        if file.suffix == ".css":
            self._style(file, file.read_text(encoding="utf-8", errors="replace"))

    def _style(self, file: Path, text: str) -> None:
        """What a style sheet names; comments become empty lines, so that lines are counted."""
        name = file.relative_to(self._home).as_posix()
        plain = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
        for found in _STYLE.finditer(plain):
            place = Place(name, plain.count("\n", 0, found.start()) + 1)
            self._look(found[1], file.parent, place, must=not found[1].startswith("data:"))

    def _say(self, code: Code, place: Place, message: str) -> None:
        if message not in self._said:
            self._said.add(message)
            self._named.findings.append(code.at(place, message))

    def _tell_remote(self) -> None:
        files = list(self._remote)
        shown = ", ".join(files[:_SHOWN])
        more = f" and {len(files) - _SHOWN} more" if len(files) > _SHOWN else ""
        message = f"on the network and not in the package: {shown}{more}"
        self._say(PACKAGE_NAMED_REMOTE, self._remote[files[0]], message)


def _has_ending(address: str) -> bool:
    """Whether an address of the network looks like that of a file, and not of a page."""
    return bool(re.search(r"\.\w{2,5}$", urlsplit(address).path))


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
