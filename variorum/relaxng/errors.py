"""What goes wrong with a schema, as data."""

from __future__ import annotations

__all__ = ["SchemaError"]


class SchemaError(Exception):
    """An incorrect or unreadable schema.

    `file` names the schema as the caller did, `line` and `column` are 1-based (0 where the
    whole file is meant), `reason` is one sentence for the person who keeps the schema.
    """

    def __init__(self, file: str, line: int, column: int, reason: str) -> None:
        super().__init__(f"{file}:{line}:{column}: {reason}")
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
