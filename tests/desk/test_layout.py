"""The layout of files: what is indented, what stays, and that no word, space or output changes."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest
from lxml import etree

from tests.check.texts import tei
from tests.conftest import ROOT, shared, slow
from variorum.cli import main
from variorum.desk.layout import LAYOUT, RefusedError, formatted

RNG = "{http://relaxng.org/ns/structure/1.0}"
NONCE = re.compile(r'nonce-[\w-]+|nonce="[\w-]+"')


def frame(body: str) -> str:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <text>\n    {body}\n  </text>\n</TEI>\n'


def test_the_elements_are_those_without_words_in_the_model_and_in_tei() -> None:
    root = etree.parse(str(ROOT / "tei" / "schema" / "tei.rng")).getroot()
    wordless = {"list", "titleStmt"}
    for define in root.iter(RNG + "define"):
        if define.get("name") in ("blocks", "blocks-outside"):
            wordless |= {str(name.text) for name in define.iter(RNG + "name")}
    table = (ROOT / "xslt" / "model" / "elements.xsl").read_text(encoding="utf-8")
    rows = re.findall(r"'[a-z\-]+ blocks: ([^']*)'", table)
    assert {name for row in rows for name in row.split()} & wordless == LAYOUT


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "<body>\n<div><p>a</p>\n   <p>b\nc</p></div></body>",
            "<body>\n      <div>\n        <p>a</p>\n        <p>b\nc</p>\n      </div>\n    </body>",
        ),
        ("<body><p>short</p></body>", "<body><p>short</p></body>"),
        (
            "<body>\n\n\n\n<p>a</p> <!-- b -->\n<!-- c --><p>d</p>\n</body>",
            "<body>\n\n      <p>a</p> <!-- b -->\n      <!-- c -->\n      <p>d</p>\n    </body>",
        ),
        (
            "<body>\n<p>a <list>\n<item>b</item></list></p>\n</body>",
            "<body>\n      <p>a <list>\n<item>b</item></list></p>\n    </body>",
        ),
        ('<body xml:space="preserve">\n<p/></body>', '<body xml:space="preserve">\n<p/></body>'),
        ("<body>stray\n<p/></body>", "<body>stray\n<p/></body>"),
        ("<body>\n<div\n  n='a > b'/>\n</body>", "<body>\n      <div\n  n='a > b'/>\n    </body>"),
        ('<body xmlns="urn:x">\n<p/></body>', '<body xmlns="urn:x">\n<p/></body>'),
    ],
)
def test_indents_change_where_white_space_means_nothing(before: str, after: str) -> None:
    assert formatted(frame(before)) == frame(after)
    assert formatted(frame(after)) == frame(after)


def test_line_ends_and_what_stands_before_the_root_stay() -> None:
    before = '\ufeff<?xml version="1.0"?>\r\n<!DOCTYPE TEI [<!ENTITY a "b">]>\r\n' + frame(
        "<body>\n<p>&a;</p>\n</body>"
    ).replace("\n", "\r\n")
    after = formatted(before)
    assert after.startswith(before[: before.index("<TEI")])
    assert "\n" not in after.replace("\r\n", "") and "&a;" in after


@pytest.mark.parametrize("text", ["<TEI>", "", "<a></b>", "no XML"])
def test_what_is_no_xml_is_left_alone(text: str) -> None:
    with pytest.raises(RefusedError, match="no XML"):
        formatted(text)


@pytest.mark.parametrize(
    "subset",
    [
        '<!ATTLIST lg xml:space CDATA "preserve">',
        '<!ENTITY % more SYSTEM "more.dtd"> %more;',
        """<!ENTITY % more "<!ATTLIST lg xml:space CDATA 'preserve'>"> %more;""",
    ],
)
def test_a_dtd_that_may_keep_white_space_is_obeyed(subset: str) -> None:
    text = f"<!DOCTYPE TEI [{subset}]>" + frame("<lg>\n<l>a</l>\n</lg>")
    with pytest.raises(RefusedError, match="DTD"):
        formatted(text)


def _deep(levels: int, words: str) -> str:
    return "<div>\n" * levels + words + "</div>" * levels


def test_depth_costs_nothing_and_has_an_end() -> None:
    long = _deep(240, "<p>a</p>" * 10_000)
    begun = time.process_time()
    new = formatted(frame(f"<body>{long}</body>"))
    assert time.process_time() - begun < 2
    assert new.count("\n") > 10_000
    for levels in (260, 1_500):
        with pytest.raises(RefusedError, match="levels"):
            formatted(frame(f"<body>{_deep(levels, '<p/>')}</body>"))


def test_our_own_files_have_their_layout() -> None:
    for path in [*(ROOT / "tei").glob("*.xml"), *(ROOT / "template").rglob("*.xml")]:
        text = path.read_text(encoding="utf-8")
        assert formatted(text) == text, path


def _words(text: str) -> list[object]:
    """What a tree has of a text, without white space between elements that TEI gives no words."""
    root = etree.fromstring(text.encode(), etree.XMLParser(collect_ids=False, huge_tree=True))
    found: list[object] = []
    for each in root.iter():
        name = str(each.tag).rpartition("}")[2]
        parts = [each.text or "", *(child.tail or "" for child in each)]
        is_layout = name in LAYOUT and not "".join(parts).strip()
        found.append((str(each.tag), dict(each.attrib), [] if is_layout else parts))
    return found


def test_published_tei_keeps_every_word_and_space() -> None:
    changed = 0
    for path in sorted(shared("corpora").glob("*.xml")):
        text = path.read_bytes().decode()
        if len(text) > 250_000:
            continue
        new = formatted(text)
        assert _words(new) == _words(text), path.name
        assert formatted(new) == new, path.name
        changed += new != text
    assert changed > 15


def _made_up(chance: random.Random, depth: int = 0) -> str:
    name = chance.choice(["div", "p", "lg", "l", "list", "item", "hi", "app", "rdg", "figure"])
    space = chance.choice(
        ["", " ", "\n", "\n\n   ", "\t", "word ", "&amp;", "<!-- c -->", "<?pi?>"]
    )
    if depth > 4:
        return f"<{name}/>"
    inside = "".join(
        space + _made_up(chance, depth + 1) for _ in range(chance.randrange(4))
    ) + chance.choice(["", "\n", "x"])
    return f"<{name}>{inside}</{name}>"


def test_no_random_text_loses_a_word_or_a_space() -> None:
    chance = random.Random(14)
    changed = 0
    for _ in range(1000):
        text = frame(f"<body>{_made_up(chance)}\n{_made_up(chance)}</body>")
        new = formatted(text)
        assert _words(new) == _words(text)
        assert formatted(new) == new
        changed += new != text
    assert changed > 300


def test_no_byte_of_an_output_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow()
    names = ("euripides", "Poem4", "L01974", "ISic001226")
    for kind in ("before", "after"):
        folder = tmp_path / kind
        folder.mkdir()
        for path in shared("corpora").glob("*.xml"):
            if any(name in path.name for name in names):
                text = path.read_bytes().decode()
                (folder / path.name).write_text(formatted(text) if kind == "after" else text)
        monkeypatch.chdir(folder)
        main(["build", "--only", "html,text"])
    made = [path for path in (tmp_path / "before" / "output").rglob("*") if path.is_file()]
    pages = [path for path in made if path.suffix in (".html", ".txt", ".json")]
    told = [path for path in pages if ".cite." not in path.name and path.name != "manifest.json"]
    assert len(told) > 8
    for path in told:  # the page that tells size and digest of the TEI is left out
        other = Path(str(path).replace("/before/", "/after/"))
        texts = [NONCE.sub("", each.read_text(encoding="utf-8")) for each in (path, other)]
        assert texts[0] == texts[1], path.name


def test_the_command_formats_and_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, broken = tmp_path / "a.xml", tmp_path / "b.xml"
    file.write_text(tei().replace("      ", "   "), encoding="utf-8")
    before = file.read_bytes()
    assert main(["format", "--check", str(file)]) == 1
    assert "would change" in capsys.readouterr().out and file.read_bytes() == before
    broken.write_text("<TEI>", encoding="utf-8")
    assert main(["format", str(file), str(broken)]) == 1
    said = capsys.readouterr()
    assert "a.xml formatted" in said.out and "format-refused" in said.err
    assert broken.read_text(encoding="utf-8") == "<TEI>"
    assert main(["format", "--check", str(file)]) == 0
    file.write_bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'.encode("latin-1"))
    assert main(["format", str(file)]) == 1
    assert "another encoding" in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} == {"a.xml", "b.xml"}
