"""A plan is carried out alike here, in a thread and in other processes."""

from __future__ import annotations

import multiprocessing
import pickle
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.runs import tree
from variorum.build.plan import Plan, plan
from variorum.build.run import Result, run
from variorum.findings import VariorumError
from variorum.outputs.registry import outputs_of
from variorum.proof import Proof
from variorum.source import Edition

_FORMATS = ("html", "text", "pdf", "latex")
_IN_A_THREAD = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tests.build.test_run import planned
from variorum.build.run import run
from variorum.proof import Proof

with ThreadPoolExecutor(1) as executor:
    run(planned(Path(sys.argv[1])), Path(sys.argv[2]), Proof, executor=executor)
"""

_IN_TWO_PROCESSES = """
import os, sys
from pathlib import Path
from tests.build.test_run import planned
from variorum.build.run import run
from variorum.engines.saxon import Saxon
from variorum.proof import Proof

compiled = Saxon._compile

def told(saxon, path):
    with open(sys.argv[3], "a") as log:
        log.write(f"{path.stem} {os.getpid()} {os.getppid()} {parent}\\n")
    return compiled(saxon, path)

parent, Saxon._compile = os.getpid(), told
run(planned(Path(sys.argv[1])), Path(sys.argv[2]), Proof)
"""


def planned(root: Path) -> Plan:
    """All outputs of the edition in a folder, those of the published site but guidelines too."""
    outputs = [
        output for output in outputs_of(_FORMATS, online=True) if output.name != "guidelines"
    ]
    return plan(Edition.here(root), outputs)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The note, a text with witnesses, and the registers."""
    root = tmp_path_factory.mktemp("edition")
    shutil.copytree(ROOT / "tei", root / "tei")
    shutil.copy(ROOT / "tests/cases/apparatus/parallel.xml", root / "tei" / "ferry.xml")
    return root


@pytest.fixture(scope="module")
def alone(edition: Path) -> tuple[Result, dict[str, bytes]]:
    """What is made without an executor."""
    result = run(planned(edition), edition / "output", Proof)
    return result, tree(edition / "output")


def test_processes_make_the_same_bytes(
    edition: Path, alone: tuple[Result, dict[str, bytes]], tmp_path: Path
) -> None:
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as executor:
        result = run(planned(edition), tmp_path, Proof, executor=executor)
    assert tree(tmp_path) == alone[1]
    assert sorted(result.findings) == sorted(alone[0].findings)
    assert result.written == alone[0].written
    assert {name: sorted(files) for name, files in result.files.items()} == {
        name: sorted(files) for name, files in alone[0].files.items()
    }


def test_one_thread_makes_the_same_bytes(
    edition: Path, alone: tuple[Result, dict[str, bytes]], tmp_path: Path
) -> None:
    """In a process of its own: two processors of two threads cannot live in one."""
    subprocess.run(
        [sys.executable, "-c", _IN_A_THREAD, str(edition), str(tmp_path)], cwd=ROOT, check=True
    )
    assert tree(tmp_path) == alone[1]


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux a process can be copied")
def test_two_processes_share_the_stylesheets(
    edition: Path, alone: tuple[Result, dict[str, bytes]], tmp_path: Path
) -> None:
    """Each stylesheet is compiled once: that of the model in the process that makes the documents,
    which the build can end, the others in a process that this one has begun.
    """
    log, output = tmp_path / "log", tmp_path / "output"
    command = [sys.executable, "-c", _IN_TWO_PROCESSES, str(edition), str(output), str(log)]
    subprocess.run(command, cwd=ROOT, check=True)
    compiled = {line.split()[0]: line.split()[1:] for line in log.read_text().splitlines()}
    assert len(log.read_text().splitlines()) == len(compiled) == 5
    build = compiled["model"][2]
    maker = compiled["model"][0]
    assert maker != build
    assert compiled["model"] == [maker, build, build]
    renderer = compiled["print"][0]
    outputs = ("print", "html", "latex", "text")
    assert all(compiled[name] == [renderer, maker, build] for name in outputs)
    assert tree(output) == alone[1]


def test_several_threads_are_refused(edition: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as executor, pytest.raises(ValueError, match="one thread alone"):
        run(planned(edition), tmp_path, Proof, executor=executor)
    assert not list(tmp_path.iterdir())


def test_a_plan_can_be_sent_to_another_process(edition: Path) -> None:
    before = planned(edition)
    after = pickle.loads(pickle.dumps(before))
    assert [task.paths for task in after.documents] == [task.paths for task in before.documents]
    assert [task.output for task in after.site] == [task.output for task in before.site]


def test_a_run_tells_the_files_of_each_document(
    alone: tuple[Result, dict[str, bytes]],
) -> None:
    result, files = alone
    assert result.files.keys() == {"lukin-note", "ferry"}
    assert {"html/ferry.A.html", "html/ferry.compare.html", "text/ferry.collation.csv"} <= set(
        result.files["ferry"]
    )
    assert {"pdf/lukin-note.pdf", "print/lukin-note.tex"} <= set(result.files["lukin-note"])
    of_documents = {name for made in result.files.values() for name in made}
    assert of_documents < result.written.keys() == files.keys() - {"manifest.json"}


def test_what_is_refused_leaves_no_file(edition: Path, tmp_path: Path) -> None:
    with pytest.raises(VariorumError):
        run(planned(edition), tmp_path, Proof, refused=lambda: True)
    assert not list(tmp_path.iterdir())


def test_progress_names_each_document_and_ends(edition: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    only_text = plan(Edition.here(edition), outputs_of(("text",)))
    run(only_text, tmp_path, Proof, progress=lambda *step: told.append(step))
    assert told == [(0, 2, "tei/ferry.xml"), (1, 2, "tei/lukin-note.xml"), (2, 2, "")]
