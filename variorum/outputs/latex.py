"""The LaTeX source of each document, for publishers."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.outputs.output import File, Text, TextOutput, driver

__all__ = ["LATEX"]

_DRIVER = driver("latex")


def _files(text: Text, source: str) -> Iterator[File]:
    yield File(f"print/{text.name}.tex", source)
    for name, file in text.document.pictures.used_in(source):
        yield File(f"print/{name}", file.read_bytes())


LATEX = TextOutput(
    name="latex",
    format="latex",
    paths=("print/{name}.tex", "print/media/*"),
    driver=_DRIVER,
    scope=frozenset({"document"}),
    files=_files,
    proof="latex",
    copy="html/{name}.tex",
)
