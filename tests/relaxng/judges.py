"""The other processors, as judges of the same schemas and documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tests import runs

__all__ = ["jing", "lxml"]


def jing(schema: Path, documents: Sequence[Path]) -> set[Path] | None:
    """The documents that jing finds invalid; None where it refuses the schema.

    Ids are left out (`-i`): they are no matter of the grammar.
    """
    output = runs.jing("-i", schema, *documents).stdout
    named = set()
    for line in output.splitlines():
        document = next((name for name in documents if line.startswith(f"{name}:")), None)
        if document is None and re.search(r"(^|: )(error|fatal)", line):
            return None
        if document is not None and ": warning:" not in line:
            named.add(document)
    return named


def lxml(schema: Path, documents: Sequence[Path]) -> set[Path] | None:
    """The documents that lxml finds invalid; None where it refuses the schema."""
    from lxml import etree

    try:
        grammar = etree.RelaxNG(etree.parse(str(schema)))
    except etree.LxmlError:
        return None
    return {document for document in documents if not grammar.validate(etree.parse(str(document)))}
