"""What does the work: Saxon for XSLT, Typst for PDF, processes of their own."""

__all__ = ()
