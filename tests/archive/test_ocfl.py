"""Releases as versions of an OCFL object."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.archive.conftest import CASES
from tests.archive.packages import make_package
from tests.conftest import SLOW, TEST_ALL
from tests.runs import tree, variorum
from variorum.findings import VariorumError
from variorum.package.identity import DERIVED
from variorum.package.judges.judges import ask
from variorum.package.ocfl import add_release
from variorum.package.verify.verify import verify


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of a later release of the letter."""
    folder = tmp_path_factory.mktemp("releases") / "later"
    shutil.copytree(CASES / "letter", folder)
    file = folder / "tei" / "letter.xml"
    text = file.read_text(encoding="utf-8").replace('n="2.1.0"', 'n="2.2.0"')
    file.write_text(text.replace("Ich bestelle", "Ich bestellte"), encoding="utf-8")
    return make_package(folder, "--type", "aip")


def test_releases_become_versions_that_share_files(
    letter: Path, later: Path, tmp_path: Path
) -> None:
    root = tmp_path / "ocfl"
    folder = add_release(root, letter)
    first = tree(folder)
    assert add_release(root, later) == folder
    second = tree(folder)
    kept = {name for name in first if name.startswith("v1/")}
    assert all(second[name] == first[name] for name in kept)
    inventory = json.loads(second["inventory.json"])
    assert inventory["head"] == "v2" and set(inventory["versions"]) == {"v1", "v2"}
    for version, package in (("v1", letter), ("v2", later)):
        files = {
            path: second[inventory["manifest"][digest][0]]
            for digest, paths in inventory["versions"][version]["state"].items()
            for path in paths
        }
        assert files == tree(package / "data")
    content = [data for name, data in second.items() if "/content/" in name]
    assert len(content) == len(set(content))
    assert not any("edition.rng" in name for name in second if name.startswith("v2/"))


def test_an_older_release_is_not_the_next(letter: Path, later: Path, tmp_path: Path) -> None:
    add_release(tmp_path, later)
    with pytest.raises(VariorumError, match=r"2\.1\.0 is older than letter-7-2\.2\.0"):
        add_release(tmp_path, letter)


def test_a_text_without_an_identifier_is_not_the_next_of_another(
    letter: Path, later: Path, tmp_path: Path
) -> None:
    unknown = Path(shutil.copytree(later, tmp_path / later.name))
    told = (unknown / "bag-info.txt").read_text(encoding="utf-8")
    line = next(line for line in told.splitlines() if line.startswith("Internal-Sender-Descr"))
    hidden = told.replace(line, f"Internal-Sender-Description: identifier {DERIVED}")
    (unknown / "bag-info.txt").write_text(hidden, encoding="utf-8")
    add_release(tmp_path / "ocfl", letter)
    with pytest.raises(VariorumError, match="may be another text"):
        add_release(tmp_path / "ocfl", unknown)


def test_the_whole_object_is_checked_before_a_version_is_added(
    letter: Path, later: Path, tmp_path: Path
) -> None:
    folder = add_release(tmp_path, letter)
    readme = folder / "v1" / "content" / "documentation" / "README.md"
    readme.write_bytes(readme.read_bytes() + b"x")
    before = tree(tmp_path)
    with pytest.raises(VariorumError, match="is damaged: v1/content/documentation/README"):
        add_release(tmp_path, later)
    assert tree(tmp_path) == before


OBJECT = {
    "a file changed": ("package-digest", "documentation/README.md", b"x"),
    "a file more": ("package-file-unlisted", "more.txt", b"x"),
    "a file missing": ("package-file-missing", "documentation/README.md", None),
}


@pytest.mark.parametrize("case", OBJECT)
def test_verify_reads_an_object_and_a_root(letter: Path, tmp_path: Path, case: str) -> None:
    folder = add_release(tmp_path, letter)
    assert verify(folder) == [] and verify(tmp_path) == []
    code, name, data = OBJECT[case]
    file = folder / "v1" / "content" / name
    file.unlink(missing_ok=True)
    if data is not None:
        file.write_bytes(data)
    for path in (folder, tmp_path):
        assert {each.code for each in verify(path)} == {code}
        assert verify(path)[0].file.endswith(f"v1/content/{name}")


