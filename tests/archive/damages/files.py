"""Damage to what is made of the texts, found when it is made again; digests are true again."""

from __future__ import annotations

from pathlib import Path

from tests.archive.damages.kind import Do, Kind, edit_bytes, exchange, overwrite, sub

__all__ = ["REMADE_FILES"]

_ACCESS = "representations/access/data"
_PAGE = f"{_ACCESS}/html/letter-7.html"
_PDF = f"{_ACCESS}/pdf/letter-7.pdf"
_TEXT = f"{_ACCESS}/text/letter-7.txt"
_RECORDS = "metadata/descriptive"
_WHEEL = "software/variorum-0.1.0-py3-none-any.whl"
_ALONE = "representations/standalone/data/letter-7.xml"


def _kind(what: str, file: str, do: Do) -> Kind:
    return Kind(what, file, "package-rebuild", "is not what the texts make", do)


def _word(what: str, file: str, old: str, new: str) -> Kind:
    return _kind(what, file, sub(old, new, file))


def _drop(number: int) -> Do:
    def damage(payload: Path) -> None:
        scripts = sorted((payload / _ACCESS / "html" / "register" / "cards").iterdir())
        scripts[number].write_bytes(b"")

    return damage


def _bit(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


REMADE_FILES = (
    _word("a word of the page", _PAGE, "bestelle", "verkaufe"),
    _word("a script in the page", _PAGE, "</body>", "<script>alert(1)</script></body>"),
    _kind(
        "a byte order mark in the page",
        _PAGE,
        edit_bytes(_PAGE, lambda data: b"\xef\xbb\xbf" + data),
    ),
    _kind(
        "ends of lines as on Windows",
        _TEXT,
        edit_bytes(_TEXT, lambda data: data.replace(b"\n", b"\r\n")),
    ),
    _kind("a text without its last line", _TEXT, edit_bytes(_TEXT, lambda data: data[:-20])),
    _kind("an empty text", _TEXT, edit_bytes(_TEXT, lambda _: b"")),
    _kind(
        "zeros where a sector was lost",
        _PDF,
        edit_bytes(_PDF, lambda data: data[:512] + bytes(512) + data[1024:]),
    ),
    _kind("a PDF that is cut off", _PDF, edit_bytes(_PDF, lambda data: data[:-100])),
    _kind("data behind the end of a PDF", _PDF, edit_bytes(_PDF, lambda data: data + b"more")),
    _kind("one bit of a PDF", _PDF, edit_bytes(_PDF, _bit)),
    _kind("one bit of the toolchain", _WHEEL, edit_bytes(_WHEEL, _bit)),
    _kind("a toolchain of others", _WHEEL, edit_bytes(_WHEEL, lambda _: b"PK\x05\x06" + bytes(18))),
    _word("a library of another version", "software/requirements.txt", r"lxml==\d", "lxml==1"),
    _word("a library more", "software/requirements.txt", "lxml==", "evil==1\nlxml=="),
    _word("a command of the guide", "documentation/README.md", "pip install", "pip download"),
    _word(
        "findings that are hidden", "documentation/validation-report.json", "tei/people.xml", "x"
    ),
    _kind("two pages exchanged", _PAGE, exchange(_PAGE, f"{_ACCESS}/html/about.html")),
    _kind("two texts exchanged", _TEXT, exchange(_TEXT, f"{_ACCESS}/html/letter-7.tex")),
    _kind(
        "two records exchanged",
        f"{_RECORDS}/mods.xml",
        exchange(f"{_RECORDS}/mods.xml", f"{_RECORDS}/ead3.xml"),
    ),
    _kind(
        "two styles exchanged",
        f"{_ACCESS}/print/planner.typ",
        exchange(f"{_ACCESS}/print/planner.typ", f"{_ACCESS}/print/cutting.typ"),
    ),
    _kind(
        "a record in the place of another",
        f"{_RECORDS}/dcterms.xml",
        overwrite(f"{_RECORDS}/dcterms.xml", f"{_RECORDS}/dc.xml"),
    ),
    _kind(
        "a schema in the place of another",
        "schemas/tei.rng",
        overwrite("schemas/tei.rng", "schemas/exceptions.rng"),
    ),
    _word(
        "the root of a schema",
        "schemas/edition.rng",
        "<start>.*?</start>",
        "<start><text/></start>",
    ),
    _word(
        "a rule of the schema",
        "schemas/edition.sch",
        "<sch:assert |<assert |<sch:report |<report ",
        "<sch:nothing ",
    ),
    _word("a word of the text that stands alone", _ALONE, "Tuch", "Garn"),
    _word("the title of the record", f"{_RECORDS}/dc.xml", "Anna", "Hanna"),
    _word("the name in MODS", f"{_RECORDS}/mods.xml", "Huber", "Hubert"),
    _word("the day in EAD", f"{_RECORDS}/ead3.xml", "1848", "1849"),
    _word("the day in the older EAD", f"{_RECORDS}/ead2002.xml", "1848", "1849"),
    _word("the language in DCTERMS", f"{_RECORDS}/dcterms.xml", ">de<", ">fr<"),
    _word("the title for search engines", f"{_RECORDS}/schema-org.jsonld", "Frühjahr", "Herbst"),
    _word("the year in the record of DataCite", f"{_RECORDS}/datacite.json", '"2025"', '"2024"'),
    _word("the name in a citation", "metadata/other/letter-7.bib", "Wei", "Schwar"),
    _word("the name in another form of citation", "metadata/other/letter-7.ris", "Wei", "Schwar"),
    _word("the name in CSL", "metadata/other/csl.json", "Wei", "Schwar"),
    _word("the rights of a deposit", "metadata/other/invenio.json", "rights", "wrongs"),
    _word("the rights for Archivematica", "metadata/rights.csv", "license", "statute"),
    _word("a line for Archivematica", "metadata/metadata.csv", "Anna", "Hanna"),
    _word("the tools that are told", f"{_ACCESS}/manifest.json", '"typst": "', '"typst": "9'),
    _word(
        "the digest of a text that is told",
        f"{_ACCESS}/manifest.json",
        '"tei/letter.xml": "....',
        '"tei/letter.xml": "0000',
    ),
    _kind("a card of the register is empty", f"{_ACCESS}/html/register/cards/10.js", _drop(0)),
    _word("the root of the package", "METS.xml", 'RECORDSTATUS="NEW"', 'RECORDSTATUS="TEST"'),
    _word("the kind of a package", "representations/tei/METS.xml", '"AIP"', '"DIP"'),
    _word(
        "the name of a representation",
        "representations/tei/METS.xml",
        'OBJID="tei"',
        'OBJID="access"',
    ),
    _word(
        "the keeper of the source", "METS.xml", "<mets:name>Stadtarchiv", "<mets:name>Landesarchiv"
    ),
    _word("the author in the crate", "ro-crate-metadata.json", "gnd/118500000", "gnd/118540238"),
)
