"""What mends a finding in another file than that in which it stands, saved or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desk.client import Client
from variorum.new.edition import Wishes, begin

ABILITIES = {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}}


@pytest.fixture(name="client", scope="module")
def _client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with Client(tmp_path_factory.mktemp("client"), ABILITIES) as client:
        yield client
    assert "Traceback" not in client.errors.decode()


@pytest.fixture(name="poem")
def _poem(tmp_path: Path) -> Path:
    begin(tmp_path, "verse", Wishes("Poems", "en"))
    return tmp_path / "tei" / "poem-1.xml"


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def when(client: Client, path: Path, code: str) -> dict[str, Any]:
    """The first finding of a code, once there is one."""
    while True:
        for finding in client.findings(path):
            if finding["code"] == code:
                return finding


def gone(client: Client, path: Path, code: str) -> bool:
    """Waits until a file has no finding of a code."""
    while code in client.codes(path):
        pass
    return True


def actions(client: Client, path: Path, finding: dict[str, Any]) -> dict[str, Any]:
    """The actions that are offered for a finding, by their titles."""
    asked = {
        "textDocument": {"uri": path.as_uri()},
        "range": finding["range"],
        "context": {"diagnostics": [finding]},
    }
    return {each["title"]: each for each in client.ask("textDocument/codeAction", asked)}


@pytest.mark.parametrize(
    ("mention", "title", "entry", "before"),
    [
        (
            '<persName ref="reg:ann">Ann <hi>Bo</hi><note resp="#ed">who?</note></persName>',
            "Add the person ann to register.xml",
            '      <person xml:id="ann"><persName>Ann Bo</persName></person>\n',
            "    </listPerson>",
        ),
        (
            '<placeName ref="reg:bay">the &lt;Bay&gt;</placeName>',
            "Add the place bay to register.xml",
            '      <place xml:id="bay"><placeName>the &lt;Bay&gt;</placeName></place>\n',
            "    </listPlace>",
        ),
        (
            '<rs type="person" ref="register.xml#she"/>',
            "Add the person she to register.xml",
            '      <person xml:id="she"><persName>she</persName></person>\n',
            "    </listPerson>",
        ),
        (
            '<orgName ref="reg:firm">Bo &amp; Sons</orgName>',
            "Add the org firm to register.xml",
            '    <listOrg><org xml:id="firm"><orgName>Bo &amp; Sons</orgName></org></listOrg>\n',
            "  </standOff>",
        ),
    ],
)
def test_who_is_missing_is_added_to_the_register(
    client: Client, poem: Path, mention: str, title: str, entry: str, before: str
) -> None:
    register = poem.with_name("register.xml")
    unsaved = read(register).replace("A surveyor", "A surveyor 𝔟 of the harbour")
    client.open(register, unsaved)
    client.open(poem, read(poem).replace("boats", mention))
    edit = actions(client, poem, when(client, poem, "entry-missing"))[title]["edit"]
    assert client.apply(edit) == [register]
    assert client.texts[register] == unsaved.replace(before, f"{entry}{before}", 1)
    assert gone(client, poem, "entry-missing")
    assert "𝔟" not in read(register)


def test_a_file_that_is_not_open_is_changed_too(client: Client, poem: Path) -> None:
    register = poem.with_name("register.xml")
    client.open(poem, read(poem).replace("boats", '<persName ref="reg:ann">Ann</persName>'))
    offered = actions(client, poem, when(client, poem, "entry-missing"))
    client.apply(offered["Add the person ann to register.xml"]["edit"])
    assert 'xml:id="ann"' in client.texts[register] and 'xml:id="ann"' not in read(register)
    assert gone(client, poem, "entry-missing")
    client.close(register)
    assert when(client, poem, "entry-missing")


def test_a_person_of_the_file_itself_is_no_entry_of_another(client: Client, poem: Path) -> None:
    client.open(poem, read(poem).replace("boats", '<term ref="reg:ann">Ann</term>'))
    offered = actions(client, poem, when(client, poem, "entry-missing"))
    assert not [title for title in offered if title.startswith("Add the")]


def _apart(poem: Path) -> str:
    """Moves the witnesses of a text into a file of their own; the text that is left."""
    text = read(poem)
    start, end = text.index("<listWit>"), text.index("</listWit>") + len("</listWit>")
    sigla = text[:start] + text[start:end] + text[end:]
    body = sigla.index("<text>"), sigla.index("</text>") + len("</text>")
    sigla = sigla[: body[0]] + "<text><body><p>Sigla.</p></body></text>" + sigla[body[1] :]
    poem.with_name("sigla.xml").write_text(sigla.replace('"poem-1"', '"sigla"'), encoding="utf-8")
    return text[:start] + text[end:]


def test_a_witness_is_declared_in_the_file_of_all_witnesses(client: Client, poem: Path) -> None:
    text = _apart(poem).replace('wit="#', 'wit="sigla.xml#')
    sigla = poem.with_name("sigla.xml")
    for wrong, code in (("sigla.xml#Q", "entry-missing"), ("#Q", "pointer-unresolved")):
        client.open(poem, text.replace('wit="sigla.xml#B"', f'wit="sigla.xml#B {wrong}"', 1))
        offered = actions(client, poem, when(client, poem, code))
        edit = offered["Declare the witness Q in sigla.xml"]["edit"]
        assert sigla in client.apply(edit)
        assert '  <witness xml:id="Q">Q</witness>\n        </listWit>' in client.texts[sigla]
        assert 'wit="sigla.xml#B sigla.xml#Q"' in client.texts[poem]
        assert gone(client, poem, code)
        client.close(sigla)


def test_a_witness_is_declared_in_a_header_that_is_included(client: Client, poem: Path) -> None:
    text = read(poem)
    start, end = text.index("<listWit>"), text.index("</listWit>") + len("</listWit>")
    namespaced = text[start:end].replace("<listWit>", f'<listWit xmlns="{TEI}">')
    (poem.parent / "parts").mkdir()
    part = poem.parent / "parts" / "sigla.xml"
    part.write_text(f"{namespaced}\n", encoding="utf-8")
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="parts/sigla.xml"/>'
    wrong = (text[:start] + include + text[end:]).replace('wit="#B"', 'wit="#B #Q"', 1)
    client.open(poem, wrong)
    offered = actions(client, poem, when(client, poem, "wit-undeclared"))
    edit = offered["Declare the witness Q in sigla.xml"]["edit"]
    assert client.apply(edit) == [part]
    assert '  <witness xml:id="Q">Q</witness>\n' in client.texts[part]


TEI = "http://www.tei-c.org/ns/1.0"


def test_what_is_right_as_it_is_is_recorded_where_no_exceptions_were(
    client: Client, poem: Path
) -> None:
    record = poem.with_name("exceptions.xml")
    code = "entry-missing"
    client.open(poem, read(poem).replace("boats", '<persName ref="reg:ann">Ann</persName>'))
    silent = actions(client, poem, when(client, poem, code))[f"Silence {code}, with a reason"]
    assert client.apply(silent["edit"]) == [record]
    assert f'code="{code}" file="poem-1.xml"' in client.texts[record]
    assert gone(client, poem, code)
    client.change(record, client.texts[record].replace(code, "no-such-code"))
    assert when(client, record, "exception-invalid")
    assert when(client, poem, code)


def test_a_client_that_can_begin_no_file_is_not_offered_to(tmp_path: Path) -> None:
    begin(tmp_path, "verse", Wishes("Poems", "en"))
    poem = tmp_path / "tei" / "poem-1.xml"
    with Client(tmp_path) as client:
        client.open(poem, read(poem).replace("boats", '<persName ref="reg:ann">Ann</persName>'))
        offered = actions(client, poem, when(client, poem, "entry-missing"))
        assert not [title for title in offered if title.startswith("Silence")]
        added = offered["Add the person ann to register.xml"]["edit"]["changes"]
        assert list(added) == [poem.with_name("register.xml").as_uri()]
