"""The guidelines for editors as pages, made from an ODD, the edition and the codes of findings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from variorum import resource
from variorum.build.folder import digest, digest_of_folder
from variorum.engines.saxon import Saxon
from variorum.source.edition import XML, Source

__all__ = ["guidelines", "renewed", "state"]


def guidelines(odd: Path, edition: Iterable[Source], css: str) -> dict[str, str]:
    """The files of the guidelines by name: HTML pages and `g.css`.

    `edition` are the files whose use of the elements is shown; `css` is the style of the site.
    The labels are in the language of the ODD. Raises VariorumError when a file cannot be read.
    """
    from variorum.check.catalogue import entries

    source = Source(odd, odd.as_posix())
    driver = resource("xslt") / "guidelines.xsl"
    saxon = Saxon(driver)
    locales = sorted((resource("xslt") / "locale").glob("*.xml"))
    params = {
        "odd": [saxon.parse(source.text)],
        "edition": [saxon.parse(one.text) for one in edition],
        "codes": json.dumps(
            {code: asdict(entry) | {"page": entry.page} for code, entry in entries(odd).items()}
        ),
        "locales": [saxon.parse(file.read_text(encoding="utf-8")) for file in locales],
        "css": css,
        "language": str(source.root.get(XML + "lang", "en")),
    }
    return saxon[driver].pages("guidelines", params)


def renewed(
    odd: Path, edition: Sequence[Source], css: str, made: str
) -> tuple[str, dict[str, str] | None]:
    """The state now, and the files as `guidelines` gives them.

    None in their place where `made`, the state of those that are there, is the same.
    """
    now = state(odd, edition)
    return now, None if now == made else guidelines(odd, edition, css)


def state(odd: Path, edition: Iterable[Source]) -> str:
    """A digest of all that the guidelines are made of: while it stays, so do they."""
    rules = sorted((Path(__file__).parent.parent / "check").glob("*.py"))
    data = [*(file.read_bytes() for file in (odd, *rules)), *(one.data for one in edition)]
    stylesheets = digest_of_folder(resource("xslt"))
    return digest("".join([stylesheets, *map(digest, data)]).encode())
