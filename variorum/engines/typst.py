"""Drives Typst: the markup of a document becomes a PDF that carries its TEI source.

The file is declared PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). Only the fonts of the
compiler and those of the folder the settings name are used, and no date but that of the markup:
the same input gives the same bytes.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum import resource
from variorum.engines.codes import (
    PRINT_FAILED,
    PRINT_FONTS_MISSING,
    PRINT_LABEL_WRONG,
    PRINT_PICTURE_UNREADABLE,
    PRINT_TEMPLATE,
    PRINT_TOO_DEEP,
    PRINT_UNPLANNED,
    PRINT_UNTAGGED,
)
from variorum.engines.compilers import Compilers, compilers
from variorum.engines.glyphs import in_strange_face, not_shown, of_own_faces
from variorum.engines.pagination import (
    OBSERVE,
    Observed,
    galley_of,
    has_apparatus,
    is_in_place,
    kept_ends,
    wrong_labels,
)
from variorum.engines.partial import temporary_folder
from variorum.engines.processes import Beside
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.source import Edition, Source

__all__ = ["OWN_TEMPLATE", "STANDARDS", "pages", "pdf"]

STANDARDS = ("a-3a", "ua-1")
"""What the file is declared to be. PDF/A-3 is the first part that lets the TEI be attached."""

OWN_TEMPLATE = "own.typ"
"""What the template of an edition's own is called beside ours."""

