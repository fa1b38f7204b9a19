"""Workers of a dask cluster make what one process makes, or the build says why they cannot."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import SLOW
from tests.runs import tree, variorum
from variorum.build.cluster import Seen, cluster, fault_of
from variorum.build.plan import Plan, plan
from variorum.findings import VariorumError
from variorum.outputs.registry import outputs_of
from variorum.source import Edition

LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Letter {number}</title></titleStmt>
<publicationStmt><p>none</p></publicationStmt>
<sourceDesc><listWit><witness xml:id="A">a copy</witness></listWit></sourceDesc>
</fileDesc></teiHeader>
<text><body><p>Dear friend, I write for the <app><lem>{number}th</lem><rdg wit="#A">last</rdg></app>
time.</p></body></text></TEI>
"""
HERE = Seen("1", {"/tei/a.xml": (8, 1), "/tei/b.xml": (8, 1)})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An edition of five letters."""
    folder = tmp_path / "edition"
    (folder / "tei").mkdir(parents=True)
    for number in range(5):
        (folder / "tei" / f"letter{number}.xml").write_text(LETTER.format(number=number))
    return folder


def planned(root: Path) -> Plan:
    return plan(Edition.here(root), outputs_of(("html", "text")))


@SLOW
def test_two_workers_make_what_one_process_makes(root: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="needs the extra `cluster`")
    alone = variorum(root, "build", "--output", "one", "--jobs", "1")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as workers:
        address = workers.scheduler_address
        together = variorum(root, "build", "--output", "two", "--scheduler", address)
        with distributed.Client(address) as client:
            made = client.run(lambda dask_worker: dask_worker.state.executed_count)
    assert all(made.values())
    assert (together.returncode, together.stderr) == (alone.returncode, alone.stderr)
    assert tree(root / "two") == tree(root / "one")


@SLOW
def test_workers_of_two_threads_are_refused(root: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="needs the extra `cluster`")
    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
        ) as workers,
        pytest.raises(VariorumError, match="has 2 threads") as refused,
        cluster(workers.scheduler_address, planned(root)),
    ):
        pass
    assert [finding.code for finding in refused.value.findings] == ["cluster-unfit"]


def test_what_is_missing_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(VariorumError) as refused, cluster("tcp://localhost:1", planned(root)):
        pass
    (finding,) = refused.value.findings
    assert (finding.code, finding.help) == (
        "cluster-unreachable",
        'pip install "variorum[cluster]"',
    )


@pytest.mark.parametrize(
    ("there", "fault"),
    [
        (HERE, ""),
        (Seen("2", HERE.files), "the worker w has another version of the program"),
        (Seen("1", {"/tei/a.xml": (8, 1)}), "the worker w does not have the file /tei/b.xml"),
        (Seen("1", {**HERE.files, "/tei/b.xml": (9, 1)}), "the worker w has another file /tei/b"),
    ],
)
def test_workers_have_what_is_here(there: Seen, fault: str) -> None:
    found = fault_of(HERE, {"v": HERE, "w": there})
    assert found.startswith(fault)
    assert bool(found) == bool(fault)
