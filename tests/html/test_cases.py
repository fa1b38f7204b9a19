"""One small document for each thing a page must do; its pages beside it as goldens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import build, warm_saxon
from tests.conftest import Golden
from tests.html.pages import Page, broken_links, built, golden_form, reading, told
from variorum.source import Edition

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def _edition(case: Path) -> Edition:
    return Edition.of([case], case)


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Path:
    """The folder of a case."""
    return Path(request.param)


@pytest.fixture(scope="module")
def pages(case: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The pages of a case, made once for all tests of this file."""
    return built(_edition(case), tmp_path_factory.mktemp("pages"))


def test_pages_are_as_before(case: Path, pages: dict[str, Page], golden: Golden) -> None:
    for name, page in pages.items():
        if name.startswith("search/"):
            continue  # it has tests of its own
        is_alike = name in ("about.html", "index.html") or name.endswith(".cite.html")
        if not is_alike or case.name == "letter":
            golden(case / f"{name.replace('/', '-')}.golden", golden_form(page))


def test_every_word_is_there_in_order(case: Path, pages: dict[str, Page]) -> None:
    edition = _edition(case)
    (source,) = edition.documents
    texts = {name: page for name, page in pages.items() if "edition-text" in page.ids}
    assert f"{source.id}.html" in texts
    for name, page in texts.items():
        witness = name.removeprefix(source.id).removesuffix("html").strip(".")
        assert reading(page) == told(edition, source, witness)


def test_every_link_leads_somewhere(pages: dict[str, Page]) -> None:
    assert not list(broken_links(pages.values()))


def test_an_element_without_a_rule_is_reported_once(tmp_path: Path) -> None:
    case = Path(__file__).parent / "cases" / "unknown"
    found = build(_edition(case), tmp_path, ("html",), saxon=warm_saxon()).findings
    messages = [finding.message for finding in found if finding.code == "element-unhandled"]
    assert sorted(message.split()[4].rstrip(":") for message in messages) == [
        "nobody",
        "other",
        "unheardOf",
    ]
