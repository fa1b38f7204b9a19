"""Compiles an ODD to a RELAX NG grammar; what TEI means stays in the ODD and the stylesheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from variorum import resource
from variorum.diagnostics import Diagnostic, VariorumError
from variorum.edition import Source
from variorum.positions import Places
from variorum.saxon import Message, Saxon

__all__ = ["compile_schema"]


def compile_schema(odd: Path) -> bytes:
    """The grammar an ODD describes, in RELAX NG's XML syntax and UTF-8.

    The ODD stands alone: it specifies every element, class, macro and datatype itself (TEI P5
    22.1). The result depends on nothing but the bytes and the name of the file. Raises
    VariorumError when the file cannot be read, is not well-formed, or contradicts itself.
    """
    source = Source(odd, odd.as_posix())
    source.tree  # noqa: B018 - unreadable and ill-formed files are refused here
    driver = resource("xslt") / "schema.xsl"
    saxon = Saxon(driver)
    compiler = saxon[driver]
    grammar = compiler.text(saxon.parse(source.text), {"name": odd.name}, "relaxng")
    if faults := compiler.messages():
        raise VariorumError(*_findings(source, faults))
    return grammar.encode("utf-8")


def _findings(source: Source, faults: list[Message]) -> Iterator[Diagnostic]:
    places = Places(source.root, source.data)
    for fault in faults:
        line, column = places.find(fault.attributes["path"])
        yield Diagnostic(
            source.name,
            line,
            column,
            fault.attributes["code"],
            "error",
            fault.attributes["message"],
        )
