"""What can be wrong with an ODD: the codes that xslt/schema/faults.xsl gives its messages."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = [
    "SCHEMA_ATTRIBUTE_TWICE",
    "SCHEMA_ATTRIBUTE_UNKNOWN",
    "SCHEMA_CIRCULAR",
    "SCHEMA_CLASS_UNKNOWN",
    "SCHEMA_CONSTRUCT_UNKNOWN",
    "SCHEMA_CONTENT_NONE",
    "SCHEMA_DATA_UNKNOWN",
    "SCHEMA_ELEMENT_UNKNOWN",
    "SCHEMA_MACRO_UNKNOWN",
    "SCHEMA_NAME_TWICE",
    "SCHEMA_NONE",
    "SCHEMA_NOT_STANDALONE",
    "SCHEMA_START_NONE",
    "SCHEMA_START_UNKNOWN",
]

_SPECIFY = "correct the name, or specify it in this ODD"

# the whole

SCHEMA_NONE = Code(
    "schema-none",
    "error",
    "An ODD describes a schema in its schemaSpec; without one there is nothing to compile.",
    "name the ODD itself, or give it a schemaSpec",
)

SCHEMA_NOT_STANDALONE = Code(
    "schema-not-standalone",
    "error",
    "An ODD that changes another one cannot be compiled by itself, and nothing is fetched.",
    "specify the elements and classes here, in full; or have the ODD compiled by the tools of the"
    " TEI, such as Roma, and name the grammar that they make: <?xml-model href=…?>",
    '<moduleRef key="core"/>',
    '<elementSpec ident="p"> … </elementSpec>',
)

SCHEMA_START_NONE = Code(
    "schema-start-none",
    "error",
    "A grammar must say with which element a document begins.",
    "name the root elements in @start of the schemaSpec",
    '<schemaSpec ident="edition">',
    '<schemaSpec ident="edition" start="TEI">',
)

SCHEMA_START_UNKNOWN = Code(
    "schema-start-unknown",
    "error",
    "A document cannot begin with an element that the schema does not have.",
    "correct the name in @start, or specify the element",
    '<schemaSpec ident="edition" start="Tei">',
    '<schemaSpec ident="edition" start="TEI">',
)

# specifications

SCHEMA_CIRCULAR = Code(
    "schema-circular",
    "error",
    "A class, macro or datatype that is built from itself never comes to an end.",
    "take out the reference or the membership that leads back to it",
)

SCHEMA_NAME_TWICE = Code(
    "schema-name-twice",
    "error",
    "Of two specifications of one name nobody can say which is meant.",
    "give one of the two another name, or remove it",
    '<elementSpec ident="p"> … <elementSpec ident="p">',
    '<elementSpec ident="p"> … <elementSpec ident="ab">',
)

SCHEMA_CONTENT_NONE = Code(
    "schema-content-none",
    "error",
    "Without a content model nobody can say what may stand in the element.",
    "add a content; one that holds empty is for an element that holds nothing",
    '<elementSpec ident="lb"/>',
    '<elementSpec ident="lb"><content><empty/></content></elementSpec>',
)

SCHEMA_CONSTRUCT_UNKNOWN = Code(
    "schema-construct-unknown",
    "error",
    "What the compiler does not know would be missing from the schema.",
    "say it with the elements that TEI P5 22.5 has for content models and datatypes",
)

# attributes

SCHEMA_ATTRIBUTE_TWICE = Code(
    "schema-attribute-twice",
    "error",
    "An element has each attribute once.",
    'remove one of the two, or change the one that is inherited with mode="change"',
)

SCHEMA_ATTRIBUTE_UNKNOWN = Code(
    "schema-attribute-unknown",
    "error",
    "Only an attribute that a class gives can be changed or deleted.",
    "correct the name, or make the element a member of the class that has the attribute",
)

# references

SCHEMA_ELEMENT_UNKNOWN = Code(
    "schema-element-unknown",
    "error",
    "A content model names an element that the ODD does not specify.",
    _SPECIFY,
)

SCHEMA_CLASS_UNKNOWN = Code(
    "schema-class-unknown",
    "error",
    "A content model or a membership names a class that the ODD does not specify.",
    _SPECIFY,
)

SCHEMA_MACRO_UNKNOWN = Code(
    "schema-macro-unknown",
    "error",
    "A content model names a macro that the ODD does not specify.",
    _SPECIFY,
)

SCHEMA_DATA_UNKNOWN = Code(
    "schema-data-unknown",
    "error",
    "An attribute or a content model names a datatype that the ODD does not specify.",
    _SPECIFY,
)
