"""What is wrong with an edition: the checks in their order. Returns findings, prints nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from variorum.findings import Diagnostic
    from variorum.source import Edition

__all__ = ["check"]


def check(
    edition: Edition, schema: Path | None = None, *, without: Collection[str] = (), rules: str = ""
) -> list[Diagnostic]:
    """Every finding in the edition, in file order.

    `schema` is a RELAX NG grammar for all files; without it each file is checked against those it
    names, files of an edition that name none against that edition's. `without` takes rules of
    Python out, by code. `rules` is `none`, `tei` or `edition`; without it the settings say, and
    without these the schema of each file. Raises VariorumError only for a schema of the caller that
    cannot be used.
    """
    from variorum.check.run import Run

    return Run(edition, schema, frozenset(without), rules).findings()
