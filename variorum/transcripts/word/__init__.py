"""Reads Word files (.docx) by ISO/IEC 29500, of any program that writes them."""

__all__ = ()
