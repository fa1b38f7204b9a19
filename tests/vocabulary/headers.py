"""What each output says of title, subtitles, authors and citation; and what the TEI file says."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from lxml import etree, html

from tests.building import InMemory
from tests.conftest import ROOT
from tests.print import markup
from variorum.engines.saxon import Saxon
from variorum.outputs.html import HTML
from variorum.outputs.latex import LATEX
from variorum.outputs.pdf import PDF
from variorum.outputs.text import TEXT
from variorum.package.crosswalk import Crosswalk

__all__ = ["Said", "outputs", "stated", "words"]

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
QUOTES = str.maketrans("", "", "\"'“”„‟‘’‚‛«»‹›\u200b\ufeff")
_TERMS = " or ".join(
    f"dt = '{label.text}'"
    for locale in sorted((ROOT / "xslt" / "locale").glob("*.xml"))
    for label in etree.parse(str(locale)).iter("{*}label")
    if label.get("key") == "html.author"
)
AUTHORS = f"//dl[@class='byline']/div[{_TERMS}]/dd"
"""Where a page names the authors, in whatever language its labels are."""
NUMBERS = {f"{TEI}{name}" for name in ("idno", "email")}
CHOOSING = {f"{TEI}{name}" for name in ("choice", "app", "del", "subst", "supplied", "gap", "lb")}
"""What the model may read otherwise than word for word."""


def words(text: str) -> list[str]:
    """The words of a text, without quotation marks, which each output sets in its own way."""
    return text.translate(QUOTES).split()


@dataclass
class Said:
    """Each fact as words; None where an output does not say it."""

    title: list[str]
    subtitles: list[str]
    authors: list[str] | None
    citation: list[str] | None = None


def stated(root: etree._Element, name: str) -> Said | None:
    """What a TEI file says, as the Guidelines have it in 2.2.1 The Title Statement.

    The main title has @type `main` or none, and no @level of a series or a journal; a subordinate
    title has `sub` or a longer form of the word. None where words of the header are read in more
    than one way, so that the outputs can be compared with each other alone.
    """
    statement = root.find(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt")
    if statement is None or any(each.tag in CHOOSING for each in statement.iter()):
        return None
    titles = [each for each in statement.findall(f"{TEI}title") if words(_plain(each))]
    main = [each for each in titles if each.get("type", "main") == "main"]
    own = [each for each in main if each.get("level") not in ("s", "j")] or main
    own.sort(key=lambda each: each.get("type") is None)
    if titles and not own:
        return None
    subtitles = (each for each in titles if each.get("type") in ("sub", "subtitle", "subordinate"))
    return Said(
        words(_plain(own[0]) if own else root.get(XML_ID, name)),
        words(" ".join(map(_plain, subtitles))),
        words(_listed(_plain(each, NUMBERS) for each in statement.findall(f"{TEI}author"))),
    )


def _plain(element: etree._Element, silent: Collection[str] = ()) -> str:
    """The words of an element without notes and without what is to be silent."""
    if not isinstance(element.tag, str) or element.tag in (f"{TEI}note", *silent):
        return ""
    parts = (_plain(each, silent) + (each.tail or "") for each in element)
    return (element.text or "") + "".join(parts)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(found for name in names if (found := " ".join(name.split())))


def outputs(made: InMemory, saxon: Saxon) -> dict[str, Said]:
    """What each output says of the only document of an edition.

    A document without authors has its editors as creators in DataCite, which wants some.
    """
    page = html.fromstring(made.rendered(HTML))
    lines = len(page.findall(".//p[@class='subtitle']"))
    authors = _found(page, AUTHORS)
    record = _datacite(Crosswalk(saxon, made.node(), []), authors)
    if not authors:
        record.authors = None
    return {
        "html": _page(page),
        "text": _text(made.rendered(TEXT), lines),
        "latex": _latex(made.rendered(LATEX)),
        "pdf": _typst(made.rendered(PDF)),
        "datacite": record,
    }


def _found(page: html.HtmlElement, path: str) -> list[str]:
    return [str(each.text_content()) for each in page.xpath(path)]


def _page(page: html.HtmlElement) -> Said:
    return Said(
        words(" ".join(_found(page, "//header[@class='title']/h1"))),
        words(" ".join(_found(page, "//p[@class='subtitle']"))),
        words(_listed(_found(page, AUTHORS))),
        words(" ".join(_found(page, "//p[@class='citation']"))),
    )


def _text(text: str, subtitles: int) -> Said:
    """The title stands first, then a block for each subtitle, then the authors.

    Where no author is named the heading of the next section follows, which is in capitals.
    """
    lines = text.split("\n\n")
    return Said(
        words(lines[0]),
        words(" ".join(lines[1 : 1 + subtitles])),
        words("" if lines[1 + subtitles].split("\n")[0].isupper() else lines[1 + subtitles]),
    )


def _latex(source: str) -> Said:
    start = source.index("\\begin{center}\n") + len("\\begin{center}\n")
    centered, below = source[start:].split("\\end{center}\n\\noindent ", 1)
    lines = [line.removesuffix("\\par") for line in centered.splitlines()]

    def after(command: str) -> list[str]:
        found = (line.removeprefix(command) for line in lines if line.startswith(command))
        return words(" ".join(_from_latex(line.removesuffix("}")) for line in found))

    return Said(
        after("\\textbf{\\Large "),
        after("\\textit{"),
        after("\\textsc{"),
        words(_from_latex(below.split("\\par\n", 1)[0])),
    )


def _from_latex(source: str) -> str:
    for command, sign in (("backslash", "\\"), ("asciicircum", "^"), ("asciigrave", "`")):
        source = source.replace(f"\\text{command}\\/", sign)
    source = source.replace("~", " ").replace("\\textasciitilde\\/", "~").replace("\\-", "\u00ad")
    return re.sub(r"\\([{}$&#_%])|[{}]", lambda match: match[1] or "", source)


def _typst(source: str) -> Said:
    (title,) = re.findall(r"^  title: \[(.*)\],$", source, re.MULTILINE)
    start = source.index("#title-page(")
    front = source[start : source.index("\n#part(", start)].replace("#source-line()", " ")
    content = markup.read(front)
    (page,) = markup.calls(content, "title-page")
    (imprint,) = markup.calls(content, "imprint")
    *_, citation = markup.calls([imprint], "statement")
    author, subtitle, *_ = page.contents
    parts = (markup.read(title), subtitle, author, citation.contents[1])
    return Said(*(words(markup.words(part)) for part in parts))


def _datacite(crosswalk: Crosswalk, authors: Sequence[str]) -> Said:
    """The record. Of a name whose parts are known it has the parts alone, the surname first."""
    record = json.loads(crosswalk.describe()["metadata/descriptive/datacite.json"])

    def name_of(creator: dict[str, str]) -> str:
        if "familyName" not in creator:
            return creator["name"]
        parts = words(f"{creator.get('givenName', '')} {creator['familyName']}")
        whole = (name for name in authors if all(part in name for part in parts))
        return next(whole, creator["name"])

    titles = [each["title"] for each in record["titles"] if "titleType" not in each]
    subtitles = [each["title"] for each in record["titles"] if each.get("titleType") == "Subtitle"]
    return Said(
        words(" ".join(titles)),
        words(" ".join(subtitles)),
        words(_listed(map(name_of, record.get("creators", [])))),
    )
