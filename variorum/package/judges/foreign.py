"""Runs the validators of others on a package: a script for an environment of their own.

    PYTHON -I foreign.py PACKAGE [--crate]

Prints one JSON object a line: tool, version, verdict (accepted, rejected, absent), detail. It uses
nothing of Variorum, since the validators pin versions of libraries that Variorum does not have.
Nothing is fetched: what a validator would load from the network, its own package holds.
"""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from email import message_from_string
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

__all__ = ["Verdict", "main"]

KNOWN_FAULTS = {
    "SIP14": "asks for NOTETYPE without its prefix, which the METS schema forbids",
    "CSIP63": "asks every fileGrp for an OTHERCONTENTINFORMATIONTYPE, which all have here",
}


@dataclass(frozen=True)
class Verdict:
    """What one tool says of the package."""

    tool: str
    version: str
    verdict: str
    detail: str


class AbsentError(Exception):
    """The package has nothing that a validator could look at."""


class RejectedError(Exception):
    """A validator has found something."""


def _bagit(package: Path) -> str:
    bagit = import_module("bagit")
    try:
        bagit.Bag(str(package)).validate()
    except bagit.BagError as error:
        raise RejectedError(str(error)) from None
    return "valid BagIt 1.0 bag"


def _sha256sum(package: Path) -> str:
    run = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "manifest-sha256.txt"],
        cwd=package,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RejectedError(run.stdout + run.stderr)
    return "every digest is right"


def _eark(package: Path) -> str:
    root = Path(str(_spec("eark_validator").origin)).parent
    vocabularies = root / "ipxml" / "resources" / "vocabs"

    def local(url: str, *_: object, **__: object) -> Any:
        return (vocabularies / url.rsplit("/", 1)[1]).open("rb")

    with _replaced(urllib.request, "urlopen", local):
        validator = import_module("eark_validator.packages").PackageValidator
    versions = import_module("eark_validator.specifications.specification").SpecificationVersion
    # the zip of an E-ARK package alone, or the payload of a bag
    place = package if package.suffix == ".zip" else package / "data"
    report = validator(place, versions.V2_1_0).validation_report
    messages = [*report.structure.messages]
    if report.metadata is None:
        raise RejectedError("METS.xml cannot be read")
    messages += report.metadata.schema_results.messages
    messages += report.metadata.schematron_results.messages
    serious = [message for message in messages if message.severity.value in ("Error", "Warn")]
    found = [
        f"{message.rule_id} {message.message}"
        for message in serious
        if message.rule_id not in KNOWN_FAULTS
    ]
    if found or report.structure.status.value != "WellFormed":
        raise RejectedError("; ".join(found) or str(report.structure.status.value))
    faults = sorted({str(message.rule_id) for message in serious})
    named = "".join(f"; {name}, a known fault of it: {KNOWN_FAULTS[name]}" for name in faults)
    return f"0 errors, 0 warnings{named}"


def _xsd(module: str, schema: str, *documents: str) -> Callable[[Path], str]:
    def run(package: Path) -> str:
        etree = import_module("lxml.etree")
        file = _resource(module, schema)
        parser = etree.XMLParser(no_network=True)
        parser.resolvers.add(_beside(file.parent))
        grammar = etree.XMLSchema(etree.parse(str(file), parser))
        for file in _documents(package, documents):
            if not grammar.validate(etree.parse(str(file))):
                raise RejectedError(f"{file.name}: {grammar.error_log[0]}")
        return f"{', '.join(documents)} valid"

    return run


def _beside(folder: Path) -> Any:
    """Finds a schema that another one imports by its web address in the same folder."""

    class Resolver(import_module("lxml.etree").Resolver):  # type: ignore[misc]
        def resolve(self, address: str, _identifier: str, context: Any) -> Any:
            return self.resolve_filename(str(folder / address.rsplit("/", 1)[1]), context)

    return Resolver()


