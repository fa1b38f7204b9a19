"""The files of an edition: their bytes, positions and trees, and the settings."""

from variorum.source.edition import Edition
from variorum.source.search import EXCEPTIONS
from variorum.source.settings import Settings
from variorum.source.source import TEI, XML, Source

__all__ = ["EXCEPTIONS", "TEI", "XML", "Edition", "Settings", "Source"]
