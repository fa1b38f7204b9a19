"""Plans what is to be made of an edition, makes it, and keeps the output folder."""

__all__ = ()
