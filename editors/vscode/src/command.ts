/** Where the `variorum` command is, and what it says of itself. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export interface Surroundings {
  /** The folders that are open, the first of them first. */
  folders: string[];
  /** What the settings name; empty if they name nothing. */
  named: string;
  /** The value of PATH. */
  path: string;
  windows: boolean;
}

/** The command that the settings name, that of an open folder's environment, or that of the path. */
export function findCommand({ folders, named, path, windows }: Surroundings): string | undefined {
  if (named) return named;
  const [below, name] = windows ? ["Scripts", "variorum.exe"] : ["bin", "variorum"];
  const places = [
    ...folders.map((folder) => join(folder, ".venv", below, name)),
    ...path.split(delimiter).filter(Boolean).map((folder) => join(folder, name)),
  ];
  return places.find(canRun);
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The address in a line of `variorum watch`, if there is one. */
export function addressIn(line: string): string | undefined {
  return /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
}

/** The line that installs the command in a folder, for the shell of a terminal. */
export function installLine(shell: string, windows: boolean): string {
  const name = shell.toLowerCase();
  const isPowerShell = /(?:pwsh|powershell)(?:\.exe)?$/.test(name);
  const isPosix = !windows || (!isPowerShell && /sh(?:\.exe)?$/.test(name));
  const python = windows ? "py" : "python3";
  const bin = windows ? "Scripts" : "bin";
  const slash = isPosix ? "/" : "\\";
  // the PowerShell that comes with Windows has no &&
  const then = isPowerShell ? ";" : " &&";
  return `${python} -m venv .venv${then} ${[".venv", bin, "python"].join(slash)} -m pip install "variorum[lsp]"`;
}

export interface Place {
  /** The page, below the site. */
  page: string;
  /** The id of the block that shows the place, or how it begins; one of them may be empty. */
  id: string;
  begins: string;
}

/** The end of an address that leads to a place of a page which `variorum watch` serves. */
export function fragment({ id, begins }: Place): string {
  if (id) return `#${encodeURIComponent(id)}`;
  return begins ? `#variorum:${encodeURIComponent(begins)}` : "";
}