_UNTAGGED = ("a-3b",)
_TANGLED = re.compile("PDF tag would be|document structure|tags weren't")
_NOT_SHOWN = re.compile(r'(?:text|codepoint) `"(.+?)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_CROWDED = "maximum grouping depth"
_DEPTH = re.compile("maximum (?:parsing|show rule|layout|function call) depth")
_WORDS = re.compile(r'\\.|"(?:[^"\\]|\\.)*"|[^\\"]+', re.DOTALL)
"""An escape, a string of code, or other characters of the markup."""
_SQUARE = "\u25a1"
_ATTEMPTS = 4
_PLANS = 6
_ASSETS = ("edition.typ", "planner.typ", "cutting.typ")
_NAMED = 8
_LONG = 400_000
"""A galley of more characters than this is set in a process of its own."""


def pdf(
    markup: str,
    source: Source,
    edition: Edition,
    at_work: Callable[[], object] = lambda: None,
    *,
    pictures: Mapping[str, Path] | None = None,
) -> tuple[bytes, list[Diagnostic]]:
    """The PDF of `markup`, with the bytes of `source` attached, and what was met on the way.

    A character that no font at hand can show is printed as an empty square and is a finding;
    the names of register entries that hold such a character are left out. A text whose blocks
    and phrases are so nested that no tags can tell them is set without tags, as PDF/A-3b, and
    that is a finding, too. `at_work` is called when Typst begins to set: it leaves the interpreter
    to other threads.
    Raises VariorumError when the fonts cannot be read or Typst refuses the markup.
    """
    with _begun(markup, source, edition, pictures or {}, at_work) as (book, unshown):
        data, findings = _set(book, source, edition)
        findings += not_shown(markup, source, book.missing)
        findings += in_strange_face(markup, source, _strange(book))
    return data, [_unreadable(source, unshown), *findings] if unshown else findings


def pages(
    markup: str, source: Source, edition: Edition, pictures: Mapping[str, Path], density: float
) -> list[bytes]:
    """Each page of the PDF of `markup` as a picture (PNG), with so many dots to the inch.

    Raises VariorumError as `pdf` does.
    """
    with _begun(markup, source, edition, pictures) as (book, _):
        _set(book, source, edition)
        return book.drawn(density)


@contextmanager
def _begun(
    markup: str,
    source: Source,
    edition: Edition,
    pictures: Mapping[str, Path],
    at_work: Callable[[], object] = lambda: None,
) -> Iterator[tuple[_Book, list[str]]]:
    """A book that can be set, in a folder of its own, and the pictures that cannot be shown."""
    kept = _compilers(edition)
    with temporary_folder() as root:
        for name in _ASSETS:
            shutil.copyfile(resource("xslt") / "assets" / name, root / name)
        if named := edition.settings.print.template:
            (root / OWN_TEMPLATE).write_bytes(_own_template(edition, named))
        (root / "source.xml").write_bytes(source.data)
        # inputs that are the same for all books are what the compiler is kept for
        (root / "source-name").write_text(source.path.name, encoding="utf-8", newline="")
        _copy(pictures, root)
        book = _Book(markup, kept, _inputs(kept, edition), root, set(), at_work)
        book.missing = _missing(book)
        unshown = _undecodable(book, pictures)
        if unshown:
            book.inputs["unshown"] = json.dumps(unshown)
        yield book, unshown


def _set(book: _Book, source: Source, edition: Edition) -> tuple[bytes, list[Diagnostic]]:
    """The bytes of a book, with its apparatus where the settings say, if that can be."""
    at_foot = edition.settings.print.apparatus == "foot" and has_apparatus(book.markup)
    planned = _planned(book, source) if at_foot else None
    data, findings = planned or _typeset(book, source)
    return data, [*findings, _unplanned(source)] if at_foot and not planned else findings


def _own_template(edition: Edition, name: str) -> bytes:
    """The template of an edition's own. Raises VariorumError for one that needs what is elsewhere.

    A package would be fetched from the network, and the book would not be the same everywhere.
    """
    data = (edition.root / name).read_bytes()
    if b'"@' in data:
        message = "it imports a package, and no book is set with what lies elsewhere"
        raise VariorumError(PRINT_TEMPLATE.at(Place(name), message))
    return data


def _inputs(kept: Compilers, edition: Edition) -> dict[str, str]:
    """What the template is told of the machine and of the settings."""
    return {
        "fonts": json.dumps(kept.families),
        "source": "source-name",
        "page": json.dumps(edition.settings.print.layout),
    }


def _typeset(book: _Book, source: Source) -> tuple[bytes, list[Diagnostic]]:
    """The bytes of a book, without tags where no tags can tell its blocks and phrases."""
    try:
        return book.typeset(STANDARDS), []
    except _typst().TypstError as error:
        if not _TANGLED.search(error.message):
            raise VariorumError(_refused(book, source, error)) from None
    try:
        return book.typeset(_UNTAGGED), [_untagged(source)]
    except _typst().TypstError as error:
        raise VariorumError(_refused(book, source, error)) from None


def _planned(book: _Book, source: Source) -> tuple[bytes, list[Diagnostic]] | None:
    """The bytes of a book with its apparatus at the feet of its pages; none if no plan is kept.

    Where a page holds another number of lines than was planned, for example because it repeats the
    heading of a table, it is planned again. Raises VariorumError if a label is wrong.
    """
    ends: list[int] | None = []
    for _ in range(_PLANS):
        try:
            plan = book.plan(ends or [])
        except (_typst().TypstError, RuntimeError, ChildProcessError, MemoryError):
            break  # what Typst refuses is told of the whole book
        book.keep_to(plan)
        data, findings = _typeset(book, source)
        observed = Observed(book.told(OBSERVE), plan["raised"])
        ends = kept_ends(plan, observed)
        if ends is None:
            if not is_in_place(plan, observed):
                break
            wrong = next(wrong_labels(plan, observed), None)
            if wrong:
                raise VariorumError(PRINT_LABEL_WRONG.at(Place(source.name), wrong))
            return data, findings
    book.inputs.pop("plan", None)
    return None


def _copy(pictures: Mapping[str, Path], root: Path) -> None:
    for name, file in pictures.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, root / name)


def _undecodable(book: _Book, pictures: Mapping[str, Path]) -> list[str]:
    """The pictures that Typst cannot show: one of them would leave the whole book unset."""
    return [name for name in pictures if not _can_show(book, f'#image("{name}")')]


def _can_show(book: _Book, markup: str) -> bool:
    probe = _Book(markup, book.compilers, book.inputs, book.root, set())
    try:
        probe.compile(_UNTAGGED)
    except _typst().TypstError:
        return False
    return True


def _unreadable(source: Source, unshown: Sequence[str]) -> Diagnostic:
    named = ", ".join(f"“{name.removeprefix('media/')}”" for name in unshown[:_NAMED])
    message = f"not shown in the PDF, for no picture can be read from it: {named}"
    return PRINT_PICTURE_UNREADABLE.at(Place(source.name), message)


def _unplanned(source: Source) -> Diagnostic:
    message = "the apparatus stands at the end of the PDF: no plan of its pages is kept"
    return PRINT_UNPLANNED.at(Place(source.name), message)


def _typst() -> Any:
    import typst

    return typst


