"""The files of an edition: their bytes, positions and trees, and the settings."""

__all__ = ()
