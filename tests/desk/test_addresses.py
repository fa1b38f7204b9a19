"""A file is called as the client calls it, although its address can be spelt in other ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.client import Client
from variorum.new.edition import Wishes, begin

_CAN = {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}}


@pytest.fixture(name="poem", params=["poems", "my poems (ü)", "link"])
def _poem(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / str(request.param)
    if folder.name == "link":
        (tmp_path / "real").mkdir()
        folder.symlink_to(tmp_path / "real", target_is_directory=True)
    begin(folder, "verse", Wishes("Poems", "en"))
    return folder / "tei" / "poem-1.xml"


def test_findings_and_changes_are_told_for_the_version_that_is_open(poem: Path) -> None:
    register = poem.with_name("register.xml")
    text = poem.read_text(encoding="utf-8")
    wrong = text.replace('ref="reg:jonas"', 'ref="reg:jonsa"', 1)
    line = wrong[: wrong.index("reg:jonsa")].count("\n")
    character = wrong.splitlines()[line].index("reg:jonsa") + 4
    with Client(poem.parent.parent, _CAN) as client:
        for path in (poem, register):
            client.open(path)
            client.change(path, client.texts[path] + "\n")
        client.change(poem, wrong)
        while "entry-missing" not in client.codes(poem):
            pass
        assert [each for each in client.found if client.found[each]] == [poem]
        client.change(poem, text)
        while client.findings(poem):
            pass
        at = (line, character)
        edit = client.at("textDocument/rename", poem, *at, newName="lind")
        assert sorted(client.apply(edit)) == [poem, register]
        (spot,) = client.at("textDocument/definition", poem, *at)
        assert spot["uri"] == register.as_uri()
        client.change(poem, wrong)
        while not client.findings(poem):
            pass
        client.close(register)
        client.close(poem)
        while client.found[poem]:
            client.findings(poem)
