"""A new edition has every setting at hand, commented, with a value that it can have."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from variorum.new.edition import Wishes, begin
from variorum.source import Settings
from variorum.source.settings import (
    LimitSettings,
    PackageSettings,
    PrintSettings,
    SignSettings,
    SiteSettings,
    read_settings,
    settings_in,
)

NESTED: dict[str, type] = {
    "limits": LimitSettings,
    "package": PackageSettings,
    "print": PrintSettings,
    "signs": SignSettings,
    "site": SiteSettings,
}
"""The tables of settings; what is known of transcripts is told in the guide for archivists."""


def test_every_setting_stands_commented_and_is_right(tmp_path: Path) -> None:
    begin(tmp_path, "letters", Wishes("x", "en"))
    text = (tmp_path / "pyproject.toml").read_text(encoding="utf-8")
    used = re.sub(r"^# ([a-z-]+(?:\.[a-z-]+)? = )", r"\1", text, flags=re.MULTILINE)
    (tmp_path / "pyproject.toml").write_text(used, encoding="utf-8")
    assert read_settings(tmp_path).findings == ()
    table = tomllib.loads(used)["tool"]["variorum"]
    assert table.keys() == settings_in(Settings).keys() - {"base-url"}, "see template/every"
    for name, kind in NESTED.items():
        assert table[name].keys() == settings_in(kind).keys(), f"{name}: see template/every"
