/** The page beside the text: `variorum watch` makes it, the browser within VS Code shows it. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import * as vscode from "vscode";
import { type Place, addressIn, fragment } from "./command";

export class Preview implements vscode.Disposable {
  private process: ChildProcess | undefined;
  private site: Promise<string> | undefined;

  constructor(private readonly output: vscode.OutputChannel) {}

  /** Shows the page, and in it the place. */
  async show(command: string, folder: string, place: Place): Promise<void> {
    this.site ??= this.start(command, folder);
    const known = await fetch(new URL(place.page, await this.site), { method: "HEAD" });
    const address = new URL(known.ok ? place.page + fragment(place) : "", await this.site);
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    await vscode.commands.executeCommand("simpleBrowser.api.open", vscode.Uri.parse(address.href), column);
  }

  private start(command: string, folder: string): Promise<string> {
    const watching = spawn(command, ["watch"], { cwd: folder });
    this.process = watching;
    watching.stderr.on("data", (told) => this.output.append(String(told)));
    return new Promise((resolve, reject) => {
      createInterface(watching.stdout).on("line", (line) => {
        this.output.appendLine(line);
        const address = addressIn(line);
        if (address) resolve(address);
      });
      watching.on("error", reject);
      watching.on("exit", (status) => {
        this.site = undefined;
        reject(new Error(`variorum watch has ended (exit status ${status})`));
      });
    });
  }

  dispose(): void {
    this.process?.kill("SIGINT");
  }
}
