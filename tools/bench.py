"""Measures the budgets as ratios, side by side in one run, and prints them with their parts.

Every cold figure is a process of its own; rounds are interleaved, so that a machine whose speed
drifts treats all alike. Medians are printed. A round before them is not counted: Python finds its
bytecode, as after any first run.

`--rows WORDS` measures those figures alone whose names have these words in them; what is measured
now is told on stderr. `--long` measures also what thousands of letters cost, which takes an hour.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import resource
from variorum.source import Edition

if TYPE_CHECKING:
    from variorum.engines.saxon import Saxon

__all__ = ["Figure", "measure", "table"]

_ROUNDS = 5
_FEW_ROUNDS = 2
_LETTERS = 1000
_BOOKS = 40
_MANY_LETTERS = 4000
_MOST_LETTERS = 10_000
_WORKER = 0.4
_SITE = 1.0
"""What a process may fill of memory with documents, and with what is made of all, in gigabytes."""
_ENTRIES = 1000
_IDENTITY = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:mode name="page" on-no-match="shallow-copy"/></xsl:stylesheet>"""

_COLD_IDENTITY = """
import sys
from pathlib import Path
from variorum.engines.saxon import Saxon
sheet = Path(sys.argv[2])
saxon = Saxon(sheet)
saxon[sheet].text(saxon.parse(Path(sys.argv[1]).read_text(encoding="utf-8")), {}, "page")
"""
_COLD_COMPILE = """
import sys, time
from pathlib import Path
from variorum.engines.saxon import Saxon
sheet = Path(sys.argv[1])
start = time.perf_counter()
Saxon(sheet)[sheet]
print(time.perf_counter() - start)
"""
_COLD_GRAMMAR = """
import sys
from pathlib import Path
from variorum.relaxng import load_schema
schema = load_schema(Path(sys.argv[1]))
for name in sys.argv[2:]:
    schema.validate(Path(name).read_bytes())
"""
_LETTER = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter{number}" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Letter {number}</title><author>A. Writer</author></titleStmt>
<publicationStmt><publisher>Nobody</publisher><date when="2026">2026</date></publicationStmt>
<sourceDesc><bibl>Made to be measured.</bibl></sourceDesc></fileDesc>
<profileDesc><correspDesc><correspAction type="sent"><persName>A. Writer</persName>
<date when="1901-02-03"/></correspAction></correspDesc></profileDesc></teiHeader>
<text><body><div type="letter"><opener><dateline><placeName>Vienna</placeName>,
<date when="1901-02-03">3 February 1901</date></dateline><salute>Dear friend,</salute></opener>
{paragraphs}<closer><salute>Yours,</salute><signed>A. W.</signed></closer>
</div></body></text></TEI>
"""
_PARAGRAPH = """<p>The post from <placeName>Prague</placeName> came only at noon, and with it,
at last, the proofs that <persName>Miss Novak</persName> had promised for
<date when="1901-01-15">the middle of January</date>. I have read them
<hi rend="italic">twice</hi>; you will find my corrections in the margin,
<note type="explanatory">The margin is lost.</note> and a
<choice><sic>hundered</sic><corr>hundred</corr></choice> small doubts besides, of which none need
keep you from your walk. Write soon.</p>
"""
_LENGTH = 12
_WRONG = 500
_FEW = 1000
_MANY = {
    "unknown elements": ("<p><foo/></p>", "\n"),
    "unknown elements, one line": ("<p><foo/></p>", ""),
    "unknown attributes": ('<p bar="x">sea</p>', "\n"),
    "wrong values": ('<p><date when="14.7.1901">July</date></p>', "\n"),
    "breaches of a rule": ("<p><persName/></p>", "\n"),
    "breaches of a rule, one line": ("<p><persName/></p>", ""),
    "ids and pointers": ('<p xml:id="p{number}"><ref target="#p{number}">a</ref></p>', "\n"),
    "ids and pointers, one line": ('<seg xml:id="s{number}" corresp="#s{number}">a</seg>', ""),
    "repeated ids": ('<p xml:id="same">a</p>', "\n"),
    "notes": ("sea<note>of salt</note>", " "),
    "words of one paragraph": ("<hi>sea</hi>", " "),
}
"""What there is ten times as much of: an element, and what stands between two of them."""
_GROWING = {
    "words of one paragraph": (1000, "many words of the sea, and none of the land; "),
    "phrases of one paragraph": (1000, "<hi>sea</hi> and "),
    "phrases with spaces alone": (1000, "<hi>sea</hi> "),
    "lines of the source": (1000, "the sea and<lb/>the wind "),
    "notes in one paragraph": (2000, "sea<note>of salt</note> "),
    "ids and pointers, one line": (
        1000,
        '<seg xml:id="s{number}">sea</seg> <ref target="#s{number}">there</ref> ',
    ),
    "double end-points": (
        1000,
        '<anchor xml:id="a{number}"/>sea<anchor xml:id="b{number}"/> of <app from="#a{number}" '
        'to="#b{number}"><lem>sea</lem><rdg wit="#B">see</rdg></app>',
    ),
    "quotation marks": (1000, """it's "so" and “so” """),
}
"""The same of what is built: how many there are few of, and one of them."""

