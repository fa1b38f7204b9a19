"""What a document names, and what is said of what cannot travel with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.package.named import Named, named_by
from variorum.source import Edition


def _named(folder: Path, body: str, style: str = "") -> Named:
    rendition = '<tagsDecl><rendition source="t.css"/></tagsDecl>' if style else ""
    (folder / "t.css").write_text(style, encoding="utf-8")
    (folder / "t.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t"><teiHeader><fileDesc><titleStmt>'
        "<title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/>"
        f"</sourceDesc></fileDesc><encodingDesc>{rendition}</encodingDesc></teiHeader>"
        f"<text><body>\n{body}</body></text></TEI>",
        encoding="utf-8",
    )
    edition = Edition.of([folder / "t.xml"], folder)
    return named_by(edition.documents[0], folder)


def _said(named: Named) -> list[str]:
    return [
        f"{each.file}:{each.line} {each.code.removeprefix('package-named-')} {each.message}"
        for each in named.findings
    ]


_FAR = "remote on the network and not in the package:"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            '<graphic url="https://iiif.example.org/a/full/max/0/default"/>',
            [f"t.xml:2 {_FAR} https://iiif.example.org/a/full/max/0/default"],
        ),
        ('<graphic url="//host/a.png"/>', [f"t.xml:2 {_FAR} //host/a.png"]),
        (
            '<graphic url="file:///elsewhere/a.png"/>',
            ["t.xml:2 outside “file:///elsewhere/a.png” is a place of one computer"],
        ),
        (
            '<p xml:base="https://example.org/x/"><graphic url="b.png"/></p>',
            [f"t.xml:2 {_FAR} https://example.org/x/b.png"],
        ),
        ('<p><ref target="https://example.org/page">page</ref></p>', []),
        ('<graphic url="none.png"/>', ["t.xml:2 missing there is no file “none.png”"]),
    ],
)
def test_what_lies_elsewhere_is_told(tmp_path: Path, body: str, said: list[str]) -> None:
    assert _said(_named(tmp_path, body)) == said


def test_a_style_sheet_is_read_without_its_comments(tmp_path: Path) -> None:
    for name in ("a.css", "b.css", "c.png"):
        (tmp_path / name).write_text("", encoding="utf-8")
    style = (
        '@import url(a.css);\n@import "b.css";\n/* url(old.png)\n */\n'
        "p { background: url(c.png) }\nq { background: url('none.png') }\n"
    )
    named = _named(tmp_path, "<p/>", style)
    assert {file.name for file in named.files} == {"t.css", "a.css", "b.css", "c.png"}
    assert _said(named) == ["t.css:6 missing there is no file “none.png”"]
