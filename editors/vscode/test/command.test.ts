/** Which `variorum` is taken, tried with folders on the disk. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { test } from "node:test";
import { addressIn, findCommand } from "../src/command";

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
