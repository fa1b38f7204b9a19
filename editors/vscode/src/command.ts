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
