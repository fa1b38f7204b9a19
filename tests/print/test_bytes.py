"""The same input gives the same bytes, wherever and whenever; the clock has no say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, SLOW
from tests.print.conftest import Printed, print_edition
from variorum.source import Edition


def test_another_folder_gives_the_same_bytes(note: Printed, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tei", tmp_path / "elsewhere" / "tei")
    edition = Edition.here(tmp_path / "elsewhere")
    again = print_edition(edition, tmp_path / "out")[note.path.stem]
    assert again.data == note.data


@SLOW
def test_another_process_time_zone_and_day_give_the_same_bytes(
    note: Printed, tmp_path: Path
) -> None:
    code = (
        "import sys, time; time.time = lambda: 4e9;"
        "from pathlib import Path;"
        "from tests.print.conftest import print_edition;"
        "from variorum.source import Edition;"
        "print_edition(Edition.here(Path(sys.argv[1])), Path(sys.argv[2]))"
    )
    environment = os.environ | {
        "TZ": "Pacific/Kiritimati",
        "SOURCE_DATE_EPOCH": "1",
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C",
        "PYTHONUTF8": "1",
    }
    subprocess.run(
        [sys.executable, "-c", code, str(ROOT), str(tmp_path)], env=environment, check=True
    )
    assert (tmp_path / "pdf" / note.path.name).read_bytes() == note.data
