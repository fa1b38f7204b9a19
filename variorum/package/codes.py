"""The codes of what is found while packages are made and verified."""

from __future__ import annotations

from dataclasses import replace

from variorum.findings.code import Code

__all__ = [
    "PACKAGE_BAG",
    "PACKAGE_BAG_ALONE",
    "PACKAGE_BOMB",
    "PACKAGE_DIGEST",
    "PACKAGE_DIGEST_UNKNOWN",
    "PACKAGE_DOCTYPE",
    "PACKAGE_DUPLICATE",
    "PACKAGE_ENCRYPTED",
    "PACKAGE_FETCH",
    "PACKAGE_FILE_ADVISED",
    "PACKAGE_FILE_MISSING",
    "PACKAGE_FILE_UNLISTED",
    "PACKAGE_FONTS_OUTSIDE",
    "PACKAGE_ID_DUPLICATE",
    "PACKAGE_ID_UNRESOLVED",
    "PACKAGE_JSON",
    "PACKAGE_LAYOUT",
    "PACKAGE_LINK",
    "PACKAGE_MANIFEST",
    "PACKAGE_MEDIA_TYPE",
    "PACKAGE_METS",
    "PACKAGE_METS_ADVISED",
    "PACKAGE_METS_MISSING",
    "PACKAGE_METS_VALUE",
    "PACKAGE_NAME",
    "PACKAGE_NAMED_MISSING",
    "PACKAGE_NAMED_OUTSIDE",
    "PACKAGE_NAMED_REMOTE",
    "PACKAGE_NAME_ILLEGAL",
    "PACKAGE_NOTHING",
    "PACKAGE_NOT_INSTALLED",
    "PACKAGE_NOT_REBUILT",
    "PACKAGE_OCFL",
    "PACKAGE_OCFL_BROKEN",
    "PACKAGE_OUTSIDE",
    "PACKAGE_OXUM",
    "PACKAGE_PIN_UNKNOWN",
    "PACKAGE_PREMIS",
    "PACKAGE_PROCESS",
    "PACKAGE_REBUILD",
    "PACKAGE_RECORD",
    "PACKAGE_REQUIRED",
    "PACKAGE_SCHEMA",
    "PACKAGE_SCHEMA_BROKEN",
    "PACKAGE_SIZE",
    "PACKAGE_TWICE",
    "PACKAGE_UNKNOWN",
    "PACKAGE_VERSION",
    "PACKAGE_WHEELS",
    "PACKAGE_XML",
    "PACKAGE_ZIP_BROKEN",
    "VALIDATORS_FAILED",
    "VALIDATORS_MISSING",
]

_AGAIN = "get the package again from where it came; it was changed on its way or in its place"
_MAKER = "report it to whoever made the package"

# making

PACKAGE_DUPLICATE = Code(
    "package-duplicate",
    "error",
    "Two documents of one id and version would have one package.",
    "give each root an xml:id of its own",
    '<TEI xml:id="letter"> in two files',
    '<TEI xml:id="letter-1"> and <TEI xml:id="letter-2">',
)

PACKAGE_REQUIRED = Code(
    "package-required",
    "error",
    "DataCite and the catalogues of archives take no record without it.",
    "say it in the header, or in the table [tool.variorum.package] of pyproject.toml",
)

PACKAGE_NOTHING = Code(
    "package-nothing",
    "error",
    "Packages are made of documents, and registers travel with the documents that use them.",
    "name a TEI file that has a text, or a folder with one",
)

PACKAGE_NAMED_MISSING = Code(
    "package-named-missing",
    "warning",
    "What a document names and is not there cannot travel with it.",
    "bring the file to where the document names it, or correct the address",
)

PACKAGE_NAMED_OUTSIDE = Code(
    "package-named-outside",
    "warning",
    "Nothing outside the folder of the edition is read, and nothing of it is packaged.",
    "bring the file into the folder of the edition, and correct the address",
)

PACKAGE_NAMED_REMOTE = Code(
    "package-named-remote",
    "info",
    "What lies on the network is not fetched: the package names it and does not keep it.",
    "bring it into the folder of the edition, if it is to be kept with the text",
)

PACKAGE_NAME_ILLEGAL = Code(
    "package-name-illegal",
    "error",
    "Some systems, or programs that read bags, take the name of a file for something else.",
    "rename it with letters, figures, hyphens and dots, and correct the address in the document",
)

