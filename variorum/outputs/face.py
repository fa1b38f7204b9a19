"""The face of an edition's own: the files that its settings name, and what is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from variorum.findings import Diagnostic, Place, VariorumError
from variorum.outputs.assets import Asset
from variorum.outputs.codes import SITE_FILE
from variorum.source import Edition
from variorum.source.settings import FILE

__all__ = ["FACE", "OWN_STYLE", "face", "face_files", "own_file"]

FACE = "face.css"
"""The style sheet that is made of colours and fonts."""
OWN_STYLE = "site.css"
"""What the edition's own style sheet is called on the site."""
_FAMILIES = {"text": "serif", "labels": "sans"}
"""The families of the style sheet, by what they are for."""
_FORMATS = {".woff2": "woff2", ".woff": "woff", ".ttf": "truetype", ".otf": "opentype"}


def own_file(edition: Edition, name: str) -> Path:
    """A file that the settings name.

    Raises VariorumError for one that is not there, or lies outside the folder of the edition.
    """
    root = edition.root.resolve()
    file = (root / name).resolve()
    if not file.is_relative_to(root):
        raise VariorumError(_wrong(f"“{name}” lies outside the folder of the edition"))
    if not file.is_file():
        raise VariorumError(_wrong(f"there is no file “{name}”"))
    return file


def _wrong(message: str) -> Diagnostic:
    return SITE_FILE.at(Place(FILE), message)


def face_files(edition: Edition) -> list[str]:
    """The names of the files of the edition that site and PDFs look like, in the order of settings.

    What a stylesheet of XSLT includes is not among them.
    """
    site = edition.settings.site
    fonts = [name for names in site.fonts.values() for name in names]
    named = [site.logo, site.picture, *fonts, site.style, site.stylesheet]
    named.append(edition.settings.print.template)
    return [name for name in dict.fromkeys(named) if name]


def face(edition: Edition) -> tuple[Asset, ...]:
    """The files that pages share because the settings say so: fonts, logo, style sheets.

    Raises VariorumError for a file that cannot be had.
    """
    site = edition.settings.site
    fonts = {
        family: [_asset(edition, name) for name in site.fonts.get(use, ())]
        for use, family in _FAMILIES.items()
    }
    unknown = site.fonts.keys() - _FAMILIES.keys()
    if unknown:
        raise VariorumError(_wrong(f"there are no fonts for “{min(unknown)}”: text, labels"))
    if edition.settings.print.template:
        own_file(edition, edition.settings.print.template)
    made = "".join([*_colours(site.colours), *_faces(fonts)])
    found = [font for several in fonts.values() for font in several]
    found += [_asset(edition, name) for name in (site.logo, site.picture) if name]
    if made:
        found.append(Asset(FACE, made.encode()))
    if site.style:
        found.append(Asset(OWN_STYLE, own_file(edition, site.style).read_bytes()))
    return tuple(found)


def _asset(edition: Edition, name: str) -> Asset:
    file = own_file(edition, name)
    return Asset(file.name, file.read_bytes())


def _colours(colours: object) -> Iterator[str]:
    assert isinstance(colours, dict)
    if colours:
        yield ":root {\n"
        for name, value in colours.items():
            light, _, dark = str(value).partition(" ")
            yield f"  --{name}: light-dark({light}, {dark or light});\n"
        yield "}\n"


def _faces(fonts: dict[str, list[Asset]]) -> Iterator[str]:
    """The fonts as CSS declares them; the style sheets lie in the folder of the files."""
    for family, files in fonts.items():
        for font in files:
            name = font.name.lower()
            kind = _FORMATS.get(Path(name).suffix)
            if kind is None:
                raise VariorumError(_wrong(f"“{font.name}” is no font of {', '.join(_FORMATS)}"))
            yield (
                "@font-face {\n"
                f'  font-family: "own-{family}";\n'
                f'  src: url("{font.address.rpartition("/")[2]}") format("{kind}");\n'
                f"  font-weight: {'700' if 'bold' in name else '400'};\n"
                f"  font-style: {'italic' if 'italic' in name else 'normal'};\n"
                "  font-display: optional;\n}\n"
            )
        if files:
            yield f':root {{ --{family}: "own-{family}", {_generic(family)}; }}\n'


def _generic(family: str) -> str:
    return "Georgia, serif" if family == "serif" else "system-ui, sans-serif"
