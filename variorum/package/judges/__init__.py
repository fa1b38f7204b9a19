"""The validators of others, asked about a package."""

__all__ = ()
