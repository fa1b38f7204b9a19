"""What checks of one edition keep between each other, so that only what has changed is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from variorum.check.exceptions import Exceptions, bytes_there
from variorum.check.scan import Index
from variorum.check.schemas import Schemas
from variorum.findings import Diagnostic
from variorum.source import Edition, Source

__all__ = ["KeptFile", "Memory"]


@dataclass
class KeptFile:
    """What was found in a file of these bytes; `ruled` is what Schematrons have said of it.

    It is not `whole` where they were not asked, and what they had said before was taken over.
    """

    data: bytes
    index: Index | None
    findings: Sequence[Diagnostic]
    ruled: Sequence[Diagnostic] = ()
    whole: bool = True


@dataclass
class Memory:
    """The schemas, the exceptions, and the files by their paths.

    `read` gives the bytes of the file of exceptions, as `Exceptions.of` wants it.
    """

    files: dict[Path, KeptFile] = field(default_factory=dict)
    read: Callable[[Path], bytes | None] = bytes_there
    _schemas: Schemas | None = None
    _exceptions: Exceptions | None = None

    def exceptions_of(self, edition: Edition) -> Exceptions:
        """The recorded exceptions, none of which has met a finding yet."""
        if self._exceptions is None:
            self._exceptions = Exceptions.of(edition, self.read)
        return deepcopy(self._exceptions)

    def forget_exceptions(self) -> None:
        """They may have changed."""
        self._exceptions = None

    def schemas_of(self, edition: Edition, rules: str) -> Schemas:
        """The schemas of an edition, each of which is loaded once."""
        if self._schemas is None:
            self._schemas = Schemas(edition, None, rules or edition.settings.rules, apart=False)
        return self._schemas

    def found(self, source: Source, *, patient: bool) -> KeptFile | None:
        """What was found in a source, if it has not changed and nothing more is to be asked."""
        known = self.files.get(source.path)
        same = known is not None and not source.is_woven and known.data == source.data
        return known if same and known is not None and (known.whole or not patient) else None
