"""Plain text: of the reading text of each document and of each of its witnesses."""

from __future__ import annotations

from variorum.outputs.output import Text, TextOutput, driver

__all__ = ["TEXT"]

_DRIVER = driver("text")


def _render(text: Text) -> str:
    return text.rendered(_DRIVER)


TEXT = TextOutput(
    name="text",
    format="text",
    paths=("text/{name}.txt",),
    driver=_DRIVER,
    scope=frozenset({"document", "witness"}),
    render=_render,
    proof="text",
    copy="html/{name}.txt",
)
