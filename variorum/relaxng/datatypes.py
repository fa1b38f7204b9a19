"""Datatypes of RELAX NG: its own `string` and `token`, and those of XML Schema, Part 2.

The lexical forms and facets are those of XML Schema 1.0, second edition. A datatype is made
with `datatype(library, name, parameters)`, and answers by `parse`: the value, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from variorum.relaxng.name_classes import NAME, NAME_START, NCNAME, is_ncname
from variorum.relaxng.xsdregex import Regex, RegexError

__all__ = ["XSD", "Context", "Datatype", "DatatypeError", "collapse", "datatype", "tokens"]

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
SPACES = " \t\n\r"
SPACE = re.compile("[ \t\n\r]+")
REPLACED = str.maketrans("\t\n\r", "   ")


class DatatypeError(ValueError):
    """A datatype or parameter that does not exist or makes no sense; the message says why."""


class Context(NamedTuple):
    """What values may depend on: namespaces by prefix ('' the default), unparsed entities."""

    prefixes: Mapping[str, str] = MappingProxyType({})
    entities: frozenset[str] = frozenset()


def collapse(text: str) -> str:
    """Whitespace of XML (no other) trimmed and made single."""
    return SPACE.sub(" ", text.strip(SPACES))


def tokens(text: str) -> list[str]:
    """The words between whitespace of XML."""
    text = text.strip(SPACES)
    return SPACE.split(text) if text else []


Value = Any
Parser = Callable[[str, Context], Value]
Facet = Callable[[Value], bool]


class Datatype:
    """A datatype with its parameters."""

    def __init__(self, name: str, kind: Kind) -> None:
        self.name = name
        self.kind = kind
        self.parameters: tuple[tuple[str, str], ...] = ()
        self.patterns: list[Regex] = []
        self.facets: list[Facet] = []

    @property
    def contextual(self) -> bool:
        """Whether a value depends on the place where it stands."""
        return self.kind.contextual

    def parse(self, text: str, context: Context) -> Value:
        """The value `text` stands for; None where it is none of this datatype.

        Two texts stand for the same value exactly if their values are equal.
        """
        kind = self.kind
        if kind.spaces == "collapse":
            text = collapse(text)
        elif kind.spaces == "replace":
            text = text.translate(REPLACED)
        for pattern in self.patterns:
            if not pattern.matches(text):
                return None
        value = kind.parse(text, context)
        if value is not None:
            for facet in self.facets:
                if not facet(value):
                    return None
        return value

    def allows(self, text: str, context: Context) -> bool:
        """Whether `text` stands for a value."""
        return self.parse(text, context) is not None


class Kind(NamedTuple):
    """What the datatypes of one name have in common."""

    parse: Parser
    facets: frozenset[str]
    spaces: str = "collapse"
    order: str = ""
    contextual: bool = False
    length: Callable[[Value], int] = len


LENGTHS = frozenset(("length", "minLength", "maxLength", "pattern"))
BOUNDS = frozenset(("minInclusive", "minExclusive", "maxInclusive", "maxExclusive", "pattern"))
DIGITS = BOUNDS | {"totalDigits", "fractionDigits"}


def _anything(text: str, _: Context) -> Value:
    return text


def _matching(expression: str) -> Parser:
    return lambda text, _: text if re.fullmatch(expression, text) else None


def _ncname(text: str, _: Context) -> Value:
    return text if is_ncname(text) else None


_qname = _matching(f"(?:{NCNAME}:)?{NCNAME}")


def _boolean(text: str, _: Context) -> Value:
    return {"true": (True,), "1": (True,), "false": (False,), "0": (False,)}.get(text)


DECIMAL = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
INTEGER = r"[+-]?[0-9]+"
FLOAT = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN"


def _number(text: str) -> Value:
    # Python refuses to convert longer integers.
    if "." not in text and len(text) < 4000:
        return int(text)
    from decimal import Decimal

    return Decimal(text)


def _decimal(text: str, _: Context) -> Value:
    return _number(text) if re.fullmatch(DECIMAL, text) else None


def _integer(low: str = "", high: str = "") -> Parser:
    def parse(text: str, _: Context) -> Value:
        if not re.fullmatch(INTEGER, text):
            return None
        value = _number(text)
        if (low and value < _number(low)) or (high and value > _number(high)):
            return None
        return value

    return parse


class Float:
    """A float or double: NaN equals itself, and 0 is not -0 (3.2.4)."""

    __slots__ = ("number", "text")

    def __init__(self, number: float) -> None:
        self.number = number
        self.text = repr(number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Float) and self.text == other.text

    def __le__(self, other: Float) -> bool:
        return self.number <= other.number or self == other

    def __lt__(self, other: Float) -> bool:
        return self.number < other.number


def _float(single: bool) -> Parser:
    def parse(text: str, _: Context) -> Value:
        if not re.fullmatch(FLOAT, text):
            return None
        number = float(text.replace("INF", "inf").replace("NaN", "nan"))
        if single:
            number = _rounded(number)
        return Float(number)

    return parse


def _rounded(number: float) -> float:
    import struct

    try:
        return float(struct.unpack("f", struct.pack("f", number))[0])
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")


def _hex(text: str, _: Context) -> Value:
    if len(text) % 2 or not re.fullmatch("[0-9A-Fa-f]*", text):
        return None
    return bytes.fromhex(text)


BASE64 = (
    "(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){3}[A-Za-z0-9+/]"
    "|(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?=|[A-Za-z0-9+/] ?[AQgw] ?= ?=)?"
)


def _base64(text: str, _: Context) -> Value:
    if not re.fullmatch(BASE64, text):
        return None
    import base64

    return base64.b64decode(text.replace(" ", ""))


# This is as lenient as the common processors. Any character is allowed, because characters that a
# URI cannot have are escaped (RFC 2396 and XLink 5.4). But an escape must be complete, there may be
# only one fragment, a scheme must have the letters of a scheme, and brackets may stand only around
# the address of a host (RFC 2732), in a query, in a fragment, or after a scheme without a slash.
ESCAPE = "%[0-9A-Fa-f]{2}"
SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]*:"
ADDRESS = (
    r"\[(?:[0-9A-Fa-f:.]+(?:%25[^\[\]/?#%]+)?|[vV][0-9A-Fa-f]+\.[^\[\]/?#%]+)\]"
    r"(?::[0-9]*)?(?=[/?#]|\Z)"
)
HOST = rf"//(?:(?:[^/?#%\[\]@]|{ESCAPE})*@)?(?:{ADDRESS})?"
URI = (
    rf"(?:{SCHEME}(?!/)(?:[^#%]|{ESCAPE})*"
    rf"|(?:{SCHEME}|(?![^:/?#]*:))(?:{HOST})?(?:[^?#%\[\]]|{ESCAPE})*(?:\?(?:[^#%]|{ESCAPE})*)?)"
    rf"(?:\#(?:[^#%]|{ESCAPE})*)?"
)


def _uri(text: str, _: Context) -> Value:
    return text if re.fullmatch(URI, text) else None


def _name_in_scope(text: str, context: Context) -> Value:
    if _qname(text, context) is None:
        return None
    prefix, _, local = text.rpartition(":")
    namespace = context.prefixes.get(prefix, None if prefix else "")
    return None if namespace is None else (namespace, local)


def _entity(text: str, context: Context) -> Value:
    return text if text in context.entities else None


def _several(parse_word: Parser) -> Parser:
    def parse(text: str, context: Context) -> Value:
        words = tokens(text)
        whole = words and all(parse_word(word, context) is not None for word in words)
        return tuple(words) if whole else None

    return parse


def _kinds() -> dict[str, Kind]:
    nmtoken = _matching(f"[{NAME}]+")
    kinds = {
        "string": Kind(_anything, LENGTHS, "preserve"),
        "normalizedString": Kind(_anything, LENGTHS, "replace"),
        "token": Kind(_anything, LENGTHS),
        "language": Kind(_matching("[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*"), LENGTHS),
        "Name": Kind(_matching(f"[{NAME_START}][{NAME}]*"), LENGTHS),
        "NCName": Kind(_ncname, LENGTHS),
        "ID": Kind(_ncname, LENGTHS),
        "IDREF": Kind(_ncname, LENGTHS),
        "IDREFS": Kind(_several(_ncname), LENGTHS),
        "NMTOKEN": Kind(nmtoken, LENGTHS),
        "NMTOKENS": Kind(_several(nmtoken), LENGTHS),
        "ENTITY": Kind(_entity, LENGTHS, contextual=True),
        "ENTITIES": Kind(_several(_entity), LENGTHS, contextual=True),
        "QName": Kind(_name_in_scope, LENGTHS, contextual=True, length=_local_length),
        "NOTATION": Kind(_name_in_scope, LENGTHS, contextual=True, length=_local_length),
        "anyURI": Kind(_uri, LENGTHS),
        "hexBinary": Kind(_hex, LENGTHS),
        "base64Binary": Kind(_base64, LENGTHS),
        "boolean": Kind(_boolean, frozenset(("pattern",))),
        "float": Kind(_float(True), BOUNDS, order="float"),
        "double": Kind(_float(False), BOUNDS, order="float"),
        "decimal": Kind(_decimal, DIGITS, order="total"),
        "duration": Kind(_calendar("duration"), BOUNDS, order="partial"),
    }
    for name in MOMENTS:
        kinds[name] = Kind(_calendar(name), BOUNDS, order="partial")
    for name, low, high in INTEGERS:
        kinds[name] = Kind(_integer(low, high), DIGITS, order="total")
    return kinds


def _calendar(name: str) -> Parser:
    def parse(text: str, _: Context) -> Value:
        from variorum.relaxng import calendar

        return calendar.parse(name, text)

    return parse


def _local_length(value: tuple[str, str]) -> int:
    return len(value[1])


MOMENTS = ("dateTime", "date", "time", "gYearMonth", "gYear", "gMonthDay", "gDay", "gMonth")
INTEGERS = [
    ("integer", "", ""),
    ("nonPositiveInteger", "", "0"),
    ("negativeInteger", "", "-1"),
    ("nonNegativeInteger", "0", ""),
    ("positiveInteger", "1", ""),
    ("long", str(-(2**63)), str(2**63 - 1)),
    ("int", str(-(2**31)), str(2**31 - 1)),
    ("short", "-32768", "32767"),
    ("byte", "-128", "127"),
    ("unsignedLong", "0", str(2**64 - 1)),
    ("unsignedInt", "0", str(2**32 - 1)),
    ("unsignedShort", "0", "65535"),
    ("unsignedByte", "0", "255"),
]
KINDS: dict[str, Kind] = _kinds()
BUILT_IN = {
    name: Kind(_anything, frozenset(), spaces)
    for name, spaces in (("string", "preserve"), ("token", "collapse"))
}


def datatype(library: str, name: str, parameters: Sequence[tuple[str, str]]) -> Datatype:
    """A datatype of a library, with parameters (name, value) in order.

    `library` is '' (RELAX NG's own) or XSD. Raises DatatypeError for a library, name or
    parameter that is unknown, or a parameter whose value makes no sense.
    """
    if library not in ("", XSD):
        raise DatatypeError(f"the datatype library “{library}” is not known")
    kind = (KINDS if library else BUILT_IN).get(name)
    if kind is None:
        where = "XML Schema has" if library else "without @datatypeLibrary there is"
        raise DatatypeError(f"{where} no datatype “{name}”")
    made = Datatype(name, kind)
    made.parameters = tuple(parameters)
    for facet, value in parameters:
        if facet not in kind.facets:
            raise DatatypeError(f"the datatype “{name}” has no parameter “{facet}”")
        _restrict(made, facet, value)
    return made


def _restrict(made: Datatype, facet: str, value: str) -> None:
    if facet == "pattern":
        try:
            made.patterns.append(Regex(value))
        except RegexError as error:
            raise DatatypeError(str(error)) from None
    elif facet in LENGTHS or facet.endswith("Digits"):
        made.facets.append(_count(made.kind, facet, collapse(value)))
    else:
        # The bound is a value of the type itself, so it is read before it bounds.
        bound = made.kind.parse(collapse(value), Context())
        if bound is None:
            raise DatatypeError(f"“{value}” is no {made.name}, so it cannot be its {facet}")
        made.facets.append(_bound(facet, bound))


def _count(kind: Kind, facet: str, value: str) -> Facet:
    if not re.fullmatch(r"\+?[0-9]+", value) or (facet == "totalDigits" and not value.strip("+0")):
        raise DatatypeError(f"the parameter “{facet}” needs a number, not “{value}”")
    limit = int(value) if len(value) < 20 else 10**20
    length = kind.length
    facets: dict[str, Facet] = {
        "length": lambda v: length(v) == limit,
        "minLength": lambda v: length(v) >= limit,
        "maxLength": lambda v: length(v) <= limit,
        "totalDigits": lambda v: sum(_digits(v)) <= limit,
        "fractionDigits": lambda v: _digits(v)[1] <= limit,
    }
    return facets[facet]


def _digits(value: Value) -> tuple[int, int]:
    """The number of digits before and after the point, without needless zeros."""
    number = abs(value)
    text = str(number) if isinstance(number, int) else format(number, "f")
    whole, _, fraction = text.partition(".")
    return len(whole.lstrip("0")), len(fraction.rstrip("0"))


def _bound(facet: str, bound: Value) -> Facet:
    facets: dict[str, Facet] = {
        "minInclusive": lambda v: bool(bound <= v),
        "minExclusive": lambda v: bool(bound < v),
        "maxInclusive": lambda v: bool(v <= bound),
        "maxExclusive": lambda v: bool(v < bound),
    }
    return facets[facet]
