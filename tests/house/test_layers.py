"""The order of the rooms: who may import whom, and that no name means two things."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import ROOT

PACKAGE = ROOT / "variorum"
FLOORS = (
    ("variorum",),
    ("variorum.findings",),
    ("variorum.source",),
    ("variorum.engines",),
    ("variorum.relaxng",),
    ("variorum.schema",),
    ("variorum.check",),
    ("variorum.model",),
    ("variorum.outputs",),
    ("variorum.build",),
    ("variorum.proof",),
    ("variorum.new", "variorum.package", "variorum.transcripts"),
    ("variorum.desk",),
    ("variorum.catalogue",),
    ("variorum.explain", "variorum.watch"),
    ("variorum.commands",),
    ("variorum.cli",),
    ("variorum.tasks",),
    ("variorum.__main__",),
)
"""The rooms from bottom to top: a room imports from the floors below its own only."""
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
LOOSE = {"__init__", "__main__", "cli", "tasks", "catalogue", "explain"}
"""The modules that stand in no room."""
FORBIDDEN = {"variorum.proof": {"variorum.model", "variorum.outputs", "variorum.build"}}
"""What a room may not import although it lies below: the proof decides on its own."""
SAME_CONCEPT: dict[str, str] = {}
"""Public classes that have one name because they are one concept, each with the reason."""
MOST_LINES = 200

XSL = "{http://www.w3.org/1999/XSL/Transform}"
STYLESHEETS = sorted((ROOT / "xslt").rglob("*.xsl"))


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


PATHS = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in PATHS.items()}


def room(module: str) -> str:
    """The room of a module; a module that stands in none is a room of its own."""
    return ".".join(module.split(".")[:2])


def imported(tree: ast.AST, known: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The modules that a module imports anywhere in it, each with the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                target = whole if whole in known else node.module
                if target in known:
                    yield target, node.lineno
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name in known:
                    yield alias.name, node.lineno


def graph(trees: dict[str, ast.Module]) -> dict[str, dict[str, int]]:
    """For each module the modules it imports, each with the line."""
    return {
        name: {target: line for target, line in imported(tree, trees) if target != name}
        for name, tree in trees.items()
    }


def circles(edges: dict[str, set[str]]) -> list[list[str]]:
    """The groups of nodes that can reach each other."""
    reach: dict[str, set[str]] = {}
    for start in edges:
        waiting, seen = [*edges[start]], set()
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting += edges.get(node, ())
        reach[start] = seen
    groups = {
        tuple(sorted(other for other in reach[node] if node in reach.get(other, ())))
        for node in edges
        if node in reach[node]
    }
    return [list(group) for group in sorted(groups)]


IMPORTS = graph(TREES)


def test_relative_imports_are_not_used() -> None:
    """The graph is made of absolute names."""
    relative = [
        f"{name}:{node.lineno}"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert not relative


def test_the_graph_sees_every_kind_of_import() -> None:
    text = (
        "import variorum.a\nfrom variorum import b\n"
        "if TYPE_CHECKING:\n    from variorum.c import C\n"
        "def late():\n    from variorum.d import D\n"
    )
    names = {f"variorum.{letter}" for letter in "abcd"}
    trees = {"variorum.e": ast.parse(text)} | {name: ast.parse("") for name in names}
    assert set(graph(trees)["variorum.e"]) == names
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == [["b", "c"]]


def test_every_room_has_its_floor() -> None:
    assert {room(name) for name in PATHS} <= set(FLOOR)


@pytest.mark.parametrize("module", sorted(PATHS))
def test_no_arrow_goes_up(module: str) -> None:
    own = room(module)
    wrong = [
        f"line {line}: {target}"
        for target, line in IMPORTS[module].items()
        if room(target) != own and FLOOR[room(target)] >= FLOOR[own]
    ]
    assert not wrong
    assert not FORBIDDEN.get(own, set()) & {room(target) for target in IMPORTS[module]}


def test_no_module_imports_in_a_circle() -> None:
    assert not circles({name: set(targets) for name, targets in IMPORTS.items()})


def test_no_room_imports_in_a_circle() -> None:
    rooms: dict[str, set[str]] = defaultdict(set)
    for name, targets in IMPORTS.items():
        rooms[room(name)] |= {room(target) for target in targets} - {room(name)}
    assert not circles(rooms)


def test_no_module_lies_about_loose() -> None:
    assert {path.stem for path in PACKAGE.glob("*.py")} <= LOOSE


@pytest.mark.parametrize("module", sorted(PATHS))
def test_classes_are_short(module: str) -> None:
    long = {
        node.name: length
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.ClassDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > MOST_LINES
    }
    assert not long


def public_classes(tree: ast.Module) -> set[str]:
    """The classes that a module defines and lists in `__all__`."""
    listed = {
        name
        for node in tree.body
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)
        for name in ast.literal_eval(node.value)
    }
    return {node.name for node in tree.body if isinstance(node, ast.ClassDef)} & listed


def test_no_two_public_classes_have_one_name() -> None:
    homes: dict[str, list[str]] = defaultdict(list)
    for module, tree in TREES.items():
        for name in public_classes(tree):
            homes[name].append(module)
    twice = {name: found for name, found in homes.items() if len(found) > 1}
    assert {name: found for name, found in twice.items() if name not in SAME_CONCEPT} == {}
    assert set(SAME_CONCEPT) <= set(twice), "an exception that is not needed"


def named_things() -> dict[str, list[tuple[str, str, str]]]:
    """By its qualified name: the file, the kind and the arity of each named thing.

    Named things are functions, named templates, global variables and keys; the parameters of a
    driver are no names of its own, because several drivers are given the same ones.
    """
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for path in STYLESHEETS:
        root = etree.parse(str(path)).getroot()
        for element in root.iterchildren(
            *(XSL + kind for kind in ("function", "template", "variable", "key"))
        ):
            name = element.get("name")
            if name is None:
                continue
            prefix, _, local = name.rpartition(":")
            qualified = f"{{{element.nsmap[prefix] if prefix else ''}}}{local}"
            kind = str(element.tag).removeprefix(XSL)
            arity = str(len(element.findall(XSL + "param"))) if kind == "function" else ""
            found[qualified].append((path.relative_to(ROOT / "xslt").as_posix(), kind, arity))
    return found


def ambiguous(things: list[tuple[str, str, str]]) -> bool:
    """Whether a name can mean two things.

    It can if two rooms define it, or if one room defines it twice, the second of which overrides
    the first. Several keys of one name in one file are one key, and functions of one name may
    differ in their arity.
    """
    rooms = {file.partition("/")[0] for file, _, _ in things}
    distinct = [thing for thing in things if thing[1] != "key"]
    distinct += {thing for thing in things if thing[1] == "key"}
    overridden = len({(kind, arity) for _, kind, arity in distinct}) < len(distinct)
    return len(rooms) > 1 or overridden


def prefixed(qualified: str) -> str:
    """A qualified name as the stylesheets write it; those of the model have the prefix `v`."""
    return qualified.replace("{urn:variorum:model}", "v:")


NAMED = {prefixed(name): things for name, things in named_things().items()}


def test_no_name_in_the_stylesheets_means_two_things() -> None:
    assert len(NAMED) > 100
    assert {name: things for name, things in NAMED.items() if ambiguous(things)} == {}
