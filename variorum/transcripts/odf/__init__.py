"""Reads OpenDocument texts (.odt) by ISO/IEC 26300, of any program that writes them."""

__all__ = ()
