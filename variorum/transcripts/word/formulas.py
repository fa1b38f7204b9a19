"""Formulas of Word as MathML: Office Math (ISO/IEC 29500-1, 22.1) to MathML 3."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from variorum.transcripts.safe_xml import local_name
from variorum.transcripts.word.names import M, W

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["mathml"]

_MATHML = "http://www.w3.org/1998/Math/MathML"
_TOKENS = re.compile(r"(\d+(?:[.,]\d+)*)|([^\W\d_])|(\s+)|(.)", re.DOTALL)
_VARIANTS = {"p": "normal", "b": "bold", "bi": "bold-italic"}


def mathml(formula: _Element) -> str:
    """A formula `m:oMath` as a `math` element."""
    from lxml import etree

    math = etree.Element(f"{{{_MATHML}}}math", nsmap={None: _MATHML})
    math.extend(_children(formula))
    return str(etree.tostring(math, encoding="unicode", with_tail=False))


def _new(name: str, parts: Iterable[_Element] = (), text: str = "", **said: str) -> _Element:
    from lxml import etree

    element = etree.Element(f"{{{_MATHML}}}{name}", said, nsmap={None: _MATHML})
    element.text = text or None
    element.extend(parts)
    return element


def _row(parent: _Element | None) -> _Element:
    """The parts of an argument as one element."""
    parts = [] if parent is None else _children(parent)
    return parts[0] if len(parts) == 1 else _new("mrow", parts)


def _arg(parent: _Element, name: str) -> _Element:
    return _row(parent.find(f"{M}{name}"))


def _children(parent: _Element) -> list[_Element]:
    found: list[_Element] = []
    for child in parent:
        name = local_name(child)
        if name in _KINDS:
            found.append(_KINDS[name](child))
        elif name == "r" and child.tag == f"{M}r":
            found += _run(child)
        elif name in ("t", "tab", "br") and child.tag.startswith(W):
            found += _tokens(child.text or " ", "")
        elif name not in ("del", "moveFrom", "commentReference") and not name.endswith("Pr"):
            found += _children(child)
    return found


def _run(run: _Element) -> list[_Element]:
    text = "".join(part.text or "" for part in run.iterchildren(f"{M}t", f"{W}t"))
    if run.find(f"{M}rPr/{M}nor") is not None:
        return [_new("mtext", text=text)] if text else []
    style = run.find(f"{M}rPr/{M}sty")
    return _tokens(text, "" if style is None else _VARIANTS.get(style.get(f"{M}val", ""), ""))


def _tokens(text: str, variant: str) -> list[_Element]:
    said = {"mathvariant": variant} if variant else {}
    found = []
    for number, letter, space, sign in _TOKENS.findall(text):
        if number:
            found.append(_new("mn", text=number))
        elif letter:
            found.append(_new("mi", text=letter, **said))
        elif sign:
            found.append(_new("mo", text=sign))
        elif found and space:
            found.append(_new("mspace", width="0.3em"))
    return found


def _said(element: _Element, name: str, usual: str) -> str:
    """A property of an object; one that is there without a value is empty."""
    for properties in element:
        if local_name(properties).endswith("Pr"):
            found = properties.find(f"{M}{name}")
            if found is not None:
                return str(found.get(f"{M}val", ""))
    return usual


def _is_said(element: _Element, name: str) -> bool:
    return _said(element, name, "0") in ("", "1", "on", "true")


def _is_filled(element: _Element, name: str) -> bool:
    argument = element.find(f"{M}{name}")
    return argument is not None and len(argument) > 0


def _fraction(element: _Element) -> _Element:
    parts = (_arg(element, "num"), _arg(element, "den"))
    kind = _said(element, "type", "bar")
    if kind == "lin":
        return _new("mrow", (parts[0], _new("mo", text="/"), parts[1]))
    said = {"skw": {"bevelled": "true"}, "noBar": {"linethickness": "0"}}.get(kind, {})
    return _new("mfrac", parts, **said)


def _scripts(name: str, *arguments: str) -> Callable[[_Element], _Element]:
    return lambda element: _new(name, (_arg(element, each) for each in arguments))


def _before(element: _Element) -> _Element:
    parts = (_arg(element, "e"), _new("mprescripts"), _arg(element, "sub"), _arg(element, "sup"))
    return _new("mmultiscripts", parts)


def _root(element: _Element) -> _Element:
    if not _is_filled(element, "deg") or _is_said(element, "degHide"):
        return _new("msqrt", (_arg(element, "e"),))
    return _new("mroot", (_arg(element, "e"), _arg(element, "deg")))


def _large(element: _Element) -> _Element:
    """A sign for sums or integrals with its limits, then what it is applied to."""
    sign = _new("mo", text=_said(element, "chr", "∫"))
    bounds = [
        (name, _arg(element, name))
        for name in ("sub", "sup")
        if not _is_said(element, f"{name}Hide") and _is_filled(element, name)
    ]
    is_beside = _said(element, "limLoc", "subSup") == "subSup"
    kinds = (
        {"sub": "msub", "sup": "msup", "subsup": "msubsup"}
        if is_beside
        else {"sub": "munder", "sup": "mover", "subsup": "munderover"}
    )
    if bounds:
        name = kinds["".join(name for name, _ in bounds)]
        sign = _new(name, (sign, *(each for _, each in bounds)))
    return _new("mrow", (sign, _arg(element, "e")))


def _fences(element: _Element) -> _Element:
    begins, ends = _said(element, "begChr", "("), _said(element, "endChr", ")")
    between = _said(element, "sepChr", "|")
    parts: list[_Element] = [_new("mo", text=begins)] if begins else []
    for number, argument in enumerate(element.iterchildren(f"{M}e")):
        parts += [_new("mo", text=between)] if number and between else []
        parts.append(_row(argument))
    parts += [_new("mo", text=ends)] if ends else []
    return _new("mrow", parts)


def _function(element: _Element) -> _Element:
    return _new("mrow", (_arg(element, "fName"), _new("mo", text="\u2061"), _arg(element, "e")))


def _accent(element: _Element) -> _Element:
    sign = _new("mo", text=_said(element, "chr", "\u0302"), stretchy="false")
    return _new("mover", (_arg(element, "e"), sign), accent="true")


def _bar(element: _Element) -> _Element:
    name = "mover" if _said(element, "pos", "bot") == "top" else "munder"
    return _new(name, (_arg(element, "e"), _new("mo", text="\u00af")))


def _brace(element: _Element) -> _Element:
    name = "mover" if _said(element, "pos", "bot") == "top" else "munder"
    return _new(name, (_arg(element, "e"), _new("mo", text=_said(element, "chr", "\u23df"))))


def _table(rows: Iterable[Iterable[_Element]]) -> _Element:
    return _new(
        "mtable", [_new("mtr", [_new("mtd", (_row(each),)) for each in row]) for row in rows]
    )


def _matrix(element: _Element) -> _Element:
    return _table(row.iterchildren(f"{M}e") for row in element.iterchildren(f"{M}mr"))


def _lines(element: _Element) -> _Element:
    return _table((each,) for each in element.iterchildren(f"{M}e"))


def _inside(element: _Element) -> _Element:
    return _arg(element, "e")


_KINDS: dict[str, Callable[[_Element], _Element]] = {
    "f": _fraction,
    "sSup": _scripts("msup", "e", "sup"),
    "sSub": _scripts("msub", "e", "sub"),
    "sSubSup": _scripts("msubsup", "e", "sub", "sup"),
    "sPre": _before,
    "rad": _root,
    "nary": _large,
    "d": _fences,
    "func": _function,
    "limLow": _scripts("munder", "e", "lim"),
    "limUpp": _scripts("mover", "e", "lim"),
    "acc": _accent,
    "bar": _bar,
    "groupChr": _brace,
    "eqArr": _lines,
    "m": _matrix,
    "box": _inside,
    "borderBox": _inside,
    "phant": _inside,
}
