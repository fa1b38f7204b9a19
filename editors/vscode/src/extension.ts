/** A thin client: what it knows of TEI comes from `variorum lsp`, what it shows from VS Code. */
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Place, findCommand, installLine } from "./command";
import { leaveToVariorum } from "./others";
import { Preview } from "./preview";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Variorum");
  const preview = new Preview(output);
  const commands: Record<string, () => unknown> = {
    "variorum.preview": () => show(preview),
    "variorum.check": () => run(["check"]),
    "variorum.build": () => run(["build"]),
    "variorum.new": begin,
    "variorum.restart": restart,
  };
  context.subscriptions.push(output, preview);
  for (const [name, answer] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, answer));
  }
  context.subscriptions.push(vscode.commands.registerCommand("variorum.references", showReferences));
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
    terminal().sendText(installLine(vscode.env.shell, process.platform === "win32"), false);
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

/** Shows who points to what stands at a place; a lens of the server asks for it. */
async function showReferences(address: string, line: number, character: number): Promise<void> {
  const uri = vscode.Uri.parse(address);
  const at = new vscode.Position(line, character);
  const found = await vscode.commands.executeCommand("vscode.executeReferenceProvider", uri, at);
  await vscode.commands.executeCommand("editor.action.showReferences", uri, at, found);
}

async function show(preview: Preview): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const folder = editor && vscode.workspace.getWorkspaceFolder(editor.document.uri)?.uri.fsPath;
  const found = folder && (await command());
  if (!editor || !folder || !found) return;
  const place = await placeOf(editor);
  const title = "Variorum builds the site";
  const location = vscode.ProgressLocation.Notification;
  await vscode.window.withProgress({ location, title }, () => preview.show(found, folder, place));
}

/** Where the page shows what is at the cursor. */
async function placeOf({ document, selection }: vscode.TextEditor): Promise<Place> {
  const { line, character } = selection.active;
  const asked = { command: "variorum.place", arguments: [document.uri.toString(), line, character] };
  return (await client?.sendRequest<Place>("workspace/executeCommand", asked)) ?? { page: "", id: "", begins: "" };
}

/** Runs the command beside the text. No shell has a say in it, since each quotes in its own way. */
async function run(words: string[], folder = vscode.workspace.workspaceFolders?.[0]): Promise<void> {
  const found = await command();
  if (!found) return;
  const what = new vscode.ProcessExecution(found, words, { cwd: folder?.uri.fsPath });
  const scope = folder ?? vscode.TaskScope.Global;
  await vscode.tasks.executeTask(new vscode.Task({ type: "process" }, scope, words[0] ?? "", "Variorum", what));
}

async function begin(): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    openLabel: "Begin an edition here",
  });
  if (chosen?.[0]) await run(["new", chosen[0].fsPath]);
}

function terminal(): vscode.Terminal {
  const shown = vscode.window.terminals.find(({ name }) => name === "Variorum");
  const used = shown ?? vscode.window.createTerminal("Variorum");
  used.show();
  return used;
}
