"""Reads a schema file into its full syntax, with positions (RELAX NG 3, 4.1-4.5, 4.8, 4.10).

Annotations are dropped, except `a:documentation`, which is kept with the pattern it explains.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from variorum.relaxng.errors import SchemaError
from variorum.relaxng.name_classes import XML, is_ncname
from variorum.source.bytes import as_utf8

__all__ = ["NAME_CLASSES", "Node", "parse"]

RNG = "http://relaxng.org/ns/structure/1.0"
DOCUMENTATION = "http://relaxng.org/ns/compatibility/annotations/1.0 documentation"
DEEPEST = 3000


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


NAME_CLASSES = _set("anyName nsName name choice")
NOTHING: frozenset[str] = frozenset()
PATTERNS = _set(
    "element attribute group interleave choice optional zeroOrMore oneOrMore list mixed ref "
    "parentRef empty text value data notAllowed externalRef grammar"
)
OF_PATTERNS = _set(
    "element attribute group interleave choice optional zeroOrMore oneOrMore list mixed define "
    "start"
)
OF_NOTHING = _set("ref parentRef empty text value notAllowed externalRef param name")
# Which children an element may have; `choice`, `except` and `div` by the place where they stand.
CHILDREN: dict[str, frozenset[str]] = {
    **dict.fromkeys(OF_PATTERNS, PATTERNS),
    **dict.fromkeys(OF_NOTHING, NOTHING),
    "data": frozenset(("param", "except")),
    "except": PATTERNS,
    "choice of names": NAME_CLASSES,
    "except of names": NAME_CLASSES,
    "anyName": frozenset(("except",)),
    "nsName": frozenset(("except",)),
    "grammar": frozenset(("start", "define", "div", "include")),
    "include": frozenset(("start", "define", "div")),
    "div": frozenset(("start", "define", "div", "include")),
    "div of include": frozenset(("start", "define", "div")),
}
ATTRIBUTES: dict[str, frozenset[str]] = {
    "element": frozenset(("name",)),
    "attribute": frozenset(("name",)),
    "ref": frozenset(("name",)),
    "parentRef": frozenset(("name",)),
    "param": frozenset(("name",)),
    "define": frozenset(("name", "combine")),
    "start": frozenset(("combine",)),
    "value": frozenset(("type",)),
    "data": frozenset(("type",)),
    "externalRef": frozenset(("href",)),
    "include": frozenset(("href",)),
}
REQUIRED = {
    "ref": "name",
    "parentRef": "name",
    "param": "name",
    "define": "name",
    "data": "type",
    "externalRef": "href",
    "include": "href",
}
NAMED = frozenset(("ref", "parentRef", "param", "define"))
# The first must not be empty; the others may hold only a certain number of children.
FILLED = OF_PATTERNS | {"except", "choice of names", "except of names"}
COUNTED = frozenset(("start", "anyName", "nsName", "attribute", "data"))
TEXTUAL = frozenset(("value", "param", "name"))
COMMON = frozenset(("ns", "datatypeLibrary"))
BASE = XML + " base"
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:(?:[^#%]|%[0-9A-Fa-f]{2})+")


class Scope(NamedTuple):
    """What is in force for an element of the schema and, unless they change it, for its children.

    `ns` and `library` come from @ns and @datatypeLibrary (4.3, 4.8); `base` is what relative
    addresses start from; `prefixes` maps prefixes to namespaces.
    """

    ns: str
    library: str
    base: str
    prefixes: dict[str, str]


class Node:
    """One element of the schema.

    `kind` is its name, or `choice of names`, `except of names`, `div of include`; `gloss` is the
    text of its a:documentation.
    """

    __slots__ = (
        "attributes",
        "children",
        "column",
        "file",
        "gloss",
        "kind",
        "line",
        "scope",
        "text",
    )

    def __init__(self, kind: str, file: str, line: int, column: int, scope: Scope) -> None:
        self.kind = kind
        self.file = file
        self.line = line
        self.column = column
        self.attributes: dict[str, str] = {}
        self.children: list[Node] = []
        self.text = ""
        self.gloss = ""
        self.scope = scope

    def error(self, reason: str) -> SchemaError:
        """The error to raise for a fault of this element."""
        return SchemaError(self.file, self.line, self.column, reason)


def parse(data: bytes, file: str, ns: str = "") -> Node:
    """The root of a schema's full syntax; `ns` is the namespace in force where it is included."""
    return _Reader(file, ns).read(data)


