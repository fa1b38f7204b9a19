"""TEI for tests: the smallest valid document, and what stands around it."""

from __future__ import annotations

__all__ = ["MODEL", "tei"]

MODEL = "http://relaxng.org/ns/structure/1.0"
"""The schematypens of RELAX NG."""


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
      </titleStmt>
      <publicationStmt>
        <publisher>The editors</publisher>
        <availability>
          <licence target="https://creativecommons.org/publicdomain/zero/1.0/"><p>CC0</p></licence>
        </availability>
      </publicationStmt>
      <sourceDesc>
        <p>Made up.</p>
      </sourceDesc>
    </fileDesc>
    {header}
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
