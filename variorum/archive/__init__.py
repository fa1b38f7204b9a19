"""The package for archives: made, verified, kept in versions; text services; imports.

Each module stands alone, so that nothing is loaded that a command does not need.
"""

__all__ = ()
