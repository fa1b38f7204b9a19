"""What the check and the build have found together, and who is to blame for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from variorum.findings import Diagnostic

__all__ = ["together"]


def together(checked: Sequence[Diagnostic], built: Sequence[Diagnostic]) -> list[Diagnostic]:
    """What the check and the build have found, each once."""
    from variorum.build.codes import DOCUMENT_NOT_TEXT
    from variorum.check.codes import GRAMMAR_NO_SCHEMA, NOT_TEI

    foreign = {each.file for each in built if each.code == DOCUMENT_NOT_TEXT.name}
    said = [each for each in checked if each.code != NOT_TEI.name or each.file not in foreign]
    wrong = Counter(each.file for each in said if each.level == "error")
    unknown = {each.file for each in said if each.code == GRAMMAR_NO_SCHEMA.name}
    found = (_unblamed(each, wrong[each.file], each.file in unknown) for each in built)
    return list(dict.fromkeys([*said, *found]))


def _unblamed(finding: Diagnostic, errors: int, unknown: bool) -> Diagnostic:
    """A finding that blames nobody where the file that it is about has errors of its own, or where
    it is unknown whether it has: no grammar was at hand.
    """
    from variorum.build.codes import DOCUMENT_FAILED, OUTPUT_FAILED, PROOF_STOPPED
    from variorum.engines.codes import PRINT_FAILED
    from variorum.proof.codes import PROOF_FAILED, WORDS_LOST

    faults = (
        DOCUMENT_FAILED,
        OUTPUT_FAILED,
        PROOF_STOPPED,
        PRINT_FAILED,
        PROOF_FAILED,
        WORDS_LOST,
    )
    blames = any((finding.code, finding.help) == (each.name, each.help) for each in faults)
    if not blames or not (errors or unknown):
        return finding
    told = "the error" if errors == 1 else f"the {errors} errors"
    cure = f"correct {told} of the file first" if errors else "check the file with --schema first"
    help_ = f"{cure}, for it may be due to what is wrong there; report it if it is not"
    return replace(finding, help=help_)
