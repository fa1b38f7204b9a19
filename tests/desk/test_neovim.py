"""A second client: Neovim, in the version of Debian, shows findings and what a pointer means."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.conftest import slow, tool
from variorum.new.edition import Wishes, begin

SCRIPT = """
vim.cmd("edit tei/poem-1.xml")
local command = { %s, "-m", "variorum", "lsp" }
local id = vim.lsp.start_client({ cmd = command, root_dir = vim.loop.cwd() })
vim.lsp.buf_attach_client(0, id)
local function ready() return vim.lsp.get_client_by_id(id).initialized end
vim.wait(30000, ready)
vim.fn.search("Jonas")
vim.fn.search("reg:jonas")
local place = vim.lsp.util.make_position_params()
place.position.character = place.position.character + 5
local shown = vim.lsp.buf_request_sync(0, "textDocument/hover", place, 30000)
vim.fn.search("boats")
local row = vim.fn.line(".") - 1
vim.api.nvim_buf_set_text(0, row, 0, row, 0, { "<placename/>" })
vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end)
local found = vim.diagnostic.get(0)[1]
local told = { found.code, found.lnum - row, found.col, shown[1].result.contents.value }
vim.fn.writefile({ vim.fn.json_encode(told) }, "told.json")
vim.cmd("qa!")
"""


def test_neovim_shows_findings_and_cards(tmp_path: Path) -> None:
    slow()
    neovim = tool("nvim")
    begin(tmp_path, "verse", Wishes("Poems", "en"))
    script = tmp_path / "client.lua"
    script.write_text(SCRIPT % json.dumps(sys.executable), encoding="utf-8")
    subprocess.run(
        [neovim, "--headless", "-u", "NONE", "-c", f"luafile {script}"],
        cwd=tmp_path,
        check=True,
        timeout=120,
        capture_output=True,
    )
    told = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    assert told[:3] == ["grammar-element-unknown", 0, 0]
    assert "A surveyor" in told[3]
