"""The stylesheet of an edition's own, which imports ours and overrides some of its templates.

It is a program that the folder of the edition brings along. When it runs, it can read and write
nothing, as ours; while it is compiled, it may read ours and what lies beside it, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from variorum import resource
from variorum.findings import Place, VariorumError
from variorum.outputs.codes import SITE_STYLESHEET
from variorum.outputs.face import own_file
from variorum.source import XML

if TYPE_CHECKING:
    from lxml.etree import _Element

    from variorum.engines.saxon import StylesheetError
    from variorum.findings import Diagnostic
    from variorum.source import Edition

__all__ = [
    "OURS",
    "own_stylesheet",
    "own_stylesheet_errors",
    "own_stylesheet_files",
    "text_of",
]

OURS = "urn:variorum:html"
"""What our stylesheet for pages is called, wherever it is installed, as in xslt/catalog.xml."""
_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_JOINING = frozenset([f"{_XSL}import", f"{_XSL}include"])


def own_stylesheet(edition: Edition) -> Path | None:
    """The stylesheet that the settings name.

    Raises VariorumError for one that joins files from elsewhere or computes before it runs.
    """
    return next(iter(_files(edition)), None)


def own_stylesheet_files(edition: Edition) -> tuple[Path, ...]:
    """The stylesheet that the settings name, and those that it includes and imports, but not ours.

    Raises VariorumError as `own_stylesheet` does.
    """
    return tuple(_files(edition))


def own_stylesheet_errors(edition: Edition, error: StylesheetError) -> Iterator[Diagnostic]:
    """What the compiler says of the stylesheet that the settings name and of what it includes."""
    root = edition.root.resolve()
    main, *included = _files(edition)
    for found in error.errors:
        # the compiler tells the last part of the address of a file, and of a text none
        file = next((file for file in included if file.name == found.file), main)
        line = found.line if file != main else _line_in_file(main, found.line)
        yield SITE_STYLESHEET.at(Place(file.relative_to(root).as_posix(), line), found.reason)
    if not error.errors:
        yield SITE_STYLESHEET.at(Place(main.relative_to(root).as_posix()), str(error))


def _line_in_file(file: Path, line: int) -> int:
    """The line of what stands in a line of `text_of(file)`, where each tag stands in one line."""
    from lxml import etree

    pairs = zip(_parsed(file).iter("*"), etree.fromstring(text_of(file)).iter("*"), strict=True)
    lines = [before.sourceline for before, after in pairs if int(after.sourceline or 0) <= line]
    return int(lines[-1] or 0) if lines else 0


def _files(edition: Edition) -> dict[Path, None]:
    name = edition.settings.site.stylesheet
    seen: dict[Path, None] = {}
    if name:
        file = own_file(edition, name)
        _look(file, name, file.parent, seen)
    return seen


def text_of(file: Path, *, with_views: bool = False) -> str:
    """The stylesheet in which the name of ours is its address, and which knows its own.

    Ours is that of the usual pages, or `with_views` that of all.
    """
    from lxml import etree

    root = _parsed(file)
    root.set(XML + "base", file.as_uri())
    for joining in root.iter(*_JOINING):
        if joining.get("href") == OURS:
            ours = "views.xsl" if with_views else "main.xsl"
            joining.set("href", (resource("xslt") / "html" / ours).resolve().as_uri())
    return str(etree.tostring(root, encoding="unicode"))


def _parsed(file: Path) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(file.read_bytes(), parser)


def _look(file: Path, name: str, folder: Path, seen: dict[Path, None]) -> None:
    if file in seen:
        return
    seen[file] = None
    try:
        root = _parsed(file)
    except (OSError, SyntaxError) as error:  # that of XML is one of the latter
        raise _refused(name, 0, f"cannot be read: {error}") from None
    for element in root.iter("*"):
        _refuse_what_runs_early(element, name)
        href = element.get("href", "") if element.tag in _JOINING else ""
        if href == OURS and file.parent != folder:
            raise _refused(name, element.sourceline, f"{OURS} is imported by the stylesheet itself")
        if href and href != OURS:
            joined = (file.parent / unquote(href)).resolve()
            if not joined.is_relative_to(folder) or not joined.is_file():
                message = f"“{href}” is neither {OURS} nor a file beside the stylesheet"
                raise _refused(name, element.sourceline, message)
            _look(joined, joined.relative_to(folder).as_posix(), folder, seen)


def _refuse_what_runs_early(element: _Element, name: str) -> None:
    """No expression is computed while a stylesheet is compiled, when files can still be read."""
    early = ("use-when", f"{_XSL}use-when")
    static = element.get("static", "no").strip() not in ("no", "false", "0")
    shadow = any(str(attribute).startswith("_") for attribute in element.attrib)
    other = element.tag in (f"{_XSL}use-package", f"{_XSL}import-schema")
    if static or shadow or other or any(element.get(each) is not None for each in early):
        message = "static expressions, use-when, packages and schemas are not for own stylesheets"
        raise _refused(name, element.sourceline, message)


def _refused(name: str, line: int | None, message: str) -> VariorumError:
    return VariorumError(SITE_STYLESHEET.at(Place(name, int(line or 0)), message))
