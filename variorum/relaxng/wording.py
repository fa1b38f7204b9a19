"""The wording of findings: which names they offer, and what they call a datatype."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from variorum.relaxng import calendar
from variorum.relaxng import patterns as p
from variorum.relaxng.datatypes import SPACES, Context, collapse, tokens
from variorum.relaxng.name_classes import XML, split
from variorum.relaxng.patterns import AttributeDecl, Pattern
from variorum.relaxng.vocabulary import Vocabulary

__all__ = [
    "Usage",
    "element",
    "gloss",
    "gloss_of",
    "instead",
    "label",
    "nearest",
    "nearest_attribute",
    "shortened",
    "some",
    "values_of",
    "wrong_content",
    "wrong_value",
]

MOST = 8
SAMPLE = 2_000_000
TAG_NAME = re.compile(rb"<(?:[\w.\-]+:)?([\w.\-]+)")
# How people write days: with dots after day and month, or with the year first. A day with slashes
# is left out, because it may begin with the month.
DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?(?P<year>[0-9]{4})")
YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})[-./](?P<month>[0-9]{1,2})[-./](?P<day>[0-9]{1,2})")
TYPES = {
    "anyURI": "a pointer (URI)",
    "base64Binary": "base64",
    "boolean": "true or false",
    "byte": "a whole number from -128 to 127",
    "date": "a date YYYY-MM-DD",
    "dateTime": "a date and time YYYY-MM-DDThh:mm:ss",
    "decimal": "a number",
    "double": "a number",
    "duration": "a duration such as P3D",
    "ENTITIES": "names of entities",
    "ENTITY": "the name of an entity",
    "float": "a number",
    "gDay": "a day of any month ---DD",
    "gMonth": "a month of any year --MM",
    "gMonthDay": "a day of any year --MM-DD",
    "gYear": "a year YYYY",
    "gYearMonth": "a month YYYY-MM",
    "hexBinary": "hexadecimal digits, two for each byte",
    "ID": "a name: a letter, then letters, digits, . - _",
    "IDREF": "the id of an element",
    "IDREFS": "ids of elements",
    "int": "a whole number",
    "integer": "a whole number",
    "language": "a language tag such as en",
    "long": "a whole number",
    "Name": "a name without spaces",
    "NCName": "a name: a letter, then letters, digits, . - _",
    "negativeInteger": "a whole number below 0",
    "NMTOKEN": "a word of letters, digits, . - _ :",
    "NMTOKENS": "words of letters, digits, . - _ :",
    "nonNegativeInteger": "a whole number from 0",
    "nonPositiveInteger": "a whole number up to 0",
    "normalizedString": "text",
    "NOTATION": "a name whose prefix is declared",
    "positiveInteger": "a whole number from 1",
    "QName": "a name whose prefix is declared",
    "short": "a whole number from -32768 to 32767",
    "string": "text",
    "time": "a time hh:mm:ss",
    "token": "text",
    "unsignedByte": "a whole number from 0 to 255",
    "unsignedInt": "a whole number from 0",
    "unsignedLong": "a whole number from 0",
    "unsignedShort": "a whole number from 0 to 65535",
}
# Where several forms of dates are allowed, the more usual ones are offered first.
DATES = {
    TYPES[name]: rank
    for rank, name in enumerate(("date", "gYear", "gYearMonth", "gMonthDay", "dateTime", "time"))
}
PATTERNS = {r"\S+": "without spaces", r"[^\p{C}\p{Z}]+": "without spaces"}


def label(name: str) -> str:
    """An expanded name as an editor writes it: without its namespace, except `xml:`."""
    namespace, local = split(name)
    return f"xml:{local}" if namespace == XML else local


def element(name: str) -> str:
    """`<p>`; outside of all elements, the document."""
    return f"<{label(name)}>" if name else "the document"


def some(names: Sequence[str], joint: str) -> str:
    """At most eight names: `a, b and c`, or `a, b, … (12 more)`."""
    if len(names) > MOST:
        return f"{', '.join(names[:MOST])} … ({len(names) - MOST} more)"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joint} {names[-1]}"


def shortened(text: str, most: int = 40) -> str:
    """A text on one line, cut to `most` characters."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def gloss(name: str, text: str) -> str:
    """The end of a sentence with what the schema's documentation says of a name, if anything."""
    text = re.sub(r"^\([^)]*\)\s*", "", text)
    text = re.sub(r"\s*\[[^\]]*\]\s*$", "", text)
    text = text.removeprefix(f"{name.strip('<>@').removeprefix('xml:')}: ")
    return f"; {name}: {shortened(text, 120).rstrip('.')}" if text else ""


