"""Compiles an ODD; what TEI means stays in the ODD and the stylesheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from variorum import resource
from variorum.engines.saxon import Message, Saxon
from variorum.findings import Diagnostic, Place, VariorumError, codes_in
from variorum.schema import odd_codes
from variorum.source import Source
from variorum.source.positions import Places

__all__ = ["Compiled", "compile_schema"]


@dataclass(frozen=True)
class Compiled:
    """What an ODD gives, both as XML in UTF-8.

    `grammar` is RELAX NG; `rules` is ISO Schematron, empty where the ODD has no `constraintSpec`
    with a rule (TEI P5 23.5.2).
    """

    grammar: bytes
    rules: bytes


def compile_schema(odd: Path) -> Compiled:
    """The grammar and the rules an ODD describes.

    The ODD stands alone: it specifies every element, class, macro and datatype itself (TEI P5
    22.1). The result depends on nothing but the bytes and the name of the file. Raises
    VariorumError when the file cannot be read, is not well-formed, or contradicts itself.
    """
    source = Source(odd, odd.as_posix())
    source.tree  # noqa: B018 - unreadable and ill-formed files are refused here
    driver = resource("xslt") / "schema.xsl"
    saxon = Saxon(driver)
    compiler = saxon[driver]
    document = saxon.parse(source.text)
    grammar = compiler.text(document, {"name": odd.name}, "relaxng")
    if faults := compiler.messages():
        raise VariorumError(*_findings(source, faults))
    rules = compiler.text(document, {"name": odd.name}, "schematron")
    return Compiled(grammar.encode(), rules.encode() if "<sch:schema" in rules else b"")


def _findings(source: Source, faults: list[Message]) -> Iterator[Diagnostic]:
    places = Places(source.root, source.whole)
    codes = codes_in(odd_codes)
    for fault in faults:
        place = Place(source.name, *places.find(fault.attributes["path"]))
        yield codes[fault.attributes["code"]].at(place, fault.attributes["message"])
