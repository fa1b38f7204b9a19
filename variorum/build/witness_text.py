"""The plain text of one witness, without an output folder."""

from __future__ import annotations

from variorum.build.codes import WITNESS_UNKNOWN
from variorum.build.documents import require_buildable
from variorum.engines.saxon import Saxon
from variorum.findings import Place, VariorumError
from variorum.model.modeller import Modeller
from variorum.model.summary import Summary
from variorum.outputs.output import Text
from variorum.outputs.registry import drivers
from variorum.outputs.renderer import Renderer
from variorum.outputs.text import TEXT
from variorum.source import Edition, Source

__all__ = ["witness_text"]


def witness_text(edition: Edition, source: Source, witness: str) -> str:
    """The plain text of one witness of a document, or of its reading text (`''`).

    Raises VariorumError for a witness the document does not declare.
    """
    require_buildable(source)
    modeller = Modeller(Saxon(*drivers([TEXT])), edition)
    document = modeller.document(source)
    if witness:
        _require_witness(source, document.summary, witness)
    renderer = Renderer(modeller, (TEXT.format,), frozenset({TEXT.name}))
    model = document.witness(witness) if witness else document.reading
    return TEXT.rendered(Text(document, model, renderer, witness))


def _require_witness(source: Source, summary: Summary, witness: str) -> None:
    from difflib import get_close_matches

    sigla = summary.sigla
    if witness in sigla:
        return
    close = get_close_matches(witness, sigla, 1, 0.5) or [
        siglum for siglum in sigla if siglum.casefold() == witness.casefold()
    ]
    meant = f"did you mean {close[0]}? " if close else ""
    known = f"its witnesses are {', '.join(sigla)}" if sigla else "it declares no witness"
    message = f"there is no witness “{witness}”"
    raise VariorumError(WITNESS_UNKNOWN.at(Place(source.name), message, f"{meant}{known}"))
