"""ODD and Schematron: compiled, and run."""

__all__ = ()
