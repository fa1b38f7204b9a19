"""Builds the site of an edition again whenever a file is saved, and shows it in a browser."""

__all__ = ()
