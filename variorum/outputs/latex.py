"""The LaTeX source of each document, for publishers."""

from __future__ import annotations

from variorum.outputs.output import Text, TextOutput, driver

__all__ = ["LATEX"]

_DRIVER = driver("latex")


def _render(text: Text) -> str:
    return text.rendered(_DRIVER)


LATEX = TextOutput(
    name="latex",
    format="latex",
    paths=("print/{name}.tex",),
    driver=_DRIVER,
    scope=frozenset({"document"}),
    render=_render,
    proof="latex",
)
