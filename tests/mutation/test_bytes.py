"""Bytes of documents, changed at random: the check tells what is wrong, at a place in the file."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from lxml import etree

from tests.conftest import SLOW
from tests.mutation.generator import generator, grammar
from variorum.check import check
from variorum.findings import Diagnostic
from variorum.source import Edition

VARIANTS = 20_000
AT_ONCE = 1_000
PIECES = (
    b"&", b"<", b">", b"\"", b"'", b"]]>", b"<!--", b"-->", b"<![CDATA[", b"<?x y?>", b"<?xml?>",
    b"/", b"<!DOCTYPE TEI>", b'<!DOCTYPE TEI [<!ENTITY a "&a;">]>', b"&a;", b"&#0;", b"&#x1F;",
    b"&#xD800;", b"&#38;", b"\x00", b"\x0c", b"\x7f", b"\x85", b"\xff", b"\xfe\xff",
    b"\xef\xbb\xbf", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xa8", b"\r",
    b"\r\n", b"\t", b"</p>", b"<p>", b"<x:p/>", b' xml:id="a"', b' xmlns=""', b' xmlns:a="a"',
    b' xml:lang=""', b"</TEI>", b'<?xml-model href="a.rng"?>', b' encoding="UTF-16"', b"x" * 5000,
    b"<p" * 300, b"<div>" * 300, b"(" * 300, b"%PDF-1.7", b"PK\x03\x04",
    b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="../x.xml"/>', b'<lem wit="#',
    b' from="#a" to="#b"', b' when="1989-02-30"', b' n=""', b' rend="x:y"',
)  # fmt: skip
MOST_CHANGES = 4


def changed(data: bytes, chance: Random) -> bytes:
    """The bytes after a few changes."""
    for _ in range(chance.randint(1, MOST_CHANGES)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice((0, 1, 2, 8, 40, 200)))
        cut = data[start:end]
        instead = chance.choice(
            (
                b"",
                cut * 2,
                cut[::-1],
                chance.choice(PIECES),
                chance.choice(PIECES) + cut,
                cut.swapcase(),
            )
        )
        data = data[:start] + instead + data[end:]
    return data if chance.random() < 0.95 else data.decode("utf-8", "replace").encode("utf-16")


@SLOW
@pytest.mark.parametrize(
    "first", range(0, VARIANTS, AT_ONCE), ids=lambda seed: f"seeds from {seed}"
)
def test_no_bytes_stop_the_check(first: int, tmp_path: Path) -> None:
    files: dict[str, bytes] = {}
    for seed in range(first, first + AT_ONCE):
        chance = Random(seed)
        data = changed(chance.choice(generator().bases), chance)
        files[f"seed-{seed}.xml"] = data
        (tmp_path / f"seed-{seed}.xml").write_bytes(data)
    findings = check(Edition.of([tmp_path], tmp_path), grammar())
    assert [each for each in findings if each.code == "check-failed"] == []
    assert [each for each in findings if not is_placed(each, files)] == []
    wrong = {each.file for each in findings if each.level == "error"}
    assert [name for name, data in files.items() if name not in wrong and is_broken(data)] == []


def is_placed(finding: Diagnostic, files: dict[str, bytes]) -> bool:
    """Whether the place of a finding lies in its file."""
    data = files.get(finding.file)
    if data is None:
        return "/" not in finding.file
    return 0 <= finding.line <= 2 + max(data.count(b"\n"), data.count(b"\r"))


def is_broken(data: bytes) -> bool:
    """Whether no parser reads a document."""
    try:
        etree.fromstring(
            data, etree.XMLParser(resolve_entities=False, huge_tree=True, recover=False)
        )
    except etree.XMLSyntaxError as error:
        # an id that is there twice is a matter of the check, not of the parser
        return "ID" not in str(error) and "depth" not in str(error)
    return False