@dataclass
class _Book:
    """What one PDF is made of. `missing` grows by what only the whole text shows to be missing."""

    markup: str
    compilers: Compilers
    inputs: dict[str, str]
    root: Path
    missing: set[str]
    at_work: Callable[[], object] = lambda: None
    _planned: Any = None

    def typeset(self, standards: Sequence[str]) -> bytes:
        """The bytes of the PDF. Raises TypstError."""
        for _ in range(_ATTEMPTS):
            try:
                return self.compile(standards)
            except _typst().TypstError as error:
                more = _not_shown(error) - self.missing
                if not more and not (_CROWDED in error.message and self.missing):
                    raise
                if not more:
                    squared = _squared(self.markup, self.missing)
                    code_too = squared == self.markup  # words may be told by strings of code alone
                    self.markup = _in_squares(self.markup, self.missing) if code_too else squared
                self.missing |= more
        return self.compile(standards)

    def plan(self, ends: Sequence[int]) -> dict[str, Any]:
        """The plan of the pages, which must end with the lines `ends`. Raises TypstError."""
        (self.root / "ends.json").write_text(json.dumps(ends))
        inputs = {name: value for name, value in self._inputs.items() if name != "plan"}
        markup = galley_of(self.markup)
        (self.root / "galley.typ").write_bytes(markup.encode())
        asked = (self.root, self.compilers.folder, inputs | {"galley": "true"})
        self.at_work()
        # what the galley of a long book has filled is given back before the book is set
        told = Beside(_plans, *asked).result() if len(markup) > _LONG else _plans(*asked)
        plans: list[dict[str, Any]] = json.loads(told)
        return plans[0]

    def keep_to(self, plan: Mapping[str, Any]) -> None:
        """From now on the book is set with this plan.

        It is in a file, for inputs that are the same for all books are what Typst remembers.
        """
        (self.root / "plan.json").write_text(json.dumps(plan))
        self.inputs["plan"] = "plan.json"

    def told(self, code: str) -> str:
        """What the book that was set last with a plan tells of itself, as JSON."""
        return str(self._planned.eval(code))

    def drawn(self, density: float) -> list[bytes]:
        """The pages, as they were set last, as pictures. Raises TypstError."""
        (self.root / "main.typ").write_bytes(self.markup.encode())
        compiler = _compiler(self.root / "main.typ", self.compilers.fonts, self._inputs)
        # Typst attaches files to a PDF alone
        made = _kept(lambda: compiler.compile(format="png", ppi=density, timestamp=0))
        return [made] if isinstance(made, bytes) else list(made)

    @property
    def _inputs(self) -> dict[str, str]:
        return self.inputs | {"missing": "".join(sorted(self.missing))}

    def compile(self, standards: Sequence[str]) -> bytes:
        # the date of the file is that of the markup; the timestamp only keeps the clock out
        options: dict[str, Any] = {
            "format": "pdf",
            "pdf_standards": list(standards),
            "pdf_tags": standards != _UNTAGGED,
            "timestamp": 0,
        }
        if "plan" in self.inputs:
            (self.root / "main.typ").write_bytes(self.markup.encode())
            planned = _compiler(self.root / "main.typ", self.compilers.fonts, self._inputs)
            self._planned = planned
            self.at_work()
            return bytes(_kept(lambda: planned.compile(**options)))
        with self.compilers.free() as compiler:
            self.at_work()
            options |= {"root": self.root, "sys_inputs": self._inputs}
            return bytes(_kept(lambda: compiler.compile(self.markup.encode(), **options)))


def _compiler(file: Path, fonts: Any, inputs: Mapping[str, str]) -> Any:
    """A compiler of its own for a book that is asked where things stand: it is in a file."""
    return _typst().Compiler(
        file,
        root=file.parent,
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs=dict(inputs),
    )


def _plans(root: Path, fonts: Path | None, inputs: Mapping[str, str]) -> str:
    """The plan that the galley in a folder tells, as JSON. Raises RuntimeError."""
    compiler = _compiler(root / "galley.typ", compilers(fonts).fonts, inputs)
    return str(_kept(lambda: compiler.query("<plan>", field="value")))


def _kept(work: Callable[[], Any]) -> Any:
    """What Typst makes. Raises TypstError, and RuntimeError where Typst itself breaks down."""
    try:
        return work()
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of Rust, which is no Exception
            raise
        raise RuntimeError(f"Typst has stopped: {error}") from None


