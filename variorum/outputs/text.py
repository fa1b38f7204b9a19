"""Plain text: of the reading text of each document and of each of its witnesses."""

from __future__ import annotations

from variorum.outputs.output import TextOutput, driver

__all__ = ["TEXT"]

_DRIVER = driver("text")


TEXT = TextOutput(
    name="text",
    format="text",
    paths=("text/{name}.txt",),
    driver=_DRIVER,
    scope=frozenset({"document", "witness"}),
    proof="text",
    copy="html/{name}.txt",
)
