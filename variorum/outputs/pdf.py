"""The printed edition: the markup of each document, and the PDF that Typst sets from it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from variorum import resource
from variorum.engines import typst
from variorum.outputs.output import File, Made, Site, SiteOutput, Text, TextOutput, driver

__all__ = ["PDF", "TEMPLATE"]

_DRIVER = driver("print")
_TEMPLATES = ("print/edition.typ", "print/planner.typ", "print/cutting.typ")


def _files(text: Text, markup: str) -> Iterator[File]:
    pictures = dict(text.document.pictures.used_in(markup))
    setting = partial(
        typst.pdf, markup, text.document.source, text.renderer.edition, pictures=pictures
    )
    yield File(f"pdf/{text.name}.pdf", setting)
    yield File(f"print/{text.name}.typ", markup)
    for name, file in pictures.items():
        yield File(f"print/{name}", file.read_bytes())


PDF = TextOutput(
    name="pdf",
    format="pdf",
    paths=("pdf/{name}.pdf", "print/{name}.typ", "print/media/*"),
    driver=_DRIVER,
    tools=("typst",),
    scope=frozenset({"document"}),
    proof="print",
    copy="html/{name}.pdf",
    files=_files,
)


def _template(_site: Site) -> Made:
    assets = resource("xslt") / "assets"
    return Made([File(path, (assets / Path(path).name).read_bytes()) for path in _TEMPLATES])


TEMPLATE = SiteOutput(
    name="template",
    format="pdf",
    paths=_TEMPLATES,
    make=_template,
)
"""The templates that the markup of all documents names."""