def test_the_same_release_again_changes_nothing(letter: Path, tmp_path: Path) -> None:
    root = tmp_path / "ocfl"
    add_release(root, letter)
    before = tree(root)
    add_release(root, letter)
    assert tree(root) == before


def test_a_release_is_never_overwritten(letter: Path, tmp_path: Path) -> None:
    root = tmp_path / "ocfl"
    add_release(root, letter)
    before = tree(root)
    other = Path(shutil.copytree(letter, tmp_path / "other"))
    (other / "data" / "documentation" / "README.md").write_text("x", encoding="utf-8")
    with pytest.raises(VariorumError, match="already, with other files"):
        add_release(root, other)
    assert tree(root) == before


def test_other_folders_and_damaged_objects_are_refused(letter: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("x", encoding="utf-8")
    with pytest.raises(VariorumError, match="not an OCFL"):
        add_release(tmp_path / "mine", letter)
    folder = add_release(tmp_path / "ocfl", letter)
    (folder / "inventory.json").write_text("{}", encoding="utf-8")
    with pytest.raises(VariorumError, match="not what its digest says"):
        add_release(tmp_path / "ocfl", letter)


def test_an_interrupted_release_leaves_the_object_as_it_was(
    letter: Path, later: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from variorum.package import ocfl

    root = tmp_path / "ocfl"
    add_release(root, letter)
    before = tree(root)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ocfl, "_write_inventory", interrupted)
    with pytest.raises(KeyboardInterrupt):
        add_release(root, later)
    assert tree(root) == before


def test_ocfl_py_accepts_object_and_root(
    letter: Path, later: Path, tmp_path: Path, validators: Path
) -> None:
    import subprocess

    root = tmp_path / "ocfl"
    for package in (letter, later):
        folder = add_release(root, package)
        (verdict,) = ask(validators, folder)
        assert (verdict.tool, verdict.verdict) == ("OCFL 1.1", "accepted"), verdict
    run = subprocess.run(
        [str(validators.with_name("ocfl-root.py")), "validate", "--root", str(root)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "INVALID" not in run.stdout + run.stderr and "VALID" in run.stdout + run.stderr
    (content,) = list(folder.rglob("v2/content/**/html/letter-7.xml"))
    content.write_text("x", encoding="utf-8")
    (verdict,) = ask(validators, folder)
    assert verdict.verdict == "rejected"


@SLOW
def test_the_command_adds_the_release(tmp_path: Path) -> None:
    shutil.copytree(CASES / "letter", tmp_path, dirs_exist_ok=True)
    run = variorum(tmp_path, "package", "--ocfl", "store")
    assert run.returncode == 0 and "letter-7-2.1.0 is in store/" in run.stdout
    assert (tmp_path / "store" / "0=ocfl_1.1").exists()


class _KilledError(Exception):
    """Stands for the end of the process."""


_STEPS = ("write_bytes", "rename", "replace", "mkdir")
"""What an object is made with; a run may be killed before any of them."""


def _killed_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    done = 0

    def counted(method: Callable[..., object]) -> Callable[..., object]:
        def counting(path: Path, *arguments: object, **more: object) -> object:
            nonlocal done
            done += 1
            if done > step:
                raise _KilledError
            return method(path, *arguments, **more)

        return counting

    for name in _STEPS:
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))


@SLOW
def test_a_run_that_was_killed_leaves_what_the_next_can_use(
    letter: Path, later: Path, tmp_path: Path
) -> None:
    """At whatever step it was killed, of the first release and of one after it.

    It is killed at each step under `VARIORUM_TEST_ALL=1`, and else at each seventh.
    """
    between = 1 if TEST_ALL else 7
    whole = tmp_path / "whole"
    for package in (letter, later):
        add_release(whole, package)
    for first, number in ((letter, 0), (later, 1)):
        killed, step = True, 0
        while killed:
            root = tmp_path / f"{number}-{step}"
            if number:
                add_release(root, letter)
            with pytest.MonkeyPatch.context() as patch:
                _killed_at(step, patch)
                killed = False
                try:
                    add_release(root, first)
                except _KilledError:
                    killed = True
            for package in (letter, later):
                add_release(root, package)
            assert tree(root) == tree(whole), step
            step += between
        assert step > 5
