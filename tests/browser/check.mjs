// node check.mjs PAGE...: looks at each page on a phone, a tablet and a desk, light and dark, with and
// without its scripts, and prints what is wrong as JSON: [{page, view, rule, detail}]. With `--all`
// first, each page is looked at in every size and scheme, both with its scripts and without.
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
const EVERY = [...VIEWS, { width: 768, scheme: "light" }, { width: 768, scheme: "dark" }];
const PLAIN = { views: [VIEWS[0], VIEWS[2]] };
const SCRIPTED = { scripts: true, views: [VIEWS[1], { width: 768, scheme: "light" }, VIEWS[3]] };
const COMPARING = { scripts: true, hash: "#with=B", views: VIEWS };
const ZOOMED = 320; // WCAG 2.2, 1.4.10: a window of 1280 px at 400 %
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// what is in order is not described: for a page of many links that takes longer than to look at it
const ASKED = { runOnly: TAGS, resultTypes: ["violations"], selectors: false };

/** A movement of less than a thousandth of the screen is not seen. */
const UNSEEN = 0.001;

/** Loads a page once and looks at it in each view, with its scripts or without. */
async function look(browser, file, { scripts = false, hash = "", views }) {
  const url = pathToFileURL(file).href + hash;
  const { page, requests } = await visit(browser, url, { ...views[0], scripts });
  await page.setJavaScriptEnabled(true); // axe's own; a page that was loaded without stays so
  const moved = scripts && !hash ? await page.evaluate(shifted) : 0;
  const all = moved > UNSEEN ? [{ page: file, view: "", rule: "layout-shift", detail: String(moved) }] : [];
  await page.evaluate(axe);
  for (const view of views) {
    await show(page, view);
    const found = [...(await faults(page)), ...requests.splice(0).map(asRequest)];
    const where = { page: file, view: `${view.width} ${view.scheme}${scripts ? " scripted" : ""}` };
    all.push(...found.map((finding) => ({ ...where, ...finding })));
  }
  await show(page, { ...views[0], width: ZOOMED });
  all.push(...(await overflow(page)).map((found) => ({ page: file, view: "zoomed", ...found })));
  await page.close();
  return all;
}

const asRequest = (url) => ({ rule: "request", detail: url });

/** How much the page has moved by itself (Layout Instability API). */
function shifted() {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) sum += value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 100);
  });
}

/** What axe finds in the page as it is shown, and whether it is wider than the screen. */
async function faults(page) {
  const report = await page.evaluate((asked) => window.axe.run(asked), ASKED);
  const found = report.violations.map(({ id, nodes }) => ({
    rule: id,
    detail: nodes.slice(0, 3).map(({ html }) => html).join("\n"),
  }));
  return [...found, ...(await overflow(page))];
}

async function overflow(page) {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return wider > 0 ? [{ rule: "overflow", detail: `${wider} px wider than the screen` }] : [];
}

const [option, ...others] = process.argv.slice(2);
const everyView = option === "--all";

const findings = await withBrowser(async (browser) => {
  const all = [];
  for (const file of everyView ? others : process.argv.slice(2)) {
    const compares = (await readFile(file, "utf8")).includes('id="edition-choices"');
    for (const way of compares ? [PLAIN, SCRIPTED, COMPARING] : [PLAIN, SCRIPTED]) {
      all.push(...(await look(browser, file, everyView ? { ...way, views: EVERY } : way)));
    }
  }
  return all;
});
console.log(JSON.stringify(findings, null, 1));
