"""The encoding guidelines as one file, so that a package has one document and not hundreds."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["one_file"]

_LINK = re.compile(r'href="?(?:\.\./)?([\w.\-]+?)\.html(?:#[^\s">]*)?"?(?=[\s>])')


def one_file(pages: Mapping[str, str], css: str = "g.css") -> str:
    """Joins pages whose content follows `<main>`; links between them become links within."""
    contents = {name: page for name, page in pages.items() if name != css}
    first = next(iter(contents.values()))
    head = first.partition("<link")[0]
    sections = [
        f"<section id={name.removesuffix('.html')}>{page.partition('<main>')[2]}</section>"
        for name, page in contents.items()
    ]
    body = _LINK.sub(r"href=#\1", "\n".join(sections))
    return f"{head}<style>{pages.get(css, '')}</style><main>\n{body}\n</main>\n"