_COLD_NAMES = (
    "cold saxonche identity of the note",
    "cold build, all outputs",
    "  the first, with the guidelines",
    *(f"  of it alone: {name}" for name in ("html", "text", "pdf", "latex")),
    "cold check",
)
_COLD_LXML = "import sys; from lxml import etree; etree.parse(sys.argv[1])"
_COLD_LOOK = "import os, sys; [entry.stat() for entry in os.scandir(sys.argv[1])]"
_MEMORY = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "variorum", *sys.argv[1:]], check=True, capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
_PRINT = """
import resource, sys
from pathlib import Path
from variorum.engines import typst
from variorum.source import Edition
file, folder = sys.argv[1:]
edition = Edition.of([Path(file)], Path(folder))
(source,) = edition.documents
markup = (Path(folder) / "printed" / "print" / f"{source.id}.typ").read_text(encoding="utf-8")
data, findings = typst.pdf(markup, source, edition)
assert not findings
kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
used = [resource.getrusage(kind) for kind in kinds]
print(sum(each.ru_utime + each.ru_stime for each in used), max(each.ru_maxrss for each in used))
"""
_PAGES = {"40": 1000, "150": 3750}
"""So many entries, about 25 on each page, make so many pages."""
_PRINTED = {"40": (5, 0.5), "150": (20, 0.9)}
"""What setting them may take of the processor's time, in seconds, and of memory, in gigabytes."""
_EMPTY_TASKS = "from invoke import task\n@task\ndef nothing(c):\n    pass\n"


@dataclass(frozen=True)
class Figure:
    """One budget: what is compared with what, the ratio found, the ratio allowed (0: none).

    The `unit` of memory is MB: `seconds` and `reference` are gigabytes then.
    """

    name: str
    seconds: float
    against: str
    reference: float
    budget: float = 0.0
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """How many times the reference it took."""
        return self.seconds / self.reference if self.reference else 0.0

    @property
    def verdict(self) -> str:
        """`ok`, `over`, or nothing where no budget is set."""
        if not self.budget:
            return ""
        return "ok" if self.ratio <= self.budget else "over"


def measure(root: Path, rows: str = "", *, long: bool = False) -> list[Figure]:
    """The figures for the edition in `root`, those with `rows` in their names.

    All of them take about four minutes on a machine that has nothing else to do, the `long` ones
    an hour.
    """
    with tempfile.TemporaryDirectory(prefix="variorum-bench-") as name:
        folder = Path(name)
        shutil.copytree(root / "tei", folder / "tei")
        (folder / "tasks.py").write_text("from variorum.tasks import *\n", encoding="utf-8")
        (folder / "empty").mkdir()
        (folder / "empty" / "tasks.py").write_text(_EMPTY_TASKS, encoding="utf-8")
        (folder / "identity.xsl").write_text(_IDENTITY, encoding="utf-8")
        figures = []
        for part, names in [*_parts(folder), *(_long_parts(folder) if long else ())]:
            if any(rows in each for each in names):
                _tell(names[0])
                figures += [figure for figure in part() if rows in figure.name]
        return figures


