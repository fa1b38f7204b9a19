"""The house rules that a machine can check."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import ROOT
from variorum.source.settings import Settings, SignSettings, settings_in

XSL = "{http://www.w3.org/1999/XSL/Transform}"
MODULES = sorted((ROOT / "xslt").rglob("*.xsl"))
DRIVERS = sorted((ROOT / "xslt").glob("*.xsl"))
PYTHON = sorted((ROOT / "variorum").rglob("*.py"))
WRITTEN = sorted(
    [
        *PYTHON,
        *(ROOT / "tests").rglob("*.py"),
        *(ROOT / "tools").rglob("*.py"),
        *ROOT.glob("*.py"),
    ]
)
"""All of Python in the project, not the program alone."""
LOCALES = sorted((ROOT / "xslt" / "locale").glob("*.xml"))
OUTPUTS = ("html", "latex", "print", "text")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _lines(element: etree._Element) -> int:
    """Source lines of an element: line breaks inside its tags are counted too."""
    return len(etree.tostring(element, with_tail=False).splitlines())


def _source(path: Path) -> etree._ElementTree:
    return etree.parse(str(path))


def test_there_is_something_to_look_at() -> None:
    assert len(MODULES) > 20 and len(PYTHON) > 10 and len(LOCALES) > 1


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_everything_is_typed(path: Path) -> None:
    typed = ("param", "variable", "function", "accumulator")
    untyped = [
        f"{element.sourceline}: {element.get('name')}"
        for element in _source(path).iter(*(XSL + name for name in typed))
        if element.get("as") is None
    ]
    untyped += [
        f"{element.sourceline}: template {element.get('match') or element.get('name')}"
        for element in _source(path).iter(XSL + "template")
        if element.get("as") is None and (len(element) or (element.text or "").strip())
    ]
    assert not untyped


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modes_are_declared_with_a_policy_and_a_comment(path: Path) -> None:
    for mode in _source(path).iter(XSL + "mode"):
        assert mode.get("on-no-match"), f"{mode.get('name')}: no policy"
        before = mode.getprevious()
        while before is not None and before.tag == XSL + "mode":
            before = before.getprevious()
        assert before is not None and before.tag is etree.Comment, (
            f"{mode.get('name')}: no comment that says what it does"
        )


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_units_fit_on_a_screen(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    for element in _source(path).iter(XSL + "template", XSL + "function"):
        assert _lines(element) <= 40, f"line {element.sourceline}"


@pytest.mark.parametrize("path", DRIVERS, ids=_name)
def test_drivers_are_shells(path: Path) -> None:
    root = _source(path).getroot()
    assert root.tag == XSL + "package"
    assert {child.tag for child in root.iterchildren("*")} == {XSL + "import"}
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 15


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_slow_axis_no_file_access_no_dead_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    code = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    assert "preceding::" not in code and "following::" not in code
    at_work = re.sub(r'<xsl:variable\b[^>]*\bstatic="yes"[^>]*>', "", code)
    assert not re.search(r"\b(doc|document|collection|unparsed-text(-lines)?)\(", at_work)
    assert not re.search(r"<!--\s*<(xsl|/)", text)
    assert "p{Is" not in code  # Saxon prints which blocks of Unicode it loads, and takes its time


def _literal_words(path: Path) -> Iterator[str]:
    """Words that would reach an output without passing through locale/."""
    for node in _source(path).iter("*"):
        parent = node.tag
        if not isinstance(parent, str) or (
            parent.startswith(XSL)
            and parent
            not in (
                XSL + "text",
                XSL + "template",
                XSL + "function",
                XSL + "if",
                XSL + "when",
                XSL + "otherwise",
                XSL + "for-each",
                XSL + "variable",
                XSL + "value-of",
            )
        ):
            continue
        for text in (node.text, *(child.tail for child in node)):
            words = re.sub(r"\{[^{}]*(\{[^{}]*\}[^{}]*)*\}", "", text or "")
            if re.search(r"[^\W\d_]{3,}", words):
                yield f"{node.sourceline}: {words.strip()}"


_MARKUP = {
    "print": r"""(?x) "[^"]*"                      # strings of Typst
        | \#(?:let|import|show)\b .*? [:=]        # what it declares
        | \#?[\w-]+ (?:\.[\w-]+)* (?=[(\[:])      # calls, and the names of arguments
        | \#[\w-]+""",
    "latex": r"^%.*$|\\[A-Za-z@]+|\[[^\]]*\]",
}
"""What belongs to the language of an output and is no word that a reader sees."""
_STANDARD = re.compile(r"\S*[:/.-]\S*|[A-Z][A-Za-z]*|local|text|document")
"""A name that a standard for metadata prescribes, an address, or a file."""
_DEPOSIT = "public external publication personal organizational created other isderivedfrom url"
_PRESCRIBED = {"reformatted digital", "true", *_DEPOSIT.split()}
"""Names of more than one word that a standard prescribes, and those of the API of InvenioRDM."""


