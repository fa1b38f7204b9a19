"""The manifest of the output folder: what was made of what, with which versions."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from variorum import __version__, resource
from variorum.build.folder import OutputFolder, write
from variorum.outputs.digest import digest, digest_of_folder
from variorum.outputs.face import face_files, own_file
from variorum.outputs.output import IndependentOutput, Output
from variorum.outputs.own_stylesheet import own_stylesheet_files
from variorum.outputs.registry import OUTPUTS
from variorum.source import Edition

__all__ = ["MANIFEST", "PreviousManifest", "facts", "versions", "write_manifest"]

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class PreviousManifest:
    """What the manifest says of the run before; nothing without one."""

    folder: Path
    _content: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> PreviousManifest:
        """The manifest that lies in an output folder."""
        with contextlib.suppress(OSError, ValueError):
            content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            if isinstance(content, dict) and isinstance(content.get("outputs"), dict):
                return cls(folder, content)
        return cls(folder)

    @cached_property
    def files(self) -> dict[str, str]:
        """The digests of its files that lie in the folder, whatever the manifest says."""
        inside = self.folder.resolve()

        @cache
        def is_inside(folder: Path) -> bool:
            return folder.resolve().is_relative_to(inside)

        return {
            name: value
            for name, value in self._content.get("outputs", {}).items()
            if is_inside((inside / name).parent) and (inside / name).is_file()
        }

    @cached_property
    def states(self) -> dict[str, str]:
        """What outputs were made of, by their names."""
        outputs = (output for output in OUTPUTS if isinstance(output, IndependentOutput))
        states = {output.name: self._content.get(output.name) for output in outputs}
        return {name: state for name, state in states.items() if isinstance(state, str) and state}

    def state(self, output: Output) -> str:
        """What an output was made of, if all its files are still there."""
        listed = {name for name in self._content.get("outputs", {}) if output.owns(name)}
        return self.states.get(output.name, "") if listed and listed <= self.files.keys() else ""


def facts(
    edition: Edition, outputs: Iterable[Output], states: Mapping[str, str]
) -> dict[str, object]:
    """What the manifest says beside the files: inputs, stylesheets, versions."""
    return {
        "variorum": __version__,
        "tools": versions(outputs),
        "inputs": {source.name: digest(source.data) for source in edition.sources}
        | {name: digest(file.read_bytes()) for name, file in _files_of_face(edition).items()},
        "stylesheets": digest_of_folder(resource("xslt")),
        **states,
    }


def _files_of_face(edition: Edition) -> dict[str, Path]:
    """The files that the site takes from the edition beside its texts, by their names."""
    root = edition.root.resolve()
    named = {name: own_file(edition, name) for name in face_files(edition)}
    joined = own_stylesheet_files(edition)
    return named | {file.relative_to(root).as_posix(): file for file in joined}


def write_manifest(
    folder: OutputFolder, known: Mapping[str, object], files: Mapping[str, str]
) -> None:
    """Writes the manifest: what is `known`, then the digests of the files by their names."""
    manifest = {**known, "outputs": dict(sorted(files.items()))}
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    write(folder.path, MANIFEST, text.encode())


def versions(outputs: Iterable[Output]) -> dict[str, str]:
    from importlib.metadata import version

    tools = dict.fromkeys(tool for output in outputs for tool in output.tools)
    return {name: version(name) for name in ("lxml", "saxonche", *tools)}
