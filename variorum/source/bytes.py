"""A document's bytes, and the places in them that findings name."""

from __future__ import annotations

import codecs
import errno
import re
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

__all__ = ["DocumentBytes", "as_utf8", "bytes_of_file", "encoding_of", "text_of"]

DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""")
LINE_END = re.compile(rb"\r\n|\n|\r")
TAG = re.compile(rb"""</?[^\s/>!?](?:[^>"']|"[^"]*"|'[^']*')*>""")
MARKUP = re.compile(rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|(" + TAG.pattern + rb")", re.DOTALL)
_MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00?\x00", "utf-16-le"),
    (b"\x00<\x00?", "utf-16-be"),
)
NAME = re.compile(rb"<([^\s/>]+)")
ATTRIBUTE = re.compile(rb"""\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
NO_TEXT = re.compile(
    rb"[ \t\r\n]+|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>"
    rb"|&#(?:0*(?:32|9|10|13)|x0*(?:20|9|[aA]|[dD]));",
    re.DOTALL,
)


def bytes_of_file(path: Path) -> bytes:
    """The bytes of a file. Raises OSError where it cannot be read, or may have no end."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise OSError(errno.EINVAL, "it is a device or a pipe, no file")
    return path.read_bytes()


class DocumentBytes:
    """The bytes of a document as UTF-8, whatever they were; offsets are into these bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = as_utf8(data)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(found.end() for found in LINE_END.finditer(self.data))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, columns in characters."""
        line = bisect_right(self._lines, offset)
        before = self.data[self._lines[line - 1] : offset].decode("utf-8", "replace")
        return line, len(before.lstrip("\ufeff") if line == 1 else before) + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both from 1, columns in characters."""
        start = self._lines[min(line, len(self._lines)) - 1]
        end = self._lines[line] if line < len(self._lines) else len(self.data)
        text = self.data[start:end].decode("utf-8", "replace")
        mark = line == 1 and text.startswith("\ufeff")
        return start + len(text[: max(column - 1, 0) + mark].encode())

    def name(self, tag: int) -> str:
        """The name in the start tag at `tag`, with its prefix, as it was written."""
        found = NAME.match(self.data, tag)
        return found[1].decode("utf-8", "replace") if found else ""

    def has(self, name: str, first: int, last: int) -> bool:
        """Whether a start tag of this name stands between two offsets."""
        tag = re.compile(rb"<" + re.escape(name.encode()) + rb"[\s/>]")
        return tag.search(self.data, first + 1, last) is not None

    def end(self, tag: int, after: int) -> int:
        """Offset of the first end tag after `after` that has the name of the start tag at `tag`."""
        return self.data.find(b"</" + self.name(tag).encode(), after)

    def attribute(self, tag: int, number: int) -> tuple[int, str]:
        """Offset and name of an attribute of a start tag, namespace declarations not counted.

        An attribute that stands in no tag, because a DTD supplies it, is placed at the tag.
        """
        found = NAME.match(self.data, tag)
        at = found.end() if found else tag
        while found := ATTRIBUTE.match(self.data, at):
            at = found.end()
            if found[1] != b"xmlns" and not found[1].startswith(b"xmlns:"):
                if not number:
                    return found.start(1), found[1].decode("utf-8", "replace")
                number -= 1
        return tag, ""

    def text(self, tag: int, before: int) -> int:
        """Offset of the first character that is no space after the last tag before an offset.

        The search begins with the tag at `tag`.
        """
        at = tag
        for found in MARKUP.finditer(self.data, tag, before):
            if found[1]:
                at = found.end()
        return self._solid(at)

    def after_end(self, event: int) -> int:
        """Offset of what follows the end of an element, which lies at `event`."""
        # The end of an empty element is the offset after its tag.
        found = TAG.match(self.data, event) if self.data.startswith(b"</", event) else None
        return self._solid(found.end() if found else event)

    def _solid(self, at: int) -> int:
        while found := NO_TEXT.match(self.data, at):
            at = found.end()
        return at


def encoding_of(data: bytes) -> str:
    """The encoding that a document declares by its first bytes; `utf-8` where it declares none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    found = DECLARED.match(data, 3 if data.startswith(codecs.BOM_UTF8) else 0)
    if found is None or found[1].lower() in (b"utf-8", b"utf8", b"us-ascii"):
        return "utf-8"
    return found[1].decode("ascii")


def as_utf8(data: bytes) -> bytes:
    """The same XML in UTF-8, if it is in another encoding that Python knows."""
    encoding = encoding_of(data)
    if encoding == "utf-8":
        return data
    try:
        return data.decode(encoding, "replace").encode()
    except (LookupError, ValueError):
        return data


def text_of(file: str) -> str:
    """The text of a file, to show lines of it; empty where the file cannot be read."""
    try:
        data = as_utf8(bytes_of_file(Path(file)))
    except OSError:
        return ""
    return data.decode("utf-8", "replace").removeprefix("\ufeff")
