"""The witnesses of an edition, and the sigla that it prints for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from variorum.proof.corrections import rank
from variorum.proof.elements import COPIED, ID, TEI, local, of_reading, readings_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Witnesses", "printed_sigla", "raised", "readings_within", "whose"]

_RAISED = str.maketrans(
    "0123456789abcdefghijklmnoprstuvwxyz+-()",
    "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁺⁻⁽⁾",
)
_LONGEST_NAME, _LONGEST_LABEL = 24, 8


class Witnesses:
    """The witnesses that a file lists, and the groups of witnesses."""

    def __init__(self, root: _Element) -> None:
        self.root = root
        self._named: dict[_Element, list[str]] = {}
        self._given: dict[_Element, list[str]] = {}

    @cached_property
    def sigla(self) -> list[str]:
        """The sigla of the witnesses, in the order of `listWit`."""
        names = (
            witness.get(ID) or witness.get("n") or ""
            for witness in self.root.iter(f"{TEI}witness")
            if next(witness.iterancestors(f"{TEI}listWit"), None) is not None
        )
        return [name for name in dict.fromkeys(names) if name]

    @cached_property
    def _groups(self) -> dict[str, list[str]]:
        return {
            group.get(ID, ""): [w.get(ID) or w.get("n") or "" for w in group.iter(f"{TEI}witness")]
            for group in self.root.iter(f"{TEI}listWit")
            if group.get(ID) and group.find(f"{TEI}witness") is not None
        }

    def named_by(self, reading: _Element) -> list[str]:
        """The witnesses that a reading or its group names; a group stands for its members.

        It does not stand for a member that another reading of the entry names by itself, unless
        that reading is an earlier state of it or by another hand.
        """
        if reading not in self._named:
            self._named[reading] = self._named_by(reading)
        return self._named[reading]

    def _named_by(self, reading: _Element) -> list[str]:
        names = [*self._names(reading), *self.named_within(reading)]
        if self._groups.keys().isdisjoint(names):
            return names
        app = next(reading.iterancestors(f"{TEI}app"), None)
        readings = readings_of(app) if app is not None and local(reading) in ("lem", "rdg") else []
        others = (other for other in readings if other is not reading and not _is_state(other))
        departing = {name for other in others for name in self._names(other)} - {*names}
        members = (siglum for name in names for siglum in self._groups.get(name, [name]))
        return [siglum for siglum in members if siglum not in departing]

    def named_within(self, reading: _Element) -> list[str]:
        """The witnesses that entries within a reading name, such as the members of its family.

        A witness that another reading of the entry around it names has that one.
        """
        inner = [*readings_within(reading)] if self._names(reading) else []
        if not inner:
            return []
        app = next(reading.iterancestors(f"{TEI}app"))
        named = {name for other in readings_of(app) for name in self._names(other)}
        named |= {member for name in named for member in self._groups.get(name, ())}
        found = dict.fromkeys(name for each in inner for name in self._names(each))
        return [name for name in found if name not in named]

    def _names(self, reading: _Element) -> list[str]:
        """The sigla that a reading or its group gives."""
        if reading not in self._given:
            self._given[reading] = self._names_given(reading)
        return self._given[reading]

    def _names_given(self, reading: _Element) -> list[str]:
        listed = (reading.find(f"{TEI}wit"), reading.getnext())
        wit = next((each for each in listed if each is not None and local(each) == "wit"), None)
        named = reading.get("wit") or ""
        if not named and wit is not None:
            return self._listed(wit)
        if not named and not _is_of_scholar_in_group(reading):
            named = of_reading(reading, "wit") or ""
        # some editions divide sigla by commas, or by nothing: “#A, #B”, “#A#B”
        tokens = re.sub("[,;]", " ", named).split()
        return [name for token in tokens for name in _pointers(token)]

    def _listed(self, wit: _Element) -> list[str]:
        """The witnesses of a list of sigla in an edition (TEI P5 12.1.4), which may have markup.

        It points to them or names them by what the edition calls them; where nothing but markup
        divides two sigla, as in `<hi>A</hi><hi>B</hi>`, each stands for itself.
        """
        texts = _in_order(wit)
        joined = re.sub("[,;]", " ", "".join(texts)).split()
        apart = re.sub("[,;]", " ", " ".join(texts)).split()
        known = {*self._called}
        chosen = apart if known.issuperset(apart) and not known.issuperset(joined) else joined
        return [self._called.get(name, name) for name in chosen]

    @cached_property
    def _called(self) -> dict[str, str]:
        """The sigla of witnesses and groups by all that an edition calls them."""
        named = [
            each
            for each in self.root.iter(f"{TEI}witness", f"{TEI}listWit")
            if each.tag == f"{TEI}witness" or each.find(f"{TEI}witness") is not None
        ]
        called: dict[str, str] = {}
        for each in named:
            siglum = each.get(ID) or each.get("n") or ""
            marks = ("".join(mark.itertext()).split() for mark in each.iterchildren(f"{TEI}abbr"))
            for name in (siglum, each.get("n", ""), *map(" ".join, marks), _abbreviation(each)):
                called.setdefault(name, siglum)
        return called

    def is_of_some(self, reading: _Element) -> bool:
        """Whether only some of the witnesses have the words of a reading, in whatever hand."""
        named = self.named_by(reading)
        words = reading.xpath(".//text()[normalize-space()][not(ancestor::*[local-name()='note'])]")
        whole = set(self.sigla) <= {*named} or of_reading(reading, "hand") is not None
        return bool(named and words) and not whole


def readings_within(reading: _Element) -> Iterator[_Element]:
    """The readings of entries within a reading, but not those in its notes and copies."""
    if local(reading) == "rdg":
        for inner in reading.iterdescendants(f"{TEI}rdg"):
            if inner.get(COPIED) is None and next(inner.iterancestors(f"{TEI}note"), None) is None:
                yield inner


def _is_state(reading: _Element) -> bool:
    return rank(reading) != -1 or any(of_reading(reading, name) for name in ("hand", "resp"))


def _pointers(token: str) -> list[str]:
    return [name for name in token.split("#") if name] if token.startswith("#") else [token]


def _in_order(wit: _Element) -> list[str]:
    """The texts of a list, with what it points to instead of the words of a pointer."""
    texts = [wit.text or ""]
    for child in wit:
        target = [each.removeprefix("#") for each in child.get("target", "").split()]
        texts += [f" {' '.join(target)} "] if target else _in_order(child)
        texts.append(child.tail or "")
    return texts


def _is_of_scholar_in_group(reading: _Element) -> bool:
    """Whether others of the group have what it says of witnesses (TEI P5 12.1.3, `Eriment`)."""
    others = (other for other in reading.itersiblings(preceding=True))
    group = [*others, *reading.itersiblings()]
    return bool(reading.get("resp") or reading.get("source")) and any(
        local(other) in ("lem", "rdg") and not {"wit", "resp", "source"} & {*other.attrib}
        for other in group
    )


def raised(text: str) -> str:
    """Letters and digits as they stand above the line."""
    return text.translate(_RAISED)


def whose(detail: _Element, witnesses: Witnesses, labels: Mapping[str, str]) -> str:
    """What stands before a detail of witnesses (TEI P5 13.1.4.3) that is a note: their sigla."""
    if local(detail) != "witDetail":
        return ""
    shown = {siglum: printed for printed, siglum in printed_sigla(witnesses.root).items()}
    sigla = " ".join(shown.get(siglum, siglum) for siglum in witnesses.named_by(detail))
    return labels["remark.witnesses"].format(sigla) if sigla else ""


def printed_sigla(root: _Element) -> dict[str, str]:
    """The siglum of each witness or group for which something else is printed, by what is printed.

    An edition prints its abbreviation for a witness, unless another witness has it as siglum or
    abbreviation. A label (`@n`, TEI P5 1.3.1.1.1) that is shorter than the identifier is such an
    abbreviation, as the heading of a group is if it is short. A witness that the edition does not
    declare, and names by such an abbreviation, is printed as a pointer.
    """
    witnesses = [
        (witness.get(ID) or witness.get("n") or "", witness)
        for witness in root.iter(f"{TEI}witness")
    ]
    groups = [
        (group.get(ID) or "", group)
        for group in root.iter(f"{TEI}listWit")
        if group.find(f"{TEI}witness") is not None
    ]
    named = [(siglum, element) for siglum, element in witnesses + groups if siglum]
    called = [(_abbreviation(element), siglum) for siglum, element in named]
    taken = Counter(abbreviation for abbreviation, _ in called)
    taken.update({siglum for siglum, _ in named})
    found = {printed: siglum for printed, siglum in called if printed and taken[printed] == 1}
    return found | {f"#{printed}": printed for printed in found}


def _abbreviation(named: _Element) -> str:
    parents = [named, *named.iterchildren(f"{TEI}head"), *named.iterchildren(f"{TEI}persName")]
    marks = (mark for parent in parents for mark in parent.iterchildren(f"{TEI}abbr"))
    siglum = next((mark for mark in marks if mark.get("type") == "siglum"), None)
    if siglum is not None:
        return " ".join("".join(_texts(siglum)).split())
    identifier, label = named.get(ID) or "", named.get("n") or ""
    names = []
    if named.tag == f"{TEI}listWit":
        heads = (" ".join("".join(h.itertext()).split()) for h in named.iterchildren(f"{TEI}head"))
        names = [label, *(head for head in heads if _is_better(head, identifier))]
    if len(label) < len(identifier) and len(label) <= _LONGEST_LABEL:
        names += [label] if not (len(label) == 1 and label.isdigit()) else []
    return next((name for name in [*names, identifier.replace("_", " ")] if name), "")


def _is_better(heading: str, identifier: str) -> bool:
    """Whether a group is called by its heading, and not by an identifier that is a short word."""
    short = len(heading) < len(identifier) or len(identifier) > _LONGEST_LABEL
    return short and len(heading) <= _LONGEST_NAME


def _texts(element: _Element, above: bool = False) -> list[str]:
    """The texts of a siglum, without notes; `above` the line they are raised."""
    above = above or (
        element.tag == f"{TEI}hi" and "sup" in element.get("rend", element.get("rendition", ""))
    )

    def shown(text: str | None) -> str:
        return raised(text or "") if above else text or ""

    pieces = [shown(element.text)]
    for child in element:
        is_text = isinstance(child.tag, str) and local(child) != "note"
        pieces += [*(_texts(child, above) if is_text else []), shown(child.tail)]
    return pieces
