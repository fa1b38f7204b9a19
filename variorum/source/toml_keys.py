"""Where the keys of a TOML file stand: the parser of the standard library does not say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["key_positions"]

_Keys = tuple[str, ...]

_SPACE = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
_STRING = (
    r'"""(?:\\[\s\S]|[^\\])*?"""(?:"{0,2})'
    r"|'''[\s\S]*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
)
_PART = re.compile(r"""[ \t]*([A-Za-z0-9_\-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')[ \t]*""")
_VALUE = re.compile(_STRING + r"|[^\s,\]}#\"'\[{]+(?: \d\d:[^\s,\]}#]*)?")
_HEADER_END = re.compile(r"[ \t]*\]{1,2}")


def key_positions(text: str) -> dict[_Keys, tuple[int, int]]:
    """Line and column, from 1, of the first mention of each key, by its path from the top.

    `text` is TOML that the standard library accepts. Keys inside arrays are left out.
    """
    scan = _Scan(text.replace("\r\n", "\n"))
    scan.run()
    return scan.found


@dataclass(frozen=True)
class _Container:
    """What the scan is inside of: the file, an inline table or an array.

    `prefix` is the path of a table, or None where its keys have no path.
    """

    kind: str
    prefix: _Keys | None


@dataclass
class _Scan:
    text: str
    found: dict[_Keys, tuple[int, int]] = field(default_factory=dict)
    _at: int = 0
    _table: _Keys = ()
    _open: list[_Container] = field(default_factory=list)

    def run(self) -> None:
        while self._next():
            inside = self._open[-1].kind if self._open else "file"
            if inside == "array":
                self._value(None)
            elif inside == "file" and self.text[self._at] == "[":
                self._header()
            else:
                self._pair()

    def _next(self) -> bool:
        """Goes on to what is neither space nor comment, comma or closing bracket."""
        while True:
            self._skip()
            sign = self.text[self._at : self._at + 1]
            if not sign or (sign not in ",]}"):
                return bool(sign)
            if sign in "]}" and self._open:
                self._open.pop()
            self._at += 1

    def _skip(self) -> None:
        space = _SPACE.match(self.text, self._at)
        self._at = space.end() if space else self._at

    def _header(self) -> None:
        self._at += 2 if self.text.startswith("[[", self._at) else 1
        self._table = self._key(()) or ()
        end = _HEADER_END.match(self.text, self._at)
        self._at = end.end() if end else len(self.text)

    def _pair(self) -> None:
        path = self._key(self._open[-1].prefix if self._open else self._table)
        if not self.text.startswith("=", self._at):
            self._at = len(self.text)
            return
        self._at += 1
        self._skip()
        self._value(path)

    def _key(self, prefix: _Keys | None) -> _Keys | None:
        """Reads a key with its dots, and notes where each of its parts stands."""
        while part := _PART.match(self.text, self._at):
            if prefix is not None:
                prefix = (*prefix, _plain(part[1]))
                self.found.setdefault(prefix, self._position(part.start(1)))
            self._at = part.end()
            if not self.text.startswith(".", self._at):
                break
            self._at += 1
        return prefix

    def _value(self, path: _Keys | None) -> None:
        if self.text.startswith("{", self._at):
            self._open.append(_Container("table", path))
            self._at += 1
        elif self.text.startswith("[", self._at):
            self._open.append(_Container("array", None))
            self._at += 1
        else:
            value = _VALUE.match(self.text, self._at)
            self._at = value.end() if value else len(self.text)

    def _position(self, offset: int) -> tuple[int, int]:
        before = self.text[:offset]
        return before.count("\n") + 1, offset - before.rfind("\n")


def _plain(part: str) -> str:
    """A part of a key without its quotes and escapes."""
    if part[0] not in "\"'":
        return part
    import tomllib

    return next(iter(tomllib.loads(f"{part} = 0")))
