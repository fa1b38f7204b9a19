"""What to do with a file whose root is not the TEI of P5."""

from __future__ import annotations

__all__ = ["cure_of_root"]

_TEI = "http://www.tei-c.org/ns/1.0"
_P4 = (
    "this is TEI P4: convert it to P5, for example with p4top5.xsl, a stylesheet of the TEI"
    " Consortium"
)
_NAMESPACE = f'give the root the namespace of the TEI: <TEI xmlns="{_TEI}">'
_FRAGMENT = (
    "a part of a text is no document: include it in one by xi:include, or put it into a TEI with a"
    " teiHeader and a text"
)
_EMPTY_CORPUS = "a corpus holds documents: give it a TEI at least"


def cure_of_root(local: str, namespace: str) -> str:
    """What a finding says of a root that is none of a document; empty for what is no TEI at all."""
    if local in ("TEI.2", "teiCorpus.2"):
        return _P4
    if namespace == _TEI:
        return _EMPTY_CORPUS if local == "teiCorpus" else _FRAGMENT
    return _NAMESPACE if local in ("TEI", "teiCorpus", "text", "div") else ""
