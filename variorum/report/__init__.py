"""Renderings of findings: one module for each form."""

__all__ = ()
