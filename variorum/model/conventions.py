"""The convention for the signs in a text that the settings do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.source import Source

__all__ = ["usual_convention"]


def usual_convention(source: Source) -> str:
    """That of Leiden for a file that names the schema of EpiDoc, which is made for it."""
    before = source.root.itersiblings(preceding=True)
    schemas = (each.text or "" for each in before if getattr(each, "target", "") == "xml-model")
    return "leiden" if "epidoc" in " ".join(schemas).lower() else "classical"
