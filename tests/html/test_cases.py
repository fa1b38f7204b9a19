"""One small document for each thing a page must do; its pages beside it as goldens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import build
from tests.conftest import Golden
from tests.html.pages import broken_links, built, golden_form, reading, told
from variorum.source import Edition

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def _edition(case: Path) -> Edition:
    return Edition.of([case], case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_pages_are_as_before(case: Path, tmp_path: Path, golden: Golden) -> None:
    pages = built(_edition(case), tmp_path)
    for name, page in pages.items():
        if name != "index.html" or case.name == "letter":
            golden(case / f"{name.replace('/', '-')}.golden", golden_form(page))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_word_is_there_in_order(case: Path, tmp_path: Path) -> None:
    edition = _edition(case)
    pages = built(edition, tmp_path)
    (source,) = edition.documents
    texts = {name: page for name, page in pages.items() if "edition-text" in page.ids}
    assert f"{source.id}.html" in texts
    for name, page in texts.items():
        witness = name.removeprefix(source.id).removesuffix("html").strip(".")
        assert reading(page) == told(edition, source, witness)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_link_leads_somewhere(case: Path, tmp_path: Path) -> None:
    assert not list(broken_links(built(_edition(case), tmp_path).values()))


def test_an_element_without_a_rule_is_reported_once(tmp_path: Path) -> None:
    case = Path(__file__).parent / "cases" / "unknown"
    found = build(_edition(case), tmp_path, ("html",)).findings
    messages = [finding.message for finding in found if finding.code == "element-unhandled"]
    assert sorted(message.split()[4].rstrip(":") for message in messages) == [
        "nobody",
        "other",
        "unheardOf",
    ]
