"""From the full syntax to patterns: simplification (RELAX NG 4.6-4.21).

Included and referenced files are read through a resolver and nothing else. Each `define` that can
be reached becomes a pattern once; elements wait in a queue, so that they may recur.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from variorum.relaxng.datatypes import Context, Datatype, DatatypeError, datatype
from variorum.relaxng.name_classes import (
    AnyName,
    NameChoice,
    NameClass,
    NsName,
    OneName,
    expanded,
    is_ncname,
)
from variorum.relaxng.patterns import AttributeDecl, ElementDecl, Pattern, Patterns
from variorum.relaxng.syntax import Node, parse

__all__ = ["Resolver", "Simplifier"]

XMLNS = "http://www.w3.org/2000/xmlns"

# From the address in @href and the file that holds it (with its xml:base): name and bytes.
Resolver = Callable[[str, str], tuple[str, bytes]]


class Grammar:
    """One `<grammar>` with its definitions, included ones among them."""

    __slots__ = ("defines", "outer", "patterns", "starts")

    def __init__(self, outer: Grammar | None) -> None:
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
        self._queue: deque[tuple[ElementDecl, list[Node], Grammar | None]] = deque()
        self._types: dict[object, Datatype] = {}
        self._external: dict[Node, Node] = {}
        self._grammars: dict[Node, Grammar] = {}
        self._check([root], None)
        self.start_node = self._grammars[root].starts[0] if root in self._grammars else root
        self.start = self._pattern(root, None)
        while self._queue:
            decl, content, grammar = self._queue.popleft()
            decl.content = self._group(content, grammar)

    # patterns (4.6, 4.12-4.15, 4.18-4.21)

    def _pattern(self, node: Node, grammar: Grammar | None) -> Pattern:
        return _placed(MAKERS[node.kind](self, node, grammar), node)

    def _parts(self, nodes: list[Node], grammar: Grammar | None) -> list[Pattern]:
        return [self._pattern(node, grammar) for node in nodes]

    def _group(self, nodes: list[Node], grammar: Grammar | None) -> Pattern:
        if len(nodes) == 1:
            return self._pattern(nodes[0], grammar)
        return _placed(self.patterns.group(self._parts(nodes, grammar)), nodes[0])

    def _element(self, node: Node, grammar: Grammar | None) -> Pattern:
        names, content = self._named(node)
        decl = ElementDecl(names, self.patterns.not_allowed, node)
        self.elements.append(decl)
        self._queue.append((decl, content, grammar))
        return self.patterns.element(decl)

    def _attribute(self, node: Node, grammar: Grammar | None) -> Pattern:
        names, content = self._named(node)
        value = self._pattern(content[0], grammar) if content else self.patterns.text
        return self.patterns.attribute(AttributeDecl(names, value, node))

    def _choice(self, node: Node, grammar: Grammar | None) -> Pattern:
        return self.patterns.choice(self._parts(node.children, grammar))

    def _interleave(self, node: Node, grammar: Grammar | None) -> Pattern:
        return self.patterns.interleave(self._parts(node.children, grammar))

    def _groups(self, node: Node, grammar: Grammar | None) -> Pattern:
        return self._group(node.children, grammar)

    def _optional(self, node: Node, grammar: Grammar | None) -> Pattern:
        return self.patterns.optional(self._group(node.children, grammar))

    def _one_or_more(self, node: Node, grammar: Grammar | None) -> Pattern:
        return self.patterns.one_or_more(self._group(node.children, grammar))

    def _zero_or_more(self, node: Node, grammar: Grammar | None) -> Pattern:
        return self.patterns.optional(_placed(self._one_or_more(node, grammar), node))

    def _mixed(self, node: Node, grammar: Grammar | None) -> Pattern:
        return self.patterns.interleave((self._group(node.children, grammar), self.patterns.text))

    def _list(self, node: Node, grammar: Grammar | None) -> Pattern:
        return self.patterns.list(self._group(node.children, grammar))

    def _empty(self, _node: Node, _grammar: Grammar | None) -> Pattern:
        return self.patterns.empty

    def _text(self, _node: Node, _grammar: Grammar | None) -> Pattern:
        return self.patterns.text

    def _not_allowed(self, _node: Node, _grammar: Grammar | None) -> Pattern:
        return self.patterns.not_allowed

    def _data(self, node: Node, grammar: Grammar | None) -> Pattern:
        made = self._datatype(node)
        if not (node.children and node.children[-1].kind == "except"):
            return self.patterns.data(made, self.patterns.not_allowed)
        but = self.patterns.choice(self._parts(node.children[-1].children, grammar))
        return self.patterns.data(made, but)

    def _value(self, node: Node, _grammar: Grammar | None) -> Pattern:
        made = self._datatype(node)
        prefixes = {**node.scope.prefixes, "": node.scope.ns} if made.contextual else {}
        return self.patterns.value(made, node.text, prefixes)

    def _ref(self, node: Node, grammar: Grammar | None) -> Pattern:
        assert grammar is not None  # _check has seen to it
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

    def _parent_ref(self, node: Node, grammar: Grammar | None) -> Pattern:
        assert grammar is not None
        return self._ref(node, grammar.outer)

    def _external_ref(self, node: Node, grammar: Grammar | None) -> Pattern:
        # The pattern stands in this place, so that it may refer to what is defined around it.
        return self._pattern(self._external[node], grammar)

    def _grammar(self, node: Node, _grammar: Grammar | None) -> Pattern:
        inner = self._grammars[node]
        return self._combined(inner.starts, inner)

    # grammars (4.7, 4.11, 4.17)

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

    def _combined(self, components: list[Node], grammar: Grammar) -> Pattern:
        parts = [self._group(component.children, grammar) for component in components]
        if len(parts) == 1:
            return parts[0]
        combine = next(c.attributes["combine"] for c in components if "combine" in c.attributes)
        join = self.patterns.interleave if combine == "interleave" else self.patterns.choice
        return _placed(join(parts), components[-1])

    # what must hold in every definition, whether it can be reached or not (4.16-4.18)

    def _enter(self, node: Node, outer: Grammar | None) -> None:
        inner = self._grammars[node] = Grammar(outer)
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

    def _check(self, nodes: list[Node], grammar: Grammar | None) -> None:
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            kind = node.kind
            if kind == "ref" or kind == "parentRef":
                _check_reference(node, grammar)
            elif kind == "data" or kind == "value":
                self._datatype(node)
            elif kind == "element" or kind == "attribute":
                self._named(node)
            elif kind == "externalRef":
                with _Reading(self._files, node, self._resolve) as root:
                    self._external[node] = root
                    self._check([root], grammar)
            elif kind == "grammar":
                self._enter(node, grammar)
                continue
            waiting += node.children

    # names (4.8-4.10, 4.16)

    def _named(self, node: Node) -> tuple[NameClass, list[Node]]:
        """The name class of an element or attribute, and the patterns after it."""
        name = node.attributes.get("name")
        attribute = node.kind == "attribute"
        if name is None:
            names = self._name_class(node.children[0], attribute)
            return names, node.children[1:]
        ns = node.attributes.get("ns", "") if attribute else node.scope.ns
        return _one_name(node, name, ns, attribute), node.children

    def _name_class(self, node: Node, attribute: bool, within: str = "") -> NameClass:
        if node.kind == "name":
            return _one_name(node, node.text.strip(" \t\r\n"), node.scope.ns, attribute)
        if node.kind == "choice of names":
            return NameChoice(tuple(self._name_class(c, attribute, within) for c in node.children))
        if within == "anyName" and node.kind == "anyName":
            raise node.error("<anyName> cannot be excepted from <anyName>")
        if within == "nsName":
            raise node.error(f"<{node.kind}> cannot be excepted from <nsName>")
        but = None
        if node.children:
            excepted = node.children[0].children
            but = NameChoice(tuple(self._name_class(c, attribute, node.kind) for c in excepted))
        if node.kind == "anyName":
            return AnyName(but)
        _check_namespace(node, node.scope.ns, attribute)
        return NsName(node.scope.ns, but)

    # datatypes

    def _datatype(self, node: Node) -> Datatype:
        name = node.attributes.get("type")
        if name is None:
            library, name = "", "token"
        else:
            library = node.scope.library
        parameters = [(c.attributes["name"], c.text) for c in node.children if c.kind == "param"]
        key = (library, name, *parameters)
        made = self._types.get(key)
        if made is None:
            try:
                made = self._types[key] = datatype(library, name, parameters)
            except DatatypeError as error:
                raise node.error(str(error)) from None
        if node.kind == "value":
            context = Context({**node.scope.prefixes, "": node.scope.ns})
            if made.parse(node.text, context) is None:
                raise node.error(f"“{node.text}” is no {name}")
        return made


class _Reading:
    """The root of the file a node refers to; files within themselves are refused (4.6, 4.7)."""

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


def _placed(made: Pattern, node: Node) -> Pattern:
    """Remembers where in the schema a pattern was first made."""
    if made.node is None:
        made.node = node
    return made


def _identity(component: Node) -> str:
    return component.attributes["name"] if component.kind == "define" else "\x00start"


def _check_combination(components: list[Node]) -> None:
    """At most one without @combine, the others agreed (4.17)."""
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


def _check_reference(node: Node, grammar: Grammar | None) -> None:
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


def _one_name(node: Node, name: str, ns: str, attribute: bool) -> OneName:
    prefix, colon, local = name.partition(":")
    if not colon:
        prefix, local = "", name
    if not is_ncname(local) or (colon and not is_ncname(prefix)):
        raise node.error(f"“{name}” is not a name")
    if colon:
        if prefix not in node.scope.prefixes:
            raise node.error(f"the prefix “{prefix}” is not declared")
        ns = node.scope.prefixes[prefix]
    if attribute and name == "xmlns" and not ns:
        raise node.error("no attribute can be called xmlns")
    _check_namespace(node, ns, attribute)
    return OneName(expanded(ns, local))


def _check_namespace(node: Node, ns: str, attribute: bool) -> None:
    if attribute and ns.rstrip("/") == XMLNS:
        raise node.error(f"no attribute can be in the namespace {ns}")


Maker = Callable[[Simplifier, Node, Grammar | None], Pattern]
MAKERS: dict[str, Maker] = {
    "attribute": Simplifier._attribute,
    "choice": Simplifier._choice,
    "data": Simplifier._data,
    "element": Simplifier._element,
    "empty": Simplifier._empty,
    "externalRef": Simplifier._external_ref,
    "grammar": Simplifier._grammar,
    "group": Simplifier._groups,
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