class _Reader:
    """One run of expat over a schema file."""

    def __init__(self, file: str, ns: str) -> None:
        self.file = file
        self.outer = Scope(ns, "", file, {"xml": XML})
        self.parser = expat.ParserCreate("UTF-8", " ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartNamespaceDeclHandler = self.declare
        self.parser.EndNamespaceDeclHandler = self.undeclare
        self.parser.CharacterDataHandler = self.characters
        self.prefixes = self.outer.prefixes
        self.open: list[Node] = []
        self.scopes: list[dict[str, str]] = []
        self.names: set[str] = set()
        self.foreign = 0
        self.text: list[str] | None = None
        self.root: Node | None = None

    def read(self, data: bytes) -> Node:
        try:
            self.parser.Parse(as_utf8(data), True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise SchemaError(
                self.file, error.lineno, error.offset + 1, f"not well-formed: {reason}"
            ) from None
        if self.root is None:
            raise SchemaError(self.file, 1, 1, "this is not a RELAX NG schema")
        return self.root

    def error(self, reason: str) -> SchemaError:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        return SchemaError(self.file, line, column, reason)

    def declare(self, prefix: str | None, uri: str | None) -> None:
        self.scopes.append(self.prefixes)
        # Copied, because nodes keep the mapping that was in force at their start tag.
        self.prefixes = {**self.prefixes, prefix or "": uri or ""}

    def undeclare(self, _prefix: str | None) -> None:
        self.prefixes = self.scopes.pop()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        ns, _, kind = name.rpartition(" ")
        if self.foreign or ns != RNG:
            self.start_foreign(name)
            return
        parent = self.open[-1] if self.open else None
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        scope = parent.scope if parent else self.outer
        if scope.prefixes is not self.prefixes:
            scope = scope._replace(prefixes=self.prefixes)
        node = Node(kind, self.file, line, column, scope)
        if len(self.open) > DEEPEST:
            raise node.error(f"the schema is nested more than {DEEPEST} levels deep")
        if attributes:
            self.take(node, attributes)
        if parent is None:
            if kind not in PATTERNS:
                raise node.error(f"a schema cannot begin with <{kind}>")
            self.root = node
        else:
            self.place(node, parent)
            parent.children.append(node)
        required = REQUIRED.get(kind)
        if required and required not in node.attributes:
            raise node.error(f"<{kind}> needs @{required}")
        self.open.append(node)
        if kind in TEXTUAL:
            self.text = []

    def start_foreign(self, name: str) -> None:
        if not self.open:
            raise self.error(
                "this is not a RELAX NG schema: its root is not in the namespace " + RNG
            )
        if self.open[-1].kind in TEXTUAL and not self.foreign:
            raise self.error(f"<{self.open[-1].kind}> holds text only")
        self.foreign += 1
        if self.foreign == 1 and name == DOCUMENTATION:
            self.text = []

    def take(self, node: Node, attributes: dict[str, str]) -> None:
        """Checks the attributes of one element and trims what 4.2 trims."""
        allowed = ATTRIBUTES.get(node.kind, NOTHING)
        for name, value in attributes.items():
            if name in allowed:
                node.attributes[name] = value if name == "href" else value.strip(" \t\r\n")
            elif name in COMMON or name == BASE:
                node.attributes[name] = value
                self.set(node, name, value)
            elif name.startswith(RNG + " "):
                raise node.error("RELAX NG has no attributes in its namespace")
            elif " " not in name:
                raise node.error(f"<{node.kind}> has no @{name}")
        own = node.attributes.get("name")
        # Most references are to names that have been seen before.
        if own is not None and own not in self.names and node.kind in NAMED:
            if not is_ncname(own):
                raise node.error(f"“{own}” is not a name")
            self.names.add(own)
        if node.attributes.get("combine", "choice") not in ("choice", "interleave"):
            raise node.error("@combine must be “choice” or “interleave”")

    def set(self, node: Node, name: str, value: str) -> None:
        """What an attribute sets for its element and all in it (4.3, 4.5, 4.8)."""
        scope = node.scope
        if name == "ns":
            node.scope = scope._replace(ns=value)
        elif name == "datatypeLibrary":
            if value and not ABSOLUTE.fullmatch(value):
                raise node.error("@datatypeLibrary must be an absolute URI without a fragment")
            node.scope = scope._replace(library=value)
        else:
            from urllib.parse import urljoin

            node.scope = scope._replace(base=urljoin(scope.base, value))

    def place(self, node: Node, parent: Node) -> None:
        """Checks that `node` may be the next child of `parent`, and decides its kind."""
        kind = node.kind
        allowed = CHILDREN[parent.kind]
        if (
            parent.kind in ("element", "attribute")
            and not parent.children
            and "name" not in parent.attributes
        ):
            allowed = NAME_CLASSES
        if kind not in allowed:
            if kind not in CHILDREN:
                raise node.error(f"RELAX NG has no element <{kind}>")
            raise node.error(f"<{kind}> is not allowed here, in <{parent.kind.partition(' ')[0]}>")
        if allowed is NAME_CLASSES and kind == "choice":
            node.kind = "choice of names"
        elif kind == "except":
            node.kind = "except" if parent.kind == "data" else "except of names"
        elif kind == "div" and parent.kind in ("include", "div of include"):
            node.kind = "div of include"
        if parent.kind in COUNTED:
            self.count(node, parent)

    def count(self, node: Node, parent: Node) -> None:
        if parent.kind in ("start", "anyName", "nsName") and parent.children:
            raise node.error(f"<{parent.kind}> takes one child only")
        if parent.kind == "attribute" and len(parent.children) > ("name" not in parent.attributes):
            raise node.error("<attribute> takes one pattern only")
        if parent.kind == "data" and parent.children and parent.children[-1].kind == "except":
            raise node.error("<except> must come last in <data>, and once")

    def end(self, _name: str) -> None:
        if self.foreign:
            self.foreign -= 1
            if self.text is not None and not self.foreign:
                self.explain("".join(self.text))
                self.text = None
            return
        node = self.open.pop()
        if node.kind in TEXTUAL and self.text is not None:
            node.text = "".join(self.text)
            self.text = None
        elif len(node.children) < 2 and node.kind in FILLED:
            self.check_filled(node)

    def check_filled(self, node: Node) -> None:
        needed = 1
        if node.kind in ("element", "attribute"):
            needed = ("name" not in node.attributes) + (node.kind == "element")
        if len(node.children) < needed:
            raise node.error(f"<{node.kind.partition(' ')[0]}> has too little in it")

    def characters(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)
        elif not self.foreign and text.strip(" \t\r\n"):
            raise self.error(f"text is not allowed here: “{text.strip()[:30]}”")

    def explain(self, text: str) -> None:
        """Keeps a documentation: after a value it is of the value, else of the parent."""
        parent = self.open[-1]
        target = (
            parent.children[-1]
            if parent.children and parent.children[-1].kind == "value"
            else parent
        )
        target.gloss = target.gloss or " ".join(text.split())
