"""Makes the beginning of an edition from a transcript."""

__all__ = ()