def gloss_of(vocabulary: Vocabulary, names: Sequence[str]) -> str:
    """The gloss of an element, if it is the only element that is offered."""
    if len(names) != 1:
        return ""
    texts = (decl.gloss for decl in vocabulary.elements.get(names[0], ()) if decl.gloss)
    return gloss(element(names[0]), next(texts, ""))


class Usage:
    """Ranks names: similar ones come first, then those the document uses, then rarer ones."""

    def __init__(self, data: bytes, vocabulary: Vocabulary) -> None:
        self._data = data
        self._places = vocabulary.places
        self._attributes = vocabulary.attributes

    @cached_property
    def _used(self) -> Counter[str]:
        found: Counter[bytes] = Counter(TAG_NAME.findall(self._data[:SAMPLE]))
        return Counter({name.decode("utf-8", "replace"): number for name, number in found.items()})

    def ranked(self, names: Iterable[str], like: str | None) -> list[str]:
        """The names, best guess first."""
        names = list(names)
        order = {name: number for number, name in enumerate(names)}
        near = {name: _distance(like, name) if like else 0 for name in names}

        def rank(name: str) -> tuple[int, int, int, int]:
            used = self._used[split(name)[1]]
            return (near[name] if near[name] <= 2 else 3, -used, self._places[name], order[name])

        return sorted(names, key=rank)

    def ranked_attributes(self, names: Iterable[str], like: str) -> list[str]:
        """The attributes, best guess first: those like the name given, then the rarer ones."""
        near = {name: min(_distance(like, name), 3) for name in names}
        return sorted(near, key=lambda name: (near[name], self._attributes[name]))


def nearest(name: str, names: Iterable[str], most: int = 2) -> str | None:
    """The name most likely meant by `name`, at most `most` slips away; None if none is near."""
    best, fewest = None, most + 1
    for other in names:
        distance = _distance(name, other)
        if distance < fewest and _plausible(split(name)[1], split(other)[1], distance):
            best, fewest = other, distance
    return best


def _plausible(given: str, meant: str, distance: int) -> bool:
    """Whether so many slips are likely. Short words are so near to each other that few are."""
    same_start = given[:1].casefold() == meant[:1].casefold()
    if distance == 0:
        return True
    length = min(len(given), len(meant))
    if length < 4:
        grown = len(meant) > len(given) > 1
        return distance == 1 and same_start and (grown or sorted(given) == sorted(meant))
    begun = length > 3 and meant.startswith(given)
    return distance == 1 or begun or (length > 5 and same_start) or length > 7


def nearest_attribute(name: str, names: Iterable[str]) -> str | None:
    """The attribute most likely meant by `name`.

    A slip of the hand is assumed only between attributes without a namespace.
    """
    names = list(names)
    exact = [other for other in names if split(other)[1] == split(name)[1]]
    if exact:
        return exact[0]
    return (
        None if split(name)[0] else nearest(name, [other for other in names if not split(other)[0]])
    )


@lru_cache(maxsize=4096)
def _distance(given: str, other: str) -> int:
    """How many slips of the hand lie between two local names; upper and lower case are alike."""
    a, b = split(given)[1].casefold(), split(other)[1].casefold()
    if a == b or abs(len(a) - len(b)) > 3:
        return 0 if a == b else 9
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def instead(
    guess: str | None, usage: Usage, allowed: Mapping[str, AttributeDecl], name: str, tag: str
) -> str:
    """The help for an attribute that is not allowed."""
    if guess is not None:
        return f"did you mean @{label(guess)}?"
    if not allowed:
        return f"<{tag}> takes no more attributes"
    ranked = usage.ranked_attributes(allowed, like=name)
    return f"allowed on <{tag}>: " + some([f"@{label(other)}" for other in ranked], "and")


def wrong_value(raw: str, tag: str, value: str, patterns: Sequence[Pattern]) -> tuple[str, str]:
    """Message and help for the value of an attribute."""
    culprit = _culprit(value, patterns)
    if not value.strip():
        message = f"@{raw} on <{tag}> is empty"
    elif culprit is not None and culprit != collapse(value):
        message = f"“{shortened(culprit)}” in @{raw} on <{tag}> is not allowed"
    else:
        message = f"“{shortened(value)}” is not allowed in @{raw} on <{tag}>"
    return message, _wanted(value if culprit is None else culprit, patterns)


