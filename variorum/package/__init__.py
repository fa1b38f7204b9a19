"""Packages for archives: what they hold, and how they are written."""

__all__ = ()
