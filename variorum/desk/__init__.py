"""The editor's desk: what an editing program asks of an edition while it is typed."""

__all__ = ()
