// node check.mjs PAGE...: looks at each page on a phone and a desk, light and dark, and prints
// what is wrong as JSON: [{page, view, rule, detail}].
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { show, visit, withBrowser } from "./browser.mjs";

const VIEWS = [
  { width: 360, scheme: "light" },
  { width: 360, scheme: "dark" },
  { width: 1280, scheme: "light" },
  { width: 1280, scheme: "dark" },
];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// what is in order is not described: for a page of many links that takes longer than to look at it
const ASKED = { runOnly: TAGS, resultTypes: ["violations"], selectors: false };

/** Loads a page once and looks at it in each view, with its scripts or without. */
async function look(browser, file, scripts) {
  const url = pathToFileURL(file).href + (scripts ? "#with=B" : "");
  const { page, requests } = await visit(browser, url, { ...VIEWS[0], scripts });
  await page.setJavaScriptEnabled(true); // axe's own; a page that was loaded without stays so
  await page.evaluate(axe);
  const all = [];
  for (const view of VIEWS) {
    await show(page, view);
    const found = [...(await faults(page)), ...requests.splice(0).map(asRequest)];
    const where = { page: file, view: `${view.width} ${view.scheme}` };
    all.push(...found.map((finding) => ({ ...where, ...finding })));
  }
  await page.close();
  return all;
}

const asRequest = (url) => ({ rule: "request", detail: url });

/** What axe finds in the page as it is shown, and whether it is wider than the screen. */
async function faults(page) {
  const report = await page.evaluate((asked) => window.axe.run(asked), ASKED);
  const found = report.violations.map(({ id, nodes }) => ({
    rule: id,
    detail: nodes.slice(0, 3).map(({ html }) => html).join("\n"),
  }));
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (wider > 0) found.push({ rule: "overflow", detail: `${wider} px wider than the screen` });
  return found;
}

const findings = await withBrowser(async (browser) => {
  const all = [];
  for (const file of process.argv.slice(2)) {
    const compares = (await readFile(file, "utf8")).includes("<script nonce");
    for (const scripts of compares ? [false, true] : [false]) {
      all.push(...(await look(browser, file, scripts)));
    }
  }
  return all;
});
console.log(JSON.stringify(findings, null, 1));
