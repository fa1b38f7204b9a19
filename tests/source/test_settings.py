"""The settings of pyproject.toml: typed, checked, all mistakes at once, and never a traceback."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.check.texts import tei
from tests.conftest import TEST_ALL
from tests.runs import variorum
from variorum.check import check
from variorum.findings import Diagnostic
from variorum.source import Edition, Settings
from variorum.source.settings import PrintSettings, read_settings, settings_in
from variorum.source.toml_keys import key_positions

HEAD = "[tool.variorum]\n"


def read(folder: Path, text: str | bytes) -> Settings:
    data = text.encode() if isinstance(text, str) else text
    (folder / "pyproject.toml").write_bytes(data)
    return read_settings(folder)


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.line, finding.column) for finding in found]


def test_without_a_file_all_is_as_by_default(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()
    (tmp_path / "pyproject.toml").mkdir()
    assert read_settings(tmp_path) == Settings()
    assert Settings().as_table() == {}


def test_each_setting_is_read(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        HEAD
        + 'language = "nl"\ntitle = "Letters"\nurl = "https://example.org"\n'
        + 'apparatus = "negative"\nprint.fonts = "faces"\n'
        + 'signs.added = "« »"\nsigns.surplus = ""\nentries = ["lost"]\n'
        + '[tool.variorum.catalog]\n"https://example.org/" = "schemas/"\n'
        + '[tool.variorum.import]\nyear = 1989\ndate = 1989-08-22\nkeywords = ["a"]\n'
        + 'shelfmark = { fond = 1, listy = "4-5" }\n',
    )
    assert found.findings == ()
    assert (found.language, found.title, found.apparatus) == ("nl", "Letters", "negative")
    assert found.print == PrintSettings("faces")
    assert (found.signs.chosen, found.entries) == ({"added": "« »", "surplus": ""}, ["lost"])
    assert found.as_table()["signs"] == found.signs.chosen
    assert found.catalog == {"https://example.org/": "schemas/"}
    assert (found.imports.year, str(found.imports.date)) == (1989, "1989-08-22")
    assert found.imports.shelfmark == {"fond": 1, "listy": "4-5"}
    assert found.site_address == "https://example.org/"
    assert found.as_table()["import"]["date"] == "1989-08-22"


def test_the_older_name_of_the_address_yields_to_the_newer() -> None:
    assert Settings(base_url="https://old.org/").site_address == "https://old.org/"
    assert Settings(url="https://new.org", base_url="x").site_address == "https://new.org/"


WRONG = {
    "tool = 3": ("settings-value", 1, 1, "tool must be a table"),
    '[tool]\nvariorum = "x"': ("settings-value", 2, 1, "tool.variorum must be a table"),
    "[[tool.variorum]]": ("settings-value", 1, 8, "but it is a list"),
    HEAD + 'print = "x"': ("settings-value", 2, 1, "print must be a table, but it is “x”"),
    HEAD + 'catalog = "x"': ("settings-value", 2, 1, "catalog must be a table"),
    HEAD + "catalog = { b = 'c', a = 3 }": ("settings-value", 2, 22, "catalog.a must be the path"),
    HEAD + "language = 3": ("settings-value", 2, 1, "language must be the tag of a language"),
    HEAD + 'titel = "Letters"': ("settings-unknown", 2, 1, "did you mean title?"),
    HEAD + "x = 1": ("settings-unknown", 2, 1, "the settings are language, languages"),
    "[tool.variorum.prnt]": ("settings-unknown", 1, 16, "did you mean print?"),
    "tool.variorum.print.font = 1": ("settings-unknown", 1, 21, "did you mean fonts?"),
    HEAD + 'apparatus = "postive"': ("settings-value", 2, 1, "did you mean positive?"),
    HEAD + "limits.seconds = 0": ("settings-value", 2, 8, "a whole number from 1"),
    HEAD + "limits.seconds = 1.5": ("settings-value", 2, 8, "a whole number from 1"),
    HEAD + "limits.megabytes = true": ("settings-value", 2, 8, "a whole number from 1"),
    HEAD + 'print.page = "90 x 210"': ("settings-value", 2, 7, "a width and a height"),
    HEAD + "print.margins = [22, 23]": ("settings-value", 2, 7, "a list of four numbers"),
    HEAD + "print.size = 40": ("settings-value", 2, 7, "a number from 8 to 14"),
    HEAD + "print.bleed = 1.5": ("settings-value", 2, 7, "a whole number from 0 to 10"),
    HEAD + 'print.front-matter = "no"': ("settings-value", 2, 7, "true or false"),
    HEAD + "print.fonts = '" + "a" * 300 + "'": ("settings-value", 2, 7, "the path of a file"),
    HEAD + 'title = "\\u0000"': ("settings-value", 2, 1, "control characters"),
    HEAD + "title = true": ("settings-value", 2, 1, "but it is true or false"),
    HEAD + "import.year = 0x" + "f" * 6000: ("settings-value", 2, 8, "18 digits"),
    HEAD + 'import.shelfmark = { "\\u0001" = 1 }': ("settings-value", 2, 22, "import.shelfmark"),
    HEAD + "import.keywords = [1]": ("settings-value", 2, 8, "a list of texts"),
    HEAD + 'convention = "leyden"': ("settings-value", 2, 1, "did you mean leiden?"),
    HEAD + 'signs.added = "< > >"': ("settings-value", 2, 7, "signs.added must be a sign"),
    HEAD + 'signs.add = "<"': ("settings-unknown", 2, 7, "did you mean added?"),
    HEAD + 'entries = ["gaps"]': ("settings-value", 2, 1, "a list of “added”, “surplus”"),
    "a = 1\nb = \n": ("settings-unreadable", 2, 5, "this is no TOML"),
    "a = " + "[" * 5000: ("settings-unreadable", 0, 0, "nested too deep"),
    "a = " + "1" * 5000: ("settings-unreadable", 0, 0, "this is no TOML"),
}


@pytest.mark.parametrize("text", WRONG, ids=lambda text: text[:40])
def test_what_is_wrong_is_a_finding_at_its_key(tmp_path: Path, text: str) -> None:
    code, line, column, words = WRONG[text]
    (finding,) = read(tmp_path, text).findings
    assert (finding.file, finding.level) == ("pyproject.toml", "error")
    assert told((finding,)) == [(code, line, column)]
    assert words in f"{finding.message} {finding.help}"


def test_bytes_that_are_no_utf_8_are_told_with_their_place(tmp_path: Path) -> None:
    found = read(tmp_path, b'a = 1\nb = "\xff"\n').findings
    assert told(found) == [("settings-unreadable", 2, 6)]


def test_all_mistakes_are_told_at_once_and_the_rest_is_read(tmp_path: Path) -> None:
    found = read(
        tmp_path, HEAD + 'titel = "a"\ntitle = "b"\nlanguage = 3\n[tool.variorum.print]\nfonts = 5'
    )
    assert told(found.findings) == [
        ("settings-unknown", 2, 1),
        ("settings-value", 4, 1),
        ("settings-value", 6, 1),
    ]
    assert found == Settings(title="b", findings=found.findings)


def test_the_keys_of_other_tools_are_nobodys_business(tmp_path: Path) -> None:
    assert read(tmp_path, "[project]\nnam = 3\n[tool.other]\ntitel = 1\n").findings == ()


TOML = '''# [tool.no]
top = """
[tool.not]
x = "a""""
[ tool . "vari\\u006frum" ]  # = [
"a=b" = 'c = d' # e = f
list = [ { x = 1 }, [2, "]"], # ]
  3 ]
when = 1979-05-27 07:32:00
inline = { one = 1, "t w o" = { three.four = 3 } }
[[tool.many]]
five = 5
'''


def test_where_keys_stand() -> None:
    tool = ("tool", "variorum")
    assert key_positions(TOML) == {
        ("top",): (2, 1),
        ("tool",): (5, 3),
        tool: (5, 10),
        (*tool, "a=b"): (6, 1),
        (*tool, "list"): (7, 1),
        (*tool, "when"): (9, 1),
        (*tool, "inline"): (10, 1),
        (*tool, "inline", "one"): (10, 12),
        (*tool, "inline", "t w o"): (10, 21),
        (*tool, "inline", "t w o", "three"): (10, 33),
        (*tool, "inline", "t w o", "three", "four"): (10, 39),
        ("tool", "many"): (11, 8),
        ("tool", "many", "five"): (12, 1),
    }
    assert tomllib.loads(TOML)["tool"]["variorum"]["inline"]["t w o"] == {"three": {"four": 3}}


_KEYS = st.one_of(
    st.sampled_from([key for kind in (Settings, PrintSettings) for key in settings_in(kind)]),
    st.sampled_from(["year", "fonts", "shelfmark", "keywords", "titel"]),
    st.text(max_size=4),
)
_SCALARS = st.one_of(
    st.text(max_size=6),
    st.integers(),
    st.booleans(),
    st.floats(),
    st.dates().map(lambda day: f"date {day}"),
)


def _toml(value: object) -> str:
    """A value as TOML: an inline table, a list, or what JSON and TOML have in common."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(key)} = {_toml(it)}" for key, it in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, str):
        return value[5:] if value.startswith("date ") else _quoted(value)
    return json.dumps(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(_KEYS, _VALUES, max_size=4))