PACKAGE_FONTS_OUTSIDE = Code(
    "package-fonts-outside",
    "error",
    "Fonts from outside the edition cannot be packaged with it, and it could not be rebuilt.",
    "copy them into the edition's folder and name that: [tool.variorum.print] fonts",
)

PACKAGE_NOT_INSTALLED = Code(
    "package-not-installed",
    "error",
    "A package holds the Variorum that made it, which only an installation can tell.",
    "pip install -e . in its folder",
)

PACKAGE_PIN_UNKNOWN = Code(
    "package-pin-unknown",
    "warning",
    "No digest is known of a library of this version, so that it is pinned by version alone.",
    "package with the versions Variorum was released with, or update Variorum",
)

PACKAGE_WHEELS = Code(
    "package-wheels",
    "error",
    "The wheels of what Variorum runs on are not there, or are others than it was released with.",
    "do what the message says, or package without the wheels",
)

PACKAGE_OCFL = Code(
    "package-ocfl",
    "error",
    "The release cannot become a version of the OCFL object (OCFL 1.1).",
    "do what the message says; a version that exists is never written again",
)

PACKAGE_OCFL_BROKEN = Code(
    "package-ocfl-broken",
    "error",
    "An OCFL object is what its inventory says (OCFL 1.1, 3.5).",
    _AGAIN,
)

PACKAGE_PROCESS = Code(
    "package-process",
    "error",
    "More documents than a few are packaged by child processes, and one of them ended.",
    "package again, with more memory free; if it ends at this document again, report it",
)

# the container

PACKAGE_UNKNOWN = Code(
    "package-unknown",
    "error",
    "A package has bagit.txt or METS.xml in its folder.",
    "name the folder or the zip of the package itself",
)

PACKAGE_BAG_ALONE = Code(
    "package-bag-alone",
    "info",
    "A bag need not hold a package: its files and digests are all that can be verified.",
    "name another folder, if this should be an E-ARK package",
)

PACKAGE_RECORD = Code(
    "package-record",
    "error",
    "A record that lacks what its schema requires, or has a value twice, is refused.",
    _MAKER,
)

PACKAGE_ZIP_BROKEN = Code(
    "package-zip-broken",
    "error",
    "The zip cannot be read.",
    _AGAIN,
)

PACKAGE_LAYOUT = Code(
    "package-layout",
    "error",
    "A zipped package is one folder; what lies beside it belongs to nothing.",
    "zip the folder of the package and nothing else",
)

PACKAGE_LINK = Code(
    "package-link",
    "error",
    "A link can lead out of the package, to any file of this computer.",
    "replace it by the file it leads to",
)

PACKAGE_OUTSIDE = Code(
    "package-outside",
    "error",
    "A name that leads out of the package would reach any file of this computer.",
    f"do not unpack it; {_MAKER}",
)

PACKAGE_BOMB = Code(
    "package-bomb",
    "error",
    "A small zip that unpacks to very much fills the disk.",
    f"do not unpack it; {_MAKER}",
)

PACKAGE_ENCRYPTED = Code(
    "package-encrypted",
    "error",
    "What is encrypted cannot be verified.",
    "unpack it with its password, and verify the folder",
)

PACKAGE_TWICE = Code(
    "package-twice",
    "error",
    "One name stands for two files, so that nobody can say which is meant.",
    _MAKER,
)

PACKAGE_NAME = Code(
    "package-name",
    "error",
    "The name of the folder is the identifier of the package (CSIP1).",
    "give the folder the name that METS.xml has in OBJID",
)

# the bag

PACKAGE_BAG = Code(
    "package-bag",
    "error",
    "The declaration of a bag is two lines of fixed form (BagIt 1.0, 2.1.1).",
    _AGAIN,
)

PACKAGE_MANIFEST = Code(
    "package-manifest",
    "error",
    "A line of a manifest is a digest and a path (BagIt 1.0, 2.1.3).",
    _AGAIN,
)

PACKAGE_FETCH = Code(
    "package-fetch",
    "error",
    "A bag that is to be completed from the network is not complete.",
    "fetch what fetch.txt names, and remove it",
)

