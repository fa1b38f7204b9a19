"""The rules of an ODD as codes of findings: each is described in its `constraintSpec`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import resource
from variorum.findings import Code, Level

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["codes_of_odd", "codes_of_rules"]

_TEI = "{http://www.tei-c.org/ns/1.0}"
_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
_LEVELS: dict[str, Level] = {"warning": "warning", "info": "info"}


def codes_of_rules(odd: Path | None = None) -> dict[str, Code]:
    """The rules of Variorum's ODD, and of `odd` if that is another and there, by name."""
    own = resource("schema") / "edition.odd"
    paths = dict.fromkeys(path.resolve() for path in (own, odd) if path)
    return {code.name: code for path in paths if path.is_file() for code in codes_of_odd(path)}


def codes_of_odd(path: Path) -> Iterator[Code]:
    """The rules of an ODD: its `constraintSpec`s with a Schematron assertion."""
    from xml.etree import ElementTree

    root = ElementTree.parse(path).getroot()
    examples = {
        str(exemplum.get("n")): _example(exemplum)
        for exemplum in root.iter(_TEI + "exemplum")
        if exemplum.get("n")
    }
    for spec in root.iter(_TEI + "constraintSpec"):
        name = str(spec.get("ident"))
        tests = (*spec.iter(_SCH + "assert"), *spec.iter(_SCH + "report"))
        if tests:
            yield Code(
                name,
                _LEVELS.get(tests[0].get("role", ""), "error"),
                _words(spec.find(_TEI + "desc")),
                _words(next(spec.iter(_SCH + "diagnostic"), None)),
                examples.get(f"{name} bad", ""),
                examples.get(f"{name} good", ""),
            )


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