@settings(max_examples=200 if TEST_ALL else 60, suppress_health_check=list(HealthCheck))
def test_any_table_is_read_and_each_finding_stands_at_a_key(
    tmp_path: Path, table: dict[str, object]
) -> None:
    text = f"[tool]\n\nvariorum = {_toml(table)}\n"
    found = read(tmp_path, text)
    json.dumps(found.as_table())
    places = key_positions(text)
    assert set(places) == set(_paths(tomllib.loads(text)))
    positions = set(places.values())
    for finding in found.findings:
        if finding.code != "settings-unreadable":
            assert (finding.line, finding.column) in positions
    wrong = {finding.message for finding in found.findings}
    assert len(found.as_table()) <= len(table)
    assert wrong or not set(table) - set(settings_in(Settings))


@given(st.text(alphabet="[]{}=.,#'\"\\\n\r ab1-:\u0000é", max_size=40) | st.binary(max_size=40))
@settings(max_examples=400 if TEST_ALL else 120, suppress_health_check=list(HealthCheck))
def test_any_file_is_met_without_a_traceback(tmp_path: Path, text: str | bytes) -> None:
    found = read(tmp_path, text)
    if isinstance(text, str) and not found.findings:
        assert set(key_positions(text)) == set(_paths(tomllib.loads(text)))


