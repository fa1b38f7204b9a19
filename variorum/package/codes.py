"""What making, verifying and importing can say; `variorum explain` tells it."""

from __future__ import annotations

from variorum.check.catalogue import Entry

__all__ = ["NOTICES"]

_AGAIN = "get the package again from where it came; it was changed on its way or in its place"
_MAKER = "report it to whoever made the package"

NOTICES = (
    # making
    Entry(
        "package-duplicate",
        "error",
        "Two documents of one id and version would have one package.",
        "give each root an xml:id of its own",
        '<TEI xml:id="letter"> in two files',
        '<TEI xml:id="letter-1"> and <TEI xml:id="letter-2">',
    ),
    Entry(
        "package-fonts-outside",
        "error",
        "Fonts from outside the edition cannot be packaged with it, and it could not be rebuilt.",
        "copy them into the edition's folder and name that: [tool.variorum.print] fonts",
    ),
    Entry(
        "package-not-installed",
        "error",
        "A package holds the Variorum that made it, which only an installation can tell.",
        "pip install -e . in its folder",
    ),
    Entry(
        "package-pin-unknown",
        "warning",
        "No digest is known of a library of this version, so that it is pinned by version alone.",
        "package with the versions Variorum was released with, or update Variorum",
    ),
    Entry(
        "package-ocfl",
        "error",
        "The release cannot become a version of the OCFL object (OCFL 1.1).",
        "do what the message says; a version that exists is never written again",
    ),
    Entry(
        "package-process",
        "error",
        "More documents than a few are packaged by child processes, and one of them ended.",
        "package again, with more memory free; if it ends at this document again, report it",
    ),
    # the container
    Entry(
        "package-unknown",
        "error",
        "A package has bagit.txt or METS.xml in its folder.",
        "name the folder or the zip of the package itself",
    ),
    Entry(
        "package-zip-broken",
        "error",
        "The zip cannot be read.",
        _AGAIN,
    ),
    Entry(
        "package-layout",
        "error",
        "A zipped package is one folder; what lies beside it belongs to nothing.",
        "zip the folder of the package and nothing else",
    ),
    Entry(
        "package-link",
        "error",
        "A link can lead out of the package, to any file of this computer.",
        "replace it by the file it leads to",
    ),
    Entry(
        "package-outside",
        "error",
        "A name that leads out of the package would reach any file of this computer.",
        f"do not unpack it; {_MAKER}",
    ),
    Entry(
        "package-bomb",
        "error",
        "A small zip that unpacks to very much fills the disk.",
        f"do not unpack it; {_MAKER}",
    ),
    Entry(
        "package-encrypted",
        "error",
        "What is encrypted cannot be verified.",
        "unpack it with its password, and verify the folder",
    ),
    Entry(
        "package-twice",
        "error",
        "One name stands for two files, so that nobody can say which is meant.",
        _MAKER,
    ),
    Entry(
        "package-name",
        "error",
        "The name of the folder is the identifier of the package (CSIP1).",
        "give the folder the name that METS.xml has in OBJID",
    ),
    # the bag
    Entry(
        "package-bag",
        "error",
        "The declaration of a bag is two lines of fixed form (BagIt 1.0, 2.1.1).",
        _AGAIN,
    ),
    Entry(
        "package-manifest",
        "error",
        "A line of a manifest is a digest and a path (BagIt 1.0, 2.1.3).",
        _AGAIN,
    ),
    Entry(
        "package-fetch",
        "error",
        "A bag that is to be completed from the network is not complete.",
        "fetch what fetch.txt names, and remove it",
    ),
    Entry(
        "package-oxum",
        "error",
        "The number of files or bytes is not that of bag-info.txt.",
        _AGAIN,
    ),
    Entry(
        "package-digest",
        "error",
        "The bytes of the file are not those that were packaged.",
        _AGAIN,
    ),
    Entry(
        "package-digest-unknown",
        "error",
        "A digest of an unknown kind cannot be compared.",
        "verify it with a tool that knows the algorithm",
    ),
    Entry(
        "package-size",
        "error",
        "The file has not the size that was packaged.",
        _AGAIN,
    ),
    Entry(
        "package-file-missing",
        "error",
        "A file that the package needs or names is not there.",
        _AGAIN,
    ),
    Entry(
        "package-file-unlisted",
        "error",
        "A file that nothing names was added later, or its fixity was never recorded.",
        "remove it, or have the package made anew with it",
    ),
    # metadata
    Entry(
        "package-xml",
        "error",
        "A file of the package is no well-formed XML.",
        _AGAIN,
    ),
    Entry(
        "package-doctype",
        "error",
        "A document type declaration can name any file of this computer or of the network.",
        _MAKER,
    ),
    Entry(
        "package-json",
        "error",
        "A file of the package is no JSON.",
        _AGAIN,
    ),
    Entry(
        "package-mets",
        "error",
        "METS.xml is in no form of METS.",
        _MAKER,
    ),
    Entry(
        "package-mets-missing",
        "error",
        "The E-ARK specification demands something that METS.xml lacks (CSIP 2.1).",
        _MAKER,
    ),
    Entry(
        "package-mets-value",
        "error",
        "A value in METS.xml is not of the vocabulary (CSIP 2.1).",
        _MAKER,
    ),
    Entry(
        "package-media-type",
        "error",
        "METS.xml gives a file another media type than its name does.",
        _MAKER,
    ),
    Entry(
        "package-premis",
        "error",
        "The preservation metadata lacks what PREMIS 3 demands.",
        _MAKER,
    ),
    Entry(
        "package-id-duplicate",
        "error",
        "An identifier of the metadata names two things.",
        _MAKER,
    ),
    Entry(
        "package-id-unresolved",
        "error",
        "A reference within the metadata leads to nothing.",
        _MAKER,
    ),
    Entry(
        "package-schema",
        "warning",
        "The packaged texts cannot be checked against a packaged schema.",
        "check them with a schema of your own: variorum check --schema",
    ),
    # rebuilding
    Entry(
        "package-version",
        "error",
        "Another version of Variorum may build other files from the same texts.",
        "install the wheel in software/ with software/requirements.txt, then try again",
    ),
    Entry(
        "package-rebuild",
        "error",
        "The packaged renditions are not what the packaged texts build.",
        "build with the versions that software/requirements.txt names",
    ),
    # the validators of others
    Entry(
        "validators-missing",
        "error",
        "The validators of others live in an environment of their own, which is not there.",
        "make it by the commands of the message, or name its folder: VARIORUM_VALIDATORS",
    ),
    Entry(
        "validators-failed",
        "error",
        "The validators of others ended before they had said anything.",
        "do what the message says; install them anew if it says nothing",
    ),
    # text services
    Entry(
        "cite-structure-xpath",
        "warning",
        "No passage can be found by an expression that is no XPath.",
        "correct @match or @use of the citeStructure",
    ),
    Entry(
        "dts-reference",
        "warning",
        "A passage without a name, or with that of another, cannot be asked for.",
        "give the unit that citeStructure names a value of its own, such as @n",
    ),
    # importing
    Entry(
        "import-source",
        "error",
        "Only plain text and Word files can be imported.",
        "save it as .txt or .docx",
    ),
    Entry(
        "import-word",
        "error",
        "The Word file cannot be read.",
        "do what the message says, or save it as .txt",
    ),
    Entry(
        "import-encoding",
        "error",
        "The bytes of the file are not in the encoding they are read in.",
        "name its encoding: --encoding windows-1251, or save it as UTF-8",
    ),
    Entry(
        "import-character",
        "warning",
        "A control character cannot stand in XML and is left out.",
        "look what it stood for in the source",
    ),
    Entry(
        "import-prompt",
        "info",
        "The header of an import has places that only an editor can fill.",
        "replace what stands in brackets",
    ),
)
"""The codes of packages, text services and imports, in the order of the work."""
