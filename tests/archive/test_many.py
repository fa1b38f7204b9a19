"""Many documents: progress, memory, and what is left when it ends before the last."""

from __future__ import annotations

import os
import pickle
import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.archive.conftest import CASES
from tests.archive.processes import descendants
from tests.conftest import ROOT, SLOW, slow
from tests.runs import tree, variorum
from variorum.findings import Diagnostic, VariorumError
from variorum.package import package
from variorum.package.package import Packager
from variorum.package.verify.verify import verify
from variorum.source import Edition

COUNT, OF_ONE_PROCESS = 90, 15
MOST_GROWTH = 1.01
"""The memory of the process that lasts, at the end over that when its second child has ended: the
room of some 20 kilobytes for each document."""

_posix = pytest.mark.skipif(os.name != "posix", reason="no terminals and signals as on POSIX")
_linux = pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="this system does not show its processes in /proc"
)


def _letters(folder: Path, count: int) -> None:
    """An edition of many letters."""
    shutil.copytree(CASES / "letter", folder, dirs_exist_ok=True)
    text = (folder / "tei" / "letter.xml").read_text(encoding="utf-8")
    for number in range(count):
        own = text.replace('xml:id="letter-7"', f'xml:id="letter-{number}"')
        (folder / "tei" / f"letter-{number}.xml").write_text(own, encoding="utf-8")
    (folder / "tei" / "letter.xml").unlink()


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@contextmanager
def _at_work(folder: Path, batch: int) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The command in the midst of the third of 12 packages, and the terminal it runs at."""
    import pty

    _letters(folder, 12)
    reads, writes = pty.openpty()
    code = (
        "import sys\n"
        "from variorum import cli\n"
        "from variorum.package import package\n"
        f"package.BATCH = {batch}\n"
        "sys.exit(cli.main(['package']))\n"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=writes,
        start_new_session=True,
        # a shell's background jobs are born deaf to it
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    os.close(writes)
    shown = b""
    while b" 2/12 " not in shown or not _is_making(folder):
        if select.select([reads], [], [], 0.01)[0]:
            shown += os.read(reads, 4096)
        assert run.poll() is None, shown
    assert re.search(rb"\[#+ *\] 1/12 \S*letter", shown)
    yield run, reads
    os.close(reads)


def _command(number: int) -> str:
    return Path(f"/proc/{number}/cmdline").read_text(encoding="utf-8")


def _is_making(folder: Path) -> bool:
    try:
        return any((folder / "output" / "package").glob(".partial-*/*/data"))
    except FileNotFoundError:  # the one before is being removed
        return False


def _rest(terminal: int) -> str:
    """What the terminal shows until its last process ends, without colours."""
    shown = b""
    try:
        while data := os.read(terminal, 4096):
            shown += data
    except OSError:  # how Linux says that nobody has it open any more
        pass
    return re.sub(r"\x1b\[[\d;]*m", "", shown.decode())


def _whole(folder: Path) -> int:
    """The number of packages; there is nothing else, and each is sound."""
    made = list((folder / "output" / "package").iterdir())
    packages = [path for path in made if path.is_dir()]
    assert len(made) == 3 * len(packages), "each with its zip and digest, no more"
    for folder in packages:
        assert verify(folder) == []
    return len(packages)


@SLOW
@_posix
@pytest.mark.parametrize("batch", [12, 2])
@pytest.mark.parametrize("send", [os.kill, os.killpg], ids=["process", "terminal"])
def test_progress_is_shown_and_ctrl_c_keeps_what_is_whole(
    batch: int, send: Callable[[int, int], None], tmp_path: Path
) -> None:
    """A real signal, in the middle of a package: to the process alone, or to all at a terminal."""
    if (batch, send) not in ((2, os.kill), (12, os.killpg)):
        slow()
    with _at_work(tmp_path, batch) as (run, terminal):
        send(run.pid, signal.SIGINT)
        shown = _rest(terminal)
        assert run.wait(60) == 130
    assert "Traceback" not in shown and "stopped" in shown
    assert 2 <= _whole(tmp_path) < 12


@SLOW
@_linux
def test_a_process_that_dies_is_reported_with_its_document(tmp_path: Path) -> None:
    with _at_work(tmp_path, 2) as (run, terminal):
        own = _command(run.pid)
        for child in descendants(run.pid):
            if _command(child) == own:  # the process that packages is a copy of the first
                os.kill(child, signal.SIGKILL)
        shown = _rest(terminal)
        assert run.wait(60) == 1
    assert re.search(r"tei/letter-\d+\.xml: error\[package-process\]: .* SIGKILL", shown)
    assert "Traceback" not in shown
    assert "not packaged: tei/letter-" in shown
    assert _whole(tmp_path) == 11


@SLOW
def test_child_processes_make_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def made(batch: int) -> list[object]:
        folder, shown = tmp_path / str(batch), list[int]()
        _letters(folder, 2)
        _replace(folder / "tei" / "letter-1.xml", "Ich bestelle", "Ich bestelle \U00013000")
        monkeypatch.setattr(package, "BATCH", batch)
        packager = Packager(Edition.here(folder), folder / "output")
        packager.progress = lambda done, _total, _name: shown.append(done)
        names = [path.name for path in packager.run()]
        assert "print-glyph-missing" in {finding.code for finding in packager.findings}
        assert shown == [0, 1, 2]
        return [names, packager.findings, tree(folder / "output")]

    assert made(2) == made(1)


@SLOW
def test_an_error_in_a_child_process_comes_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _letters(tmp_path, 4)
    broken = tmp_path / "tei" / "letter-3.xml"
    _replace(broken, "<publisher>Verlag der Briefe</publisher>", "")
    monkeypatch.setattr(package, "BATCH", 2)
    packager = Packager(Edition.here(tmp_path), tmp_path / "output")
    list(packager.run())
    errors = [each for each in packager.findings if each.level == "error"]
    assert {(finding.code, finding.file) for finding in errors} == {
        ("package-required", "tei/letter-3.xml")
    }
    assert packager.failed == ["tei/letter-3.xml"] and _whole(tmp_path) == 3


@SLOW
def test_two_documents_of_one_name_are_refused_in_different_batches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _letters(tmp_path, 3)
    _replace(tmp_path / "tei" / "letter-2.xml", 'xml:id="letter-2"', 'xml:id="letter-0"')
    monkeypatch.setattr(package, "BATCH", 1)
    packager = Packager(Edition.here(tmp_path), tmp_path / "output")
    list(packager.run())
    assert packager.failed == ["tei/letter-2.xml"]
    assert "as tei/letter-0" in packager.findings[-1].message
    assert _whole(tmp_path) == 2


@SLOW
def test_what_cannot_be_packaged_keeps_nothing_else_from_it(tmp_path: Path) -> None:
    _letters(tmp_path, 3)
    _replace(tmp_path / "tei" / "letter-0.xml", "<publisher>Verlag der Briefe</publisher>", "")
    (tmp_path / "tei" / "letter-1.xml").write_text("<TEI", encoding="utf-8")
    done = variorum(tmp_path, "package")
    assert done.returncode == 1
    assert "tei/letter-0.xml" in done.stderr and "tei/letter-1.xml" in done.stderr
    assert "not packaged: tei/letter-1.xml, tei/letter-0.xml" in done.stderr
    assert _whole(tmp_path) == 1


def test_an_error_can_cross_to_another_process() -> None:
    error = VariorumError(Diagnostic("a.xml", 1, 2, "x", "error", "is wrong", "mend it"))
    other = pickle.loads(pickle.dumps(error))
    assert other.findings == error.findings and str(other) == "is wrong"


@SLOW
def test_the_rules_are_compiled_for_the_first_package_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saxon keeps what it compiles: a stylesheet for each package would fill the memory."""
    from variorum.engines.saxon import Saxon, Stylesheet

    compiled: list[int] = []
    compile_ = Saxon.compile

    def counted(self: Saxon, text: str) -> Stylesheet:
        compiled.append(len(text))
        return compile_(self, text)

    monkeypatch.setattr(Saxon, "compile", counted)
    _letters(tmp_path, 2)
    packages = Packager(Edition.here(tmp_path), tmp_path / "output").run()
    next(packages)
    compiled.clear()
    next(packages)
    assert not compiled


