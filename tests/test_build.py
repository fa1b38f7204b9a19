"""A whole run as a user starts it: what is written, and what happens with bad input."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, SLOW, TEST_ALL, sample
from tests.runs import tree, variorum

KINDS = ("bibl", "event", "group", "index", "office", "org", "person", "place", "term", "timeline")
OUTPUTS = {
    "html/about.html",
    "html/index.html",
    "html/lukin-note.T.html",
    "html/lukin-note.T.txt",
    *(f"html/lukin-note.{kind}" for kind in ("bib", "cite.html", "csl.json", "html", "ris")),
    "html/lukin-note.pdf",
    "html/lukin-note.tex",
    "html/lukin-note.txt",
    "html/lukin-note.xml",
    *(f"html/register/{kind}.html" for kind in KINDS),
    "html/search/index.html",
    "manifest.json",
    "pdf/lukin-note.pdf",
    "print/edition.typ",
    "print/planner.typ",
    "print/cutting.typ",
    "print/lukin-note.tex",
    "print/lukin-note.typ",
    "text/lukin-note.T.txt",
    "text/lukin-note.txt",
}


NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0"'


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A copy of this edition's texts in an empty folder."""
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    return tmp_path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Such a copy after a build of all outputs; a test that changes it makes a copy of its own."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(ROOT / "tei", folder / "tei")
    run = variorum(folder, "build", TZ="Pacific/Kiritimati")
    assert run.returncode == 0, run.stderr
    return folder


def test_build_writes_every_output(built: Path) -> None:
    made = set(tree(built / "output"))
    guidelines = {name for name in made if name.startswith("html/guidelines/")}
    services = {name for name in made if name.startswith(("html/dts/", "html/linkset."))}
    assets = {name for name in made if name.startswith(("html/assets/", "html/register/cards/"))}
    index = {name for name in made if re.match("html/search/[0-9a-f]+/", name)}
    assert made - guidelines - services - assets - index == OUTPUTS
    names = {name.rpartition("/")[2] for name in index}
    assert names == {"catalogue.js", "words-0.js", "passages-0.js"}
    assert "html/guidelines/index.html" in guidelines
    assert "html/dts/index.json" in services


def test_the_manifest_lists_inputs_and_outputs_with_their_digests(built: Path) -> None:
    from hashlib import sha256

    manifest = json.loads((built / "output" / "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["outputs"]) == set(tree(built / "output")) - {"manifest.json"}
    for name, digest in manifest["outputs"].items():
        assert sha256((built / "output" / name).read_bytes()).hexdigest() == digest
    for name, digest in manifest["inputs"].items():
        assert sha256((built / name).read_bytes()).hexdigest() == digest


@SLOW
def test_same_bytes_in_another_folder_and_time_zone(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(built / "tei", other / "tei")
    assert variorum(other, "build", TZ="America/Adak", LANG="C").returncode == 0
    assert tree(built / "output") == tree(other / "output")


def test_what_is_as_it_should_be_is_left_alone(edition: Path) -> None:
    variorum(edition, "build", "--only", "text")
    text = edition / "output" / "text" / "lukin-note.txt"
    made, data = text.stat().st_mtime_ns, text.read_bytes()
    again = variorum(edition, "build", "--only", "text")
    assert text.stat().st_mtime_ns == made
    assert "2 files made in output/, 0 of them new or changed" in again.stdout
    text.write_bytes(data.replace(b"a", b"b"))
    mended = variorum(edition, "build", "--only", "text")
    assert text.read_bytes() == data
    assert "1 of them new or changed" in mended.stdout


@SLOW
def test_a_document_that_is_gone_leaves_no_page_behind(edition: Path) -> None:
    note = edition / "tei" / "lukin-note.xml"
    text = note.read_text(encoding="utf-8")
    (edition / "tei" / "second.xml").write_text(
        text.replace('xml:id="lukin-note"', 'xml:id="second"', 1), encoding="utf-8"
    )
    assert variorum(edition, "text").returncode == 0
    assert (edition / "output" / "text" / "second.txt").exists()
    (edition / "tei" / "second.xml").unlink()
    assert variorum(edition, "text").returncode == 0
    assert not (edition / "output" / "text" / "second.txt").exists()


BROKEN = {
    "xml-not-well-formed": lambda text: text.replace("</body>", "", 1),
    "grammar": lambda text: text.replace("<body", "<body><nonsense/></body><body", 1),
    "entry-missing": lambda text: text.replace('ref="reg:', 'ref="reg:no_such_', 1),
}


@pytest.mark.parametrize("code", sample([*BROKEN], 2))
def test_bad_input_stops_the_build_and_leaves_earlier_output_alone(
    built: Path, tmp_path: Path, code: str
) -> None:
    """A build of the texts alone is stopped as one of all outputs, which the complete run stops."""
    edition = Path(shutil.copytree(built, tmp_path / "edition"))
    before = tree(edition / "output")
    note = edition / "tei" / "lukin-note.xml"
    note.write_text(BROKEN[code](note.read_text(encoding="utf-8")), encoding="utf-8")
    run = variorum(edition, "build", *([] if TEST_ALL else ["--only", "text"]))
    assert run.returncode == 1
    assert f"[{code}" in run.stderr and "Traceback" not in run.stderr
    assert tree(edition / "output") == before


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("build", "no-such-file.xml"), 1),
        (("check", "no-such-file.xml"), 1),
        (("text", "no-such-file.xml", "--witness", "A"), 1),
        (("build", "--only", "scroll"), 2),
        (("frobnicate",), 2),
        ((), 2),
    ],
)
def test_wrong_use_is_met_with_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], status: int
) -> None:
    run = variorum(tmp_path, *arguments)
    assert run.returncode == status
    assert run.stderr.strip() and "Traceback" not in run.stderr
    assert not (tmp_path / "output").exists()


