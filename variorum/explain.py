"""What there is to say about a code, for a terminal."""

from __future__ import annotations

from collections.abc import Collection

from variorum.findings import Code

__all__ = ["explanation", "near", "rule_of_the_proof", "table_of_what_is_left_out"]


def explanation(code: Code) -> str:
    """Reason, cure and examples of a code."""
    parts = [f"{code.name} ({code.level})", code.reason]
    if code.help:
        parts.append(f"What to do: {code.help[:1].lower()}{code.help[1:]}.")
    for title, example in (("Not so:", code.bad), ("But so:", code.good)):
        if example:
            parts.append(title + "\n" + "\n".join(f"    {line}" for line in example.splitlines()))
    return "\n\n".join(parts)


def table_of_what_is_left_out() -> str:
    """What the outputs leave out on purpose, with the reasons."""
    from variorum.proof.left_out import rows

    parts = ["What outputs leave out of the TEI on purpose:"]
    for row in rows():
        outputs = ", ".join(row.outputs)
        parts.append(f"{row.name} ({outputs})\n    {row.what}\n    {row.why}")
    return "\n\n".join(parts)


def rule_of_the_proof() -> str:
    """What the proof lets differ between the TEI and an output, and what it does not."""
    from variorum.proof.comparison import RULE

    parts = ["What may differ between the TEI and an output, and what may not:"]
    parts += (f"{row.name}\n    noise: {row.noise}\n    fault: {row.fault}" for row in RULE)
    return "\n\n".join(parts)


def near(name: str, known: Collection[str]) -> str:
    """The code that was meant, if one is near; those that begin so, if there are any."""
    from difflib import get_close_matches

    begun = sorted(each for each in known if each.startswith(name.removesuffix("-") + "-"))
    if begun:
        return " or ".join(begun[:4])
    close = get_close_matches(name, list(known), 1, 0.5)
    return close[0] if close else ""
