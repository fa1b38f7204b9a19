"""Renderings of findings: one module for each form."""

__all__: list[str] = []
