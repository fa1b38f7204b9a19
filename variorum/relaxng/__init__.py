"""Validation against any RELAX NG schema, with findings an editor can act on.

schema = load_schema(Path("edition.rng"))
findings = schema.validate(Path("letter.xml").read_bytes())
"""

from variorum.relaxng.codes import CODES
from variorum.relaxng.errors import SchemaError
from variorum.relaxng.findings import GrammarFinding
from variorum.relaxng.schema import Schema, load_schema, local_files

__all__ = ["CODES", "GrammarFinding", "Schema", "SchemaError", "load_schema", "local_files"]
