"""Damage to a plain bag, and what RFC 8493 lets a bag be."""

from __future__ import annotations

from pathlib import Path

from tests.archive.damages.kind import Do, Kind, both, delete, edit_bytes, sub, write
from variorum.package.bag import digests

__all__ = ["BROKEN_BAGS", "LEGAL_BAGS"]

_MANIFEST = "manifest-sha256.txt"
_BAGIT = "bagit.txt"
_INFO = "bag-info.txt"
_FETCH = "fetch.txt"
_URL = "https://example.org/a.txt"


def _fetch(what: str, words: str, line: str) -> Kind:
    return Kind(what, _FETCH, "package-fetch", words, write(_FETCH, line + "\n"))


def _tagged(bag: Path) -> None:
    digest = digests(bag / _BAGIT, ("sha256",))["sha256"]
    (bag / "tagmanifest-sha256.txt").write_text(f"{digest}  {_BAGIT}\n", encoding="utf-8")


def _digest(name: str, text: str) -> str:
    from hashlib import sha256

    return f"{sha256(text.encode()).hexdigest()}  data/{name}\n"


BROKEN_BAGS = (
    Kind(
        "an encoding that nobody knows",
        _BAGIT,
        "package-bag",
        "encoding",
        sub("UTF-8", "ROT-13", _BAGIT),
    ),
    Kind("a version to come", _BAGIT, "package-bag", "declaration", sub("1.0", "2.0", _BAGIT)),
    Kind(
        "a declaration of three lines",
        _BAGIT,
        "package-bag",
        "two lines",
        edit_bytes(_BAGIT, lambda data: data + b"More: x\n"),
    ),
    Kind(
        "a declaration whose lines are exchanged",
        _BAGIT,
        "package-bag",
        "two lines",
        edit_bytes(_BAGIT, lambda data: b"\n".join(data.split(b"\n")[1::-1]) + b"\n"),
    ),
    Kind("a line without a colon", _INFO, "package-bag", "label", write(_INFO, "no label\n")),
    Kind(
        "a size that is told twice",
        _INFO,
        "package-bag",
        "more than once",
        write(_INFO, "Payload-Oxum: 1.1\nPayload-Oxum: 1.1\n"),
    ),
    Kind("a size that is none", _INFO, "package-oxum", "dot", write(_INFO, "Payload-Oxum: 1\n")),
    Kind(
        "a wrong size under a label in small letters",
        _INFO,
        "package-oxum",
        "9.9",
        write(_INFO, "payload-oxum: 9.9\n"),
    ),
    Kind(
        "a digest that is cut off",
        _MANIFEST,
        "package-manifest",
        "63 figures",
        edit_bytes(_MANIFEST, lambda data: data[1:]),
    ),
    Kind(
        "a manifest of one file that is another",
        "data/a.txt",
        "package-digest",
        "SHA256",
        write(_MANIFEST, _digest("a.txt", "b")),
    ),
    Kind(
        "an older manifest",
        "data/old.txt",
        "package-file-missing",
        "missing",
        write(_MANIFEST, _digest("a.txt", "a") + _digest("old.txt", "a")),
    ),
    Kind(
        "an algorithm in capitals",
        "manifest-SHA256.txt",
        "package-digest-unknown",
        "small letters",
        lambda bag: (bag / _MANIFEST).rename(bag / "manifest-SHA256.txt"),
    ),
    Kind(
        "an algorithm with a hyphen",
        "manifest-sha-256.txt",
        "package-digest-unknown",
        "without signs",
        lambda bag: (bag / _MANIFEST).rename(bag / "manifest-sha-256.txt"),
    ),
    Kind(
        "a byte order mark in a manifest",
        _MANIFEST,
        "package-manifest",
        "not a digest",
        edit_bytes(_MANIFEST, lambda data: b"\xef\xbb\xbf" + data),
    ),
    Kind(
        "a manifest that lists a tag file",
        _MANIFEST,
        "package-outside",
        _BAGIT,
        edit_bytes(_MANIFEST, lambda data: data.replace(b"data/a.txt", b"bagit.txt")),
    ),
    Kind(
        "a tag manifest that lists itself",
        "tagmanifest-sha256.txt",
        "package-manifest",
        "2.2.1",
        write("tagmanifest-sha256.txt", f"{'0' * 64}  tagmanifest-sha256.txt\n"),
    ),
    Kind(
        "a tag file that was changed",
        _BAGIT,
        "package-digest",
        "tagmanifest",
        both(_tagged, edit_bytes(_BAGIT, lambda data: data.replace(b"\n", b"\r\n"))),
    ),
    Kind("no payload", "data", "package-file-missing", "payload", delete("data")),
    Kind(
        "a file in one manifest alone",
        "data/a.txt",
        "package-file-unlisted",
        "manifest-md5.txt",
        write("manifest-md5.txt", ""),
    ),
    _fetch("a file to fetch that no manifest lists", "manifest", f"{_URL} - bagit.txt"),
    _fetch("a file to fetch of another size", "another size", f"{_URL} 7 data/a.txt"),
    _fetch("a file to fetch of no address", "no address", "a.txt 1 data/a.txt"),
    _fetch("a file to fetch of no length", "no address", f"{_URL} much data/a.txt"),
    _fetch("a file to fetch from outside", "not here", f"{_URL} 1 data/../../a.txt"),
)
"""Kinds of damage to a bag that is no package."""


