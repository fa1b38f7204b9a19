"""The codes of what a build finds in its documents and in its output folder."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = [
    "CLUSTER_UNFIT",
    "CLUSTER_UNREACHABLE",
    "DOCUMENT_FAILED",
    "DOCUMENT_ID_INVALID",
    "DOCUMENT_LIMIT",
    "DOCUMENT_NOT_TEXT",
    "NOT_WRITTEN",
    "OUTPUT_FAILED",
    "OUTPUT_OUTSIDE",
    "OUTPUT_UNWRITABLE",
    "PROOF_STOPPED",
    "SHARD_EMPTY",
    "WITNESS_UNKNOWN",
]


# documents

DOCUMENT_ID_INVALID = Code(
    "document-id-invalid",
    "warning",
    "The id of a document, or the name of its file, is the name of its outputs. Another document"
    " must not have it, not even in other letters, and every system must take it.",
    "give the root an xml:id of its own, of letters, figures, . - _",
    "a letter.xml, without an xml:id",
    '<TEI xml:id="a-letter">',
)

DOCUMENT_NOT_TEXT = Code(
    "document-not-text",
    "error",
    "What is built is a TEI document.",
    'leave it out: exclude = ["…"] under [tool.variorum] in pyproject.toml',
)

DOCUMENT_FAILED = Code(
    "document-failed",
    "error",
    "The program has stopped at this document; nothing of it is written, and the others are built.",
    "report it with the file, for it is a fault of the program",
)

DOCUMENT_LIMIT = Code(
    "document-limit",
    "error",
    "A document may take so much time and memory and no more, so that one cannot keep the others"
    " from being built; nothing of it is written.",
    "divide it, or raise seconds or megabytes under [tool.variorum.limits] in pyproject.toml",
)

OUTPUT_FAILED = Code(
    "output-failed",
    "error",
    "The program has stopped at this output; it is not written, and all others are made.",
    "report it with the file, for it is a fault of the program",
)

PROOF_STOPPED = Code(
    "proof-stopped",
    "error",
    "The proof has stopped: nobody has held this output against the words of the TEI.",
    "read the output yourself, and report it with the file: it is a fault of the program",
)

NOT_WRITTEN = Code(
    "not-written",
    "error",
    "An edition that must be right is not written after the first document that is not.",
    "correct what is told of the documents above, and build again",
)

WITNESS_UNKNOWN = Code(
    "witness-unknown",
    "error",
    "The document has no witness of this siglum, so that there is no text of it.",
    "name one of the witnesses of its listWit",
)

# the output folder

OUTPUT_OUTSIDE = Code(
    "output-outside",
    "error",
    "A build writes below the output folder and nowhere else.",
    "give the document an id without slashes and dots",
)

OUTPUT_UNWRITABLE = Code(
    "output-unwritable",
    "error",
    "The system does not let the output be written.",
    "check that the folder exists, that you may write there, and that there is room",
)

SHARD_EMPTY = Code(
    "shard-empty",
    "error",
    "What is merged are output folders in which `variorum build --shard` has made documents.",
    "name the folders that `--output` named when the shards were built, and build what is missing",
)

# clusters

CLUSTER_UNREACHABLE = Code(
    "cluster-unreachable",
    "error",
    "The documents are to be made by the workers of a dask scheduler, which does not answer.",
    "start `dask scheduler`, and give its address, such as tcp://host:8786",
)

CLUSTER_UNFIT = Code(
    "cluster-unfit",
    "error",
    "The workers of a cluster must have the same program, and the folder of the edition at the same"
    " path; each of them has one thread, because Saxon works in one.",
    "start the workers with --nthreads 1, the same version of the program, and a shared folder",
)
