"""A build makes again what is made of other inputs than before, and nothing else.

After each change, what a build with a state has made is what a fresh build makes, byte for byte.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.building import warm_saxon
from tests.runs import tree, variorum
from variorum.build.merge import merge
from variorum.build.plan import DocumentTask, plan, sharded
from variorum.build.run import Result, run
from variorum.build.state import FILE, State, kept_documents
from variorum.build.worker import DocumentMade, TaskWorker
from variorum.commands.build import run_build
from variorum.findings import VariorumError
from variorum.outputs.digest import digest
from variorum.outputs.output import WrittenFile
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


def build(
    root: Path, output: Path, *, state: bool = True, shard: tuple[int, int] = (1, 1)
) -> Result:
    planned = plan(Edition.here(root), outputs_of(("html", "text")))
    if shard[1] > 1:
        planned = sharded(planned, *shard)
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
    "an-entry-in-another-list": (
        replaced(
            "register.xml",
            '<listPerson>\n    <person xml:id="anna">',
            '<listPerson/><listPerson xml:lang="de">\n    <person xml:id="anna">',
        ),
        ["one", "two"],
    ),
    "a-relation": (replaced("register.xml", 'name="spouse"', 'name="friend"'), ["one", "two"]),
    "a-picture": (_picture, ["one"]),
    "a-setting": (_setting, ["one", "two"]),
}


CORPUS = """<teiCorpus {tei}>
  <teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt>
    <publicationStmt><p>none</p></publicationStmt><sourceDesc><p>none</p></sourceDesc>
  </fileDesc></teiHeader>
{first}{second}</teiCorpus>
"""


def test_documents_of_one_file_change_with_it(root: Path, tmp_path: Path, made: list[str]) -> None:
    first = LETTER.format(tei='xml:id="first"', who="anna", words="it rains.")
    second = LETTER.format(tei='xml:id="second"', who="boris", words="it <foo>snows</foo>.")
    for longer in ("", "\n\n"):
        made.clear()
        text = CORPUS.format(tei=TEI, first=first, second=longer + second)
        (root / "tei" / "all.xml").write_text(text)
        kept = build(root, tmp_path / "kept")
    fresh = build(root, tmp_path / "fresh", state=False)
    assert made[:2] == ["first", "second"]
    assert kept.findings == fresh.findings
    assert tree(tmp_path / "kept") == tree(tmp_path / "fresh")


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


def test_shards_make_together_what_one_build_makes(
    root: Path, tmp_path: Path, made: list[str]
) -> None:
    shards = [tmp_path / "first", tmp_path / "second"]
    for number, folder in enumerate(shards, 1):
        build(root, folder, shard=(number, 2))
    assert made == ["one", "two"]
    made.clear()
    assert merge(shards, tmp_path / "merged") == 2
    build(root, tmp_path / "merged")
    assert made == []
    build(root, tmp_path / "fresh", state=False)
    assert tree(tmp_path / "merged") == tree(tmp_path / "fresh")


def test_what_was_merged_of_a_document_that_is_gone_is_removed(root: Path, tmp_path: Path) -> None:
    shards = [tmp_path / "first", tmp_path / "second"]
    for number, folder in enumerate(shards, 1):
        build(root, folder, shard=(number, 2))
    (root / "tei" / "two.xml").unlink()
    merge(shards, tmp_path / "merged")
    build(root, tmp_path / "merged")
    build(root, tmp_path / "fresh", state=False)
    assert tree(tmp_path / "merged") == tree(tmp_path / "fresh")


def test_no_state_brings_files_from_outside_its_folder(root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    build(root, tmp_path / "shard", shard=(1, 2))
    ((name, inputs, kept),) = kept_documents(tmp_path / "shard")
    with closing(State(tmp_path / "shard")) as state:
        files = {**kept.files, "../secret.txt": WrittenFile(digest(b"secret"), 6)}
        state.keep(name, inputs, replace(kept, files=files))
    with pytest.raises(VariorumError, match="no documents"):
        merge([tmp_path / "shard"], tmp_path / "merged")
    assert not (tmp_path / "merged" / ".." / "merged" / "secret.txt").exists()


def test_shards_that_were_copied_are_merged(root: Path, tmp_path: Path, made: list[str]) -> None:
    for number in (1, 2):
        build(root, tmp_path / "made" / str(number), shard=(number, 2))
    for file in (tmp_path / "made").rglob("*"):
        os.utime(file, (0, 0))
    shards = [tmp_path / "made" / str(number) for number in (1, 2)]
    assert merge(shards, tmp_path / "merged") == 2
    made.clear()
    build(root, tmp_path / "merged")
    assert made == []


@pytest.mark.parametrize("where", ["nothing there", "another form", "the output itself"])
def test_what_cannot_be_merged_is_told_and_left_as_it_is(
    where: str, root: Path, tmp_path: Path
) -> None:
    shard = tmp_path / "shard"
    build(root, shard, shard=(1, 2))
    if where == "another form":
        _damage(shard / FILE, where)
    before = (shard / FILE).read_bytes()
    output = shard if where == "the output itself" else tmp_path / "merged"
    with pytest.raises(VariorumError):
        merge([root if where == "nothing there" else shard], output)
    assert (shard / FILE).read_bytes() == before


def command(root: Path, *arguments: str) -> str:
    """What a build of the plain texts says."""
    run = variorum(root, "build", "--only", "text", *arguments)
    assert run.returncode == 0, run.stderr
    return run.stdout


def _included(root: Path) -> None:
    part = root / "tei" / ".parts" / "part.xml"
    part.write_text(part.read_text().replace("far", "near"))


SEEN: dict[str, Callable[[Path], None]] = {
    "a text": replaced("two.xml", "snows", "hails"),
    "a register": replaced("register.xml", ">Anna<", ">Anna Maria<"),
    "a setting": _setting,
    "a text included from a hidden folder": _included,
    "an output": lambda root: (root / "output" / "text" / "one.txt").unlink(),
}


@pytest.mark.parametrize("change", SEEN)
def test_the_command_sees_each_change(change: str, root: Path) -> None:
    if "hidden" in change:
        (root / "tei" / ".parts").mkdir()
        (root / "tei" / ".parts" / "part.xml").write_text(f"<p {TEI}>from far away</p>")
        include = '<include xmlns="http://www.w3.org/2001/XInclude" href=".parts/part.xml"/>'
        replaced("one.xml", "</body>", f"{include}</body>")(root)
    command(root)
    assert " 0 of them new" in command(root)
    SEEN[change](root)
    command(root)
    kept = tree(root / "output")
    command(root, "--fresh")
    assert kept == tree(root / "output")


def test_the_command_looks_at_nothing_where_nothing_has_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command(root)
    monkeypatch.chdir(root)
    build_here = partial(run_build, (), Path("output"), ("text",), raw=False, self_contained=False)
    with monkeypatch.context() as closed:
        closed.setattr(Edition, "here", lambda *_: 1 / 0)
        assert build_here() == 0
        assert " 0 of them new" in capsys.readouterr().out
        with pytest.raises(ZeroDivisionError):
            build_here(fresh=True)


def test_what_the_system_refused_is_tried_again(root: Path) -> None:
    blocked = root / "output" / "text" / "two.txt"
    blocked.mkdir(parents=True)
    refused = variorum(root, "build", "--only", "text")
    assert refused.returncode == 1
    assert "output-unwritable" in refused.stderr
    blocked.rmdir()
    command(root)
    assert blocked.is_file()


def test_shards_and_merge_are_commands(root: Path) -> None:
    for number in (1, 2):
        shard = ("--shard", f"{number}/2", "--only", "text", "--output", f"s{number}")
        assert variorum(root, "build", *shard).returncode == 0
    assert set(tree(root / "s1")) == {"manifest.json", "text/one.txt"}
    merged = variorum(root, "merge", "s1", "s2", "--only", "text")
    assert merged.returncode == 0, merged.stderr
    assert "2 documents brought together in output/" in merged.stdout
    whole = tree(root / "output")
    command(root, "--fresh")
    assert tree(root / "output") == whole


def test_a_shard_is_one_of_several(root: Path) -> None:
    for wrong in ("0/2", "3/2", "one", "1/"):
        run = variorum(root, "build", "--shard", wrong)
        assert run.returncode == 2
        assert "not I/N" in run.stderr


def test_documents_are_made_side_by_side_with_the_same_result(root: Path) -> None:
    command(root, "--fresh", "--jobs", "2")
    together = tree(root / "output")
    command(root, "--fresh", "--jobs", "1")
    assert together == tree(root / "output")
    assert {"text/one.txt", "text/two.txt"} <= together.keys()