PACKAGE_OXUM = Code(
    "package-oxum",
    "error",
    "The number of files or bytes is not that of bag-info.txt.",
    _AGAIN,
)

PACKAGE_DIGEST = Code(
    "package-digest",
    "error",
    "The bytes of the file are not those that were packaged.",
    _AGAIN,
)

PACKAGE_DIGEST_UNKNOWN = Code(
    "package-digest-unknown",
    "error",
    "A digest of an unknown kind cannot be compared.",
    "verify it with a tool that knows the algorithm",
)

PACKAGE_SIZE = Code(
    "package-size",
    "error",
    "The file has not the size that was packaged.",
    _AGAIN,
)

PACKAGE_FILE_MISSING = Code(
    "package-file-missing",
    "error",
    "A file that the package needs or names is not there.",
    _AGAIN,
)

PACKAGE_FILE_ADVISED = replace(PACKAGE_FILE_MISSING, level="warning", help=_MAKER)
"""A file that a package should have, without which it is still one."""

PACKAGE_FILE_UNLISTED = Code(
    "package-file-unlisted",
    "error",
    "A file that nothing names was added later, or its fixity was never recorded.",
    "remove it, or have the package made anew with it",
)

# metadata

PACKAGE_XML = Code(
    "package-xml",
    "error",
    "A file of the package is no well-formed XML.",
    _AGAIN,
)

PACKAGE_DOCTYPE = Code(
    "package-doctype",
    "error",
    "A document type declaration can name any file of this computer or of the network.",
    _MAKER,
)

PACKAGE_JSON = Code(
    "package-json",
    "error",
    "A file of the package is no JSON.",
    _AGAIN,
)

PACKAGE_METS = Code(
    "package-mets",
    "error",
    "METS.xml is in no form of METS.",
    _MAKER,
)

PACKAGE_METS_MISSING = Code(
    "package-mets-missing",
    "error",
    "The E-ARK specification demands something that METS.xml lacks (CSIP 2.1).",
    _MAKER,
)

PACKAGE_METS_ADVISED = replace(PACKAGE_METS_MISSING, level="warning")
"""What the specification recommends, with SHOULD."""

PACKAGE_METS_VALUE = Code(
    "package-mets-value",
    "error",
    "A value in METS.xml is not of the vocabulary (CSIP 2.1).",
    _MAKER,
)

PACKAGE_MEDIA_TYPE = Code(
    "package-media-type",
    "error",
    "METS.xml gives a file another media type than its name does.",
    _MAKER,
)

PACKAGE_PREMIS = Code(
    "package-premis",
    "error",
    "The preservation metadata lacks what PREMIS 3 demands.",
    _MAKER,
)

PACKAGE_ID_DUPLICATE = Code(
    "package-id-duplicate",
    "error",
    "An identifier of the metadata names two things.",
    _MAKER,
)

PACKAGE_ID_UNRESOLVED = Code(
    "package-id-unresolved",
    "error",
    "A reference within the metadata leads to nothing.",
    _MAKER,
)

PACKAGE_SCHEMA = Code(
    "package-schema",
    "warning",
    "The packaged texts cannot be checked against a packaged schema.",
    "check them with a schema of your own: variorum check --schema",
)

PACKAGE_SCHEMA_BROKEN = replace(PACKAGE_SCHEMA, level="error")
"""The packaged schema is there and cannot be read."""

# rebuilding

PACKAGE_VERSION = Code(
    "package-version",
    "error",
    "Another version of Variorum may build other files from the same texts.",
    "install the wheel in software/ with software/requirements.txt, then try again",
)

PACKAGE_REBUILD = Code(
    "package-rebuild",
    "error",
    "The packaged renditions are not what the packaged texts build.",
    "build with the versions that software/requirements.txt names",
)

PACKAGE_NOT_REBUILT = replace(PACKAGE_REBUILD, level="info", help="mend the errors first")
"""Nothing was rebuilt, because there are errors already."""

# the validators of others

VALIDATORS_MISSING = Code(
    "validators-missing",
    "error",
    "The validators of others live in an environment of their own, which is not there.",
    "make it by the commands of the message, or name its folder: VARIORUM_VALIDATORS",
)

VALIDATORS_FAILED = Code(
    "validators-failed",
    "error",
    "The validators of others ended before they had said anything.",
    "do what the message says; install them anew if it says nothing",
)