def _mods(package: Path) -> str:
    engine = import_module("xmlschema")
    folder = _resource("a3m", "client/assets")
    local = {
        "http://www.w3.org/2001/xml.xsd": str(folder / "mods" / "xml.xsd"),
        "http://www.loc.gov/mods/xml.xsd": str(folder / "mods" / "xml.xsd"),
        "http://www.loc.gov/standards/xlink/xlink.xsd": str(folder / "mets" / "xlink.xsd"),
        "http://www.w3.org/1999/xlink": str(folder / "mets" / "xlink.xsd"),
    }
    schema = engine.XMLSchema(str(folder / "mods" / "mods.xsd"), uri_mapper=local, allow="local")
    for file in _documents(package, ("mods.xml",)):
        errors = list(schema.iter_errors(str(file)))
        if errors:
            raise RejectedError(str(errors[0].reason))
    return "mods.xml valid as MODS 3.8"


_SINCE_4_5 = {"Translator": "Supervisor", "IsTranslationOf": "Obsoletes"}
"""The values of DataCite 4.6 that packages have and the newest schema that is shipped has not, with
one of the same list.
"""


def _datacite(package: Path) -> str:
    text = _resource("datacite", "schemas/datacite-v4.5.json").read_text(encoding="utf-8")
    for value, before in _SINCE_4_5.items():
        text = text.replace(f'"{before}"', f'"{before}", "{value}"', 1)
    schema = json.loads(text)
    document = package / "data" / "metadata" / "descriptive" / "datacite.json"
    return _json_schema(schema, json.loads(document.read_bytes()), "datacite.json valid as 4.6")


def _cff(package: Path) -> str:
    schema = json.loads(_resource("cffconvert", "schemas/1.2.0/schema.json").read_bytes())
    yaml = import_module("yaml")
    text = (package / "data" / "metadata" / "other" / "CITATION.cff").read_text(encoding="utf-8")
    document = yaml.load(text, Loader=yaml.BaseLoader)
    return _json_schema(schema, document, "CITATION.cff valid as 1.2.0")


def _json_schema(schema: Any, document: Any, good: str) -> str:
    jsonschema = import_module("jsonschema")
    errors = list(jsonschema.validators.validator_for(schema)(schema).iter_errors(document))
    if errors:
        raise RejectedError(f"{errors[0].json_path}: {errors[0].message[:200]}")
    return good


def _siegfried(package: Path) -> str:
    pygfried = import_module("pygfried")
    premis = import_module("lxml.etree").parse(
        str(package / "data" / "metadata" / "preservation" / "premis.xml")
    )
    spaces = {"p": "http://www.loc.gov/premis/v3"}
    wrong, right = [], 0
    for item in premis.iterfind("//p:object[p:objectCharacteristics]", spaces):
        path = item.findtext(".//p:objectIdentifierValue", None, spaces)
        key = item.findtext(".//p:formatRegistryKey", None, spaces)
        if key is not None:
            found = pygfried.identify(str(package / "data" / path))
            wrong += [f"{path}: {found}, not {key}"] if found != key else []
            right += found == key
    if wrong:
        raise RejectedError("; ".join(wrong))
    return f"agrees with PREMIS on the formats of {right} files"


def _ocfl(package: Path) -> str:
    ocfl = import_module("ocfl")
    passed, validator = ocfl.Object().validate(str(package))
    if not passed:
        raise RejectedError("; ".join(map(str, validator.log.messages)))
    return "valid OCFL object"


_CONTEXT = Path("package", "lib", "context.json")
"""The JSON-LD context of RO-Crate 1.2, in the npm package ro-crate, unpacked in the environment."""


def _crate(package: Path) -> str:
    services = import_module("rocrate_validator.services")
    models = import_module("rocrate_validator.models")
    context = (Path(sys.prefix) / _CONTEXT).read_bytes()
    with _offline_context(context):
        settings = services.ValidationSettings(
            rocrate_uri=str(package / "data"),
            profile_identifier="ro-crate-1.2",
            requirement_severity=models.Severity.REQUIRED,
            no_cache=True,
        )
        result = services.validate(settings)
    issues = [str(issue.message) for issue in result.get_issues()]
    if issues:
        raise RejectedError("; ".join(issues[:5]))
    return "ro-crate-metadata.json valid as RO-Crate 1.2"


class _Answer(io.BytesIO):
    """A JSON-LD context, as the standard library's client hands it over."""

    status = code = 200

    def __init__(self, content: bytes, address: str) -> None:
        super().__init__(content)
        self.url = address
        self.headers = message_from_string("Content-Type: application/ld+json\n\n")

    def info(self) -> Any:
        return self.headers

    def geturl(self) -> str:
        return self.url


