"""The wheels in a package: which ones they are, for which Python, and that others are refused."""

from __future__ import annotations

import re
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from tests.archive.conftest import CASES
from tests.conftest import SLOW
from variorum.findings import VariorumError
from variorum.package import package, software, wheels
from variorum.package.verify.verify import verify
from variorum.source import Edition

_NAMES = (
    "invoke-3.0.3-py3-none-any.whl",
    "lxml-6.1.3-cp311-cp311-manylinux_2_26_x86_64.manylinux_2_28_x86_64.whl",
    "saxonche-13.1.1-cp311-cp311-manylinux_2_24_x86_64.whl",
    "typst-0.15.2-cp39-abi3-manylinux2014_x86_64.whl",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Small files with the names of wheels, which the requirements name by their digests."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    blocks = []
    for name in _NAMES:
        (folder / name).write_bytes(name.encode())
        project, number = name.split("-")[:2]
        digest = sha256(name.encode()).hexdigest()
        blocks.append(f"{project}=={number} \\\n    --hash=sha256:{digest}")
    monkeypatch.setattr(wheels, "pins", lambda: ("\n".join(blocks) + "\n", []))
    return folder


def test_those_that_are_pinned_are_taken_and_no_others(folder: Path) -> None:
    (folder / "other-1.0-py3-none-any.whl").write_bytes(b"")
    (folder / _NAMES[1].replace("cp311", "cp312")).write_bytes(b"of another digest")
    assert [file.name for file in wheels.pinned(folder)] == list(_NAMES)


@pytest.mark.parametrize("name", _NAMES)
def test_one_that_is_not_there_or_was_changed_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"changed")
    pin = "==".join(name.split("-")[:2])
    with pytest.raises(VariorumError, match=f"no wheel of {re.escape(pin)} is there"):
        wheels.pinned(folder)


def test_the_python_is_the_one_of_which_each_has_a_wheel(folder: Path) -> None:
    assert wheels.pythons_of(wheels.pinned(folder)) == "CPython 3.11"
    more = [Path(name.replace("cp311", "cp312")) for name in _NAMES]
    assert wheels.pythons_of([*more, *map(Path, _NAMES)]) == "CPython 3.11 and 3.12"
    assert wheels.pythons_of([*map(Path, _NAMES), more[1]]) == "CPython 3.11"
    assert wheels.pythons_of([]) == ""


def test_the_versions_of_python_are_those_of_the_digests() -> None:
    assert software.pythons() == "CPython 3.11 to 3.13"


@SLOW
def test_without_pip_the_reason_and_the_cure_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    with pytest.raises(VariorumError) as raised:
        wheels.download(tmp_path)
    (finding,) = raised.value.findings
    assert finding.code == "package-wheels" and "pip cannot get them: " in finding.message
    assert "PIP_FIND_LINKS" in (finding.help or "")


@SLOW
def test_they_are_in_the_package_which_is_made_again_with_them(
    folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(CASES / "letter", tmp_path / "edition")
    edition = Edition.here(tmp_path / "edition")
    (made,) = package.Packager(edition, tmp_path / "output", wheels=folder).run()
    packaged = made / "data" / wheels.WHEELS
    assert sorted(file.name for file in packaged.iterdir()) == list(_NAMES)
    guide = (made / "data" / "documentation" / "README.md").read_text(encoding="utf-8")
    assert "must be CPython 3.11. Nothing is fetched" in guide
    assert "pip install --no-index --find-links data/software/wheels --require-hashes" in guide
    assert verify(made, rebuild=True) == []
