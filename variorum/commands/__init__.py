"""The verbs of the command line: each file reads the flags of one, and makes one call."""

__all__ = ()