def _labels_written_out(path: Path) -> list[str]:
    """The words in a stylesheet that a reader would see and that are not in locale/."""
    found = []
    for literal in _literal_words(path):
        line, _, words = literal.partition(": ")
        room = path.parent.name
        if room in _MARKUP:
            words = re.sub(_MARKUP[room], " ", words, flags=re.MULTILINE)
        elif room == "archive" and (_STANDARD.fullmatch(words) or words in _PRESCRIBED):
            continue
        if re.search(r"[^\W\d_]{3,}", words):
            found.append(f"{line}: {words.strip()}")
    return found


def test_markup_is_no_word_and_words_are_found(tmp_path: Path) -> None:
    written = {
        "print": ('#section(2)[<b/>]#note(a: "left")[', "#emph[Edited by ]"),
        "latex": (r"\begin[noend]\editionnote", r"\emph Edited by"),
        "archive": ("CreativeWork", "Edited by"),
        "html": ("", "Edited by"),
    }
    for room, (markup, words) in written.items():
        for text, flagged in ((markup, False), (words, True)):
            path = tmp_path / room / "a.xsl"
            path.parent.mkdir(exist_ok=True)
            path.write_text(
                f'<xsl:stylesheet xmlns:xsl="{XSL[1:-1]}"><xsl:template><xsl:text>{text}</xsl:text>'
                "</xsl:template></xsl:stylesheet>".replace("<b/>", ""),
                encoding="utf-8",
            )
            assert bool(_labels_written_out(path)) is flagged, (room, text)


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path.parent.name in (*OUTPUTS, "archive", "common", "model")],
    ids=_name,
)
def test_labels_come_from_the_locale(path: Path) -> None:
    assert not _labels_written_out(path)


def _labels(path: Path) -> dict[str, str]:
    return {
        str(label.get("key")): label.text or ""
        for label in etree.parse(str(path)).getroot().iter("label")
    }


def test_every_language_has_every_label() -> None:
    english = set(_labels(ROOT / "xslt" / "locale" / "en.xml"))
    assert english
    for path in LOCALES:
        assert set(_labels(path)) == english, path.name


def test_words_of_the_apparatus_are_labels() -> None:
    english = set(_labels(ROOT / "xslt" / "locale" / "en.xml"))
    for path in (ROOT / "xslt" / "locale" / "apparatus").glob("*.xml"):
        assert set(_labels(path)) < english, path.name


def test_every_convention_has_every_sign() -> None:
    names = set(settings_in(SignSettings))
    folder = ROOT / "xslt" / "locale" / "signs"
    conventions = {path.stem: set(_labels(path)) for path in folder.glob("*.xml")}
    assert conventions == dict.fromkeys(settings_in(Settings)["convention"][1].allowed, names)
    english = set(_labels(ROOT / "xslt" / "locale" / "en.xml"))
    assert {key for key in english if key.startswith("sign.")} == {f"sign.{name}" for name in names}


def test_every_label_is_used_and_every_used_label_exists() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    known = set(_labels(ROOT / "xslt" / "locale" / "en.xml"))
    asked = set(re.findall(r"l:label\('([^']+)'[,)]", code))
    assert asked <= known
    prefixes = tuple(re.findall(r"l:(?:label|known|found)\('([^']+\.)' \|\|", code))
    quoted = set(re.findall(r"'([\w.-]+)'", code))
    suffixes = tuple(re.findall(r"l:label\(\$[\w-]+ \|\| '(\.[^']+)'", code))
    unused = {
        key for key in known - quoted if not key.startswith(prefixes) and not key.endswith(suffixes)
    }
    assert not unused


