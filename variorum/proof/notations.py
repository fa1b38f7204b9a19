"""Notations that stand in a text as words: formulas in MathML, and examples of markup.

A formula is read in one line (MathML 3.0, 3.1.3), markup as it is written (TEI P5 22.1.1).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from lxml.etree import _Element

__all__ = ["MATH", "formula", "markup"]

MATH = "{http://www.w3.org/1998/Math/MathML}math"


def formula(element: Any) -> str:
    """A formula, or a part of one, in one line of words."""
    name = _name(element)
    parts = [child for child in element if isinstance(child.tag, str)]
    if name in _SHAPES:
        return _SHAPES[name](element, parts)
    if not name or name.startswith("annotation"):
        return ""
    found = " ".join((element.text or "").split())
    for child in element:
        found += formula(child) + " ".join((child.tail or "").split())
    return found


def markup(element: _Element) -> str:
    """What an element holds, as it is written: tags, attributes and text."""
    found = _escaped(element.text)
    for child in element:
        found += _written(child) + _escaped(child.tail)
    return found


def _written(node: Any) -> str:
    if not isinstance(node.tag, str):
        target = getattr(node, "target", None)
        return f"<?{target} {node.text or ''}?>" if target else f"<!--{node.text}-->"
    name = _qualified(node, node.tag)
    attributes = "".join(
        f' {_qualified(node, key)}="{_escaped(value).replace(chr(34), "&quot;")}"'
        for key, value in node.items()
    )
    content = markup(node)
    is_empty = not len(node) and not node.text
    return f"<{name}{attributes}/>" if is_empty else f"<{name}{attributes}>{content}</{name}>"


def _qualified(node: Any, name: str) -> str:
    space, _, local = name.rpartition("}")
    if name == node.tag:
        return f"{node.prefix}:{local}" if node.prefix else local
    if not space:
        return local
    prefixes = {uri: prefix for prefix, uri in node.nsmap.items() if prefix}
    return f"{prefixes.get(space[1:], 'xml')}:{local}"


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;")


def _operand(parts: list[Any], number: int) -> str:
    """A part in brackets, if it is more than a number or a name."""
    words = formula(parts[number]) if number < len(parts) else ""
    return words if words.isalnum() or len(words) < 2 else f"({words})"


def _fenced(element: Any, parts: list[Any]) -> str:
    inner = ", ".join(map(formula, parts))
    return f"{element.get('open', '(')}{inner}{element.get('close', ')')}"


def _table(_element: Any, parts: list[Any]) -> str:
    rows = ([cell for cell in row if _name(cell) == "mtd"] for row in parts if _name(row) == "mtr")
    return "; ".join(", ".join(map(formula, row)) for row in rows)


def _joined(*signs: str) -> Callable[[Any, list[Any]], str]:
    def shape(_element: Any, parts: list[Any]) -> str:
        return "".join(f"{sign}{_operand(parts, n)}" for n, sign in enumerate(("", *signs)))

    return shape


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


_SHAPES: Mapping[str, Callable[[Any, list[Any]], str]] = {
    "mfrac": _joined("/"),
    "msup": _joined("^"),
    "mover": _joined("^"),
    "msub": _joined("_"),
    "munder": _joined("_"),
    "msubsup": _joined("_", "^"),
    "munderover": _joined("_", "^"),
    "msqrt": lambda _, parts: f"√({''.join(map(formula, parts))})",
    "mroot": lambda _, parts: (
        f"√[{''.join(map(formula, parts[1:2]))}]({''.join(map(formula, parts[:1]))})"
    ),
    "mfenced": _fenced,
    "mtable": _table,
}
