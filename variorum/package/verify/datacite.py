"""The rules of DataCite 4.6 for a record in JSON: what is required, and closed vocabularies."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

__all__ = ["wrong_in_datacite"]

_REQUIRED = ("creators", "titles", "publisher", "publicationYear", "types")
"""Properties 1 to 5 and 10."""
_GENERAL = frozenset(
    [
        "Audiovisual",
        "Award",
        "Book",
        "BookChapter",
        "Collection",
        "ComputationalNotebook",
        "ConferencePaper",
        "ConferenceProceeding",
        "DataPaper",
        "Dataset",
        "Dissertation",
        "Event",
        "Image",
        "Instrument",
        "InteractiveResource",
        "Journal",
        "JournalArticle",
        "Model",
        "OutputManagementPlan",
        "PeerReview",
        "PhysicalObject",
        "Preprint",
        "Project",
        "Report",
        "Service",
        "Software",
        "Sound",
        "Standard",
        "StudyRegistration",
        "Text",
        "Workflow",
        "Other",
    ]
)
_CONTRIBUTORS = frozenset(
    [
        "ContactPerson",
        "DataCollector",
        "DataCurator",
        "DataManager",
        "Distributor",
        "Editor",
        "HostingInstitution",
        "Producer",
        "ProjectLeader",
        "ProjectManager",
        "ProjectMember",
        "RegistrationAgency",
        "RegistrationAuthority",
        "RelatedPerson",
        "Researcher",
        "ResearchGroup",
        "RightsHolder",
        "Sponsor",
        "Supervisor",
        "Translator",
        "WorkPackageLeader",
        "Other",
    ]
)
_DATES = frozenset(
    [
        "Accepted",
        "Available",
        "Collected",
        "Copyrighted",
        "Coverage",
        "Created",
        "Issued",
        "Submitted",
        "Updated",
        "Valid",
        "Withdrawn",
        "Other",
    ]
)
_KINDS: dict[str, tuple[str, frozenset[str]]] = {
    "contributors": ("contributorType", _CONTRIBUTORS),
    "dates": ("dateType", _DATES),
}
"""Lists whose entries must say of which kind they are, and the kinds."""
_NEEDED = {
    "creators": "name",
    "titles": "title",
    "contributors": "name",
    "subjects": "subject",
    "dates": "date",
}
_NAME_TYPES = ("Personal", "Organizational")
_DAY = r"-?\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?"
_DATE = re.compile(rf"{_DAY}|{_DAY}/(?:{_DAY})?|/{_DAY}")
"""W3CDTF, or a range of it (RKMS-ISO8601)."""
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def wrong_in_datacite(told: dict[str, Any]) -> Iterator[str]:
    """In what a record breaks the rules of its schema."""
    for name in _REQUIRED:
        if not told.get(name):
            yield f"{name} is missing, which DataCite requires"
    publisher = told.get("publisher")
    if isinstance(publisher, dict) and publisher and not publisher.get("name"):
        yield "publisher is without a name"
    year = str(told.get("publicationYear", ""))
    if year and not re.fullmatch(r"\d{4}", year):
        yield f"publicationYear is “{year}”, which is no year"
    doi = told.get("doi")
    if doi is not None and not _DOI.fullmatch(str(doi)):
        yield f"doi is “{doi}”, which is no DOI"
    types = told.get("types")
    if isinstance(types, dict) and types:
        yield from _of_vocabulary("resourceTypeGeneral", types, _GENERAL)
    for name, values in told.items():
        if isinstance(values, list):
            yield from _list(name, values)


def _of_vocabulary(name: str, entry: dict[str, Any], terms: frozenset[str]) -> Iterator[str]:
    value = entry.get(name)
    if not value:
        yield f"{name} is missing, which DataCite requires"
    elif value not in terms:
        yield f"{name} is “{value}”, which is no term of DataCite 4.6"


def _list(name: str, values: list[Any]) -> Iterator[str]:
    seen: set[str] = set()
    for value in values:
        shown = json.dumps(value, sort_keys=True)
        if shown in seen:
            yield f"{name} has a value twice: {shown[:100]}"
        seen.add(shown)
        key = _NEEDED.get(name)
        if key and not (isinstance(value, dict) and value.get(key)):
            yield f"{name} has an entry without a {key}"
        if isinstance(value, dict):
            yield from _entry(name, value)


def _entry(name: str, entry: dict[str, Any]) -> Iterator[str]:
    if name in _KINDS:
        yield from _of_vocabulary(_KINDS[name][0], entry, _KINDS[name][1])
    if name == "dates" and entry.get("date") and not _DATE.fullmatch(str(entry["date"])):
        yield f"date is “{entry['date']}”, which is no date of DataCite (W3CDTF)"
    if name not in ("creators", "contributors"):
        return
    kind = entry.get("nameType")
    if kind is not None and kind not in _NAME_TYPES:
        yield f"nameType is “{kind}”, not {' or '.join(_NAME_TYPES)}"
    numbers = entry.get("nameIdentifiers")
    for number in numbers if isinstance(numbers, list) else ():
        if not (isinstance(number, dict) and number.get("nameIdentifierScheme")):
            yield f"{name} has a nameIdentifier without nameIdentifierScheme"
