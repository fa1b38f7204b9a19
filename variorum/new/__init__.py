"""A new edition: a folder that checks and builds, empty but for examples or around TEI at hand."""

__all__ = ()
