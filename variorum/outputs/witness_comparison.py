"""The page on which two witnesses of a document stand side by side."""

from __future__ import annotations

from variorum.outputs.output import Text, TextOutput, driver

__all__ = ["WITNESS_COMPARISON"]

_DRIVER = driver("html")


def _render(text: Text) -> str:
    return text.rendered(_DRIVER, "witness-comparison")


def _applies(text: Text) -> bool:
    return len(text.document.summary.collated) > 1


WITNESS_COMPARISON = TextOutput(
    name="witness-comparison",
    format="html",
    paths=("html/{name}.compare.html",),
    driver=_DRIVER,
    scope=frozenset({"document"}),
    render=_render,
    applies=_applies,
)
