"""From the full syntax to patterns: simplification (RELAX NG 4.6-4.21).

Included and referenced files are read through a resolver and nothing else. Each `define` that can
be reached becomes a pattern once. Elements wait in a queue until their content is read, so that an
element may contain itself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from variorum.relaxng.datatypes import Context, Datatype, DatatypeError, datatype
from variorum.relaxng.patterns import AttributeDecl, ElementDecl, Pattern, Patterns
from variorum.relaxng.schema_names import names_and_content
from variorum.relaxng.syntax import Node, parse

__all__ = ["Resolver", "Simplifier"]

Resolver = Callable[[str, str], tuple[str, bytes]]
"""Finds a file by the address in @href and the file that holds it: gives its name and its bytes."""


class _Definitions:
    """The definitions of one `<grammar>`, together with those of the grammars it includes."""

    __slots__ = ("defines", "outer", "patterns", "starts")

    def __init__(self, outer: _Definitions | None) -> None:
        self.outer = outer
        self.starts: list[Node] = []
        self.defines: dict[str, list[Node]] = {}
        self.patterns: dict[str, Pattern | None] = {}


class Simplifier:
    """Makes the patterns of one schema; `start` is the pattern of documents.

    `elements` lists the declarations of all elements that can be reached, `start_node` is the
    element of the schema that `start` was made of. Raises SchemaError.
    """

    def __init__(self, root: Node, resolve: Resolver) -> None:
        self.patterns = Patterns()
        self.elements: list[ElementDecl] = []
        self._resolve = resolve
        self._files = [root.file]
        self._queue: deque[tuple[ElementDecl, list[Node], _Definitions | None]] = deque()
        self._datatypes = _Datatypes()
        self._external: dict[Node, Node] = {}
        self._grammars: dict[Node, _Definitions] = {}
        self._check([root], None)
        self.start_node = self._grammars[root].starts[0] if root in self._grammars else root
        self.start = self._pattern(root, None)
        while self._queue:
            decl, content, grammar = self._queue.popleft()
            decl.content = self._group(content, grammar)
        self.elements = _reachable(self.start, self.elements)

    def _pattern(self, node: Node, grammar: _Definitions | None) -> Pattern:
        return _with_node(MAKERS[node.kind](self, node, grammar), node)

    def _parts(self, nodes: list[Node], grammar: _Definitions | None) -> list[Pattern]:
        return [self._pattern(node, grammar) for node in nodes]

    def _group(self, nodes: list[Node], grammar: _Definitions | None) -> Pattern:
        if len(nodes) == 1:
            return self._pattern(nodes[0], grammar)
        return _with_node(self.patterns.group(self._parts(nodes, grammar)), nodes[0])

    def _element(self, node: Node, grammar: _Definitions | None) -> Pattern:
        names, content = names_and_content(node)
        decl = ElementDecl(names, self.patterns.not_allowed, node)
        self.elements.append(decl)
        self._queue.append((decl, content, grammar))
        return self.patterns.element(decl)

    def _attribute(self, node: Node, grammar: _Definitions | None) -> Pattern:
        names, content = names_and_content(node)
        value = self._pattern(content[0], grammar) if content else self.patterns.text
        return self.patterns.attribute(AttributeDecl(names, value, node))

    def _choice(self, node: Node, grammar: _Definitions | None) -> Pattern:
        return self.patterns.choice(self._parts(node.children, grammar))

    def _interleave(self, node: Node, grammar: _Definitions | None) -> Pattern:
        return self.patterns.interleave(self._parts(node.children, grammar))

    def _group_of_children(self, node: Node, grammar: _Definitions | None) -> Pattern:
        return self._group(node.children, grammar)

    def _optional(self, node: Node, grammar: _Definitions | None) -> Pattern:
        return self.patterns.optional(self._group(node.children, grammar))

    def _one_or_more(self, node: Node, grammar: _Definitions | None) -> Pattern:
        return self.patterns.one_or_more(self._group(node.children, grammar))

    def _zero_or_more(self, node: Node, grammar: _Definitions | None) -> Pattern:
        return self.patterns.optional(_with_node(self._one_or_more(node, grammar), node))

    def _mixed(self, node: Node, grammar: _Definitions | None) -> Pattern:
        return self.patterns.interleave((self._group(node.children, grammar), self.patterns.text))

    def _list(self, node: Node, grammar: _Definitions | None) -> Pattern:
        return self.patterns.list(self._group(node.children, grammar))

    def _empty(self, _node: Node, _grammar: _Definitions | None) -> Pattern:
        return self.patterns.empty

    def _text(self, _node: Node, _grammar: _Definitions | None) -> Pattern:
        return self.patterns.text

    def _not_allowed(self, _node: Node, _grammar: _Definitions | None) -> Pattern:
        return self.patterns.not_allowed

    def _data(self, node: Node, grammar: _Definitions | None) -> Pattern:
        made = self._datatypes.of(node)
        if not (node.children and node.children[-1].kind == "except"):
            return self.patterns.data(made, self.patterns.not_allowed)
        but = self.patterns.choice(self._parts(node.children[-1].children, grammar))
        return self.patterns.data(made, but)

    def _value(self, node: Node, _grammar: _Definitions | None) -> Pattern:
        made = self._datatypes.of(node)
        prefixes = {**node.scope.prefixes, "": node.scope.ns} if made.contextual else {}
        return self.patterns.value(made, node.text, prefixes)

    def _ref(self, node: Node, grammar: _Definitions | None) -> Pattern:
        assert grammar is not None  # _check has refused references outside of grammars
        name = node.attributes["name"]
        if name not in grammar.patterns:
            grammar.patterns[name] = None
            grammar.patterns[name] = self._combined(grammar.defines[name], grammar)
        made = grammar.patterns[name]
        if made is None:
            raise node.error(
                f"the definition of “{name}” refers to itself without an element between"
            )
        return made

    def _parent_ref(self, node: Node, grammar: _Definitions | None) -> Pattern:
        assert grammar is not None
        return self._ref(node, grammar.outer)

    def _external_ref(self, node: Node, grammar: _Definitions | None) -> Pattern:
        # The pattern counts as if it stood here, so that it may refer to definitions around it.
        return self._pattern(self._external[node], grammar)

    def _grammar(self, node: Node, _grammar: _Definitions | None) -> Pattern:
        inner = self._grammars[node]
        return self._combined(inner.starts, inner)

    def _components(self, node: Node) -> Iterator[Node]:
        for child in node.children:
            if child.kind in ("div", "div of include"):
                yield from self._components(child)
            elif child.kind == "include":
                yield from self._included(child)
            else:
                yield child

    def _included(self, node: Node) -> Iterator[Node]:
        with _Reading(self._files, node, self._resolve) as root:
            if root.kind != "grammar":
                raise root.error("only a <grammar> can be included")
            theirs = list(self._components(root))
        own = list(self._components(node))
        there = {_identity(component) for component in theirs}
        for component in own:
            if _identity(component) not in there:
                name = component.attributes.get("name")
                what = f"a definition of “{name}”" if name else "a <start>"
                raise component.error(f"the included grammar has no {what[2:]} to replace")
        replaced = {_identity(component) for component in own}
        yield from (component for component in theirs if _identity(component) not in replaced)
        yield from own

    def _combined(self, components: list[Node], grammar: _Definitions) -> Pattern:
        parts = [self._group(component.children, grammar) for component in components]
        if len(parts) == 1:
            return parts[0]
        combine = next(c.attributes["combine"] for c in components if "combine" in c.attributes)
        join = self.patterns.interleave if combine == "interleave" else self.patterns.choice
        return _with_node(join(parts), components[-1])

    def _enter(self, node: Node, outer: _Definitions | None) -> None:
        """Collects and checks the definitions of a `<grammar>`."""
        inner = self._grammars[node] = _Definitions(outer)
        for component in self._components(node):
            if component.kind == "start":
                inner.starts.append(component)
            else:
                inner.defines.setdefault(component.attributes["name"], []).append(component)
        if not inner.starts:
            raise node.error("the grammar has no <start>")
        for components in (inner.starts, *inner.defines.values()):
            _check_combination(components)
            for component in components:
                self._check(component.children, inner)

    def _check(self, nodes: list[Node], grammar: _Definitions | None) -> None:
        """Checks what must hold in every definition, even in an unreachable one (4.16-4.18)."""
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            kind = node.kind
            if kind == "ref" or kind == "parentRef":
                _check_reference(node, grammar)
            elif kind == "data" or kind == "value":
                self._datatypes.of(node)
            elif kind == "element" or kind == "attribute":
                names_and_content(node)
            elif kind == "externalRef":
                with _Reading(self._files, node, self._resolve) as root:
                    self._external[node] = root
                    self._check([root], grammar)
            elif kind == "grammar":
                self._enter(node, grammar)
                continue
            waiting += node.children


def _reachable(start: Pattern, elements: list[ElementDecl]) -> list[ElementDecl]:
    """The elements that are left when what is not allowed has taken away what it is grouped with
    (4.20): nothing is asked of the others.
    """
    waiting, seen = [start], {start}
    reached: set[ElementDecl] = set()
    while waiting:
        pattern = waiting.pop()
        below = list(pattern.parts)
        if isinstance(pattern.decl, ElementDecl):
            reached.add(pattern.decl)
            below.append(pattern.decl.content)
        new = [part for part in below if part not in seen]
        seen.update(new)
        waiting += new
    return [decl for decl in elements if decl in reached]


class _Datatypes:
    """The datatypes of one schema, each made once."""

    def __init__(self) -> None:
        self._made: dict[object, Datatype] = {}

    def of(self, node: Node) -> Datatype:
        """The datatype of a `<data>` or `<value>`; the content of a `<value>` must belong to it."""
        name = node.attributes.get("type")
        if name is None:
            library, name = "", "token"
        else:
            library = node.scope.library
        parameters = [(c.attributes["name"], c.text) for c in node.children if c.kind == "param"]
        key = (library, name, *parameters)
        made = self._made.get(key)
        if made is None:
            try:
                made = self._made[key] = datatype(library, name, parameters)
            except DatatypeError as error:
                raise node.error(str(error)) from None
        if node.kind == "value":
            context = Context({**node.scope.prefixes, "": node.scope.ns})
            if made.parse(node.text, context) is None:
                raise node.error(f"“{node.text}” is no {name}")
        return made


class _Reading:
    """The root of the file that a node refers to; a file may not include itself (4.6, 4.7)."""

    def __init__(self, files: list[str], node: Node, resolve: Resolver) -> None:
        self.files = files
        self.node = node
        self.resolve = resolve

    def __enter__(self) -> Node:
        node = self.node
        href = node.attributes["href"]
        if "#" in href:
            raise node.error("@href must have no fragment")
        try:
            file, data = self.resolve(href, node.scope.base)
        except (OSError, ValueError) as error:
            raise node.error(f"“{href}” cannot be read: {error}") from None
        if file in self.files:
            raise node.error(f"“{href}” includes itself")
        self.files.append(file)
        return parse(data, file, node.scope.ns)

    def __exit__(self, *_: object) -> None:
        self.files.pop()


def _with_node(made: Pattern, node: Node) -> Pattern:
    """The pattern, which remembers the element of the schema that it was first made of."""
    if made.node is None:
        made.node = node
    return made


def _identity(component: Node) -> str:
    return component.attributes["name"] if component.kind == "define" else "\x00start"


def _check_combination(components: list[Node]) -> None:
    """Refuses two definitions of one name without @combine, or with different ones (4.17)."""
    if len(components) == 1:
        return
    bare = [component for component in components if "combine" not in component.attributes]
    ways = {component.attributes.get("combine") for component in components} - {None}
    name = components[0].attributes.get("name")
    what = f"“{name}” is defined" if name else "<start> is given"
    if len(bare) > 1:
        raise bare[1].error(f"{what} twice without @combine")
    if len(ways) > 1:
        raise components[-1].error(f"{what} with different values of @combine")


def _check_reference(node: Node, grammar: _Definitions | None) -> None:
    name = node.attributes["name"]
    where = grammar
    if node.kind == "parentRef":
        where = grammar.outer if grammar else None
        if where is None:
            raise node.error("<parentRef> needs a grammar around its own")
    if where is None:
        raise node.error("<ref> needs a grammar around it")
    if name not in where.defines:
        raise node.error(f"“{name}” is not defined")


Maker = Callable[[Simplifier, Node, _Definitions | None], Pattern]
MAKERS: dict[str, Maker] = {
    "attribute": Simplifier._attribute,
    "choice": Simplifier._choice,
    "data": Simplifier._data,
    "element": Simplifier._element,
    "empty": Simplifier._empty,
    "externalRef": Simplifier._external_ref,
    "grammar": Simplifier._grammar,
    "group": Simplifier._group_of_children,
    "interleave": Simplifier._interleave,
    "list": Simplifier._list,
    "mixed": Simplifier._mixed,
    "notAllowed": Simplifier._not_allowed,
    "oneOrMore": Simplifier._one_or_more,
    "optional": Simplifier._optional,
    "parentRef": Simplifier._parent_ref,
    "ref": Simplifier._ref,
    "text": Simplifier._text,
    "value": Simplifier._value,
    "zeroOrMore": Simplifier._zero_or_more,
}
