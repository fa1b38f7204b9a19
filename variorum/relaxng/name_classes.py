"""Expanded names and name classes (RELAX NG 3, 6.1).

An expanded name is one string, as expat writes it: `URI local`, or `local` alone where there is
no namespace. A local name never holds a space, so the last space divides the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = [
    "NAME",
    "NAME_START",
    "NCNAME",
    "XML",
    "AnyName",
    "NameChoice",
    "NameClass",
    "NsName",
    "OneName",
    "expanded",
    "is_ncname",
    "overlap",
    "split",
]

XML = "http://www.w3.org/XML/1998/namespace"
# The characters of names (XML 1.0, fifth edition), as the content of a bracketed class of `re`.
NAME_START = (
    ":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NAME = NAME_START + "\\-.0-9\u00b7\u0300-\u036f\u203f\u2040"
NCNAME = f"[{NAME_START[1:]}][{NAME[1:]}]*"
COMMON = re.compile("[A-Za-z_][A-Za-z0-9_.-]*")
# No document can hold this name: it stands for any other name when infinite classes are compared.
NOWHERE = "\x00"


def expanded(namespace: str, local: str) -> str:
    """The expanded name of `local` in `namespace` ('' is none)."""
    return f"{namespace} {local}" if namespace else local


def split(name: str) -> tuple[str, str]:
    """Namespace and local part of an expanded name."""
    namespace, _, local = name.rpartition(" ")
    return namespace, local


def is_ncname(text: str) -> bool:
    """Whether the text is a name without a colon."""
    # The full expression takes milliseconds to compile, and few names need it.
    return bool(COMMON.fullmatch(text) or re.fullmatch(NCNAME, text))


class NameClass:
    """A set of expanded names."""

    __slots__ = ()
    infinite = False

    def contains(self, name: str) -> bool:
        """Whether the expanded name belongs to the class."""
        raise NotImplementedError

    def names(self) -> Iterator[str]:
        """The names the class lists one by one (none of those it only excludes)."""
        return iter(())

    def samples(self) -> Iterator[str]:
        """Names that tell this class from any other: enough to decide an overlap."""
        raise NotImplementedError


class OneName(NameClass):
    """`<name>`: one expanded name."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def contains(self, name: str) -> bool:
        return name == self.name

    def names(self) -> Iterator[str]:
        yield self.name

    def samples(self) -> Iterator[str]:
        yield self.name


class AnyName(NameClass):
    """`<anyName>`: every name but those of the exception."""

    __slots__ = ("but",)
    infinite = True

    def __init__(self, but: NameClass | None) -> None:
        self.but = but

    def contains(self, name: str) -> bool:
        return self.but is None or not self.but.contains(name)

    def samples(self) -> Iterator[str]:
        yield expanded(NOWHERE, NOWHERE)
        if self.but is not None:
            yield from self.but.samples()


class NsName(NameClass):
    """`<nsName>`: every name of one namespace but those of the exception."""

    __slots__ = ("but", "namespace")
    infinite = True

    def __init__(self, namespace: str, but: NameClass | None) -> None:
        self.namespace = namespace
        self.but = but

    def contains(self, name: str) -> bool:
        return split(name)[0] == self.namespace and (
            self.but is None or not self.but.contains(name)
        )

    def samples(self) -> Iterator[str]:
        yield expanded(self.namespace, NOWHERE)
        if self.but is not None:
            yield from self.but.samples()


class NameChoice(NameClass):
    """`<choice>` of name classes."""

    __slots__ = ("infinite", "parts")

    def __init__(self, parts: tuple[NameClass, ...]) -> None:
        self.parts = parts
        self.infinite = any(part.infinite for part in parts)

    def contains(self, name: str) -> bool:
        return any(part.contains(name) for part in self.parts)

    def names(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.names()

    def samples(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.samples()


def overlap(first: NameClass, second: NameClass) -> bool:
    """Whether some name belongs to both classes (RELAX NG 7.3, 7.4)."""
    if isinstance(first, OneName):
        return second.contains(first.name)
    if isinstance(second, OneName):
        return first.contains(second.name)
    return any(
        first.contains(name) and second.contains(name)
        for side in (first, second)
        for name in side.samples()
    )
