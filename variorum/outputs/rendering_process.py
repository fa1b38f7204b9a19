"""Renders in another process, which compiles its stylesheets while the first model is made here.

Compiling is most of what a build of few documents takes, and one process can use one processor
core alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache, partial
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
        self._thread = ThreadPoolExecutor(1)  # talks to the other process while Saxon works here
        self._compiled: Future[None] | None = None

    def begin(
        self, model: str, language: str, driver: Path, mode: str, params: Params
    ) -> Callable[[], tuple[str, list[Message]]]:
        """As `OtherRenderer.begin`."""
        return self._begun(_text, model, language, driver, mode, params)

    def pages(
        self,
        driver: Path,
        template: str,
        summaries: Sequence[str],
        registers: Sequence[str],
        more: Params,
    ) -> dict[str, str]:
        """As `Renderer.rendered_pages`."""
        return self._begun(_pages, driver, template, summaries, registers, more)()

    def _begun(self, function: Callable[..., T], *arguments: object) -> Callable[[], T]:
        """Begins a call after those before it; what is returned waits for the result."""
        if self._compiled is None:
            self._compiled = self._thread.submit(self._worker.answer)
        call = self._thread.submit(self._worker.ask, function, *arguments)
        return partial(self._result, self._compiled, call)

    def _result(self, compiled: Future[None], call: Future[T]) -> T:
        try:
            compiled.result()
            return call.result()
        except BaseException:
            self._worker.kill()
            raise


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
