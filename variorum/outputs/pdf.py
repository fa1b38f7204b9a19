"""The printed edition: the markup of each document, and the PDF that Typst sets from it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from variorum import resource
from variorum.engines import typst
from variorum.outputs.face import own_file
from variorum.outputs.output import File, Made, Site, SiteOutput, Text, TextOutput, driver

__all__ = ["PDF", "TEMPLATE"]

_DRIVER = driver("print")
_TEMPLATES = ("print/edition.typ", "print/planner.typ", "print/cutting.typ")
_OWN = f"print/{typst.OWN_TEMPLATE}"


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


def _template(site: Site) -> Made:
    assets = resource("xslt") / "assets"
    made = [File(path, (assets / Path(path).name).read_bytes()) for path in _TEMPLATES]
    if named := site.edition.settings.print.template:
        made.append(File(_OWN, own_file(site.edition, named).read_bytes()))
    return Made(made)


TEMPLATE = SiteOutput(
    name="template",
    format="pdf",
    paths=(*_TEMPLATES, _OWN),
    make=_template,
)
"""The templates that the markup of all documents names."""
