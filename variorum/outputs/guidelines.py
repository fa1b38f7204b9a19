"""The guidelines for editors as pages, made from an ODD, the edition and the codes of findings."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from variorum import resource
from variorum.build.folder import digest, digest_of_folder
from variorum.engines.saxon import Saxon
from variorum.findings import Code
from variorum.schema.constraints import codes_of_rules
from variorum.source.edition import XML, Source

__all__ = ["guidelines", "renewed", "state"]


def guidelines(
    odd: Path, edition: Iterable[Source], css: str, codes: Mapping[str, Code]
) -> dict[str, str]:
    """The files of the guidelines by name: HTML pages and `g.css`.

    `edition` are the files whose use of the elements is shown; `css` is the style of the site;
    `codes` are described beside the rules of the ODD.
    The labels are in the language of the ODD. Raises VariorumError when a file cannot be read.
    """
    source = Source(odd, odd.as_posix())
    driver = resource("xslt") / "guidelines.xsl"
    saxon = Saxon(driver)
    locales = sorted((resource("xslt") / "locale").glob("*.xml"))
    params = {
        "odd": [saxon.parse(source.text)],
        "edition": [saxon.parse(one.text) for one in edition],
        "codes": _described({**codes, **codes_of_rules(odd)}),
        "locales": [saxon.parse(file.read_text(encoding="utf-8")) for file in locales],
        "css": css,
        "language": str(source.root.get(XML + "lang", "en")),
    }
    return saxon[driver].pages("guidelines", params)


def renewed(
    odd: Path,
    edition: Sequence[Source],
    css: str,
    codes: Callable[[], Mapping[str, Code]],
    made: str,
) -> tuple[str, dict[str, str] | None]:
    """The state now, and the files as `guidelines` gives them.

    None in their place where `made`, the state of those that are there, is the same.
    """
    known = codes()
    now = state(odd, edition, known)
    return now, None if now == made else guidelines(odd, edition, css, known)


def state(odd: Path, edition: Iterable[Source], codes: Mapping[str, Code]) -> str:
    """A digest of all that the guidelines are made of: while it stays, so do they."""
    odds = dict.fromkeys(path.resolve() for path in (odd, resource("schema") / "edition.odd"))
    data = [*(file.read_bytes() for file in odds), *(one.data for one in edition)]
    stylesheets = digest_of_folder(resource("xslt"))
    described = digest(_described(codes).encode())
    return digest("".join([stylesheets, described, *map(digest, data)]).encode())


def _described(codes: Mapping[str, Code]) -> str:
    """The codes as the stylesheet reads them, in JSON, by alphabet."""
    return json.dumps(
        {
            name: {
                "code": name,
                "level": code.level,
                "reason": code.reason,
                "help": code.help,
                "bad": code.bad,
                "good": code.good,
                "page": code.page,
            }
            for name, code in sorted(codes.items())
        }
    )
