"""What has changed is seen, once, wherever it lies."""

from __future__ import annotations

from pathlib import Path

from variorum.watch.changes import Changes


def test_what_has_changed_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "tei" / "deep").mkdir(parents=True)
    stays, gone, other = (tmp_path / "tei" / name for name in ("a.xml", "b.xml", "deep/c.xml"))
    for file in (stays, gone, other):
        file.write_text("one")
    changes = Changes(tmp_path, tmp_path / "output")
    assert changes.found() == set()
    gone.unlink()
    other.write_text("two, longer")
    new = tmp_path / "pyproject.toml"
    new.write_text("")
    assert changes.found() == {gone, other, new}
    assert changes.found() == set()


def test_a_file_that_an_editor_exchanges_for_another_has_changed(tmp_path: Path) -> None:
    file, written = tmp_path / "a.xml", tmp_path / ".a.xml.part"
    file.write_text("one")
    changes = Changes(tmp_path, tmp_path / "output")
    written.write_text("two")
    written.replace(file)
    assert changes.found() == {file}


def test_the_output_and_what_is_hidden_are_not_watched(tmp_path: Path) -> None:
    changes = Changes(tmp_path, tmp_path / "output")
    for name in ("output/html", ".git"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "a").write_text("")
    for name in (".a.xml.swp", "watch.log", "a.xml~", "a.xml.tmp"):
        (tmp_path / name).write_text("")
    assert changes.found() == set()
