"""What all tests share: test data and tools that a user may lack, golden files, turns."""

from __future__ import annotations

import difflib
import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings

from tests.turns import Turns

ROOT = Path(__file__).resolve().parent.parent
# the same examples every time: what a run finds, every run finds
settings.register_profile("variorum", derandomize=True, deadline=None)
settings.load_profile("variorum")

TEST_ALL = os.environ.get("VARIORUM_TEST_ALL") == "1"
Case = TypeVar("Case")
_DATA = Path(os.environ.get("VARIORUM_TEST_DATA", ROOT.parent / "shared"))


def lacking(reason: str) -> None:
    """Skips a test that needs what is not there; where all tests are asked for, it fails."""
    if TEST_ALL:
        pytest.fail(f"{reason}, but VARIORUM_TEST_ALL=1")
    pytest.skip(reason)


def shared(name: str) -> Path:
    """A file or folder of the test data that is not part of this repository."""
    path = _DATA / name
    if not path.exists():
        lacking(f"no test data {name}; VARIORUM_TEST_DATA can name its folder")
    return path


def at_hand(name: str) -> Path | None:
    """A file or folder of the test data, if it is there."""
    path = _DATA / name
    return path if path.exists() else None


def tool(name: str) -> str:
    """The path of a program the test needs."""
    path = shutil.which(name)
    if path is None:
        lacking(f"{name} is not installed")
    return str(path)


_SLOW = "slow; runs under VARIORUM_TEST_ALL=1"
SLOW = pytest.mark.skipif(not TEST_ALL, reason=_SLOW)
"""Marks a test that runs only if all tests are asked for: nothing is made ready for it before."""


def slow() -> None:
    """Skips the rest of a test unless all tests are asked for."""
    if not TEST_ALL:
        pytest.skip(_SLOW)


def sample(cases: Sequence[Case], every: int = 4) -> list[Case]:
    """The cases; if not all tests are asked for, the first of each `every` of them."""
    return list(cases if TEST_ALL else cases[::every])


def without_large(files: Sequence[Path]) -> list[Path]:
    """The files, but those of a hundred kilobytes and more only if all tests are asked for."""
    return [file for file in files if TEST_ALL or file.stat().st_size < 100_000]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="rewrite the golden files")


_FOLDER = pytest.StashKey[tempfile.TemporaryDirectory[str]]()
_TURNS = pytest.StashKey[Turns]()


def pytest_configure(config: pytest.Config) -> None:
    """A worker of pytest-xdist takes turns with the others; a run without workers need not."""
    gc.disable()  # what is collected stays in use: to look for waste in it takes half of the time
    given: dict[str, str] | None = getattr(config, "workerinput", None)
    if given is not None:
        config.stash[_TURNS] = Turns(Path(given["turns"]))


def pytest_collection_finish() -> None:
    """From here on waste is looked for, as in the program, and only in what tests make."""
    gc.freeze()
    gc.set_threshold(10_000)
    gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Before a worker starts, it is told the folder of the locks, which all workers share."""
    stash: pytest.Stash = node.config.stash
    if _FOLDER not in stash:
        stash[_FOLDER] = tempfile.TemporaryDirectory(prefix="variorum-turns-")
    node.workerinput["turns"] = stash[_FOLDER].name


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """A test marked `alone` waits until no other test runs, and the others wait for it."""
    turns = item.config.stash.get(_TURNS, None)
    if turns is None:
        return (yield)
    with turns.turn(alone=_measures(item)):
        return (yield)


def _measures(item: pytest.Item) -> bool:
    """Whether a test is marked `alone` and runs at all: for one that is skipped, nobody waits."""
    skipped = any(mark.args[0] is True for mark in item.iter_markers("skipif"))
    return item.get_closest_marker("alone") is not None and not skipped


def pytest_unconfigure(config: pytest.Config) -> None:
    if (folder := config.stash.get(_FOLDER, None)) is not None:
        folder.cleanup()


Golden = Callable[[Path, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """`golden(path, text)`: the text equals the file; a failure keeps `<file>.actual`."""
    update = bool(request.config.getoption("--update-goldens"))

    def assert_equals_file(path: Path, text: str) -> None:
        actual = path.with_name(path.name + ".actual")
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        if text == expected:
            actual.unlink(missing_ok=True)
            return
        if update:
            path.write_text(text, encoding="utf-8")
            return
        actual.write_text(text, encoding="utf-8")
        lines = difflib.unified_diff(
            expected.splitlines(), text.splitlines(), path.name, "actual", lineterm="", n=1
        )
        pytest.fail("\n".join(list(lines)[:60]), pytrace=False)

    return assert_equals_file
