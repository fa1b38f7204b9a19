"""Changes to the texts themselves, their settings and schemas: found when all is made again."""

from __future__ import annotations

from tests.archive.damages.kind import Do, Kind, both, sub

__all__ = ["REBUILT"]

_TEI = "representations/tei/data"
_LETTER = f"{_TEI}/tei/letter.xml"
_PEOPLE = f"{_TEI}/tei/people.xml"
_SCHEMA = f"{_TEI}/tei/schema/edition.rng"
_ALONE = "representations/standalone/data/letter-7.xml"
_PERSONS = "representations/access/data/html/register/person.html"
_PAGE = "representations/access/data/html/letter-7.html"

_ANYTHING: Do = sub(
    "<start>.*?</start>",
    '<start><ref name="anything"/></start><define name="anything"><element><anyName/><zeroOrMore>'
    '<choice><text/><attribute><anyName/></attribute><ref name="anything"/></choice></zeroOrMore>'
    "</element></define>",
    _SCHEMA,
)


def _kind(what: str, made: str, file: str, old: str, new: str, count: int = 1) -> Kind:
    words = "is not what the texts make"
    return Kind(what, made, "package-rebuild", words, sub(old, new, file, count))


REBUILT = (
    _kind("a word of the text", _ALONE, _LETTER, "Ich bestelle", "Ich bestellte"),
    _kind(
        "the title of the text", "metadata/descriptive/dc.xml", _LETTER, "Anna Wei", "Anna Schwei"
    ),
    _kind("a comma of the text", _PAGE, _LETTER, r"(<p\b[^>]*>[^<]*?)e", r"\1é"),
    _kind("a name in the register", _PERSONS, _PEOPLE, "Anna", "Hanna"),
    _kind("the address of the site", _PAGE, f"{_TEI}/pyproject.toml", "letters.ex", "lettres.ex"),
    Kind(
        "a schema and its copy that let everything pass",
        "schemas/edition.rng",
        "package-schema",
        "everything",
        both(
            _ANYTHING,
            lambda payload: (payload / "schemas/edition.rng").write_bytes(
                (payload / _SCHEMA).read_bytes()
            ),
        ),
    ),
)
