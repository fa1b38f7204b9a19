"""The house rules that a machine can check."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import ROOT

XSL = "{http://www.w3.org/1999/XSL/Transform}"
MODULES = sorted((ROOT / "xslt").rglob("*.xsl"))
DRIVERS = sorted((ROOT / "xslt").glob("*.xsl"))
PYTHON = sorted((ROOT / "variorum").rglob("*.py"))
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
    assert len(MODULES) > 20 and len(PYTHON) > 10 and len(LOCALES) == 3


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
    assert not re.search(r"\b(doc|document|collection|unparsed-text(-lines)?)\(", code)
    assert not re.search(r"<!--\s*<(xsl|/)", text)


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


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parent.name in ("html", "text", "model")], ids=_name
)
def test_labels_come_from_the_locale(path: Path) -> None:
    assert not list(_literal_words(path))


def _labels(path: Path) -> dict[str, str]:
    return {
        str(label.get("key")): label.text or ""
        for label in etree.parse(str(path)).getroot().iter("label")
    }


def test_every_language_has_every_label() -> None:
    keys = {path.name: set(_labels(path)) for path in LOCALES}
    assert keys["de.xml"] == keys["en.xml"] == keys["ru.xml"]


def test_every_label_is_used_and_every_used_label_exists() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    known = set(_labels(ROOT / "xslt" / "locale" / "en.xml"))
    asked = set(re.findall(r"l:label\('([^']+)'[,)]", code))
    assert asked <= known
    prefixes = tuple(re.findall(r"l:label\('([^']+\.)' \|\|", code))
    quoted = set(re.findall(r"'([\w.-]+)'", code))
    suffixes = tuple(re.findall(r"l:label\(\$[\w-]+ \|\| '(\.[^']+)'", code))
    unused = {
        key for key in known - quoted if not key.startswith(prefixes) and not key.endswith(suffixes)
    }
    assert not unused


def test_slots_agree_between_languages() -> None:
    slots = [
        {key: sorted(re.findall(r"\{\d\}", text)) for key, text in _labels(path).items()}
        for path in LOCALES
    ]
    assert slots[0] == slots[1] == slots[2]


def test_outputs_are_laid_out_alike() -> None:
    shared = {"apparatus.xsl", "header.xsl", "inline.xsl", "main.xsl", "notes.xsl", "structure.xsl"}
    for output in OUTPUTS:
        assert shared <= {path.name for path in (ROOT / "xslt" / output).iterdir()}, output


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
