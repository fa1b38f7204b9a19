"""The patterns of `prefixDef`, and the addresses that pointers with a prefix stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from variorum.check.scan import PrefixDef
from variorum.relaxng.xsdregex import Regex, RegexError

__all__ = ["address", "expand", "fault_of", "fits", "is_endless"]

_PARTS = re.compile(r"\\.|\[\^?|\]|.", re.DOTALL)
_DOLLAR = re.compile(r"\$(\d)")
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_BACK = re.compile(r"\\[1-9]")
_CLASS = re.compile(r"\[[^\]]*\]")
_REPEATED = re.compile(r"[*+{]")
_MOST = 2
"""So many repetitions of a pattern of XPath may be long."""
_LONGEST = 1000


def expand(declared: PrefixDef, value: str) -> str | None:
    """The address that a prefixed pointer stands for.

    None where its pattern does not match, or is not followed.
    """
    return address(declared.pattern, declared.replacement, value)


@lru_cache(maxsize=20_000)
def address(pattern: str, replacement: str, value: str) -> str | None:
    """What a value stands for; None where its pattern does not match, or is not followed."""
    try:
        found = _groups(pattern, value)
    except RegexError:
        return None
    if found is None:
        return None
    groups = found
    return _DOLLAR.sub(lambda group: groups.get(int(group[1]), ""), replacement)


def is_endless(pattern: str, value: str) -> bool:
    """Whether a value would be tried in more ways than anybody can wait for."""
    try:
        return _of_schema(pattern).is_endless(value)
    except RegexError:
        return _of_xpath(pattern) is None


def fits(declared: PrefixDef, value: str) -> bool:
    """Whether a value has the form that is declared; where that is not followed, it has."""
    try:
        return _groups(declared.pattern, value) is not None
    except RegexError:
        return True


def fault_of(pattern: str) -> str:
    """Why a pattern is not followed; nothing where it is."""
    try:
        _of_schema(pattern)
    except RegexError as error:
        return "" if _of_xpath(pattern) else str(error)
    return ""


def _groups(pattern: str, value: str) -> Mapping[int, str] | None:
    try:
        return _of_schema(pattern).groups(value)
    except RegexError:
        expression = _of_xpath(pattern)
        if expression is None or len(value) > _LONGEST:
            raise
    found = expression.fullmatch(value)
    return found and dict(enumerate((found[0], *(group or "" for group in found.groups()))))


@cache
def _of_xpath(pattern: str) -> re.Pattern[str] | None:
    """A pattern that XPath has and XML Schema has not, such as `(.+?)`.

    None where it is wrong, or may be tried in so many ways that nobody can wait for it.
    """
    bare = _CLASS.sub("c", _ESCAPED.sub("e", pattern))
    if ")*" in bare or ")+" in bare or "){" in bare or len(_REPEATED.findall(bare)) > _MOST:
        return None
    try:
        return None if _BACK.search(pattern) else re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return None


@cache
def _of_schema(pattern: str) -> Regex:
    r"""The pattern, in which `\w` may be `_`, as many mean it though XML Schema does not.

    The marks of the beginning and the end that XPath has are none of XML Schema: they go without
    saying. Raises RegexError.
    """
    text = pattern.removeprefix("^")
    text = text[:-1] if re.search(r"(?<!\\)(?:\\\\)*\$\Z", text) else text
    within = False
    written = []
    for part in _PARTS.findall(text):
        within = (within or part[0] == "[") and part != "]"
        if part in (r"\w", r"\d"):
            own = part if part == r"\d" else r"\w_"
            part = own if within else f"[{own}]"
        written.append("$" if part == r"\$" else part)
    try:
        return Regex("".join(written))
    except RegexError:
        return Regex(pattern)
