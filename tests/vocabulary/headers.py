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


def _labels(start: str) -> list[str]:
    """What all languages call the labels whose keys start so."""
    return [
        str(label.text)
        for locale in sorted((ROOT / "xslt" / "locale").glob("*.xml"))
        for label in etree.parse(str(locale)).iter("{*}label")
        if label.get("key", "").startswith(start)
    ]


def _facts(key: str) -> str:
    """Where a page states a fact beside the title, in whatever language its labels are."""
    terms = " or ".join(f"dt = '{label}'" for label in _labels(key))
    return f"//dl[@class='byline']/div[{terms}]/dd"


AUTHORS, SERIES = _facts("html.author"), _facts("html.series")
LETTER = tuple(f"{label}: " for label in _labels("letter."))
"""How a line begins that tells of the way of a letter."""
SOURCES = frozenset(_labels("source"))
"""The heading of the sources, which has no capitals in every script."""
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
    series: list[str] | None = None
    citation: list[str] | None = None


def stated(root: etree._Element, name: str) -> Said | None:
    """What a TEI file says, as the Guidelines have it in 2.2.1 The Title Statement.

    The main title has @type `main` or none, and no @level of a series or a journal; a subordinate
    title has `sub` or a longer form of the word. Other titles of the text, such as that in another
    language, stand after these. None where words of the header are read in more than one way, so
    that the outputs can be compared with each other alone.
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
    subtitles = [each for each in titles if each.get("type") in ("sub", "subtitle", "subordinate")]
    others = {" ".join(words(_plain(each))): each for each in reversed(titles)}
    subtitles += [
        each
        for each in titles
        if each.get("type") in (None, "alt", "alternative", "parallel", "translated", "original")
        and each.get("level") not in ("s", "j")
        and own
        and words(_plain(each)) != words(_plain(own[0]))
        and each is others[" ".join(words(_plain(each)))]
    ]
    named = statement.findall(f"{TEI}author")
    series = [each for each in titles if each.get("level") == "s" and each not in own[:1]]
    for stated_series in root.iterfind(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}seriesStmt"):
        series += stated_series.findall(f"{TEI}title") or stated_series.findall(f"{TEI}p")
    return Said(
        words(_plain(own[0]) if own else root.get(XML_ID, name)),
        words(" ".join(map(_plain, subtitles))),
        None if any(map(_forms, named)) else words(_listed(map(_author, named))),
        words(" ".join(dict.fromkeys(" ".join(_plain(each).split()) for each in series))),
    )


def _forms(author: etree._Element) -> bool:
    """Whether an author has several names; the language of the edition chooses among them."""
    return len(author.findall(f"{TEI}persName")) > 1


def _author(author: etree._Element) -> str:
    """An author's words as they are written; names and other parts alone have commas between them.

    So have the parts of a name a space, whether the file has one between them or not.
    """
    if _own(author):
        return _plain(author, NUMBERS)
    parts = [each for each in author if isinstance(each.tag, str)]
    if any(each.tag == f"{TEI}surname" for each in parts):
        return " ".join(_plain(each, NUMBERS) for each in parts)
    return _listed(_author(each) for each in parts if each.tag not in {*NUMBERS, f"{TEI}note"})


def _own(element: etree._Element) -> str:
    """The words that stand in the element itself, not in one of its parts."""
    return "".join([element.text or "", *(each.tail or "" for each in element)]).strip()


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
    page = _without_numbers(html.fromstring(made.rendered(HTML)))
    lines = len(page.findall(".//p[@class='subtitle']"))
    series = len(_found(page, SERIES))
    authors = _found(page, AUTHORS)
    record = _datacite(Crosswalk.of_document(saxon, made.node(), []), authors)
    if not authors:
        record.authors = None
    return {
        "html": _page(page),
        "text": _text(made.rendered(TEXT), lines, series),
        "latex": _latex(made.rendered(LATEX), lines),
        "pdf": _typst(made.rendered(PDF), lines),
        "datacite": record,
    }


def _without_numbers(page: html.HtmlElement) -> html.HtmlElement:
    """The page without the numbers in authority files, which stand after the author's name."""
    for name in page.xpath(AUTHORS):
        for number in name.xpath("a[not(@class)] | span[not(@class)]"):
            number.drop_tree()
    return page


