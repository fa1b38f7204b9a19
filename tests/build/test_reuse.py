"""A build makes again what is made of other inputs than before, and nothing else.

After each change, what a build with a state has made is what a fresh build makes, byte for byte.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building import warm_saxon
from tests.runs import tree, variorum
from variorum.build.plan import DocumentTask, plan
from variorum.build.run import Result, run
from variorum.build.state import FILE, State
from variorum.build.worker import DocumentMade, TaskWorker
from variorum.outputs.registry import outputs_of
from variorum.proof import Proof
from variorum.source import Edition

TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'
LETTER = """<TEI {tei}>
  <teiHeader><fileDesc>
    <titleStmt><title>Letter of {who}</title></titleStmt>
    <publicationStmt><p>none</p></publicationStmt>
    <sourceDesc><p>none</p></sourceDesc>
  </fileDesc>
  <encodingDesc><listPrefixDef>
    <prefixDef ident="reg" matchPattern="(.+)" replacementPattern="register.xml#$1"/>
  </listPrefixDef></encodingDesc></teiHeader>
  <text><body><p>Dear <persName ref="reg:{who}">{who}</persName>, {words}</p></body></text>
</TEI>
"""
REGISTER = """<TEI {tei}>
  <teiHeader><fileDesc>
    <titleStmt><title>Register</title></titleStmt>
    <publicationStmt><p>none</p></publicationStmt>
    <sourceDesc><p>none</p></sourceDesc>
  </fileDesc></teiHeader>
  <standOff><listPerson>
    <person xml:id="anna"><persName>Anna</persName><note>A friend of
      <persName ref="#carl">Carl</persName></note></person>
    <person xml:id="boris"><persName>Boris</persName></person>
    <person xml:id="carl"><persName>Carl</persName></person>
    <listRelation><relation name="spouse" mutual="#boris #dora"/></listRelation>
    <person xml:id="dora"><persName>Dora</persName></person>
    <person xml:id="emil"><persName>Emil</persName></person>
  </listPerson></standOff>