def _tell(name: str) -> None:
    print(f"{time.strftime('%X')} {name.strip()} …", file=sys.stderr, flush=True)


def _parts(folder: Path) -> Iterator[tuple[Callable[[], list[Figure]], Sequence[str]]]:
    """What is measured together, each with the names of its figures."""
    yield partial(_cold, folder), _COLD_NAMES
    drivers = sorted(path.stem for path in resource("xslt").glob("*.xsl"))
    yield partial(_compile, folder), [f"compiling {name}.xsl" for name in drivers]
    yield partial(_letters, folder), [f"{_LETTERS} letters to HTML"]
    yield partial(_books, folder), [f"  {_BOOKS} PDFs of letters"]
    yield partial(_grammar, folder), ["10 MB against the grammar"]
    yield partial(_wrong, folder), [f"  {_WRONG} files with mistakes"]
    yield partial(_entries_made, folder), ["10,000 entries, all outputs"]
    yield partial(_entries_modelled, folder), ["  the model of one paragraph"]
    for name, parts in _MANY.items():
        yield partial(_checked, folder, name, *parts), [f"check: 10,000 {name}"]
    for name, (few, part) in _GROWING.items():
        yield partial(_built, folder, name, few, part), [f"build: {10 * few:,} {name}"]


def _long_parts(folder: Path) -> Iterator[tuple[Callable[[], list[Figure]], Sequence[str]]]:
    """What only thousands of letters and long books show."""
    unchanged = f"{_MANY_LETTERS} letters, none changed"
    yield partial(_again, folder), [unchanged, "  one of them changed"]
    yield partial(_side_by_side, folder), [f"{_LETTERS} letters, two jobs"]
    yield partial(_memory, folder), [f"{_MOST_LETTERS} letters: memory of a worker", "  the site"]
    dense = [f"  {what}{pages} dense pages" for pages in _PAGES for what in ("", "memory for ")]
    yield partial(_printed, folder), [*dense, "  a page of 150 with dense feet"]


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines of text."""
    lines = [f"{'what':<42}{'':>9}{'ratio':>11}{'budget':>8}       against"]
    for figure in figures:
        budget = f"{figure.budget:.3g}" if figure.budget else "-"
        lines.append(
            f"{figure.name:<42}{figure.seconds * 1000:>9.0f} {figure.unit}{figure.ratio:>8.2f}"
            f"{budget:>8} {figure.verdict:<5} {figure.against} "
            f"({figure.reference * 1000:.0f} {figure.unit})"
        )
    return "\n".join(lines)


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _process(folder: Path, *command: str) -> Callable[[], object]:
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return lambda: subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, check=False, capture_output=True
    )


def _processor(run: Callable[[], object]) -> float:
    """The time of the processor, here and in processes that have ended, whatever else runs."""
    before = sum(os.times()[:4])
    run()
    return sum(os.times()[:4]) - before


def _medians(
    runs: dict[str, Callable[[], object]],
    rounds: int = _ROUNDS,
    timed: Callable[[Callable[[], object]], float] = _timed,
) -> dict[str, float]:
    for run in runs.values():
        run()
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            times[name].append(timed(run))
    return {name: statistics.median(found) for name, found in times.items()}


def _cold(folder: Path) -> list[Figure]:
    note = str(Edition.here(folder).documents[0].path)
    build, html, text, pdf, latex = (
        _process(folder, "-m", "variorum", verb, "--fresh")
        for verb in ("build", "html", "text", "pdf", "latex")
    )

    def first() -> None:
        shutil.rmtree(folder / "output", ignore_errors=True)
        build()

    times = _medians(
        {
            "lxml": _process(folder, "-c", _COLD_LXML, note),
            "identity": _process(folder, "-c", _COLD_IDENTITY, note, "identity.xsl"),
            "empty": _process(folder / "empty", "-m", "invoke", "nothing"),
            "check": _process(folder, "-m", "invoke", "check"),
            "first": first,
            "build": build,
            "html": html,
            "text": text,
            "pdf": pdf,
            "latex": latex,
        }
    )
    identity = "cold saxonche identity of the note"
    return [
        Figure(identity, times["identity"], "cold lxml parse", times["lxml"]),
        Figure("cold build, all outputs", times["build"], identity, times["identity"], 12),
        Figure("  the first, with the guidelines", times["first"], identity, times["identity"]),
        *(
            Figure(f"  of it alone: {name}", times[name], identity, times["identity"])
            for name in ("html", "text", "pdf", "latex")
        ),
        Figure("cold check", times["check"], "empty invoke task", times["empty"], 3.5),
    ]


def _compile(folder: Path) -> list[Figure]:
    drivers = {driver.stem: driver for driver in sorted(resource("xslt").glob("*.xsl"))}
    times: dict[str, list[float]] = {name: [] for name in ("identity", *drivers)}
    for _ in range(_ROUNDS):
        for name, sheet in {"identity": folder / "identity.xsl", **drivers}.items():
            times[name].append(_compile_seconds(folder, sheet))
    medians = {name: statistics.median(found) for name, found in times.items()}
    return [
        Figure(f"compiling {name}.xsl", medians[name], "the identity", medians["identity"], 10)
        for name in drivers
    ]


def _compile_seconds(folder: Path, sheet: Path) -> float:
    """The time a new process takes to compile a stylesheet, its start not counted."""
    run = subprocess.run(
        [sys.executable, "-c", _COLD_COMPILE, str(sheet)],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return float(run.stdout)


def _letters(folder: Path) -> list[Figure]:
    """What pages of letters cost the processor, compiling and proof included."""
    from variorum.build.plan import plan
    from variorum.build.run import run
    from variorum.engines.saxon import Saxon
    from variorum.outputs.registry import outputs_of
    from variorum.proof import Proof

    letters = _with_letters(folder / "letters", _LETTERS)
    many = Edition.of([letters], folder)
    identity = folder / "identity.xsl"

    def copy() -> None:
        saxon = Saxon(identity)
        for document in many.documents:
            saxon[identity].text(saxon.parse(document.text), {}, "page")

    def pages() -> None:
        run(plan(Edition.of([letters], folder), outputs_of(("html",))), folder / "made", Proof)

    reference, against = _processor(copy), "parsing, copying, serialising them"
    return [Figure(f"{_LETTERS} letters to HTML", _processor(pages), against, reference, 12)]


def _books(folder: Path) -> list[Figure]:
    """What it spares to keep the compilers of Typst from book to book."""
    from variorum.build.plan import plan
    from variorum.build.run import run
    from variorum.engines import compilers, typst
    from variorum.outputs.registry import outputs_of
    from variorum.proof import Proof

    edition = Edition.of([_with_letters(folder / "books", _BOOKS)], folder)
    run(plan(edition, outputs_of(("pdf",))), folder / "set", Proof)

    def kept() -> None:
        for source in edition.documents:
            markup = folder / "set" / "print" / f"{source.id}.typ"
            typst.pdf(markup.read_text(encoding="utf-8"), source, edition)

    def new() -> None:
        for source in edition.documents:
            compilers.forget()
            markup = folder / "set" / "print" / f"{source.id}.typ"
            typst.pdf(markup.read_text(encoding="utf-8"), source, edition)

    times = _medians({"kept": kept, "new": new}, _FEW_ROUNDS, _processor)
    name = f"  {_BOOKS} PDFs of letters"
    return [Figure(name, times["kept"], "a new compiler for each", times["new"], 0.7)]


def _printed(folder: Path) -> list[Figure]:
    """What books with 25 entries at the foot of each page cost, and a page of a long one."""
    from variorum.build.plan import plan
    from variorum.build.run import run
    from variorum.outputs.registry import outputs_of
    from variorum.proof import Proof

    figures, costs = [], {}
    for pages, entries in _PAGES.items():
        file = _written(folder / f"pages{pages}.xml", _with_dense_pages(entries))
        edition = Edition.of([file], folder)
        run(plan(edition, outputs_of(("pdf",))), folder / "printed", Proof)
        command = (sys.executable, "-c", _PRINT, str(file), str(folder))
        told = subprocess.run(command, check=True, capture_output=True, text=True)
        seconds, memory = (float(each) for each in told.stdout.split())
        costs[pages] = seconds / int(pages)
        most, largest = _PRINTED[pages]
        name = f"{pages} dense pages"
        figures += [
            Figure(f"  {name}", seconds, "what they may take", most, 1),
            Figure(f"  memory for {name}", memory / 1e6, "what it may fill", largest, 1, "MB"),
        ]
    of_many = Figure("  a page of 150 with dense feet", costs["150"], "of 40", costs["40"], 1.3)
    return [*figures, of_many]


def _with_dense_pages(count: int) -> str:
    """Paragraphs with so many entries, of a word each, among thirteen words."""
    entry = '<app><lem wit="#A">word{0}</lem><rdg wit="#B">wind and{0}</rdg></app> '
    rest = "many words of the sea, and some of the land and the wind "
    entries = [entry.format(number) + rest for number in range(count)]
    paragraphs = ("".join(entries[first : first + 14]) for first in range(0, len(entries), 14))
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    witnesses = '<listWit><witness xml:id="A">A</witness><witness xml:id="B">B</witness></listWit>'
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Made'
        "</title></titleStmt><publicationStmt><p>Made.</p></publicationStmt><sourceDesc>"
        f"{witnesses}</sourceDesc></fileDesc></teiHeader><text><body>{body}</body></text></TEI>"
    )


def _again(folder: Path) -> list[Figure]:
    """What a build costs where nothing has changed since the last one, or one letter."""
    edition = folder / "many"
    letters = _with_letters(edition / "tei", _MANY_LETTERS)
    build = _process(edition, "-m", "variorum", "build", "--only", "html,text")
    changes = iter(range(_MANY_LETTERS))

    def changed() -> None:
        number = next(changes)
        text = _letter(number).replace("Dear friend", f"Dear friend {number}")
        _written(letters / f"letter{number}.xml", text)
        build()

    look = _process(edition, "-c", _COLD_LOOK, "tei")
    times = _medians({"look": look, "build": build, "changed": changed}, _FEW_ROUNDS)
    name, against = f"{_MANY_LETTERS} letters, none changed", "a look at each file, and Python"
    return [
        Figure(name, times["build"], against, times["look"], 2),
        Figure("  one of them changed", times["changed"], "none changed", times["build"], 3),
    ]


def _side_by_side(folder: Path) -> list[Figure]:
    """Two processes on two processor cores, all outputs."""
    edition = folder / "jobs"
    _with_letters(edition / "tei", _LETTERS)

    def with_jobs(number: int) -> Callable[[], object]:
        return _process(edition, "-m", "variorum", "build", "--fresh", "--jobs", str(number))

    times = {number: _timed(with_jobs(number)) for number in (1, 2)}
    return [Figure(f"{_LETTERS} letters, two jobs", times[2], "one job", times[1], 1 / 1.75)]


def _memory(folder: Path) -> list[Figure]:
    """The memory of the largest process: with documents alone, half of all; then with a site."""
    edition = folder / "most"
    _with_letters(edition / "tei", _MOST_LETTERS)

    def peak(*flags: str) -> float:
        command = (sys.executable, "-c", _MEMORY, "build", "--only", "html,text", *flags)
        run = subprocess.run(command, cwd=edition, check=True, capture_output=True, text=True)
        return int(run.stdout) / 1e6

    worker, site = peak("--shard", "1/2", "--output", "half"), peak()
    name = f"{_MOST_LETTERS} letters: memory of a worker"
    return [
        Figure(name, worker, "what it may fill", _WORKER, 1, "MB"),
        Figure("  the site", site, "what it may fill", _SITE, 1, "MB"),
    ]


def _with_letters(folder: Path, count: int) -> Path:
    """A folder with so many letters."""
    folder.mkdir(parents=True)
    for number in range(count):
        _written(folder / f"letter{number}.xml", _letter(number))
    return folder


def _letter(number: int) -> str:
    return _LETTER.format(number=number, paragraphs=_PARAGRAPH * _LENGTH)


def _entries_made(folder: Path) -> list[Figure]:
    """All outputs of ten times as many entries cost at most ten times as much."""

    def made(number: int) -> Callable[[], object]:
        file = _written(folder / f"entries{number}.xml", _with_entries(number))
        output = ("--output", str(folder / "entries"), "--fresh")
        command = ("-m", "variorum", "build", str(file), *output)
        return _process(folder, *command)

    few, many = _ENTRIES, 10 * _ENTRIES
    times = _medians({"few": made(few), "many": made(many)}, _FEW_ROUNDS, _processor)
    return [Figure("10,000 entries, all outputs", times["many"], "1,000 entries", times["few"], 10)]


def _entries_modelled(folder: Path) -> list[Figure]:
    """Nor does the model of an entry cost more the more there are, even in one paragraph.

    Without the start of a process ten times the text takes more than ten times as long whatever
    is done, for the memory it needs: what the few took is held to grow as their copy does.
    """
    from variorum.engines.saxon import Saxon
    from variorum.model.modeller import MODEL, Modeller

    identity = folder / "identity.xsl"
    saxon = Saxon(identity)

    def runs(number: int, times: int) -> tuple[Callable[[], object], Callable[[], object]]:
        text = _with_entries(number, ("p", "seg"))
        edition = Edition.of([_written(folder / f"paragraph{number}.xml", text)], folder)
        modeller, source = Modeller(Saxon(MODEL), edition), edition.documents[0]

        def model() -> None:
            for _ in range(times):
                modeller.document(source).witness("A")

        def copy() -> None:
            for _ in range(5 * times):
                saxon[identity].text(saxon.parse(source.text), {}, "page")

        return model, copy

    few, many = runs(_ENTRIES, 10), runs(10 * _ENTRIES, 1)
    times = _medians(
        {"few": few[0], "many": many[0], "few copied": few[1], "many copied": many[1]},
        _FEW_ROUNDS,
        _processor,
    )
    growth = times["many copied"] / times["few copied"]
    expected = times["few"] * growth
    against = "1,000 ten times, grown as their copy"
    return [Figure("  the model of one paragraph", times["many"], against, expected, 1.2)]


def _checked(folder: Path, name: str, part: str, between: str) -> list[Figure]:
    """What checking and telling costs of ten thousand of a kind, held against one thousand."""
    from variorum.check import check
    from variorum.findings.terminal import terminal

    def run(number: int) -> Callable[[], object]:
        body = between.join(part.format(number=each) for each in range(number))
        text = _LETTER.format(number=0, paragraphs=f"<div>{body}</div>")
        file = _written(folder / f"many{number}.xml", text)
        edition = Edition.of([file], folder)
        grammar = resource("schema") / "edition.rng"
        return lambda: terminal(check(edition, grammar), lambda _name: text)

    few, many = run(_FEW), run(10 * _FEW)
    times = _medians({"few": few, "many": many}, _FEW_ROUNDS, _processor)
    return [Figure(f"check: 10,000 {name}", times["many"], "1,000", times["few"], 12)]


def _built(folder: Path, name: str, few: int, part: str) -> list[Figure]:
    """What pages, plain text and LaTeX cost of ten times as many of a kind in one paragraph.

    It is the time of the processor.
    """
    from variorum.build.plan import plan
    from variorum.build.run import run
    from variorum.outputs.registry import outputs_of
    from variorum.proof import Proof

    outputs, saxon = outputs_of(("html", "text", "latex")), _saxon()

    def built(number: int) -> float:
        body = "".join(part.format(number=each) for each in range(number))
        file = _written(folder / "growing.xml", _around(f"<p>{body}</p>"))
        planned = plan(Edition.of([file], folder), outputs)
        return _processor(lambda: run(planned, folder / "growing", Proof, saxon=saxon))

    built(few // 10)  # the first of a kind makes what is kept
    reference, many = built(few), built(10 * few)
    return [Figure(f"build: {10 * few:,} {name}", many, f"{few:,}", reference, 12)]


@cache
def _saxon() -> Saxon:
    """A processor that knows the stylesheets of all builds here."""
    from variorum.engines.saxon import Saxon
    from variorum.outputs.registry import drivers, outputs_of

    return Saxon(*drivers(outputs_of(("html", "text", "latex"))))


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _with_entries(number: int, blocks: tuple[str, str] = ("lg", "l")) -> str:
    outer, inner = blocks
    line = (
        f'<{inner}>so <app><lem wit="#A">many</lem><rdg wit="#B">mony</rdg></app> words '
        f'and <app><lem/><rdg wit="#A">so</rdg></app> few</{inner}> '
    )
    return _around(f"<{outer}>{line * (number // 2)}</{outer}>")


def _around(body: str) -> str:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc><listWit>'
        '<witness xml:id="A">A</witness><witness xml:id="B">B</witness></listWit></sourceDesc>'
        f"</fileDesc></teiHeader><text><body>{body}</body></text></TEI>"
    )


def _grammar(folder: Path) -> list[Figure]:
    jing = shutil.which("jing")
    if jing is None:
        return []
    grammar = resource("schema") / "edition.rng"
    big = folder / "big.xml"
    _enlarge(Edition.here(folder).documents[0].text, big)
    times = _medians(
        {
            "jing": lambda: subprocess.run(
                [jing, str(grammar), str(big)], check=False, capture_output=True
            ),
            "ours": _process(folder, "-c", _COLD_GRAMMAR, str(grammar), str(big)),
        }
    )
    return [Figure("10 MB against the grammar", times["ours"], "jing", times["jing"], 0.4)]


def _wrong(folder: Path) -> list[Figure]:
    jing = shutil.which("jing")
    if jing is None:
        return []
    grammar = resource("schema") / "edition.rng"
    wrong = [str(file) for file in _wrong_letters(folder)]
    many = _medians(
        {
            "jing": lambda: subprocess.run(
                [jing, "-i", str(grammar), *wrong], check=False, capture_output=True
            ),
            "ours": _process(folder, "-c", _COLD_GRAMMAR, str(grammar), *wrong),
        },
        _FEW_ROUNDS,
    )
    return [Figure(f"  {_WRONG} files with mistakes", many["ours"], "jing", many["jing"], 1)]


def _wrong_letters(folder: Path) -> list[Path]:
    """Letters with mistakes of all kinds, in each others of them."""
    made = []
    parts = [part.format(number=0) for part, _ in _MANY.values()]
    for number in range(_WRONG):
        wrong = "".join(f"<div>{part}</div>" * (number % 7) for part in parts[number % 3 :])
        text = _LETTER.format(number=number, paragraphs=_PARAGRAPH * _LENGTH + wrong)
        made.append(_written(folder / f"wrong{number}.xml", text))
    return made


def _enlarge(text: str, target: Path, size: int = 10_000_000) -> None:
    """Repeats the paragraphs of a document, ids left out, until it has `size` characters."""
    import re

    start, end = text.index("<p xml:id"), text.rindex("</p>") + len("</p>")
    block = re.sub(r'\s(xml:id|corresp)="[^"]*"', "", text[start:end])
    target.write_text(text[:end] + block * (size // len(block)) + text[end:], encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measures the budgets as ratios.")
    gc.set_threshold(10_000)  # as the command
    parser.add_argument("--rows", default="", help="words of the names of what is measured")
    parser.add_argument("--long", action="store_true", help="thousands of letters, too")
    options = parser.parse_args()
    print(table(measure(Path.cwd(), options.rows, long=options.long)))