def _found(page: html.HtmlElement, path: str) -> list[str]:
    return [str(each.text_content()) for each in page.xpath(path)]


def _page(page: html.HtmlElement) -> Said:
    return Said(
        words(" ".join(_found(page, "//header[@class='title']/h1"))),
        words(" ".join(_found(page, "//p[@class='subtitle']"))),
        words(_listed(_found(page, AUTHORS))),
        words(" ".join(_found(page, SERIES))),
        words(" ".join(_found(page, "//p[@class='citation']"))),
    )


def _text(text: str, subtitles: int, series: int) -> Said:
    """The title stands first, then a block for each subtitle and series, then the authors.

    Where no author is named the way of a letter follows, or the heading of the next section, which
    is in capitals, or nothing at all.
    """
    title, *lines = text.split("\n\n")
    rest = next(iter(lines[subtitles + series :]), "")
    heading = rest.split("\n")[0]
    named = not (rest.startswith(LETTER) or heading.isupper() or heading in SOURCES)
    return Said(
        words(title),
        words(" ".join(lines[:subtitles])),
        words(rest if named else ""),
        words(" ".join(lines[subtitles : subtitles + series])),
    )


def _latex(source: str, subtitles: int) -> Said:
    start = source.index("\\begin{center}\n") + len("\\begin{center}\n")
    centered, below = source[start:].split("\\end{center}\n", 1)
    lines = [line.removesuffix("\\par") for line in centered.splitlines()]
    paragraphs = (line.removeprefix("\\noindent ") for line in below.split("\\par\n"))

    def after(command: str) -> list[str]:
        found = (line.removeprefix(command) for line in lines if line.startswith(command))
        return [_from_latex(line.removesuffix("}")) for line in found]

    below_title = after("\\textit{")
    return Said(
        words(" ".join(after("\\textbf{\\Large "))),
        words(" ".join(below_title[:subtitles])),
        words(" ".join(after("\\textsc{"))),
        words(" ".join(below_title[subtitles:])),
        words(_from_latex(next(line for line in paragraphs if not line.startswith(LETTER)))),
    )


def _from_latex(source: str) -> str:
    for command, sign in (("backslash", "\\"), ("asciicircum", "^"), ("asciigrave", "`")):
        source = source.replace(f"\\text{command}\\/", sign)
    source = source.replace("~", " ").replace("\\textasciitilde\\/", "~").replace("\\-", "\u00ad")
    return re.sub(r"\\([{}$&#_%])|[{}]", lambda match: match[1] or "", source)


def _typst(source: str, subtitles: int) -> Said:
    (title,) = re.findall(r"^  title: \[(.*)\],$", source, re.MULTILINE)
    start = source.index("#title-page(")
    front = source[start : source.index("\n#part(", start)]
    (below,) = re.findall(r"^  subtitle: \[(.*)\],$", front, re.MULTILINE)
    content = markup.read(front.replace("#source-line()", " "))
    (page,) = markup.calls(content, "title-page")
    (imprint,) = markup.calls(content, "imprint")
    *_, citation = markup.calls([imprint], "statement")
    lines = below.split("#source-line()")
    parts = (
        markup.read(title),
        markup.read(" ".join(lines[:subtitles])),
        page.contents[0],
        markup.read(" ".join(lines[subtitles:])),
        citation.contents[1],
    )
    return Said(*(words(markup.words(part)) for part in parts))


def _datacite(crosswalk: Crosswalk, authors: Sequence[str]) -> Said:
    """The record. Of a name whose parts are known it has the parts alone, the surname first.

    Of several forms of a name it has the preferred alone, without the others in brackets.
    """
    record = json.loads(crosswalk.describe()["metadata/descriptive/datacite.json"])

    def name_of(creator: dict[str, str]) -> str:
        if "familyName" not in creator:
            forms = (name for name in authors if name.startswith(f"{creator['name']} ("))
            return next(forms, creator["name"])
        parts = words(f"{creator.get('givenName', '')} {creator['familyName']}")
        whole = (name for name in authors if all(part in name for part in parts))
        return next(whole, creator["name"])

    titles = [each["title"] for each in record["titles"] if "titleType" not in each]
    subtitles = [each["title"] for each in record["titles"] if "titleType" in each]
    return Said(
        words(" ".join(titles)),
        words(" ".join(subtitles)),
        words(_listed(map(name_of, record.get("creators", [])))),
    )
