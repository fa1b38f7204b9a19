"""The reading site: a page of the reading text of each document and of each of its witnesses."""

from __future__ import annotations

from variorum.outputs.output import Text, TextOutput, driver
from variorum.outputs.renderer import script, style

__all__ = ["HTML"]

_DRIVER = driver("html")


def _render(text: Text) -> str:
    return text.rendered(_DRIVER, css=style(), **script())


HTML = TextOutput(
    name="html",
    format="html",
    paths=("html/{name}.html",),
    driver=_DRIVER,
    scope=frozenset({"document", "witness"}),
    render=_render,
    proof="html",
)