def _squared(markup: str, missing: set[str]) -> str:
    """The markup with squares for characters, for Typst shows no more than some hundred of them
    in a paragraph by a rule; what is code stays as it is."""
    return _WORDS.sub(
        lambda run: run[0] if run[0][0] in '\\"' else _in_squares(run[0], missing), markup
    )


def _in_squares(text: str, missing: set[str]) -> str:
    return text.translate(dict.fromkeys(map(ord, missing), _SQUARE))


def _compilers(edition: Edition) -> Compilers:
    """Those with the compiler's own fonts and with what `[tool.variorum.print] fonts` names."""
    named = edition.settings.print.fonts
    kept = compilers(edition.root / named if named else None)
    if named and not kept.files:
        message = f"no font file in “{named}”, the folder of fonts for print"
        raise VariorumError(PRINT_FONTS_MISSING.at(Place("pyproject.toml"), message))
    return kept


def _missing(book: _Book) -> set[str]:
    """The characters of a book that no font has; of those met before that is known."""
    shown = book.compilers.shown
    characters = {character for character in book.markup if ord(character) > 0x7E}
    if unknown := sorted(characters - shown.keys()):
        missing = _probed(book, unknown)
        shown.update((character, character not in missing) for character in unknown)
    return {character for character in characters if not shown[character]}


def _strange(book: _Book) -> set[str]:
    """The letters of a book that are shown, but in none of the faces that were chosen for it."""
    known = book.compilers.of_chosen_face
    letters = {letter for letter in set(book.markup) - book.missing if not of_own_faces(letter)}
    if unknown := sorted(letters - known.keys()):
        strange = _probed(book, unknown, fallback=False)
        known.update((letter, letter not in strange) for letter in unknown)
    return {letter for letter in letters if not known[letter]}


def _probed(book: _Book, characters: Sequence[str], *, fallback: bool = True) -> set[str]:
    """Which of these characters no font has; without `fallback`, none of the chosen faces.

    Typst refuses them in PDF/UA, all at once, so a page of them tells before the book is set.
    """
    families = ["Libertinus Serif", *book.compilers.families]
    faces = json.dumps(families, ensure_ascii=False)[1:-1]
    lines = [
        '#set document(title: "probe")',
        f"#set text(font: ({faces},), fallback: {str(fallback).lower()})",
        *(f"\\u{{{ord(character):x}}}\n" for character in characters),
    ]
    probe = _Book("\n".join(lines), book.compilers, book.inputs, book.root, set())
    try:
        probe.compile(STANDARDS)
    except _typst().TypstError as error:
        return _not_shown(error)
    return set()


def _not_shown(error: Any) -> set[str]:
    texts = _NOT_SHOWN.findall(str(error.diagnostic))
    return {
        character
        for text in texts
        for character in _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    }


def _untagged(source: Source) -> Diagnostic:
    message = (
        "blocks inside phrases cannot be tagged: the PDF is PDF/A-3b, not PDF/A-3a and PDF/UA-1"
    )
    return PRINT_UNTAGGED.at(Place(source.name), message)


def _refused(book: _Book, source: Source, error: Any) -> Diagnostic:
    if _DEPTH.search(error.message):
        return _too_deep(source)
    if (book.root / OWN_TEMPLATE).exists() and _is_set_by_ours(book):
        return PRINT_TEMPLATE.at(Place(source.name), f"the template fails: {error.message}")
    message = f"Typst cannot set the text: {error.message}"
    return PRINT_FAILED.at(Place(source.name), message)


def _is_set_by_ours(book: _Book) -> bool:
    """Whether Typst sets a book when our template alone is there."""
    shutil.copyfile(book.root / _ASSETS[0], book.root / OWN_TEMPLATE)
    other = _Book(book.markup, book.compilers, book.inputs, book.root, book.missing)
    try:
        other.typeset(_UNTAGGED)
    except _typst().TypstError:
        return False
    return True


def _too_deep(source: Source) -> Diagnostic:
    """A finding at the deepest element."""
    from variorum.source.positions import Positions

    elements = enumerate(source.root.iter("*"))
    levels = ((sum(1 for _ in each.iterancestors()), -number) for number, each in elements)
    level, number = max(levels)
    place = Place(source.name, *Positions(source.whole).element(-number))
    message = f"{level + 1} levels of elements are too deep for a book: there is no PDF"
    return source.located(PRINT_TOO_DEEP.at(place, message))
