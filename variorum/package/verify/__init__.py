"""Verifies a package: anybody's, which may be hostile."""

__all__ = ()
