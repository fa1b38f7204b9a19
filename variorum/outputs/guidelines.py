"""The guidelines for editors as pages, made from an ODD, the edition and the codes of findings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from variorum import resource
from variorum.engines.processes import Beside
from variorum.engines.saxon import Saxon
from variorum.findings import Code
from variorum.outputs.assets import style
from variorum.outputs.digest import digest, digest_of_folder
from variorum.outputs.output import Codes, File, IndependentOutput, Made, driver
from variorum.schema.constraints import codes_of_rules
from variorum.source import XML, Edition, Source

__all__ = ["GUIDELINES", "guidelines", "state"]

_DRIVER = driver("guidelines")
_FOLDER = "html/guidelines/"


def guidelines(
    odd: Path, edition: Iterable[Source], css: str, codes: Mapping[str, Code]
) -> dict[str, str]:
    """The files of the guidelines by name: HTML pages and `g.css`.

    `edition` are the files whose use of the elements is shown; `css` is the style of the site;
    `codes` are described beside the rules of the ODD.
    The labels are in the language of the ODD. Raises VariorumError when a file cannot be read.
    """
    source = Source(odd, odd.as_posix())
    saxon = Saxon(_DRIVER)
    locales = sorted((resource("xslt") / "locale").glob("*.xml"))
    params = {
        "odd": [saxon.parse(source.text)],
        "edition": [saxon.parse(document.text) for document in edition],
        "codes": _described({**codes, **codes_of_rules(odd)}),
        "locales": [saxon.parse(file.read_text(encoding="utf-8")) for file in locales],
        "css": css,
        "language": str(source.root.get(XML + "lang", "en")),
    }
    return saxon[_DRIVER].pages("guidelines", params)


def _renewed(odd: Path, edition: Sequence[Source], codes: Codes, before: str) -> Made:
    """The pages, unless `before`, the state of those that are there, is the state now."""
    known = codes()
    now = state(odd, edition, known)
    if now == before:
        return Made(state=now, unchanged=True)
    pages = guidelines(odd, edition, style(), known)
    return Made([File(_FOLDER + name, page) for name, page in pages.items()], state=now)


def state(odd: Path, edition: Iterable[Source], codes: Mapping[str, Code]) -> str:
    """A digest of all that the guidelines are made of: while it stays, so do they."""
    odds = dict.fromkeys(path.resolve() for path in (odd, resource("schema") / "edition.odd"))
    data = [*(file.read_bytes() for file in odds), *(document.data for document in edition)]
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


def _applies(edition: Edition) -> bool:
    return edition.odd is not None


def _begin(edition: Edition, before: str, codes: Codes) -> Beside[Made]:
    return Beside(_renewed, edition.odd, edition.sources, codes, before, patient=True)


GUIDELINES = IndependentOutput(
    name="guidelines",
    format="html",
    paths=(f"{_FOLDER}*",),
    online=True,
    applies=_applies,
    begin=_begin,
)
"""They are many files, made only where something that they are made of has changed."""
