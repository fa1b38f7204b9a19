"""Files of documents and witnesses: every system takes them, and on none are two the same."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from xml.sax.saxutils import quoteattr

from tests.building import build, warm_saxon
from variorum.source import Edition
from variorum.source.names import distinct_names

_DEVICES = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9]|conin\$|conout\$)\Z")
_ILLEGAL = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]|[. ]\Z')
COMPOSED = "\u00e9"
DECOMPOSED = "e\u0301"
WITNESSES = [
    *("A", "a", "A.", "A-2", "a~2", "x:y", "-", "..", "CON", "nul.x", "compare", "index"),
    *(COMPOSED, DECOMPOSED, "ß", "ss", "SS", "ﬁ", "fi", "İ", "i̇", "Α", "Ä/Ö", "\u202eX"),
    *("w" * 300, "w" * 299, "ж" * 100, "B B"),
]
DOCUMENTS = [
    *("CON", "con", "Index", "index", "a.B", "a", "A", COMPOSED, DECOMPOSED, "x:y", "COM1.x"),
    *("com¹", "a.", "a ", "edition", "NUL.", "conin$", "ß", "ss", "SS", "x" * 300, "a-B"),
]


def _faults(names: list[str]) -> list[str]:
    """The names of files that are illegal on some system, and those that are one file there."""
    seen: dict[str, str] = {}
    faults = []
    for path in names:
        name = path.rpartition("/")[2]
        first = unicodedata.normalize("NFKC", name.partition(".")[0]).casefold()
        if _DEVICES.match(first) or _ILLEGAL.search(name) or len(name.encode()) > 255:
            faults.append(path)
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
        for key in {folded, unicodedata.normalize("NFC", path).upper()}:
            if seen.setdefault(key, path) != path:
                faults.append(f"{path} is {seen[key]}")
    return faults


def test_files_of_witnesses_are_distinct_and_legal(tmp_path: Path) -> None:
    declared = "".join(f"<witness n={quoteattr(name)}>x</witness>" for name in WITNESSES)
    (tmp_path / "w.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>t</title>'
        "</titleStmt><publicationStmt><p>I.</p></publicationStmt><sourceDesc><listWit>"
        f"{declared}</listWit></sourceDesc></fileDesc></teiHeader><text><body><p>Words "
        '<app><lem wit="#A">here</lem><rdg wit="#a">there</rdg></app>.</p></body></text></TEI>',
        encoding="utf-8",
    )
    edition = Edition.of([tmp_path / "w.xml"], tmp_path)
    made = build(edition, tmp_path / "out", ("html", "text"), saxon=warm_saxon())
    texts = [name for name in made.written if name.startswith("text/") and name.endswith(".txt")]
    assert len(texts) == len(WITNESSES) + 1
    assert _faults(list(made.written)) == []
    compared = (tmp_path / "out" / "html" / "w.compare.html").read_text(encoding="utf-8")
    assert "compare-title" in compared, "no witness takes the name of another page"


def test_names_of_documents_are_distinct_and_legal() -> None:
    names = distinct_names([(name, f"{number}.xml") for number, name in enumerate(DOCUMENTS)])
    ends = ("", ".B", ".compare")
    assert _faults([f"{name}{end}.html" for name in names for end in ends]) == []
    assert "a" not in names or not [name for name in names if name.casefold().startswith("a.")]
