/** Which `variorum` is taken, tried with folders on the disk. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { test } from "node:test";
import { addressIn, findCommand, fragment, installLine } from "../src/command";

const root = mkdtempSync(join(tmpdir(), "variorum-command-"));

function program(...path: string[]): string {
  const file = join(root, ...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "", { mode: 0o755 });
  return file;
}

const own = program("edition", ".venv", "bin", "variorum");
const windows = program("windows", ".venv", "Scripts", "variorum.exe");
const common = program("usr", "variorum");
const around = { folders: [join(root, "edition")], named: "", path: dirname(common), windows: false };

test("the settings come first, then the folder's environment, then the path", () => {
  assert.equal(findCommand({ ...around, named: "/opt/variorum" }), "/opt/variorum");
  assert.equal(findCommand(around), own);
  assert.equal(findCommand({ ...around, folders: [root] }), common);
  const path = ["", join(root, "none"), dirname(common)].join(delimiter);
  assert.equal(findCommand({ ...around, folders: [], path }), common);
});

test("Windows has other names", () => {
  assert.equal(findCommand({ ...around, folders: [join(root, "windows")], windows: true }), windows);
});

test("where there is none, none is found; nor is a file that cannot be run", () => {
  assert.equal(findCommand({ ...around, folders: [], path: root }), undefined);
  writeFileSync(join(root, "variorum"), "", { mode: 0o644 });
  assert.equal(findCommand({ ...around, folders: [], path: root }), undefined);
});

test("the address of the site is read", () => {
  assert.equal(addressIn("12:00:00 http://127.0.0.1:8001/ shows the edition"), "http://127.0.0.1:8001/");
  assert.equal(addressIn("building the site ..."), undefined);
});

test("each shell gets a line that it understands", () => {
  const last = ' -m pip install "variorum[lsp]"';
  const posix = `python3 -m venv .venv && .venv/bin/python${last}`;
  assert.equal(installLine("/bin/bash", false), posix);
  assert.equal(installLine("/usr/local/bin/pwsh", false), posix.replace(" &&", ";"));
  const windows = "C:\\Windows\\System32\\";
  const cmd = `py -m venv .venv && .venv\\Scripts\\python${last}`;
  assert.equal(installLine(`${windows}cmd.exe`, true), cmd);
  assert.equal(installLine(`${windows}WindowsPowerShell\\v1.0\\powershell.exe`, true), cmd.replace(" &&", ";"));
  assert.equal(installLine("C:\\Program Files\\PowerShell\\7\\pwsh.exe", true), cmd.replace(" &&", ";"));
  assert.equal(installLine("C:\\Program Files\\Git\\bin\\bash.exe", true), cmd.replaceAll("\\", "/"));
});

test("a place of a page has an address", () => {
  const place = { page: "a.html", id: "", begins: "" };
  assert.equal(fragment(place), "");
  assert.equal(fragment({ ...place, id: "p 5" }), "#p%205");
  assert.equal(fragment({ ...place, begins: "Über, a" }), "#variorum:%C3%9Cber%2C%20a");
});
