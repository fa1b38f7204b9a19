"""Every code a finding can have: its level, why it matters, what to do, and examples.

A rule is described once: those of the ODD in its `constraintSpec`s, those of Python beside their
functions, and here what the reading of files and schemas can say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import resource
from variorum.findings import Level

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["Entry", "entries", "entry", "explain", "near", "notice", "of_odd"]

_TEI = "{http://www.tei-c.org/ns/1.0}"
_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_EXAMPLES = "{http://www.tei-c.org/ns/Examples}"


@dataclass(frozen=True)
class Entry:
    """One code. `reason` is a sentence, `help` says what to do, `bad` and `good` are examples."""

    code: str
    level: Level
    reason: str
    help: str = ""
    bad: str = ""
    good: str = ""

    @property
    def page(self) -> str:
        """Where the guidelines speak of it; a code without an example has no page of its own."""
        return f"rule-{self.code}.html" if self.bad else f"codes.html#{self.code}"


def entries(odd: Path | None = None) -> dict[str, Entry]:
    """The codes that editors meet, by alphabet; `odd` is the ODD of an edition with its own."""
    from variorum.check import every_rule

    every_rule()
    from variorum.check.codes import NOTICES
    from variorum.check.rules import words

    own = resource("schema") / "edition.odd"
    known = {one.code: one for one in NOTICES}
    for path in dict.fromkeys(one.resolve() for one in (own, odd) if one):
        if path.is_file():
            known |= {one.code: one for one in of_odd(path)}
    return dict(sorted((known | words).items()))


def _every(odd: Path | None = None) -> dict[str, Entry]:
    """All codes, with those of packages and imports, of which the guidelines do not speak."""
    from variorum.package.codes import NOTICES

    return entries(odd) | {one.code: one for one in NOTICES}


@cache
def _own() -> dict[str, Entry]:
    return _every()


def entry(code: str) -> Entry | None:
    """What there is to say about a code of ours."""
    return _own().get(code)


def notice(code: str) -> Entry:
    """What there is to say about a code of the reading of files and schemas."""
    from variorum.check.codes import NOTICES

    return next(one for one in NOTICES if one.code == code)


def near(code: str) -> str:
    """The code that was meant, if one is near."""
    from difflib import get_close_matches

    close = get_close_matches(code, _own(), 1, 0.5)
    return close[0] if close else ""


def explain(code: str, odd: Path | None = None) -> str:
    """Reason, cure and examples of a code, for a terminal. Raises KeyError for one unknown."""
    one = _every(odd)[code]
    parts = [f"{one.code} ({one.level})", one.reason]
    if one.help:
        parts.append(f"What to do: {one.help[:1].lower()}{one.help[1:]}.")
    for title, example in (("Not so:", one.bad), ("But so:", one.good)):
        if example:
            parts.append(title + "\n" + "\n".join(f"    {line}" for line in example.splitlines()))
    return "\n\n".join(parts)


def of_odd(path: Path) -> Iterator[Entry]:
    """The rules of an ODD: its `constraintSpec`s with a Schematron assertion."""
    from xml.etree import ElementTree

    root = ElementTree.parse(path).getroot()
    examples = {
        str(one.get("n")): _example(one) for one in root.iter(_TEI + "exemplum") if one.get("n")
    }
    for spec in root.iter(_TEI + "constraintSpec"):
        code = str(spec.get("ident"))
        tests = (*spec.iter(_SCH + "assert"), *spec.iter(_SCH + "report"))
        if tests:
            yield Entry(
                code,
                _LEVELS.get(tests[0].get("role", ""), "error"),
                _words(spec.find(_TEI + "desc")),
                _words(next(spec.iter(_SCH + "diagnostic"), None)),
                examples.get(f"{code} bad", ""),
                examples.get(f"{code} good", ""),
            )


_LEVELS: dict[str, Level] = {"warning": "warning", "info": "info"}


def _words(element: Element | None) -> str:
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += ["…", child.tail or ""]
    return " ".join("".join(parts).split())


def _example(exemplum: Element) -> str:
    """The example as it is written, with its names unprefixed and its indent removed."""
    from textwrap import dedent
    from xml.etree import ElementTree

    holder = next(exemplum.iter(_EXAMPLES + "egXML"), None)
    if holder is None:
        return ""
    text = ElementTree.tostring(holder, encoding="unicode", default_namespace=None)
    inner = re.sub(r"^<[^>]*>|</[^>]*>\s*$", "", text)
    inner = re.sub(r"(</?)ns\d+:", r"\1", inner).replace(" />", "/>")
    first, _, rest = inner.strip("\n").partition("\n")
    return f"{first.strip()}\n{dedent(rest)}".strip()