@contextlib.contextmanager
def _offline_context(context: bytes) -> Iterator[None]:
    requests = import_module("requests")

    def urlopen(request: Any, *_: Any, **__: Any) -> Any:
        address = request if isinstance(request, str) else request.full_url
        if not address.endswith("/context"):
            raise urllib.error.URLError(f"offline: {address}")
        return _Answer(context, address)

    def send(_session: Any, request: Any, **_: Any) -> Any:
        if not request.url.endswith("/context"):
            raise requests.exceptions.ConnectionError(f"offline: {request.url}")
        answer = requests.Response()
        answer.request, answer.url, answer.status_code = request, request.url, 200
        answer.headers["Content-Type"] = "application/ld+json"
        answer._content = context
        return answer

    class Opener:
        def open(self, request: Any, *_: Any, **__: Any) -> Any:
            return urlopen(request)

    with (
        _replaced(requests.Session, "send", send),
        _replaced(urllib.request, "urlopen", urlopen),
        _replaced(urllib.request, "build_opener", lambda *_, **__: Opener()),
    ):
        yield


@contextlib.contextmanager
def _replaced(owner: Any, name: str, value: object) -> Iterator[None]:
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


def _spec(module: str) -> Any:
    found = find_spec(module)
    if found is None:
        raise ModuleNotFoundError(module)
    return found


def _resource(module: str, path: str) -> Path:
    """A file of an installed package, which is not imported."""
    return Path(_spec(module).submodule_search_locations[0]) / path


def _documents(package: Path, names: tuple[str, ...]) -> list[Path]:
    files = [file for name in names for file in sorted((package / "data").rglob(name))]
    if not files:
        raise AbsentError(f"no {' or '.join(names)} in the package")
    return files


TOOLS: dict[str, tuple[str, Callable[[Path], str]]] = {
    "sha256sum": ("", _sha256sum),
    "bagit": ("bagit", _bagit),
    "E-ARK CSIP 2.1": ("eark-validator", _eark),
    "METS 1.12": (
        "eark-validator",
        _xsd("eark_validator", "ipxml/resources/schema/mets.xsd", "METS.xml"),
    ),
    "PREMIS 3": ("eulxml", _xsd("eulxml", "schema_data/premis.xsd", "premis.xml")),
    "EAD 2002": ("eulxml", _xsd("eulxml", "schema_data/ead.xsd", "ead2002.xml")),
    "EAD3": ("django-ead", _xsd("ead", "management/commands/ead3.xsd", "ead3.xml")),
    "MODS 3.8": ("xmlschema", _mods),
    "DataCite 4.6": ("datacite", _datacite),
    "CITATION.cff": ("cffconvert", _cff),
    "Siegfried": ("pygfried", _siegfried),
}


def _verdict(tool: str, distribution: str, run: Callable[[Path], str], package: Path) -> Verdict:
    number = ""
    try:
        number = version(distribution) if distribution else ""
        if not distribution and shutil.which(tool) is None:
            raise ModuleNotFoundError(tool)
        with contextlib.redirect_stdout(sys.stderr):
            return Verdict(tool, number, "accepted", run(package))
    except RejectedError as found:
        return Verdict(tool, number, "rejected", str(found).strip())
    except (PackageNotFoundError, ModuleNotFoundError) as error:
        return Verdict(tool, number, "absent", f"not installed: {error}")
    except AbsentError as reason:
        return Verdict(tool, number, "absent", str(reason))


def main(arguments: list[str]) -> None:
    """Prints the verdicts on the package, the E-ARK zip, or the OCFL object, that is named."""
    package = Path(arguments[0])
    tools = TOOLS
    if "--crate" in arguments:
        tools = {"RO-Crate 1.2": ("roc-validator", _crate)}
    elif package.suffix == ".zip":
        tools = {name: TOOLS[name] for name in ("E-ARK CSIP 2.1",)}
    elif (package / "0=ocfl_object_1.1").exists():
        tools = {"OCFL 1.1": ("ocfl-py", _ocfl)}
    for tool, (distribution, run) in tools.items():
        sys.stdout.write(json.dumps(asdict(_verdict(tool, distribution, run, package))) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
