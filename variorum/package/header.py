"""What the header of a document must say before it can be packaged, and what it had better say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from variorum import resource
from variorum.findings import Place
from variorum.package.codes import PACKAGE_REQUIRED
from variorum.source import TEI

if TYPE_CHECKING:
    from variorum.findings import Diagnostic
    from variorum.package.crosswalk import Record
    from variorum.schema.schematron import Rules
    from variorum.source import Source

__all__ = ["judged"]

_REQUIRED = {
    "creator": ("header-creator", "titleStmt", "nobody is named who made the document"),
    "publisher": ("header-publisher", "publicationStmt", "nobody is named who published it"),
    "year": ("header-date", "publicationStmt", "no year of publication is told"),
}
"""What DataCite 4.6 cannot do without (properties 2, 4 and 5), the rule of the ODD that asks for
it, and where it stands. A title (3) has every document: without one, its name."""


def judged(source: Source, record: Record, *, strict: bool) -> list[Diagnostic]:
    """What the header lacks, each with its line.

    What the standards of a package require is an error; the rest, which the rules of Variorum ask
    for, are warnings, and errors where `strict`.
    """
    rules = {rule for rule, _, _ in _REQUIRED.values()}
    found = [
        replace(finding, level="error" if strict else "warning")
        for finding in _rules().validate(source)
        if finding.code.startswith("header-") and (strict or finding.code not in rules)
    ]
    return [*_required(source, record), *found]


def _required(source: Source, record: Record) -> Iterator[Diagnostic]:
    for name, (_, element, message) in _REQUIRED.items():
        if name in record.lacking:
            place = Place(source.name, _line(source, element))
            help_ = (
                f"say it in the header, or supply it: --{name}, or {name} in the table"
                " [tool.variorum.package] of pyproject.toml"
            )
            yield PACKAGE_REQUIRED.at(place, message, help_)


def _line(source: Source, element: str) -> int:
    for path in (f"{TEI}teiHeader/{TEI}fileDesc/{TEI}{element}", f"{TEI}teiHeader"):
        found = source.root.find(path)
        if found is not None:
            return int(found.sourceline or 0)
    return int(source.root.sourceline or 0)


@cache
def _rules() -> Rules:
    from variorum.schema.schematron import load

    return load(resource("schema") / "edition.sch", phase="#ALL", own=True)
