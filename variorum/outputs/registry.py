"""All outputs there are, a line for each, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.model.modeller import MODEL
from variorum.outputs.asset_files import ASSETS
from variorum.outputs.beacon import BEACON
from variorum.outputs.citing import CITING
from variorum.outputs.collation import COLLATION, RAW_COLLATION
from variorum.outputs.discovery import DISCOVERY
from variorum.outputs.dts import DTS
from variorum.outputs.guidelines import GUIDELINES
from variorum.outputs.html import HTML
from variorum.outputs.latex import LATEX
from variorum.outputs.letters import LETTERS
from variorum.outputs.linkset import LINKSET
from variorum.outputs.output import Output, TextOutput
from variorum.outputs.page_stylesheets import page_stylesheet
from variorum.outputs.parts import PARTS
from variorum.outputs.pdf import PDF, TEMPLATE
from variorum.outputs.search import SEARCH
from variorum.outputs.side_by_side import FACSIMILE, TRANSLATION, TRANSLATION_FACSIMILE
from variorum.outputs.site import SITE
from variorum.outputs.text import TEXT
from variorum.outputs.variants import VARIANTS
from variorum.outputs.witness_comparison import WITNESS_COMPARISON

if TYPE_CHECKING:
    from variorum.source import Edition

__all__ = ["FORMATS", "OUTPUTS", "drivers", "other_drivers", "outputs_of"]


FORMATS = ("html", "text", "pdf", "latex")
"""The groups of outputs that `--only` can name."""

OUTPUTS: tuple[Output, ...] = (
    PDF,  # first, since it is set while the others are made
    HTML,
    PARTS,
    TRANSLATION,
    TRANSLATION_FACSIMILE,
    FACSIMILE,
    VARIANTS,
    TEXT,
    LATEX,
    WITNESS_COMPARISON,
    COLLATION,
    ASSETS,
    SITE,
    SEARCH,
    DTS,
    LINKSET,
    DISCOVERY,
    LETTERS,
    BEACON,
    GUIDELINES,
    TEMPLATE,
    CITING,  # last, since it tells of all files
)


def outputs_of(
    formats: Collection[str] = FORMATS,
    *,
    online: bool = False,
    raw: bool = False,
    self_contained: bool = False,
    edition: Edition | None = None,
) -> tuple[Output, ...]:
    """The outputs of these groups; those of a published site alone only where it is `online`.

    Outputs that have to be wanted are among them if the `edition` wants them.

    With `raw`, the cells of tables are not guarded against being taken for formulas. Pages that are
    `self_contained` share no style sheet and no script: each has its own.
    """
    return tuple(
        RAW_COLLATION if raw and output is COLLATION else output
        for output in OUTPUTS
        if output.format in formats
        and (online or not output.online)
        and _is_wanted(output, edition)
        and not (self_contained and output in (ASSETS, SEARCH))
    )


def _is_wanted(output: Output, edition: Edition | None) -> bool:
    asked = output.is_wanted if isinstance(output, TextOutput) else None
    return asked is None or (edition is not None and asked(edition))


def drivers(outputs: Iterable[Output], own: Path | None = None) -> list[Path]:
    """The stylesheets that must be compiled for these outputs; `own` stands for ours of pages."""
    needed = [MODEL, *(output.driver for output in outputs if output.driver)]
    return list(dict.fromkeys(page_stylesheet(path, needed, own) for path in needed))


def other_drivers(outputs: Iterable[Output]) -> list[Path]:
    """Those of them that another process can compile meanwhile, that of the PDF as the first.

    For Typst, which takes longest, is to begin as early as can be.
    """
    others = [driver for driver in drivers(outputs) if driver != MODEL]
    return sorted(others, key=lambda driver: driver != PDF.driver)
