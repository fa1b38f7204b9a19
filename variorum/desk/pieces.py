"""The end tag that belongs to a start tag, in a text of any state."""

from __future__ import annotations

import re

__all__ = ["end_tag"]

_START = re.compile(r"""<([^\s<>/!?]+)(?:"[^"<]*"|'[^'<]*'|[^"'<>])*?(/?)>""")


def end_tag(text: str, start: int) -> int | None:
    """The offset of the end tag of the element whose start tag is at an offset; None for none."""
    begin = _START.match(text, start)
    if begin is None or begin[2]:
        return None
    same = re.compile(
        rf"""<!--.*?-->|<(/?){re.escape(begin[1])}(?=[\s/>])(?:"[^"<]*"|'[^'<]*'|[^"'<>])*?(/?)>""",
        re.DOTALL,
    )
    depth = 1
    for tag in same.finditer(text, begin.end()):
        if tag[0].startswith("<!--") or tag[2]:
            continue
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.start()
    return None