@_linux
def test_memory_does_not_grow_with_documents(tmp_path: Path) -> None:
    """That of the process that starts the others, which is the only one that lasts.

    The processes that it starts end after some documents, one before the next begins. How large
    their heaps become depends on how busy the machine is, so that they are counted, not measured.
    """
    slow()
    code = (
        "import os, shutil\n"
        "from pathlib import Path\n"
        "from tests.archive.processes import descendants, own_pages\n"
        "from variorum.package import package\n"
        "from variorum.source import Edition\n"
        f"package.BATCH = {OF_ONE_PROCESS}\n"
        "for made in package.Packager(Edition.here(Path('.')), Path('output')).run():\n"
        "    shutil.rmtree(made)\n"
        "    print(own_pages(os.getpid()), *descendants(os.getpid()))\n"
    )
    _letters(tmp_path, COUNT)
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    shown = [[int(number) for number in line.split()] for line in run.stdout.splitlines()]
    assert len(shown) == COUNT
    early, late = shown[2 * OF_ONE_PROCESS][0], shown[-1][0]
    assert late <= MOST_GROWTH * early, f"{late / early:.3f} times the memory"
    children = [set(numbers) for _, *numbers in shown]
    assert max(map(len, children)) == 1, "a process lives on beside the next"
    assert len(set().union(*children)) == COUNT // OF_ONE_PROCESS
