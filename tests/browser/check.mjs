// node check.mjs PAGE...: looks at each page on a phone and a desk, light and dark, and prints
// what is wrong as JSON: [{page, view, rule, detail}].
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { visit, withBrowser } from "./browser.mjs";

const VIEWS = [
  { width: 360, scheme: "light" },
  { width: 360, scheme: "dark" },
  { width: 1280, scheme: "light" },
  { width: 1280, scheme: "dark" },
];
const COMPARING = VIEWS.map((view) => ({ ...view, scripts: true }));
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function look(browser, file, view) {
  const hash = view.scripts ? "#with=B" : "";
  const { page, requests } = await visit(browser, pathToFileURL(file).href + hash, view);
  const found = requests.map((url) => ({ rule: "request", detail: url }));
  await page.setJavaScriptEnabled(true); // axe's own; a page that was loaded without stays so
  await page.evaluate(axe);
  const report = await page.evaluate((tags) => window.axe.run({ runOnly: tags }), TAGS);
  for (const { id, nodes } of report.violations) {
    found.push({ rule: id, detail: nodes.slice(0, 3).map(({ html }) => html).join("\n") });
  }
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (wider > 0) found.push({ rule: "overflow", detail: `${wider} px wider than the screen` });
  await page.close();
  return found.map((finding) => ({ page: file, view: `${view.width} ${view.scheme}`, ...finding }));
}

const findings = await withBrowser(async (browser) => {
  const all = [];
  for (const file of process.argv.slice(2)) {
    const compares = (await readFile(file, "utf8")).includes("<script nonce");
    const views = compares ? [...VIEWS, ...COMPARING] : VIEWS;
    for (const view of views) all.push(...(await look(browser, file, view)));
  }
  return all;
});
console.log(JSON.stringify(findings, null, 1));
