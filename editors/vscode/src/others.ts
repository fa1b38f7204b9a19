/** Other servers for XML underline what Variorum underlines, too: they can leave it these files. */
import * as vscode from "vscode";

const OTHER = "redhat.vscode-xml";
const FILTERS = "validation.filters";
const OURS = { pattern: "**/tei/**", enabled: false };

/** Has the other extension judge no file of the edition, if the user agrees. */
export async function leaveToVariorum(): Promise<void> {
  const settings = vscode.workspace.getConfiguration("variorum");
  const choice = settings.get<string>("otherServers", "ask");
  if (choice === "leave" || !vscode.extensions.getExtension(OTHER)) return;
  const xml = vscode.workspace.getConfiguration("xml");
  const filters = xml.get<{ pattern?: string }[]>(FILTERS, []);
  if (filters.some(({ pattern }) => pattern === OURS.pattern)) return;
  if (choice === "ask" && !(await agrees(settings))) return;
  await xml.update(FILTERS, [...filters, OURS], vscode.ConfigurationTarget.Workspace);
}

async function agrees(settings: vscode.WorkspaceConfiguration): Promise<boolean> {
  const [yes, no] = ["Leave them to Variorum", "Keep both"];
  const what = "The extension “XML” of Red Hat judges TEI files, too, so that mistakes are underlined twice.";
  const answer = await vscode.window.showInformationMessage(what, yes, no);
  if (answer === no) await settings.update("otherServers", "leave", vscode.ConfigurationTarget.Workspace);
  return answer === yes;
}