def test_slots_agree_between_languages() -> None:
    first, *others = (
        {key: sorted(re.findall(r"\{\d\}", text)) for key, text in _labels(path).items()}
        for path in LOCALES
    )
    assert others and all(slots == first for slots in others)


SHARED = ("apparatus", "header", "main", "notes", "structure")
"""Files that every output has."""
WORDS = (
    *("breaks", "drama", "figures", "languages", "letters", "links", "lists", "phrases"),
    *("quotations", "renditions", "tables", "verse", "witnesses"),
)
"""Files for the words of the model."""
PLAIN = {"drama", "figures", "languages", "links", "renditions", "witnesses"}
"""Words that plain text has no behaviour of its own for: they are blocks or phrases there."""


@pytest.mark.parametrize("output", OUTPUTS)
def test_outputs_are_laid_out_alike(output: str) -> None:
    names = {*SHARED, *WORDS} - (PLAIN if output == "text" else set())
    assert names <= {path.stem for path in (ROOT / "xslt" / output).iterdir()}


@pytest.mark.parametrize("path", PYTHON, ids=_name)
def test_python_functions_fit_on_a_screen_and_modules_say_what_they_offer(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "no module docstring"
    names = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    assert "__all__" in names or path.name == "__main__.py"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 40, f"{node.name}: {length} lines"


def _counted_names(code: str) -> list[int]:
    """The lines on which something has the name `one`, which says nothing of what it is."""
    lines = []
    for node in ast.walk(ast.parse(code)):
        names = {
            getattr(node, field, None) for field in ("id", "arg", "attr", "name", "asname", "rest")
        }
        if "one" in names:
            lines.append(getattr(node, "lineno", 0))
    return sorted(set(lines))


@pytest.mark.parametrize(
    "code",
    [
        "one = 1",
        "def one(): ...",
        "def f(one): ...",
        "f = lambda one: 1",
        "a = [1 for one in b]",
        "a.one = 1",
        "import a as one",
        "f(one=1)",
    ],
)
def test_a_thing_named_one_is_found(code: str) -> None:
    assert _counted_names(code) == [1]
    assert not _counted_names(code.replace("one", "other") + "  # one")


@pytest.mark.parametrize("path", WRITTEN, ids=_name)
def test_one_is_not_a_name_in_python(path: Path) -> None:
    assert not _counted_names(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_one_is_not_a_name_in_the_stylesheets(path: Path) -> None:
    code = re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.findall(r'\$one\b|\bname="(?:\w+:)?one"', code)


def test_only_one_module_imports_saxonche() -> None:
    importers = [
        _name(path)
        for path in PYTHON
        if re.search(r"^\s*(import|from) saxonche", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert importers == ["variorum/engines/saxon.py"]


def test_the_toolchain_knows_nothing_of_this_edition() -> None:
    note = etree.parse(str(ROOT / "tei" / "lukin-note.xml"))
    register = etree.parse(str(ROOT / "tei" / "register.xml"))
    ids = {
        str(value)
        for tree in (note, register)
        for value in tree.xpath("//@xml:id")
        if re.search(r"[_-]|^[A-Z]\d", str(value))
    }
    assert len(ids) > 50
    named = re.compile(r"\b([Ll]ukin|" + "|".join(map(re.escape, sorted(ids))) + r")\b")
    for path in [*PYTHON, *(file for file in (ROOT / "xslt").rglob("*") if file.is_file())]:
        assert not named.findall(path.read_text(encoding="utf-8")), _name(path)


def test_no_name_of_the_book_is_given_twice() -> None:
    """A second function of one name would take the place of the first, which others call."""
    text = (ROOT / "xslt" / "assets" / "edition.typ").read_text(encoding="utf-8")
    names = re.findall(r"^#let ([\w-]+)", text, re.MULTILINE)
    assert [name for name in set(names) if names.count(name) > 1] == []
