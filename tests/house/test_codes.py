"""Every code is declared once, in its room, and whatever can be printed can be explained."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.conftest import ROOT
from variorum.catalogue import every_code
from variorum.findings import Code, codes_in
from variorum.relaxng.codes import CODES as GRAMMAR
from variorum.schema import odd_codes
from variorum.schema.constraints import codes_of_odd

PACKAGE = ROOT / "variorum"
ODD = ROOT / "tei" / "schema" / "edition.odd"
MODULES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
OF_THE_ODD = {code.name for code in codes_of_odd(ODD)}
KNOWN = every_code()
BY_STYLESHEETS = sorted(
    path
    for path in (ROOT / "xslt").rglob("*.xsl")
    if re.search(r"<v:finding code|urn:variorum:schematron\}finding", path.read_text("utf-8"))
)
"""The stylesheets that report findings by their codes."""


def _is_call(node: ast.AST, name: str) -> bool:
    """Whether the node calls the function or class of this name."""
    return isinstance(node, ast.Call) and name in (
        getattr(node.func, "id", ""),
        getattr(node.func, "attr", ""),
    )


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _declared() -> Iterator[tuple[str, str, Code]]:
    """Module, constant and code of each constant, in the module that assigns it."""
    for path, tree in TREES.items():
        assigned = {
            target.id
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
            and (_is_call(node.value, "Code") or _is_call(node.value, "replace"))
        }
        if not assigned:
            continue
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for constant, value in vars(import_module(module)).items():
            if constant in assigned and isinstance(value, Code):
                yield module, constant, value


DECLARED = list(_declared())


def _literals(tree: ast.AST) -> Iterator[str]:
    """The strings of a module that are the name of a code, outside its declaration."""
    declaring = {
        id(node.args[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _is_call(node, "Code") and node.args
    }
    for node in ast.walk(tree):
        value = node.value if isinstance(node, ast.Constant) else None
        is_name = isinstance(value, str) and "-" in value and value in KNOWN
        if is_name and id(node) not in declaring:
            yield str(value)


def test_there_is_something_to_look_at() -> None:
    assert len(DECLARED) > 100 and len(BY_STYLESHEETS) > 2 and len(OF_THE_ODD) > 50


def test_every_declared_code_can_be_explained() -> None:
    for module, constant, code in DECLARED:
        known = KNOWN[code.name]
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.name), f"{module}.{constant}"
        assert (code.reason, code.bad) == (known.reason, known.bad), f"{module}.{constant}"
        assert constant.startswith(code.name.split("-")[0].upper()), f"{module}.{constant}"


@pytest.mark.parametrize("name", KNOWN)
def test_every_code_says_why_it_matters_and_what_to_do(name: str) -> None:
    code = KNOWN[name]
    assert code.name == name and code.reason.endswith(".") and code.help
    assert bool(code.bad) == bool(code.good)


def test_no_code_is_declared_twice() -> None:
    names = Counter((code.name, code.level) for _, _, code in DECLARED)
    names.update((code.name, code.level) for code in codes_of_odd(ODD))
    assert {name for name, number in names.items() if number > 1} == set()


def test_every_declared_code_is_reported() -> None:
    named = GRAMMAR.keys() | codes_in(odd_codes).keys()
    used = {
        name
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load)
        for name in (getattr(node, "id", ""), getattr(node, "attr", ""))
    }
    unused = {constant for _, constant, code in DECLARED if code.name not in named} - used
    assert unused == set()


def test_what_stylesheets_report_can_be_explained_and_is_reported() -> None:
    texts = [path.read_text(encoding="utf-8") for path in BY_STYLESHEETS]
    said = {name for text in texts for name in re.findall(r"'([a-z]+(?:-[a-z]+)+)'", text)}
    assert said <= KNOWN.keys()
    assert codes_in(odd_codes).keys() <= said


def test_a_name_of_a_code_stands_in_its_declaration_alone() -> None:
    found = {
        _name(path): sorted(names)
        for path, tree in TREES.items()
        if path.parent.name != "relaxng" and (names := set(_literals(tree)) - OF_THE_ODD)
    }
    assert found == {}


def test_a_rule_of_the_odd_is_named_in_python_once_at_most() -> None:
    names = Counter(name for tree in TREES.values() for name in _literals(tree))
    assert {name for name in names.keys() & OF_THE_ODD if names[name] > 1} == set()


def test_every_finding_is_made_by_its_code() -> None:
    makers = {
        _name(path)
        for path, tree in TREES.items()
        if path.parent.name != "findings"
        and any(_is_call(node, "Diagnostic") for node in ast.walk(tree))
    }
    assert makers == {"variorum/schema/sandbox.py"}, "which reads back those of its process"


def test_findings_import_nothing_of_the_other_rooms() -> None:
    imported = {
        node.module or ""
        for path, tree in TREES.items()
        if path.parent.name == "findings"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    }
    ours = {name for name in imported if name.startswith("variorum")}
    assert ours and all(name.startswith("variorum.findings") for name in ours)
