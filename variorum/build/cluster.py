"""The workers of a dask cluster make documents, as processes of this machine do.

Each of them must have the same program, and the folder of the edition at the same path. That is
looked at first: what they would make otherwise is another edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.build.codes import CLUSTER_UNFIT, CLUSTER_UNREACHABLE
from variorum.build.inputs import program
from variorum.findings import Place, VariorumError

if TYPE_CHECKING:
    from variorum.build.plan import Plan
    from variorum.outputs.output import Output

__all__ = ["Seen", "cluster", "fault_of"]

_SECONDS = 10
"""So long is a scheduler waited for."""


@dataclass(frozen=True)
class Seen:
    """What a machine has: a digest of the program with what it uses, and the sizes in bytes and
    times in nanoseconds of the files of an edition, without those that it does not have.
    """

    program: str
    files: Mapping[str, tuple[int, int]]


@contextmanager
def cluster(address: str, plan: Plan) -> Iterator[Executor]:
    """An executor whose calls the workers of the scheduler at `address` carry out.

    Raises VariorumError where there is none, or where its workers cannot make the documents of
    the plan as this process would.
    """
    with _client(address) as client:
        if fault := _fault(client, plan):
            raise VariorumError(CLUSTER_UNFIT.at(Place(address), fault))
        yield client.get_executor(pure=False)


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        message = "dask.distributed is not installed"
        help_ = 'pip install "variorum[cluster]"'
        raise VariorumError(CLUSTER_UNREACHABLE.at(Place(address), message, help_)) from None
    try:
        return Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise VariorumError(CLUSTER_UNREACHABLE.at(Place(address), str(error))) from None


def _fault(client: Any, plan: Plan) -> str:
    threads = client.nthreads()
    if not threads:
        return "it has no workers"
    if several := sorted(worker for worker, number in threads.items() if number != 1):
        return f"the worker {several[0]} has {threads[several[0]]} threads: Saxon works in one"
    files = sorted({str(source.path.resolve()) for source in plan.edition.sources})
    try:
        there = client.run(seen, plan.outputs, files)
    except Exception as error:  # whatever the workers raise when they load the program
        return f"its workers cannot run this program: {type(error).__name__}: {error}"
    return fault_of(seen(plan.outputs, files), there)


def seen(outputs: Sequence[Output], files: Sequence[str]) -> Seen:
    """What the machine has that carries this out."""
    found = {}
    for name in files:
        try:
            state = Path(name).stat()
        except OSError:
            continue
        found[name] = state.st_size, state.st_mtime_ns
    return Seen(program(outputs), found)


def fault_of(here: Seen, there: Mapping[str, Seen]) -> str:
    """Why workers, by their addresses, would not make what is made here; '' if they would."""
    for worker, has in sorted(there.items()):
        if has.program != here.program:
            return f"the worker {worker} has another version of the program or of what it uses"
        for name, state in here.files.items():
            if name not in has.files:
                return f"the worker {worker} does not have the file {name}"
            if has.files[name] != state:
                return f"the worker {worker} has another file {name}"
    return ""