def test_an_output_folder_that_cannot_be_written_is_told(edition: Path) -> None:
    (edition / "output").write_text("in the way", encoding="utf-8")
    run = variorum(edition, "text")
    assert run.returncode == 1
    assert "output-unwritable" in run.stderr and "Traceback" not in run.stderr


def test_a_folder_that_cannot_be_read_is_told(edition: Path) -> None:
    folder = edition / "tei"
    folder.chmod(0)
    try:
        if os.access(folder, os.R_OK):
            pytest.skip("this user may read everything")
        run = variorum(edition, "check")
    finally:
        folder.chmod(0o755)
    assert run.returncode == 1
    assert run.stderr.strip() and "Traceback" not in run.stderr


@SLOW
def test_strangers_documents_without_a_register_are_built(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.xml").write_text(
            '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>'
            f"<title>{name}</title></titleStmt><publicationStmt><p>unpublished</p>"
            "</publicationStmt><sourceDesc><p>born digital</p></sourceDesc></fileDesc></teiHeader>"
            f"<text><body><p>The text of {name}.</p></body></text></TEI>",
            encoding="utf-8",
        )
    run = variorum(tmp_path, "build", ".", "--output", "made")
    assert run.returncode == 0, run.stderr
    assert "The text of two." in (tmp_path / "made" / "text" / "two.txt").read_text("utf-8")
    assert (tmp_path / "made" / "pdf" / "one.pdf").read_bytes().startswith(b"%PDF")


def test_one_witness_goes_to_standard_output() -> None:
    run = variorum(ROOT, "text", "tei/lukin-note.xml", "--witness", "T")
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("The events of recent months in the PRC")


@pytest.mark.parametrize(
    "content",
    [
        "<p>no document</p>",
        pytest.param("<TEI><text/></TEI>", marks=SLOW),
        pytest.param("<TEI.2><text/></TEI.2>", marks=SLOW),
        f"<teiCorpus {NAMESPACE}><teiHeader/></teiCorpus>",
        f"<div {NAMESPACE}><p>A part of a text.</p></div>",
    ],
)
@pytest.mark.parametrize("command", ["build", "text"])
def test_a_file_that_is_no_document_is_told(content: str, command: str, tmp_path: Path) -> None:
    (tmp_path / "given.xml").write_text(content, encoding="utf-8")
    run = variorum(tmp_path, command, "given.xml")
    assert run.returncode == 1
    assert "document-not-text" in run.stderr and "Traceback" not in run.stderr
    assert not (tmp_path / "output").exists()


@SLOW
def test_a_deep_document_and_many_attributes_are_built_and_others_beside(tmp_path: Path) -> None:
    header = "<teiHeader><fileDesc><titleStmt><title>t</title></titleStmt></fileDesc></teiHeader>"
    many = " ".join(f'a{number}="v"' for number in range(300))
    bodies = {
        "deep": "<seg>" * 245 + "Deep." + "</seg>" * 245,
        "many": f"<seg {many}>Many.</seg>",
        "good": "Good.",
    }
    for name, body in bodies.items():
        text = f"<TEI {NAMESPACE}>{header}<text><body><p>{body}</p></body></text></TEI>"
        (tmp_path / f"{name}.xml").write_text(text, encoding="utf-8")
    (tmp_path / "broken.xml").write_text("<TEI>", encoding="utf-8")
    done = variorum(tmp_path, "build", "--only", "html,text,latex")
    assert done.returncode == 1 and "broken.xml:1:1: error[xml-not-well-formed]" in done.stderr
    assert "document-failed" not in done.stderr and "Traceback" not in done.stderr
    for name in bodies:
        text = (tmp_path / "output" / "text" / f"{name}.txt").read_text(encoding="utf-8")
        assert f"{name.capitalize()}." in text
    assert variorum(tmp_path, "build", "--only", "text", "--strict").returncode == 1
