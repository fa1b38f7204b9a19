"""TEI for tests: the smallest document without a finding, and what stands around it."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT

__all__ = ["MODEL", "house", "tei"]

MODEL = "http://relaxng.org/ns/structure/1.0"
"""The schematypens of RELAX NG."""
_EDITION = '<editionStmt><edition n="1.0.0">first edition</edition></editionStmt>'
_DESCRIBED = (
    '<encodingDesc><refsDecl><citeStructure unit="p" match="//body//p" use="@n"/></refsDecl>'
    '</encodingDesc><profileDesc><creation><date when="1848">1848</date></creation>'
    "<abstract><p>A case.</p></abstract>"
    "<textClass><keywords><term>cases</term></keywords></textClass></profileDesc>"
)


def tei(body: str = "<p>The sea.</p>", *, before: str = "", header: str = "") -> str:
    """A TEI document without a declaration; `header` goes after fileDesc."""
    return f"""{before}<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>A case</title>
        <respStmt xml:id="ed">
          <resp>edited by</resp>
          <name>the editors</name>
        </respStmt>
      </titleStmt>{_EDITION}
      <publicationStmt>
        <publisher>The editors</publisher><date when="2026">2026</date>
        <availability>
          <licence target="https://creativecommons.org/publicdomain/zero/1.0/"><p>CC0</p></licence>
        </availability>
      </publicationStmt>
      <sourceDesc>
        <bibl>Made up.</bibl>
      </sourceDesc>
    </fileDesc>
    {header}{_DESCRIBED}
    <revisionDesc>
      <change when="2026-01-01" who="#ed">made</change>
    </revisionDesc>
  </teiHeader>
  <text>
    <body>
      {body}
    </body>
  </text>
</TEI>
"""


def house(folder: Path) -> Path:
    """Gives a folder the schema of this edition, in `tei/schema`: it judges the folder then."""
    (folder / "tei").mkdir(exist_ok=True)
    (folder / "tei" / "schema").symlink_to(ROOT / "tei" / "schema")
    return folder
