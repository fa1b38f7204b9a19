/** A thin client: what it knows of TEI comes from `variorum lsp`, what it shows from VS Code. */
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { findCommand } from "./command";
import { leaveToVariorum } from "./others";
import { Preview } from "./preview";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Variorum");
  const preview = new Preview(output);
  const commands: Record<string, () => unknown> = {
    "variorum.preview": () => show(preview),
    "variorum.check": () => inTerminal("check"),
    "variorum.build": () => inTerminal("build"),
    "variorum.new": begin,
    "variorum.restart": restart,
  };
  context.subscriptions.push(output, preview);
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, run));
  }
  await restart();
  await leaveToVariorum();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** The command; where there is none, it is said how to install it. */
async function command(): Promise<string | undefined> {
  const found = findCommand({
    folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
    named: vscode.workspace.getConfiguration("variorum").get("command", ""),
    path: process.env.PATH ?? "",
    windows: process.platform === "win32",
  });
  if (found) return found;
  const install = "Install it in a terminal";
  const what = "Variorum is not installed: there is no variorum in .venv of this folder, nor on the path.";
  if ((await vscode.window.showWarningMessage(what, install)) === install) {
    const bin = process.platform === "win32" ? "Scripts" : "bin";
    terminal().sendText(`python3 -m venv .venv && .venv/${bin}/python -m pip install "variorum[lsp]"`, false);
  }
  return undefined;
}

async function restart(): Promise<void> {
  await client?.stop();
  client = undefined;
  const found = await command();
  if (!found) return;
  const server = { command: found, args: ["lsp"], transport: TransportKind.stdio };
  client = new LanguageClient("variorum", "Variorum", server, {
    documentSelector: [{ language: "xml", scheme: "file" }],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{xml,rng,sch,odd,toml}") },
  });
  await client.start();
}

async function show(preview: Preview): Promise<void> {
  const file = vscode.window.activeTextEditor?.document.uri;
  const folder = file && vscode.workspace.getWorkspaceFolder(file)?.uri.fsPath;
  const found = folder && (await command());
  if (!file || !folder || !found) return;
  const title = "Variorum builds the site";
  const location = vscode.ProgressLocation.Notification;
  await vscode.window.withProgress({ location, title }, () => preview.show(found, folder, file.fsPath));
}

async function inTerminal(verb: string): Promise<void> {
  const found = await command();
  if (found) terminal().sendText(`"${found}" ${verb}`);
}

async function begin(): Promise<void> {
  const found = await command();
  if (!found) return;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    openLabel: "Begin an edition here",
  });
  if (chosen?.[0]) terminal().sendText(`"${found}" new "${chosen[0].fsPath}"`);
}

function terminal(): vscode.Terminal {
  const shown = vscode.window.terminals.find(({ name }) => name === "Variorum");
  const used = shown ?? vscode.window.createTerminal("Variorum");
  used.show();
  return used;
}
