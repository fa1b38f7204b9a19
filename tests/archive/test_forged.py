"""Packages whose digests were made true again, so that only what is made anew can tell."""

from __future__ import annotations

import json
import shutil
import tarfile
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest

from tests.archive.packages import make_true, rebag
from tests.conftest import SLOW, TEST_ALL, shared
from tests.runs import variorum
from variorum.findings import VariorumError
from variorum.package.bag import digests
from variorum.package.verify.bag import check_bag
from variorum.package.verify.rebuild import _compared
from variorum.package.verify.verify import verify

ACCESS = Path("data", "representations", "access", "data")


def _changed(data: bytes) -> Iterator[bytes]:
    """A byte more, and a letter for another one."""
    yield data + b"\n"
    at = next(
        place for place in range(len(data) // 2, len(data)) if data[place : place + 1].isalpha()
    )
    yield data[:at] + (b"x" if data[at : at + 1] != b"x" else b"y") + data[at + 1 :]


def test_every_forged_file_is_found(letter: Path, tmp_path: Path) -> None:
    """Each file of a package, changed in two ways; the sound package is what is made anew."""
    forged = Path(shutil.copytree(letter, tmp_path / letter.name))
    files = sorted(
        file for file in (forged / "data").rglob("*") if file.is_file() and file.stat().st_size
    )
    described = ("METS.xml", "premis.xml", "ro-crate-metadata.json")
    chosen = [file for file in files if file.name not in described and file.stat().st_size]
    count = 0
    for file in chosen if TEST_ALL else chosen[::12]:
        sound = file.read_bytes()
        for data in _changed(sound):
            file.write_bytes(data)
            if TEST_ALL and count % 10 == 0:  # the digests of all layers, as the forger has them
                make_true(forged)
                assert check_bag(forged) == []
            name = file.relative_to(forged).as_posix()
            found = {(each.file, each.code) for each in _compared(letter, forged, forged / ACCESS)}
            assert (name, "package-rebuild") in found
            count += 1
        file.write_bytes(sound)
    assert count >= (100 if TEST_ALL else 8)


@SLOW
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("metadata/descriptive/dc.xml", "Tuch", "Garn"),
        ("documentation/README.md", "made with", "made by"),
        ("metadata/preservation/premis.xml", "T00:00:00Z", "T00:00:01Z"),
    ],
)
def test_a_forged_record_is_found_by_the_command(
    damaged: Path, name: str, old: str, new: str
) -> None:
    file = damaged / "data" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    make_true(damaged)
    assert [each for each in verify(damaged) if each.level == "error"] == []
    run = variorum(damaged.parent, "verify", damaged.name, "--rebuild")
    assert run.returncode == 1 and f"data/{name}: error[package-rebuild]" in run.stdout


def make_bag(folder: Path, name: str = "a.txt", algorithm: str = "sha256") -> Path:
    """A bag that is no package."""
    (folder / "data").mkdir(parents=True)
    (folder / "data" / name).write_bytes(b"a")
    told = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    (folder / "bagit.txt").write_text(told, encoding="utf-8")
    digest = digests(folder / "data" / name, (algorithm,))[algorithm]
    manifest = f"{digest}  data/{name}\n"
    (folder / f"manifest-{algorithm}.txt").write_text(manifest, encoding="utf-8")
    return folder


def _told(path: Path) -> list[tuple[str, str]]:
    return [(each.code, each.file) for each in verify(path)]


ALONE = [("package-bag-alone", "bagit.txt")]


def _nothing(_: Path) -> None: ...


def _tag(bag: Path) -> None:
    (bag / "note.txt").write_text("x", encoding="utf-8")


def _tagged(bag: Path) -> None:
    digest = digests(bag / "bagit.txt", ("sha256",))["sha256"]
    (bag / "tagmanifest-sha256.txt").write_text(f"{digest}  bagit.txt\n", encoding="utf-8")
    _tag(bag)


def _rewrite(old: str, new: str) -> Callable[[Path], None]:
    def edit(bag: Path) -> None:
        file = bag / "manifest-sha256.txt"
        file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8", newline="")

    return edit


def _capitals(bag: Path) -> None:
    file = bag / "manifest-sha256.txt"
    digest, path = file.read_text("utf-8").split()
    file.write_text(f"{digest.upper()} {path}\n", encoding="utf-8")


LEGAL: dict[str, Callable[[Path], object]] = {
    "nothing": _nothing,
    "a tag file that no manifest lists": _tag,
    "a tag manifest that lists some": _tagged,
    "an empty fetch.txt": lambda bag: (bag / "fetch.txt").write_bytes(b""),
    "a fetch.txt whose file is there": lambda bag: (bag / "fetch.txt").write_text(
        "https://example.org/a.txt 1 data/a.txt\n", encoding="utf-8"
    ),
    "a path that begins with a dot": _rewrite("data/", "./data/"),
    "an asterisk for binary": _rewrite("  data", " *data"),
    "lines that end as on Windows": _rewrite("\n", "\r\n"),
    "a tab between digest and path": _rewrite("  ", "\t"),
    "digests in capitals": _capitals,
    "a folder of tags": lambda bag: (bag / "tags").mkdir(),
    "an empty folder in the payload": lambda bag: (bag / "data" / "empty").mkdir(),
    "a bag-info.txt without a size": lambda bag: (bag / "bag-info.txt").write_text(
        "Contact-Name: Ann\n", encoding="utf-8"
    ),
    "a line of bag-info.txt that goes on": lambda bag: (bag / "bag-info.txt").write_text(
        "Payload-Oxum: 1.1\nExternal-Description: long\n  and longer\n", encoding="utf-8"
    ),
}


