"""What can be found: each kind of finding is a code that its own room declares once."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from variorum.findings.diagnostic import Diagnostic, Level, Place

__all__ = ["Code", "Place", "codes_in"]


@dataclass(frozen=True)
class Code:
    """One kind of finding. A room declares it as a constant and reports it with `at`.

    `reason` is a sentence that says why it matters, `help` says what to do; `bad` and `good` are
    examples of the mistake and of its cure.
    """

    name: str
    level: Level
    reason: str
    help: str = ""
    bad: str = ""
    good: str = ""

    @property
    def page(self) -> str:
        """Where the guidelines speak of it; a code without an example has no page of its own."""
        return f"rule-{self.name}.html" if self.bad else f"codes.html#{self.name}"

    def at(self, place: Place, message: str, help: str = "") -> Diagnostic:  # noqa: A002
        """A finding of this code; `help` stands for the code's own where a case knows better."""
        return Diagnostic(*place, self.name, self.level, message, help or self.help)


def codes_in(*modules: ModuleType) -> dict[str, Code]:
    """The codes that modules declare as constants, by name.

    Where a code has a constant for each level at which it is reported, the first one counts.
    """
    found: dict[str, Code] = {}
    for module in modules:
        for value in vars(module).values():
            if isinstance(value, Code):
                found.setdefault(value.name, value)
    return found
