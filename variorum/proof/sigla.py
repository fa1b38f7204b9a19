"""How an edition prints its sigla, read without the stylesheets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from variorum.proof.elements import ID, TEI

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["printed_sigla"]

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def printed_sigla(root: _Element) -> dict[str, str]:
    """The siglum of a witness or group by what is printed for it, where that is another.

    Printed is how the edition abbreviates it, unless another is called so.
    """
    witnesses = [(one.get(ID) or one.get("n") or "", one) for one in root.iter(f"{TEI}witness")]
    lists = [(one.get(ID) or "", one) for one in root.iter(f"{TEI}listWit")]
    groups = [(siglum, one) for siglum, one in lists if one.find(f"{TEI}witness") is not None]
    named = [(siglum, one) for siglum, one in witnesses + groups if siglum]
    called = [(_abbreviation(one), siglum) for siglum, one in named]
    taken = Counter(abbreviation for abbreviation, _ in called)
    taken.update({siglum for siglum, _ in named})
    return {printed: siglum for printed, siglum in called if printed and taken[printed] == 1}


def _abbreviation(named: _Element) -> str:
    parents = [named, *named.iterchildren(f"{TEI}head")]
    marks = (one for parent in parents for one in parent.iterchildren(f"{TEI}abbr"))
    siglum = next((one for one in marks if one.get("type") == "siglum"), None)
    if siglum is None:
        return (named.get("n") or "") if named.tag == f"{TEI}listWit" else ""
    return " ".join("".join(_texts(siglum)).split())


def _texts(element: _Element) -> list[str]:
    raised = element.tag == f"{TEI}hi" and "sup" in element.get(
        "rend", element.get("rendition", "")
    )
    own = [element.text or "", *(child.tail or "" for child in element)]
    if raised:
        own = [text.translate(_RAISED) for text in own]
    pieces = own[:1]
    for child, tail in zip(element, own[1:], strict=True):
        pieces += [*(_texts(child) if isinstance(child.tag, str) else []), tail]
    return pieces
