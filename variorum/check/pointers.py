"""Rules on pointers that leave their file; those that stay in it are rules of the ODD."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.check.prefix_patterns import fault_of, fits
from variorum.check.rules import Report, edition_rule, file_rule
from variorum.check.scan import Index, Position, PrefixDef
from variorum.check.view import PREFIXED, Target, View
from variorum.findings.code import Code

__all__ = [
    "ENTRY_MISSING",
    "POINTER_WITHOUT_PREFIX",
    "PREFIX_PATTERN",
    "PREFIX_PATTERN_INVALID",
    "REGISTER_ABSENT",
    "absent",
    "bare",
    "invalid_pattern",
    "mismatch",
    "missing",
]

ENTRY_MISSING = Code(
    "entry-missing",
    "error",
    reason="A pointer into a register or another file leads to an element that is there.",
    help="correct the name, or add the entry to the register",
    bad='<persName ref="reg:pers_lutehr">Luther</persName>',
    good='<persName ref="reg:pers_luther">Luther</persName>',
)


@edition_rule(ENTRY_MISSING)
def missing(view: View) -> Iterator[Report]:
    """A pointer into a file at hand that has no such xml:id."""
    for index in view.indexes:
        for token, targets in view.pointers(index):
            at_hand = [target for target in targets if target.index and target.index is not index]
            if not at_hand or any(target.owner or not target.id for target in targets):
                continue
            lost = at_hand[0]
            yield Report(
                _first(index, token), _lost(token, lost, index), _meant(token, lost), index
            )


def _lost(token: str, target: Target, index: Index) -> str:
    file = target.path.name if target.path else "its file"
    number = sum(count for use, (_, count) in index.uses.items() if use.token == token)
    times = f" ({number} times)" if number > 1 else ""
    return f"{token} has no entry in {file}{times}"


def _meant(token: str, target: Target) -> str:
    from difflib import get_close_matches

    known = target.index.ids if target.index else {}
    close = get_close_matches(target.id, known, 1, 0.7)
    if close:
        return f"did you mean {token.replace(target.id, close[0])}?"
    file = target.path.name if target.path else "the register"
    return f'correct the name, or give its entry in {file} the xml:id="{target.id}"'


def _first(index: Index, token: str) -> Position:
    return min(place for use, (place, _) in index.uses.items() if use.token == token)


POINTER_WITHOUT_PREFIX = Code(
    "pointer-without-prefix",
    "warning",
    reason="A pointer without # or a prefix leads to a file of that name, and not to an xml:id.",
    help="write the # or the prefix before it",
    bad='<persName ref="pers_luther">Luther</persName>',
    good='<persName ref="reg:pers_luther">Luther</persName>',
)


@edition_rule(POINTER_WITHOUT_PREFIX)
def bare(view: View) -> Iterator[Report]:
    """Pointers that are just an xml:id, of this file or of one that a prefix leads to: one finding
    for an attribute, since a project writes all of them alike.
    """
    for index in view.indexes:
        found: dict[str, list[tuple[str, str, Position]]] = {}
        for (attribute, id_), place in index.bare.items():
            meant = _with_prefix(view, index, id_)
            if meant and not (index.path.parent / id_).exists():
                found.setdefault(attribute, []).append((id_, meant, place))
        for attribute, pointers in found.items():
            id_, meant, place = pointers[0]
            message = f"@{attribute}=“{id_}” leads to a file, and not to the id {id_}"
            more = len(pointers) - 1
            message += f"; nor do {more} more to theirs" if more > 1 else ""
            message += "; nor does another to its own" if more == 1 else ""
            yield Report(place, message, f'write {attribute}="{meant}"', index)


def _with_prefix(view: View, index: Index, id_: str) -> str:
    """How the id is pointed to; empty where nothing at hand has it."""
    if id_ in index.ids:
        return f"#{id_}"
    tokens = (f"{prefix.ident}:{id_}" for prefix in index.prefixes)
    leading = (token for token in tokens if any(each.owner for each in view.targets(index, token)))
    return next(leading, "")


REGISTER_ABSENT = Code(
    "register-absent",
    "warning",
    reason="Pointers into a file that is not at hand cannot be checked.",
    help="put the file where the pointers say, or name it together with this one",
    bad='<persName ref="persons.xml#luther">, without a file persons.xml',
    good='<persName ref="persons.xml#luther">, with persons.xml beside this file',
)


@edition_rule(REGISTER_ABSENT)
def absent(view: View) -> Iterator[Report]:
    """Pointers with an id into files that are not there: one finding for a file."""
    for index in view.indexes:
        lost = {
            token: target.path.name
            for token, targets in view.pointers(index)
            for target in targets
            if target.path and target.id and not target.index
        }
        if lost:
            token, number = next(iter(lost)), len(lost)
            files = ", ".join(sorted(set(lost.values()))[:3])
            which = f"{number} pointers lead" if number > 1 else f"{token} leads"
            message = f"{which} into {files}, which cannot be read here"
            yield Report(_first(index, token), message, index=index)


PREFIX_PATTERN = Code(
    "prefix-pattern",
    "error",
    reason="What follows a prefix must have the form that its prefixDef declares.",
    help="correct the pointer, or the matchPattern",
    bad='<prefixDef ident="gnd" matchPattern="([0-9X-]+)" …/> … ref="gnd:Luther"',
    good='<prefixDef ident="gnd" matchPattern="([0-9X-]+)" …/> … ref="gnd:118575449"',
)


@edition_rule(PREFIX_PATTERN)
def mismatch(view: View) -> Iterator[Report]:
    """A pointer with a declared prefix that none of its patterns matches."""
    for index in view.indexes:
        patterns: dict[str, list[PrefixDef]] = {}
        for prefix in index.prefixes:
            patterns.setdefault(prefix.ident, []).append(prefix)
        for token in dict.fromkeys(use.token for use in index.uses):
            prefixed = PREFIXED.match(token)
            declared = patterns.get(prefixed[1], []) if prefixed else []
            if prefixed and declared and not any(fits(prefix, prefixed[2]) for prefix in declared):
                message = f"{token} does not fit the pattern {declared[0].pattern}"
                yield Report(_first(index, token), message, index=index)


PREFIX_PATTERN_INVALID = Code(
    "prefix-pattern-invalid",
    "error",
    reason="A matchPattern that is no regular expression matches nothing.",
    help="close every bracket; a backslash before . ( ) [ ] { } means the character itself",
    bad='<prefixDef ident="gnd" matchPattern="([0-9" replacementPattern="https://d-nb.info/gnd/$1"/>',
    good='<prefixDef ident="gnd" matchPattern="([0-9X-]+)"'
    ' replacementPattern="https://d-nb.info/gnd/$1"/>',
)


@file_rule(PREFIX_PATTERN_INVALID)
def invalid_pattern(index: Index) -> Iterator[Report]:
    """A matchPattern that is no regular expression of XML Schema (TEI P5, teidata.pattern)."""
    for prefix in index.prefixes:
        if fault := fault_of(prefix.pattern):
            yield Report(prefix.place, f"the pattern cannot be followed: {fault}")