def _paths(table: dict[str, object], before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in table.items():
        yield (*before, key)
        if isinstance(value, dict):
            yield from _paths(value, (*before, key))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "case.xml").write_text(tei(), encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(HEAD + 'titel = "a"\nlanguage = 3', encoding="utf-8")
    return tmp_path


def test_check_tells_them_and_an_editions_own_build_stops(folder: Path) -> None:
    found = [finding for finding in check(Edition.here(folder)) if finding.file == "pyproject.toml"]
    assert told(tuple(found)) == [("settings-unknown", 2, 1), ("settings-value", 3, 1)]
    run = variorum(folder, "build", "--only", "text")
    assert run.returncode == 1 and "pyproject.toml:2:1" in run.stderr
    assert not (folder / "output").exists()


def test_a_build_of_other_files_tells_them_and_goes_on(folder: Path) -> None:
    run = variorum(folder, "text", "tei/case.xml")
    assert run.returncode == 1 and "did you mean title?" in run.stderr
    assert (folder / "output" / "text" / "case.txt").is_file()


@pytest.mark.parametrize(
    "command",
    [
        ("text", "tei/case.xml", "--witness", ""),
        ("package",),
        ("import", "pyproject.toml", "new.xml"),
    ],
)
def test_verbs_without_a_check_stop_at_them(folder: Path, command: tuple[str, ...]) -> None:
    run = variorum(folder, *command)
    assert run.returncode == 1
    assert "settings-unknown" in run.stderr and "Traceback" not in run.stderr
