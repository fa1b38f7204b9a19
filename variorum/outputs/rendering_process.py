"""Renders in another process, which compiles its stylesheets while the first model is made here.

Compiling is most of what a build of few documents takes, and one process can use one processor
core alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from variorum.engines.processes import Worker
from variorum.engines.saxon import Saxon
from variorum.model.modeller import Modeller
from variorum.outputs.renderer import Renderer

if TYPE_CHECKING:
    from pathlib import Path

    from variorum.engines.saxon import Message, Node, Params
    from variorum.source import Edition

__all__ = ["RenderingProcess"]

T = TypeVar("T")


class RenderingProcess:
    """A process that renders with the stylesheets `drivers`; a copy of this one.

    Models and registers are sent to it as XML, and no parameter can be a node. Raises what
    `Worker.ask` raises.
    """

    def __init__(
        self,
        edition: Edition,
        drivers: Sequence[Path],
        formats: Sequence[str],
        names: frozenset[str],
    ) -> None:
        self.drivers = frozenset(drivers)
        self._worker = Worker(fork=True)
        self._worker.begin(_compile, edition, tuple(drivers), tuple(formats), names)
        self._is_compiling = True

    def text(
        self, model: str, language: str, driver: Path, mode: str, params: Params
    ) -> tuple[str, list[Message]]:
        """As `Renderer.rendered`."""
        return self._ask(_text, model, language, driver, mode, params)

    def pages(
        self,
        driver: Path,
        template: str,
        summaries: Sequence[str],
        registers: Sequence[str],
        more: Params,
    ) -> dict[str, str]:
        """As `Renderer.rendered_pages`."""
        return self._ask(_pages, driver, template, summaries, registers, more)

    def _ask(self, function: Callable[..., T], *arguments: object) -> T:
        if self._is_compiling:
            self._is_compiling = False
            try:
                self._worker.answer()
            except BaseException:
                self._worker.kill()
                raise
        return self._worker.ask(function, *arguments)


# in the other process

_renderers: list[Renderer] = []
"""The renderer of this process, when its stylesheets are compiled."""


def _compile(
    edition: Edition, drivers: Sequence[Path], formats: Sequence[str], names: frozenset[str]
) -> None:
    saxon = Saxon(*drivers)
    for driver in drivers:
        saxon[driver]
    _renderers.append(Renderer(Modeller(saxon, edition), formats, names))


def _text(
    model: str, language: str, driver: Path, mode: str, params: Params
) -> tuple[str, list[Message]]:
    return _renderers[-1].rendered(_parsed(model), language, driver, mode, params)


def _pages(
    driver: Path, template: str, summaries: Sequence[str], registers: Sequence[str], more: Params
) -> dict[str, str]:
    renderer = _renderers[-1]
    parsed = [*map(renderer.parse, registers)]
    return renderer.rendered_pages(driver, template, summaries, parsed, more)


@lru_cache(maxsize=1)
def _parsed(model: str) -> Node:
    """The same model is rendered by one stylesheet after the other."""
    return _renderers[-1].parse(model)
