"""Reads the name classes of elements and attributes in a schema (RELAX NG 4.8-4.10, 4.16)."""

from __future__ import annotations

from variorum.relaxng.name_classes import (
    AnyName,
    NameChoice,
    NameClass,
    NsName,
    OneName,
    expanded,
    is_ncname,
)
from variorum.relaxng.syntax import Node

__all__ = ["names_and_content"]

XMLNS = "http://www.w3.org/2000/xmlns"


def names_and_content(node: Node) -> tuple[NameClass, list[Node]]:
    """The name class of an element or attribute, and the patterns after it."""
    name = node.attributes.get("name")
    attribute = node.kind == "attribute"
    if name is None:
        names = _name_class(node.children[0], attribute)
        return names, node.children[1:]
    ns = node.attributes.get("ns", "") if attribute else node.scope.ns
    return _single_name(node, name, ns, attribute), node.children


def _name_class(node: Node, attribute: bool, within: str = "") -> NameClass:
    if node.kind == "name":
        return _single_name(node, node.text.strip(" \t\r\n"), node.scope.ns, attribute)
    if node.kind == "choice of names":
        return NameChoice(tuple(_name_class(c, attribute, within) for c in node.children))
    if within == "anyName" and node.kind == "anyName":
        raise node.error("<anyName> cannot be excepted from <anyName>")
    if within == "nsName":
        raise node.error(f"<{node.kind}> cannot be excepted from <nsName>")
    but = None
    if node.children:
        excepted = node.children[0].children
        but = NameChoice(tuple(_name_class(c, attribute, node.kind) for c in excepted))
    if node.kind == "anyName":
        return AnyName(but)
    _check_namespace(node, node.scope.ns, attribute)
    return NsName(node.scope.ns, but)


def _single_name(node: Node, name: str, ns: str, attribute: bool) -> OneName:
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
