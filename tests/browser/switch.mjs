// node switch.mjs PAGE: chooses text after text by the keyboard on a page of many witnesses, and
// prints as JSON how long each choice took, in milliseconds, from the key to the frame after the one
// that shows it; and how long this machine takes to lay out all of the page in the same way.
import { pathToFileURL } from "node:url";
import { visit, withBrowser } from "./browser.mjs";

const url = pathToFileURL(process.argv[2]).href;
const SWITCHES = 6;
const settled = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Keeps the time from each key to the second frame that begins after it: the first is shown. */
function watch() {
  window.keys = [];
  const keep = ({ timeStamp }) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => window.keys.push(Math.round(performance.now() - timeStamp))),
    );
  addEventListener("keydown", keep, { capture: true });
}

/** The longest of three times from a change of all of the page to the second frame after it. */
async function layout(browser) {
  const { page } = await visit(browser, url, { scripts: true });
  const time = await page.evaluate(async () => {
    const frames = () =>
      new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
    const sheet = new CSSStyleSheet(); // the policy of the page allows no other style sheet
    sheet.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [sheet];
    await frames();
    const times = [];
    for (const size of ["107%", "108%", "109%"]) {
      const begin = performance.now();
      document.documentElement.style.fontSize = size; // the text is measured in rem
      await frames();
      times.push(Math.round(performance.now() - begin));
    }
    return Math.max(...times);
  });
  await page.close();
  return time;
}

/** Chooses one option of a field after the other, beginning at what `wishes` choose. */
async function switches(browser, field, wishes = {}) {
  const { page } = await visit(browser, `${url}#${new URLSearchParams(wishes)}`, { scripts: true });
  await page.evaluate(watch);
  await page.focus(`#edition-choices [name=${field}]`);
  await settled(500);
  const options = await page.$$eval(`[name=${field}] option`, ({ length }) => length - 1);
  const made = [];
  for (let count = 0; count < Math.min(SWITCHES, options); count += 1) {
    await page.keyboard.press("ArrowDown");
    await settled(500);
    made.push(
      await page.evaluate(() => ({
        time: window.keys.pop(),
        chosen: location.hash,
        differences: document.querySelectorAll(".other").length,
        entries: document.querySelectorAll(".entry:not([hidden])").length,
      })),
    );
  }
  await page.close();
  return made;
}

const report = await withBrowser(async (browser) => {
  const { page } = await visit(browser, url);
  const sigla = await page.$$eval("[name=text] option", (all) => all.map(({ value }) => value));
  await page.close();
  const [one, two, three] = [7, 20, 11].map((number) => sigla[number]);
  const pair = { text: two, with: one };
  const made = {
    text: await switches(browser, "text"),
    first: await switches(browser, "text", { with: one }),
    second: await switches(browser, "with", { text: two }),
    filtered: await switches(browser, "text", { with: one, witness: three, kind: "omission" }),
    witness: await switches(browser, "witness", pair),
    kind: await switches(browser, "kind", pair),
  };
  return { layout: await layout(browser), switches: made };
});
console.log(JSON.stringify(report));
