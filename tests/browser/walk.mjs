// node walk.mjs PAGE: uses a page of an edition as readers do, and prints what happened as JSON.
import { pathToFileURL } from "node:url";
import { visit, withBrowser } from "./browser.mjs";

const url = pathToFileURL(process.argv[2]).href;
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));

/** Follows `selector`; tells how far the page moved and whether its target can be seen. */
async function follow(page, selector) {
  await page.$eval(selector, (link) => link.scrollIntoView({ block: "center" }));
  await settled();
  const before = await page.evaluate(() => window.scrollY);
  await page.click(selector);
  await settled();
  return page.evaluate((scrolled) => {
    const target = document.querySelector(":target");
    const box = target?.getBoundingClientRect();
    return {
      target: target?.id ?? "",
      moved: Math.abs(window.scrollY - scrolled),
      seen: Boolean(box && box.height > 0 && box.top >= 0 && box.bottom <= window.innerHeight),
    };
  }, before);
}

/** The first stops of the tabulator key, and where the first of them leads. */
async function keyboard(browser) {
  const { page } = await visit(browser, url);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => {
    const { className, textContent } = document.activeElement;
    const box = document.activeElement.getBoundingClientRect();
    return { className, textContent, onScreen: box.top >= 0 && box.left >= 0 };
  });
  await page.keyboard.press("Enter");
  const after = await page.evaluate(() => document.activeElement.id);
  await page.keyboard.press("Tab");
  const next = await page.evaluate(() => Boolean(document.activeElement.closest("article")));
  const stops = await page.evaluate(
    () => [...document.querySelectorAll("a, [tabindex='0']")].filter((e) => e.tabIndex < 0).length,
  );
  return { first, after, next, unreachable: stops };
}

/** A note and an entry opened from the text and left again. */
async function commentary(browser, view) {
  const { page } = await visit(browser, url, view);
  const links = await page.$$eval(".note-reference, .entry-reference", (all) => {
    const pick = (kind) => all.filter((link) => link.classList.contains(kind)).at(-3);
    return [pick("note-reference"), pick("entry-reference")].map((link) => link.id);
  });
  const result = [];
  for (const id of links) {
    const there = await follow(page, `#${id}`);
    const back = await follow(page, `#${there.target} > .back`);
    result.push({ from: id, there, back });
  }
  return result;
}

const report = await withBrowser(async (browser) => ({
  keyboard: await keyboard(browser),
  phone: await commentary(browser, { width: 360, height: 740 }),
  desk: await commentary(browser, { width: 1280, height: 900 }),
  scripted: await commentary(browser, { width: 1280, height: 900, scripts: true }),
}));
console.log(JSON.stringify(report, null, 1));