</TEI>
"""
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000"
    "00030101001827dc8e0000000049454e44ae426082"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An edition of two letters, the first with a picture, and of a register."""
    folder = tmp_path / "edition" / "tei"
    folder.mkdir(parents=True)
    (folder / "register.xml").write_text(REGISTER.format(tei=TEI))
    picture = 'it rains. <graphic url="rain.png"/>'
    (folder / "one.xml").write_text(LETTER.format(tei=TEI, who="anna", words=picture))
    (folder / "two.xml").write_text(LETTER.format(tei=TEI, who="boris", words="it snows."))
    (folder / "rain.png").write_bytes(PICTURE)
    return folder.parent


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that were made, in their order."""
    names: list[str] = []
    make = TaskWorker.document

    def noted(worker: TaskWorker, task: DocumentTask, threads: object) -> DocumentMade:
        names.append(task.source.id)
        return make(worker, task, threads)  # type: ignore[arg-type]

    monkeypatch.setattr(TaskWorker, "document", noted)
    return names


def build(root: Path, output: Path, *, state: bool = True) -> Result:
    planned = plan(Edition.here(root), outputs_of(("html", "text")))
    opened = State(output) if state else None
    try:
        return run(planned, output, Proof, saxon=warm_saxon(), state=opened, strict=False)
    finally:
        if opened:
            opened.close()


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    """A change of a file of the edition."""

    def change(root: Path) -> None:
        file = root / "tei" / name
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))

    return change


def _setting(root: Path) -> None:
    (root / "pyproject.toml").write_text('[tool.variorum]\ntitle = "Letters"\n')


def _picture(root: Path) -> None:
    (root / "tei" / "rain.png").write_bytes(PICTURE + b"\0")


CHANGES: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "nothing": (lambda _root: None, []),
    "a-word": (replaced("two.xml", "snows", "hails"), ["two"]),
    "an-entry": (replaced("register.xml", ">Anna<", ">Anna Maria<"), ["one"]),
    "an-entry-that-an-entry-names": (replaced("register.xml", ">Carl<", ">Karl<"), ["one"]),
    "an-entry-of-a-relation": (replaced("register.xml", ">Dora<", ">Theodora<"), ["two"]),
    "an-entry-that-nobody-names": (replaced("register.xml", ">Emil<", ">Emile<"), []),
    "a-new-entry": (
        replaced(
            "register.xml", '<person xml:id="emil">', '<person xml:id="f"/><person xml:id="e">'
        ),
        [],
    ),
    "an-entry-that-is-gone": (replaced("register.xml", 'xml:id="anna"', 'xml:id="anne"'), ["one"]),
    "a-relation": (replaced("register.xml", 'name="spouse"', 'name="friend"'), ["one", "two"]),
    "a-picture": (_picture, ["one"]),
    "a-setting": (_setting, ["one", "two"]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_only_what_depends_on_a_change_is_made_again(
    name: str, root: Path, tmp_path: Path, made: list[str]
) -> None:
    change, expected = CHANGES[name]
    build(root, tmp_path / "kept")
    made.clear()
    change(root)
    build(root, tmp_path / "kept")
    assert made == expected
    build(root, tmp_path / "fresh", state=False)
    assert tree(tmp_path / "kept") == tree(tmp_path / "fresh")


def test_without_a_change_no_stylesheet_is_compiled(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build(root, tmp_path / "out")

    def refuse(*_: object) -> None:
        raise AssertionError("something is made")

    monkeypatch.setattr("variorum.build.run.SerialRunner", refuse)
    second = build(root, tmp_path / "out")
    assert second.changed == 0
    assert second.written == first.written
    assert second.findings == first.findings


@pytest.mark.parametrize("name", ["html/one.html", "html/media/tei/rain.png", "text/one.txt"])
def test_a_file_that_was_removed_or_changed_is_made_again(
    name: str, root: Path, tmp_path: Path, made: list[str]
) -> None:
    output = tmp_path / "out"
    build(root, output)
    whole = tree(output)
    for damage in (Path.unlink, lambda file: file.write_bytes(b"changed by hand")):
        made.clear()
        damage(output / name)
        build(root, output)
        assert made == ["one"]
        assert tree(output) == whole


def test_a_page_of_the_site_that_was_removed_is_made_again(root: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    build(root, output)
    whole = tree(output)
    (output / "html" / "index.html").unlink()
    build(root, output)
    assert tree(output) == whole


def test_outputs_of_a_document_go_with_it(root: Path, tmp_path: Path, made: list[str]) -> None:
    output = tmp_path / "out"
    build(root, output)
    (root / "tei" / "two.xml").rename(root / "tei" / "three.xml")
    made.clear()
    build(root, output)
    assert "three" in made
    assert not [name for name in tree(output) if "two" in name]
    assert (output / "html" / "three.html").is_file()


@pytest.mark.parametrize("damage", ["no database", "another form", "no tables", "other facts"])
def test_a_state_that_is_not_understood_is_thrown_away(
    damage: str, root: Path, tmp_path: Path, made: list[str]
) -> None:
    output = tmp_path / "out"
    build(root, output)
    whole = tree(output)
    _damage(output / FILE, damage)
    made.clear()
    build(root, output)
    assert made == ["one", "two"]
    made.clear()
    build(root, output)
    assert made == []
    assert tree(output) == whole


def _damage(file: Path, how: str) -> None:
    if how == "no database":
        file.write_bytes(b"what is this?" * 1000)
        return
    with sqlite3.connect(file) as database:
        match how:
            case "another form":
                database.execute("PRAGMA user_version = 999")
            case "no tables":
                database.execute("DROP TABLE made")
            case "other facts":
                database.execute("UPDATE made SET facts = x'00'")
    database.close()


def test_a_state_that_another_run_uses_is_left_alone(
    root: Path, tmp_path: Path, made: list[str]
) -> None:
    output = tmp_path / "out"
    build(root, output)
    other = State(output)
    made.clear()
    build(root, output)
    other.close()
    assert made == ["one", "two"]


def test_what_failed_is_tried_again(
    root: Path, tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    with monkeypatch.context() as broken:
        broken.setattr(Proof, "failures", lambda *_: 1 / 0)
        found = build(root, output).findings
    assert {finding.code for finding in found} == {"proof-stopped"}
    made.clear()
    assert build(root, output).findings == []
    assert made == ["one", "two"]


def test_the_command_makes_nothing_again_unless_it_is_told_to(root: Path) -> None:
    first = variorum(root, "build", "--only", "text")
    file = root / "output" / "text" / "one.txt"
    assert first.returncode == 0, first.stderr
    for arguments, new in (((), 0), (("--fresh",), 0)):
        again = variorum(root, "build", "--only", "text", *arguments)
        assert (again.returncode, again.stderr) == (0, first.stderr)
        assert f" {new} of them new or changed" in again.stdout
    shutil.copystat(root / "tei" / "one.xml", file)
    file.unlink()
    again = variorum(root, "build", "--only", "text")
    assert "1 of them new or changed" in again.stdout
    assert file.is_file()
