"""Decides which files of earlier runs are kept, and removes the others.

Files of formats that this run does not make are kept, for example.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress

from variorum.build.folder import OutputFolder
from variorum.build.manifest import PreviousManifest
from variorum.build.plan import Plan
from variorum.outputs.output import Output
from variorum.outputs.registry import OUTPUTS

__all__ = ["kept_files", "remove_left_files", "remove_stale_files"]


def kept_files(
    plan: Plan, previous: PreviousManifest, unchanged: Collection[Output]
) -> dict[str, str]:
    """The digests of the files of earlier runs that are still part of the output, by their names.

    `unchanged` are the outputs that need not be made again.
    """
    return {
        name: digest for name, digest in previous.files.items() if _is_kept(name, plan, unchanged)
    }


def remove_stale_files(
    folder: OutputFolder, previous: PreviousManifest, kept: Iterable[str]
) -> None:
    """Removes the files of earlier runs that are neither kept nor written again."""
    for name in previous.files.keys() - set(kept) - folder.written.keys():
        (folder.path / name).unlink(missing_ok=True)


def remove_left_files(folder: OutputFolder, names: Iterable[str]) -> None:
    """Removes files of runs that were ended before they wrote a manifest."""
    inside = folder.path.resolve()
    for name in names:
        file = folder.path / name
        with suppress(OSError):
            if file.parent.resolve().is_relative_to(inside):
                file.unlink(missing_ok=True)


def _is_kept(name: str, plan: Plan, unchanged: Collection[Output]) -> bool:
    """Whether a file of an earlier run is still part of the output.

    Files of formats that this run does not make are, and all files beside sources of strangers.
    """
    if not plan.edition.own or any(output.owns(name) for output in unchanged):
        return True
    owners = [output for output in (*plan.outputs, *OUTPUTS) if output.owns(name)]
    owners.sort(key=lambda output: name not in output.paths)  # a name tells more than a pattern
    formats = (output.format for output in owners)
    return next(formats, name.partition("/")[0]) not in plan.formats
