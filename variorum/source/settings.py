"""The settings of an edition: the table `[tool.variorum]` of its pyproject.toml, read once.

Each setting is declared once, as a field of a dataclass: its type, its default, the values that it
may have, and a sentence that says what it is for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from variorum.findings import Code, Diagnostic, Place
from variorum.source.codes import SETTINGS_UNKNOWN, SETTINGS_UNREADABLE, SETTINGS_VALUE

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "FILE",
    "ImportSettings",
    "LimitSettings",
    "PackageSettings",
    "PrintSettings",
    "Setting",
    "Settings",
    "SignSettings",
    "SiteSettings",
    "read_settings",
    "settings_in",
]

FILE = "pyproject.toml"
_PREFIX = ("tool", "variorum")

T = TypeVar("T")

# Patterns are compiled when they are first needed: a sound file needs none of them.
_CONTROL = "[\x00-\x1f\x7f-\x9f\u2028\u2029]"
_NOT_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
_LANGUAGE = r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
_COLOURS = r"(#[0-9A-Fa-f]{3,8}|[A-Za-z]+)( (#[0-9A-Fa-f]{3,8}|[A-Za-z]+))?"
_AT = r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$"
_LARGEST = 10**18
_LONGEST_PART, _LONGEST_PATH = 255, 4000
"""The bytes that a system takes in one part of a path, and in a whole one."""


@dataclass(frozen=True)
class Kind:
    """What a value may be. `words` completes “it must be …”; `entries` is for values of a table."""

    words: str
    accepts: Callable[[object], bool]
    entries: Kind | None = None


@dataclass(frozen=True)
class Setting:
    """One setting: what it is for, what it may be, and its name in the file."""

    sentence: str
    kind: Kind
    key: str
    allowed: tuple[str, ...] = ()


def _is_text(value: object) -> bool:
    return isinstance(value, str) and (value.isprintable() or not re.search(_NOT_XML, value))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST


def _is_path(value: object) -> bool:
    if not isinstance(value, str) or not _is_text(value):
        return False
    parts = value.encode().split(b"/")
    return max(map(len, parts)) <= _LONGEST_PART and len(value.encode()) <= _LONGEST_PATH


def _is_date(value: object) -> bool:
    from datetime import date

    return type(value) is date or _is_text(value) or _is_number(value)


def _is_year(words: str) -> bool:
    return bool(re.fullmatch(r"[12]\d{3}", words))


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


_TEXT = Kind("a text in quotes, without control characters", _is_text)
_LANGUAGE_TAG = Kind(
    "the tag of a language, such as “en” or “de-AT”",
    lambda value: value == "" or (isinstance(value, str) and bool(re.fullmatch(_LANGUAGE, value))),
)
_FILE_OR_FOLDER = Kind("the path of a file or folder, in quotes", _is_path)
_SIGN = Kind(
    "a sign, such as “⟨ ⟩” for one before and one after the words, “†” for both sides,"
    " “◌̣” for each letter, or “” for none",
    lambda value: _is_text(value) and len(str(value).split()) <= 2,
)
_SIGNED = ("added", "surplus", "lost", "restored", "deleted", "expanded")
_ENTRIES = Kind(
    f"a list of “{'”, “'.join(_SIGNED)}”",
    lambda value: isinstance(value, list) and all(word in _SIGNED for word in value),
)
_TEXT_OR_NUMBER = Kind(
    "a text in quotes, or a number of at most 18 digits",
    lambda value: _is_text(value) or _is_number(value),
)
_YEAR = Kind(
    "a year, such as 2026",
    lambda value: value == "" or (not isinstance(value, bool) and _is_year(str(value))),
)
_DATE = Kind("a date, such as 1989-08-22", _is_date)
_TEXTS = Kind(
    "a list of texts in quotes",
    lambda value: isinstance(value, list) and all(map(_is_text, value)),
)
_PATTERNS = Kind(
    "a list of paths in quotes, such as “data/letters/*.xml”",
    lambda value: isinstance(value, list) and all(map(_is_path, value)),
)
_COUNT = Kind(
    "a whole number from 1 to a million",
    lambda value: isinstance(value, int) and not isinstance(value, bool) and 0 < value <= 10**6,
)
_PAGE = Kind(
    "a width and a height in millimetres, from 100 x 140 to 500 x 500",
    lambda value: (
        isinstance(value, str)
        and bool(re.fullmatch(r"\d{3}(\.\d)? ?x ?\d{3}(\.\d)?", value))
        and all(
            least <= float(side) <= 500
            for side, least in zip(value.split("x"), (100, 140), strict=True)
        )
    ),
)
_MARGINS = Kind(
    "a list of four numbers from 8 to 35",
    lambda value: (
        isinstance(value, list)
        and len(value) == 4
        and all(_is_number(each) and 8 <= each <= 35 for each in value)
    ),
)
_SIZE = Kind(
    "a number from 8 to 14",
    lambda value: (
        isinstance(value, int | float) and not isinstance(value, bool) and 8 <= value <= 14
    ),
)
_BLEED = Kind(
    "a whole number from 0 to 10", lambda value: _is_number(value) and 0 <= int(str(value)) <= 10
)
_YES_OR_NO = Kind("true or false", lambda value: isinstance(value, bool))
_TABLE = Kind("a table", _is_table)
_TABLE_OF_PATHS = Kind("a table", _is_table, _FILE_OR_FOLDER)
_TABLE_OF_TEXTS = Kind("a table", _is_table, _TEXT)
_COLOUR = Kind(
    "a colour, such as “#96271a” or “teal”, or two, the second for dark pages",
    lambda value: isinstance(value, str) and bool(re.fullmatch(_COLOURS, value)),
)
_LEVEL = Kind(
    "“error”, “warning”, “info” or “none”",
    lambda value: value in ("error", "warning", "info", "none"),
)
_TABLE_OF_LEVELS = Kind("a table", _is_table, _LEVEL)
_TABLE_OF_COLOURS = Kind("a table", _is_table, _COLOUR)
_TABLE_OF_FILES = Kind("a table", _is_table, _PATTERNS)
_SHOWN = ("settings", "choices", "contents", "summary", "downloads", "about", "register", "search")
_PARTS = Kind(
    f"a list of “{'”, “'.join(_SHOWN)}”",
    lambda value: isinstance(value, list) and all(word in _SHOWN for word in value),
)
_INTERFACE = ("en", "de", "fr", "ru", "zh", "ar")
_LANGUAGES = Kind(
    f"a list of “{'”, “'.join(_INTERFACE)}”, each once",
    lambda value: (
        isinstance(value, list)
        and all(word in _INTERFACE for word in value)
        and len(set(value)) == len(value)
    ),
)
_TEXT_OR_TABLE = Kind(
    "a text in quotes, or a table",
    lambda value: _is_text(value) or _is_number(value) or _is_table(value),
    _TEXT_OR_NUMBER,
)


def _words(
    key: str, sentence: str, kind: Kind = _TEXT, allowed: tuple[str, ...] = ()
) -> dict[str, Setting]:
    """The metadata of a field that is a setting."""
    return {"setting": Setting(sentence, kind, key, allowed)}


def _sign(key: str, sentence: str) -> Any:
    """The field of a sign."""
    return field(default=None, metadata=_words(key, sentence, _SIGN))


@dataclass(frozen=True)
class PrintSettings:
    """The table `[tool.variorum.print]`: how the PDF is set."""

    fonts: str = field(
        default="",
        metadata=_words(
            "fonts",
            "A folder of more fonts for the PDF, for scripts other than Latin, Greek, Cyrillic and"
            " Hebrew.",
            _FILE_OR_FOLDER,
        ),
    )
    apparatus: str = field(
        default="foot",
        metadata=_words(
            "apparatus",
            "Where the apparatus stands: at the `foot` of each page, keyed by its lines (the"
            " default), or at the `end` of the text, keyed by paragraphs and verses.",
            allowed=("foot", "end"),
        ),
    )
    numbering: str = field(
        default="",
        metadata=_words(
            "numbering",
            "What numbers the lines that the apparatus is keyed by: each `page` or `section` counts"
            " its own, the `text` counts through, or the `source` numbers verses and paragraphs"
            " itself; without it, `source` where most entries stand in verses with numbers,"
            " else `page`.",
            allowed=("page", "section", "text", "source"),
        ),
    )
    page: str = field(
        default="148 x 210",
        metadata=_words(
            "page",
            "The width and the height of a page in millimetres; `148 x 210` if nothing is said.",
            _PAGE,
        ),
    )
    margins: Sequence[int] = field(
        default=(),
        metadata=_words(
            "margins",
            "A list of the margins in millimetres: above, outside, below and inside;"
            " `[22, 23, 22, 20]` if nothing is said.",
            _MARGINS,
        ),
    )
    size: float = field(
        default=10.5,
        metadata=_words(
            "size",
            "The size of the text in points, which all other sizes are in proportion to; 10.5 if"
            " nothing is said.",
            _SIZE,
        ),
    )
    bleed: int = field(
        default=0,
        metadata=_words(
            "bleed",
            "How many millimetres stand around the page that the press trims away; 0 if nothing is"
            " said.",
            _BLEED,
        ),
    )
    front_matter: bool = field(
        default=True,
        metadata=_words(
            "front-matter",
            "Whether a title page, contents and what is said of the edition stand before the text;"
            " `false`, for letters and short texts, has what is said after it and no title page.",
            _YES_OR_NO,
        ),
    )

    template: str = field(
        default="",
        metadata=_words(
            "template",
            "A template of Typst that imports ours and has functions of its own.",
            _FILE_OR_FOLDER,
        ),
    )

    @property
    def layout(self) -> dict[str, float]:
        """The measures of a page, by the names that the template of the book knows them by."""
        width, height = (float(side) for side in self.page.split("x"))
        above, outside, below, inside = self.margins or (22, 23, 22, 20)
        measures = {"top": above, "outside": outside, "bottom": below, "inside": inside}
        return {
            "width": width,
            "height": height,
            **measures,
            "bleed": self.bleed,
            "size": self.size,
        }


@dataclass(frozen=True)
class LimitSettings:
    """The table `[tool.variorum.limits]`: what the making of one document may cost."""

    seconds: int = field(
        default=1800,
        metadata=_words(
            "seconds",
            "How long the outputs of one document may take to be made, and a step of its check;"
            " 1800 (half an hour) if nothing is said.",
            _COUNT,
        ),
    )
    megabytes: int = field(
        default=8000,
        metadata=_words(
            "megabytes",
            "How much memory they may fill, on Linux; 8000 if nothing is said.",
            _COUNT,
        ),
    )


@dataclass(frozen=True)
class SignSettings:
    """The table `[tool.variorum.signs]`: signs other than those of the convention."""

    restored: str | None = _sign(
        "restored", "Words that the source lost or lacks, and that are supplied."
    )
    lost: str | None = _sign(
        "lost", "What is said where words are missing; the dots are those of the language."
    )
    added: str | None = _sign("added", "Words that the edition adds.")
    surplus: str | None = _sign("surplus", "Words that the edition holds to be superfluous.")
    crux: str | None = _sign(
        "crux", "Words that the encoding gives up as corrupt: `sic`, `seg` or `hi` with `crux`."
    )
    corrupt: str | None = _sign(
        "corrupt", "Other words that are wrong in the source: `sic` without a correction."
    )
    unclear: str | None = _sign("unclear", "Words that are hard to read.")
    damaged: str | None = _sign("damaged", "Words that are damaged in the source.")
    inserted: str | None = _sign(
        "inserted", "Words that were added in the source, outside the readings of witnesses."
    )
    deleted: str | None = _sign(
        "deleted", "Words that were deleted in the source; without a sign the text leaves them out."
    )
    expanded: str | None = _sign("expanded", "Letters that the source abbreviates: `ex`.")

    @property
    def chosen(self) -> dict[str, str]:
        """The signs that the settings choose, by their names; an empty one is none."""
        return {name: sign for name, sign in vars(self).items() if sign is not None}


@dataclass(frozen=True)
class SiteSettings:
    """The table `[tool.variorum.site]`: the face of the site."""

    colours: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_words(
            "colours",
            "A table: colours by their names in `site.css`, such as `note` or `paper`; a second"
            " one, after a space, is for dark pages.",
            _TABLE_OF_COLOURS,
        ),
    )
    fonts: Mapping[str, Sequence[str]] = field(
        default_factory=dict,
        metadata=_words(
            "fonts",
            "A table: lists of font files for the `text` and for the `labels`, which the site"
            " gets copies of; the name of a file tells `italic` and `bold`.",
            _TABLE_OF_FILES,
        ),
    )
    logo: str = field(
        default="",
        metadata=_words("logo", "A picture before the title of the site.", _FILE_OR_FOLDER),
    )
    introduction: str = field(
        default="",
        metadata=_words(
            "introduction",
            "What the start page says of the edition; an empty line divides paragraphs.",
        ),
    )
    picture: str = field(
        default="",
        metadata=_words("picture", "A picture on the start page.", _FILE_OR_FOLDER),
    )
    caption: str = field(
        default="",
        metadata=_words("caption", "What stands below that picture, and says what it is."),
    )
    navigation: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_words(
            "navigation",
            "A table: further links at the head of every page, addresses by their words.",
            _TABLE_OF_TEXTS,
        ),
    )
    footer: str = field(
        default="", metadata=_words("footer", "A sentence at the foot of every page.")
    )
    licence: str = field(
        default="",
        metadata=_words("licence", "The licence of the site: its name, its address, or both."),
    )
    contact: str = field(
        default="", metadata=_words("contact", "Whom to ask: an address of the web or of mail.")
    )
    parts: Sequence[str] | None = field(
        default=None,
        metadata=_words(
            "parts",
            "A list of the parts of pages that are shown: `settings`, `choices`, `contents`,"
            " `summary`, `downloads`, `about`, `register`, `search`; without it, all.",
            _PARTS,
        ),
    )
    pages: str = field(
        default="",
        metadata=_words(
            "pages",
            "What has a page of its own in long texts: `div`, each outermost division and each text"
            " of a group, or a `@type` of divisions, such as `chapter`; each page has its own notes"
            " and apparatus, and one has the whole, for printing. Without it, a text is one page.",
        ),
    )
    style: str = field(
        default="",
        metadata=_words("style", "A style sheet of CSS that stands after ours.", _FILE_OR_FOLDER),
    )
    stylesheet: str = field(
        default="",
        metadata=_words(
            "stylesheet",
            "A stylesheet of XSLT that imports `urn:variorum:html` and has templates of its own.",
            _FILE_OR_FOLDER,
        ),
    )


@dataclass(frozen=True)
class ImportSettings:
    """The table `[tool.variorum.import]`: what the header of an imported transcript says."""

    title: str = field(default="", metadata=_words("title", "The title of the document."))
    author: str = field(default="", metadata=_words("author", "The name of the author."))
    author_ref: str = field(
        default="",
        metadata=_words("author-ref", "The author's entry in a register, such as `reg:author`."),
    )
    editor: str = field(default="", metadata=_words("editor", "Who encodes the text."))
    publisher: str = field(default="", metadata=_words("publisher", "Who publishes the edition."))
    year: str | int = field(
        default="", metadata=_words("year", "The year of the edition.", _TEXT_OR_NUMBER)
    )
    licence: str = field(default="", metadata=_words("licence", "The address of the licence."))
    licence_text: str = field(
        default="", metadata=_words("licence-text", "The words of the licence, such as its name.")
    )
    country: str = field(
        default="", metadata=_words("country", "The country that the manuscript is in.")
    )
    settlement: str = field(
        default="", metadata=_words("settlement", "The town that the manuscript is in.")
    )
    repository: str = field(
        default="",
        metadata=_words("repository", "The archive or library that keeps the manuscript."),
    )
    shelfmark: str | int | Mapping[str, str | int] = field(
        default="",
        metadata=_words(
            "shelfmark",
            "The shelfmark: a text, or a table such as"
            ' `{ fond = 1, opis = 2, delo = 3, listy = "4-5" }`.',
            _TEXT_OR_TABLE,
        ),
    )
    original_language: str = field(
        default="", metadata=_words("original-language", "The language of the manuscript.")
    )
    language: str = field(default="", metadata=_words("language", "The language of the text."))
    date: str | int | date = field(
        default="", metadata=_words("date", "The date of the text.", _DATE)
    )
    abstract: str = field(
        default="", metadata=_words("abstract", "What the text is about, in a few sentences.")
    )
    keywords: Sequence[str] = field(
        default=(), metadata=_words("keywords", "A list of keywords.", _TEXTS)
    )


@dataclass(frozen=True)
class PackageSettings:
    """The table `[tool.variorum.package]`: what packages say where a header does not."""

    creator: str = field(
        default="",
        metadata=_words(
            "creator",
            "Who made the text, where a header names nobody; several names stand with `;` between"
            " them, and `Surname, Forename` is a person.",
        ),
    )
    publisher: str = field(
        default="",
        metadata=_words("publisher", "Who publishes it, where a header names nobody."),
    )
    year: str | int = field(
        default="",
        metadata=_words("year", "The year of publication, where a header has none.", _YEAR),
    )
    version: str = field(
        default="",
        metadata=_words("version", "The version, where a header has no number of an edition."),
    )
    identifier: str = field(
        default="",
        metadata=_words(
            "identifier",
            "What all versions of the one document are known by, such as a DOI, a handle or an"
            " address, where a header names none.",
        ),
    )
    contact: str = field(
        default="", metadata=_words("contact", "Whom the archive can ask: a name.")
    )
    email: str = field(default="", metadata=_words("email", "The address of mail of the contact."))
    phone: str = field(
        default="", metadata=_words("phone", "The number of the telephone of the contact.")
    )
    organization: str = field(
        default="",
        metadata=_words(
            "organization",
            "Who hands the package over; without it, the publisher.",
        ),
    )
    address: str = field(
        default="", metadata=_words("address", "The address of the one who hands it over.")
    )
    group: str = field(
        default="",
        metadata=_words("group", "What the packages of one delivery have in common, in each bag."),
    )
    collection: str = field(
        default="",
        metadata=_words(
            "collection",
            "The name of one package that holds all documents; without it, each has its own.",
        ),
    )


@dataclass(frozen=True)
class Settings:
    """The table `[tool.variorum]`. What `findings` says is wrong in it has no effect."""

    language: str = field(
        default="",
        metadata=_words(
            "language",
            "The language of the labels: `en`, `de`, `fr`, `ru`, `zh` or `ar`; without it, that"
            " of each document.",
            _LANGUAGE_TAG,
        ),
    )
    languages: Sequence[str] = field(
        default=(),
        metadata=_words(
            "languages",
            'A list of the languages of the site, such as `["en", "de"]`, which every page has a'
            " switch of: the first takes the place of `language`, each of the others has a folder.",
            _LANGUAGES,
        ),
    )
    title: str = field(default="", metadata=_words("title", "The title of the site."))
    url: str = field(
        default="",
        metadata=_words(
            "url",
            "The address at which the edition is published; pages, packages and text services"
            " make their addresses of it; with it, the site has a sitemap, a feed, a list of its"
            " letters for correspSearch, and one of its entries with numbers of the GND (BEACON).",
        ),
    )
    base_url: str = field(default="", metadata=_words("base-url", "An older name of `url`."))
    apparatus: str = field(
        default="encoded",
        metadata=_words(
            "apparatus",
            "`positive` names the witnesses of every lemma, `negative` of none, `encoded` (the"
            " default) as the document does.",
            allowed=("positive", "negative", "encoded"),
        ),
    )
    apparatus_language: str = field(
        default="",
        metadata=_words(
            "apparatus-language",
            "The language of the short words of the apparatus, such as `la` for “om.” and “add.”, "
            "“post” and “coni.”; without it, that of the labels.",
            allowed=("la", "ar", "de", "en", "fr", "ru", "zh"),
        ),
    )
    convention: str = field(
        default="",
        metadata=_words(
            "convention",
            "The signs in the text: `classical` has [ ] for what is lost, ⟨ ⟩ for what is added,"
            " { } for what is superfluous and † † where the encoding says crux; `leiden` (the"
            " default of files that name the schema of EpiDoc) also ⟦ ⟧ for what the source"
            " deletes, accents for what it adds, ( ) for what it abbreviates and dots under letters"
            " that are hard to read. Every output explains the signs that it has.",
            allowed=("classical", "leiden"),
        ),
    )
    signs: SignSettings = field(
        default_factory=SignSettings,
        metadata=_words("signs", "A table: which sign stands for what.", _TABLE),
    )
    entries: Sequence[str] | None = field(
        default=None,
        metadata=_words(
            "entries",
            "A list of what has entries of the editors although a sign in the text tells it:"
            " `added`, `surplus`, `lost`, `restored`, `deleted`, `expanded`; without it, the first"
            " two in the classical convention, and none in that of Leiden.",
            _ENTRIES,
        ),
    )
    lines: str = field(
        default="",
        metadata=_words(
            "lines",
            "What becomes of the lines of the source (`lb`): `kept` begins a new line at each,"
            " `flowed` at none, in every output; without it, prose runs on where pages are shown."
            " A word that the end of a line divides is always whole.",
            allowed=("kept", "flowed"),
        ),
    )
    series: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_words(
            "series",
            "A table: the apparatuses in the order in which they are printed, by the `@type` of"
            " their entries, lists or notes, or the `@place` of notes, with their titles; the"
            " others follow: testimonia, sources, parallels, variants, editorial.",
            _TABLE_OF_TEXTS,
        ),
    )
    documents: Sequence[str] = field(
        default=(),
        metadata=_words(
            "documents",
            "A list of the files that are texts: paths, folders, or patterns with `*` and `**`;"
            " without it, what a file is shows by what it holds.",
            _PATTERNS,
        ),
    )
    registers: Sequence[str] = field(
        default=(),
        metadata=_words(
            "registers",
            "A list of the files that are registers, as for `documents`.",
            _PATTERNS,
        ),
    )
    include: Sequence[str] = field(
        default=(),
        metadata=_words(
            "include",
            "A list of the files that belong to the edition; without it, all XML files of its"
            " folder, at any depth.",
            _PATTERNS,
        ),
    )
    exclude: Sequence[str] = field(
        default=(),
        metadata=_words("exclude", "A list of files that are left out.", _PATTERNS),
    )
    rules: str = field(
        default="",
        metadata=_words(
            "rules",
            "Which of our rules judge the files: `edition` all of them, `tei` those that hold for"
            " any TEI, `none` no rule; without it, `edition` where the schema is ours or that of"
            " the edition, and `tei` elsewhere.",
            allowed=("none", "tei", "edition"),
        ),
    )
    levels: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_words(
            "levels",
            "A table: codes of findings of the check, and the level that each has here, such as"
            ' `gap-without-reason = "error"`: `error`, `warning`, `info`, or `none` to leave it'
            " out.",
            _TABLE_OF_LEVELS,
        ),
    )
    catalog: Mapping[str, str] = field(
        default_factory=dict,
        metadata=_words(
            "catalog",
            "A table: addresses of schemas, or their beginnings, and the local files or folders"
            " that stand for them.",
            _TABLE_OF_PATHS,
        ),
    )
    imports: ImportSettings = field(
        default_factory=ImportSettings,
        metadata=_words(
            "import",
            "A table: what is known of transcripts to import, see docs/archivist.md.",
            _TABLE,
        ),
    )
    package: PackageSettings = field(
        default_factory=PackageSettings,
        metadata=_words(
            "package",
            "A table: what packages say where a header does not, see docs/archivist.md.",
            _TABLE,
        ),
    )
    limits: LimitSettings = field(
        default_factory=LimitSettings,
        metadata=_words("limits", "A table: what the making of one document may cost.", _TABLE),
    )
    print: PrintSettings = field(
        default_factory=PrintSettings,
        metadata=_words("print", "A table: how the PDF is set.", _TABLE),
    )
    site: SiteSettings = field(
        default_factory=SiteSettings,
        metadata=_words("site", "A table: the face of the site.", _TABLE),
    )
    findings: tuple[Diagnostic, ...] = ()

    @property
    def site_address(self) -> str:
        """Where the edition is published, with a closing slash; empty where that is not said."""
        address = self.url or self.base_url
        return address and address.rstrip("/") + "/"

    def as_table(self) -> dict[str, Any]:
        """The settings that differ from the default, by their names in the file."""
        return _as_table(self)


def settings_in(kind: type) -> dict[str, tuple[str, Setting]]:
    """The settings that a dataclass declares: by their names in the file, with their fields."""
    declared = {attribute.name: attribute.metadata.get("setting") for attribute in fields(kind)}
    return {
        setting.key: (name, setting) for name, setting in declared.items() if setting is not None
    }


def read_settings(root: Path, name: str = FILE) -> Settings:
    """The settings in the folder `root`; `name` is how findings call their file.

    A file that is not there has no settings. Whatever is wrong with one that is there is among
    the findings of the settings, all at once.
    """
    try:
        file = root / FILE
        text = file.read_bytes().decode() if file.is_file() else ""
        if not text:
            return Settings()
        import tomllib

        tables = tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        return Settings(findings=(_unreadable(name, error),))
    return _Reader(name, text).settings(tables)


def _unreadable(name: str, error: Exception) -> Diagnostic:
    line = column = 0
    message = f"cannot be read: {error.strerror or error}" if isinstance(error, OSError) else ""
    if isinstance(error, UnicodeDecodeError):
        before = error.object[: error.start]
        line, column = before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode()) + 1
        message = f"the byte 0x{error.object[error.start]:02X} is no UTF-8"
    elif isinstance(error, RecursionError):
        message = "its tables or lists are nested too deep"
    elif not message:
        found = re.search(_AT, str(error))
        if found and found[1]:
            line, column = int(found[1]), int(found[2])
        message = f"this is no TOML: {re.sub(_AT, '', str(error))}"
    return SETTINGS_UNREADABLE.at(Place(name, line, column), message)


class _Reader:
    """Reads the tables of one file into dataclasses, and collects what is wrong with them."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._text = text
        self._findings: list[Diagnostic] = []

    def settings(self, tables: Mapping[str, object]) -> Settings:
        """The settings below `tool.variorum`, with the findings."""
        tool = self._table(tables, ("tool",))
        values = self._values(Settings, self._table(tool, _PREFIX), _PREFIX)
        if values.get("languages"):
            values["language"] = values["languages"][0]
        return Settings(**values, findings=tuple(self._findings))

    def _table(self, within: Mapping[str, object], path: tuple[str, ...]) -> dict[str, object]:
        table = within.get(path[-1], {})
        if isinstance(table, dict):
            return table
        self._wrong(path, _TABLE, table)
        return {}

    def _values(
        self, kind: type, table: Mapping[str, object], path: tuple[str, ...]
    ) -> dict[str, Any]:
        """The values of the fields of `kind` that a table gives rightly."""
        known = settings_in(kind)
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key not in known:
                self._unknown((*path, key), known)
                continue
            name, setting = known[key]
            if not setting.kind.accepts(value):
                self._wrong((*path, key), setting.kind, value)
            elif setting.allowed and value not in setting.allowed:
                self._not_allowed((*path, key), setting, str(value))
            else:
                values[name] = self._value(kind, name, setting, value, (*path, key))
        return values

    def _value(
        self, kind: type, name: str, setting: Setting, value: Any, path: tuple[str, ...]
    ) -> object:
        """A value as the field has it: a dataclass or a table of entries for a table."""
        if not isinstance(value, dict):
            return value
        nested = next(
            attribute.default_factory for attribute in fields(kind) if attribute.name == name
        )
        if isinstance(nested, type) and is_dataclass(nested):
            return nested(**self._values(nested, value, path))
        entries = setting.kind.entries
        right = {}
        for key, entry in value.items():
            if not _is_text(key):
                self._wrong((*path, key), _TEXT, key)
            elif entries is not None and not entries.accepts(entry):
                self._wrong((*path, key), entries, entry)
            else:
                right[key] = entry
        return right

    def _unknown(self, path: tuple[str, ...], known: Mapping[str, object]) -> None:
        guess = _nearest(path[-1], known)
        help_ = f"did you mean {guess}?" if guess else f"the settings are {', '.join(known)}"
        self._add(SETTINGS_UNKNOWN, path, f"there is no setting “{_shown(path)}”", help_)

    def _wrong(self, path: tuple[str, ...], kind: Kind, value: object) -> None:
        message = f"{_shown(path)} must be {kind.words}, but it is {_described(value)}"
        self._add(SETTINGS_VALUE, path, message)

    def _not_allowed(self, path: tuple[str, ...], setting: Setting, value: str) -> None:
        *others, last = (f"“{choice}”" for choice in setting.allowed)
        message = (
            f"{_shown(path)} must be {', '.join(others)} or {last}, but it is {_described(value)}"
        )
        guess = _nearest(value, setting.allowed)
        self._add(SETTINGS_VALUE, path, message, f"did you mean {guess}?" if guess else "")

    def _add(self, code: Code, path: tuple[str, ...], message: str, help_: str = "") -> None:
        while path and path not in self._positions:
            path = path[:-1]
        place = Place(self._name, *self._positions.get(path, (0, 0)))
        self._findings.append(code.at(place, message, help_))

    @cached_property
    def _positions(self) -> dict[tuple[str, ...], tuple[int, int]]:
        from variorum.source.toml_keys import key_positions

        return key_positions(self._text)


def _shown(path: tuple[str, ...]) -> str:
    """The name of a setting as a message says it: `print.fonts`."""
    return re.sub(_CONTROL, "\ufffd", ".".join(path[len(_PREFIX) :] or path))


def _nearest(word: str, words: Mapping[str, object] | Sequence[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(words), 1, 0.6)), "")


def _described(value: object) -> str:
    if isinstance(value, str):
        shown = value if len(value) <= 40 else f"{value[:40]}…"
        return f"“{re.sub(_CONTROL, chr(0xFFFD), shown)}”"
    kinds: dict[type, str] = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        dict: "a table",
        list: "a list",
    }
    return kinds.get(type(value), "a date or time")


def _as_table(settings: Any) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, (name, _) in settings_in(type(settings)).items():
        value = getattr(settings, name)
        default = next(
            attribute.default for attribute in fields(settings) if attribute.name == name
        )
        if value == default:
            continue
        if is_dataclass(value):
            value = _as_table(value)
        elif isinstance(value, Sequence) and not isinstance(value, str):
            value = list(value)
        elif not isinstance(value, str | int | Mapping | None):
            value = str(value)
        if value not in ([], {}):
            table[key] = value
    return table