def wrong_content(parent: str, text: str, state: Pattern) -> tuple[str, str]:
    """Message and help for an element whose text is not the value it should be."""
    if not text.strip():
        return f"{parent} is empty", _wanted(text, [state])
    return f"“{shortened(text)}” is not allowed in {parent}", _wanted(text, [state])


def values_of(pattern: Pattern) -> str:
    """The end of a sentence with what a missing attribute may hold, unless it is any text."""
    return "" if pattern.kind == p.TEXT else f": {_offered([pattern])[0]}"


def _culprit(value: str, patterns: Sequence[Pattern]) -> str | None:
    """The first word of a list that cannot be in it."""
    for pattern in patterns:
        for part in pattern.parts if pattern.kind == p.CHOICE else (pattern,):
            repeated = part.parts[0] if part.kind == p.LIST else part
            if repeated.kind == p.ONE_OR_MORE:
                return next((w for w in tokens(value) if not _fits(repeated.parts[0], w)), None)
    return None


def _fits(pattern: Pattern, word: str) -> bool:
    if pattern.kind == p.CHOICE:
        return any(_fits(part, word) for part in pattern.parts)
    if pattern.kind == p.VALUE:
        return word == collapse(pattern.literal[0])
    return pattern.datatype is None or pattern.datatype.allows(word, Context())


def _wanted(value: str, patterns: Sequence[Pattern]) -> str:
    """What is expected instead of `value`."""
    offered, values, kinds = _offered(patterns)
    guess = nearest(collapse(value), values) if value.strip(SPACES) else None
    if guess == collapse(value):
        guess = None
    moment = _dated(value, kinds)
    if guess is not None:
        return f"did you mean “{guess}”?"
    if value.isascii() and value.isdecimal() and len(value) < 4 and TYPES["gYear"] in kinds:
        return f"a year has four digits ({value.zfill(4)}, if that is meant)"
    if moment:
        return f"did you mean {moment}?"
    return f"expected {offered}" if offered else ""


def _offered(patterns: Sequence[Pattern]) -> tuple[str, dict[str, str], dict[str, None]]:
    """What a value may be: in words, as a table of single values, and as a list of kinds."""
    values: dict[str, str] = {}
    kinds: dict[str, None] = {}
    for pattern in patterns:
        _describe(pattern, values, kinds)
    listed = [f"“{value}”" if value else "nothing" for value in values]
    listed += sorted(kinds, key=lambda kind: (kind not in DATES, DATES.get(kind, 0)))
    return some(listed, "or"), values, kinds


def _dated(value: str, kinds: Iterable[str]) -> str:
    """The right form of a date that has a day, a month and a year; '' if there is none."""
    if TYPES["date"] not in kinds:
        return ""
    found = DAY_FIRST.fullmatch(value.strip()) or YEAR_FIRST.fullmatch(value.strip())
    if not found:
        return ""
    part = found.groupdict()
    date = f"{part['year']}-{int(part['month']):02}-{int(part['day']):02}"
    return date if calendar.parse("date", date) else ""


def _describe(pattern: Pattern, values: dict[str, str], kinds: dict[str, None]) -> None:
    kind = pattern.kind
    if kind == p.VALUE:
        values.setdefault(collapse(pattern.literal[0]), pattern.node.gloss if pattern.node else "")
    elif kind == p.DATA and pattern.datatype is not None:
        called = _called(pattern.datatype.name, dict(pattern.datatype.parameters))
        excepted: dict[str, str] = {}
        for part in pattern.parts:
            _describe(part, excepted, {})
        without = some([f"“{value}”" for value in excepted], "or")
        kinds.setdefault(f"{called} but not {without}" if without else called)
    elif kind == p.TEXT:
        kinds.setdefault("text")
    elif kind == p.LIST:
        inner: dict[str, None] = {}
        _describe(pattern.parts[0], values, inner)
        kinds.update(dict.fromkeys(f"{kind}, or several divided by spaces" for kind in inner))
    elif kind != p.ATTRIBUTE and kind != p.ELEMENT:
        for part in pattern.parts[:1] if kind == p.AFTER else pattern.parts:
            _describe(part, values, kinds)


def _called(name: str, parameters: Mapping[str, str]) -> str:
    words = TYPES.get(name, name)
    low, high = parameters.get("minInclusive"), parameters.get("maxInclusive")
    if low is not None and high is not None:
        words += f" from {low} to {high}"
    elif low is not None or high is not None:
        words += f" from {low}" if low is not None else f" up to {high}"
    pattern = parameters.get("pattern")
    if pattern is not None:
        said = PATTERNS.get(pattern, f"of the form {pattern}")
        words += "" if said in words or name == "anyURI" else f" {said}"
    return words