def _more(name: str, told: str) -> Do:
    """A second file, and its line in the manifest."""

    def damage(bag: Path) -> None:
        (bag / "data" / name).write_text("b", encoding="utf-8")
        with (bag / _MANIFEST).open("a", encoding="utf-8") as manifest:
            manifest.write(_digest(told, "b"))

    return damage


def _latin(bag: Path) -> None:
    _more("é.txt", "é.txt")(bag)
    sub("UTF-8", "ISO-8859-1", _BAGIT)(bag)
    edit_bytes(_MANIFEST, lambda data: data.decode().encode("latin-1"))(bag)


def _old(bag: Path) -> None:
    sub("1.0", "0.97", _BAGIT)(bag)
    _more("b.txt", "b.txt")(bag)
    lines = (bag / _MANIFEST).read_text("utf-8").splitlines(keepends=True)
    (bag / _MANIFEST).write_text(lines[0], encoding="utf-8")
    md5 = digests(bag / "data" / "b.txt", ("md5",))["md5"]
    (bag / "manifest-md5.txt").write_text(f"{md5}  data/b.txt\n", encoding="utf-8")


def _ends(file: str, end: bytes) -> Do:
    return edit_bytes(file, lambda data: data.replace(b"\n", end))


LEGAL_BAGS: dict[str, Do] = {
    "a declaration that ends lines as on Windows": _ends(_BAGIT, b"\r\n"),
    "a declaration that ends lines as on old Macs": _ends(_BAGIT, b"\r"),
    "a manifest that ends lines as on old Macs": _ends(_MANIFEST, b"\r"),
    "a declaration without a last end of line": edit_bytes(_BAGIT, lambda data: data[:-1]),
    "a manifest without a last end of line": edit_bytes(_MANIFEST, lambda data: data[:-1]),
    "an older version of BagIt, whose manifests need not list everything": _old,
    "tag files in another encoding": _latin,
    "a name with an end of line in percents": _more("x\ny.txt", "x%0Ay.txt"),
    "a name with a return in percents of small letters": _more("x\ry.txt", "x%0dy.txt"),
    "a name with a percent": _more("100%.txt", "100%25.txt"),
    "a name with spaces": _more("a b  c.txt", "a b  c.txt"),
    "a name with a sign that parts lines of Unicode": _more("a\u2028b.txt", "a\u2028b.txt"),
    "a label in capitals": write(_INFO, "PAYLOAD-OXUM: 1.1\n"),
    "a label twice": write(_INFO, "Contact-Name: Ann\nContact-Name: Bo\n"),
    "a value with a colon": write(_INFO, "External-Identifier: urn:x:y\n"),
    "a file to fetch of no told length": write(_FETCH, f"{_URL} - data/a.txt\n"),
    "lines in another order": both(
        _more("0.txt", "0.txt"), lambda bag: _sorted_backwards(bag / _MANIFEST)
    ),
}
"""What a bag may be, and is right."""


def _sorted_backwards(file: Path) -> None:
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(sorted(lines, reverse=True)), encoding="utf-8")