@pytest.mark.parametrize("case", LEGAL)
def test_legal_bags_pass(tmp_path: Path, case: str) -> None:
    bag = make_bag(tmp_path / "bag")
    LEGAL[case](bag)
    assert _told(bag) == ALONE


@pytest.mark.parametrize(
    "algorithm", ["md5", "sha1", "sha224", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"]
)
def test_every_algorithm_of_python_is_known(tmp_path: Path, algorithm: str) -> None:
    bag = make_bag(tmp_path / "bag", algorithm=algorithm)
    written = bag / f"manifest-{algorithm}.txt"
    written.rename(bag / f"manifest-{algorithm.replace('_', '')}.txt")
    assert _told(bag) == ALONE
    (bag / "data" / "a.txt").write_bytes(b"b")
    assert "package-digest" in {code for code, _ in _told(bag)}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_are_written_in_two_ways(tmp_path: Path, form: Literal["NFC", "NFD"]) -> None:
    bag = make_bag(tmp_path / "bag", unicodedata.normalize(form, "é.txt"))
    file = bag / "manifest-sha256.txt"
    turned: Literal["NFC", "NFD"] = "NFD" if form == "NFC" else "NFC"
    other = unicodedata.normalize(turned, file.read_text("utf-8"))
    file.write_text(other, encoding="utf-8")
    assert _told(bag) == ALONE


BROKEN: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a byte order mark": (
        "package-bag",
        lambda bag: (bag / "bagit.txt").write_bytes(
            b"\xef\xbb\xbf" + (bag / "bagit.txt").read_bytes()
        ),
    ),
    "a file to fetch": (
        "package-fetch",
        lambda bag: (bag / "fetch.txt").write_text(
            "https://example.org/b.txt 1 data/b.txt\n", encoding="utf-8"
        ),
    ),
    "a file more": (
        "package-file-unlisted",
        lambda bag: (bag / "data" / "b.txt").write_bytes(b"b"),
    ),
    "no manifest": ("package-file-missing", lambda bag: (bag / "manifest-sha256.txt").unlink()),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_bags_are_found(tmp_path: Path, case: str) -> None:
    code, damage = BROKEN[case]
    bag = make_bag(tmp_path / "bag")
    damage(bag)
    assert code in {found for found, _ in _told(bag)}


def test_a_plain_bag_of_others_is_verified_as_a_bag() -> None:
    bag = next((shared("cases") / "archive" / "verify").rglob("bagit.txt")).parent
    assert "package-bag-alone" in {code for code, _ in _told(bag)}


def _zip(folder: Path) -> Path:
    target = folder / "bag.zip"
    bag = make_bag(folder / "bag")
    with zipfile.ZipFile(target, "w") as archive:
        for file in bag.rglob("*"):
            archive.write(file, file.relative_to(folder))
    return target


REASONS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "cut off": ("cut off", lambda data: data[: len(data) // 2]),
    "cut off by a byte": ("cut off", lambda data: data[:-1]),
    "data before": ("data before its first file", lambda data: b"MZ" + data),
    "data behind": ("bytes behind its end", lambda data: data + b"more"),
    "gzip": ("gzip", lambda _: b"\x1f\x8b" + bytes(30)),
    "7z": ("7z", lambda _: b"7z\xbc\xaf" + bytes(30)),
    "text": ("no zip file", lambda _: b"a text"),
    "empty": ("no zip file", lambda _: b""),
}


@pytest.mark.parametrize("case", REASONS)
def test_a_file_that_is_no_zip_has_its_true_reason(tmp_path: Path, case: str) -> None:
    reason, change = REASONS[case]
    target = _zip(tmp_path)
    assert _told(target) == ALONE
    target.write_bytes(change(target.read_bytes()))
    with pytest.raises(VariorumError) as refused:
        verify(target)
    assert reason in str(refused.value)


def test_a_digest_of_another_zip_is_found(tmp_path: Path) -> None:
    target = _zip(tmp_path)
    value = digests(target, ("sha256",))["sha256"]
    beside = tmp_path / "bag.zip.sha256"
    for name, found in (("bag.zip", ALONE), ("*bag.zip", ALONE), ("", ALONE)):
        beside.write_text(f"{value}  {name}".rstrip() + "\n", encoding="utf-8")
        assert _told(target) == found
    beside.write_text(f"{value}  other.zip\n", encoding="utf-8")
    assert ("package-name", "bag.zip.sha256") in _told(target)


def test_a_tar_archive_is_told_as_one(tmp_path: Path) -> None:
    target = tmp_path / "bag.tar"
    with tarfile.open(target, "w") as archive:
        archive.add(make_bag(tmp_path / "bag"), "bag")
    with pytest.raises(VariorumError) as refused:
        verify(target)
    assert "tar archive" in str(refused.value)
    assert refused.value.findings[0].help == "unpack it, and verify the folder"
    run = variorum(tmp_path, "verify", "bag.tar", "--format", "json")
    assert run.returncode == 1
    assert "package-zip-broken" in json.dumps(json.loads(run.stdout))


def test_a_record_without_a_creator_or_with_a_value_twice_is_found(damaged: Path) -> None:
    file = damaged / "data" / "metadata" / "descriptive" / "datacite.json"
    record = json.loads(file.read_bytes())
    record["creators"] = []
    record["subjects"] += record["subjects"][:1]
    file.write_text(json.dumps(record), encoding="utf-8")
    cff = damaged / "data" / "metadata" / "other" / "CITATION.cff"
    text = cff.read_text(encoding="utf-8")
    cff.write_text(text.replace("authors:", "writers:"), encoding="utf-8")
    rebag(damaged)
    found = [each.message for each in verify(damaged) if each.code == "package-record"]
    assert any("creators is missing" in message for message in found)
    assert any("subjects has a value twice" in message for message in found)
    assert any("authors is missing" in message for message in found)
