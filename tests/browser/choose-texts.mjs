// node choose-texts.mjs PAGE: chooses texts on a page with several witnesses, as a reader with scripts
// does, and prints what the page then shows as JSON.
import { pathToFileURL } from "node:url";
import { visit, withBrowser } from "./browser.mjs";

const url = pathToFileURL(process.argv[2]).href;
const APART =
  ".number, .note-reference, .note-between, .entry-reference, .hidden, .line-number, .break," +
  ".beside, .also, .graphic, .ptr, .milestone, .separator, .other, .lacuna, [hidden]";

const open = (browser, hash = "", view = {}) =>
  visit(browser, url + hash, { scripts: true, ...view });

/** Chooses values in the form. */
function choose(page, wishes) {
  return page.evaluate((chosen) => {
    const form = document.getElementById("edition-choices");
    for (const [name, value] of Object.entries(chosen)) form.elements[name].value = value;
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }, wishes);
}

function state(page) {
  return page.evaluate((apart) => {
    const copy = document.getElementById("edition-text").cloneNode(true);
    for (const added of copy.querySelectorAll(apart)) added.remove();
    return {
      text: copy.textContent,
      status: document.querySelector(".choices .status").textContent,
      hash: location.hash,
      differences: document.querySelectorAll(".other").length,
      marked: document.querySelectorAll("#edition-text .differs:not([hidden])").length,
      entries: [...document.querySelectorAll(".entry:not([hidden])")].map(({ id }) => id),
      ids: [...document.querySelectorAll("[id]")].map(({ id }) => id).length,
    };
  }, APART);
}

/** The text as it is seen, a line for each block, without what the page adds to it; all of it, for
 * what has not been laid out yet, since it is out of sight, has no text. */
async function seen(page) {
  const apart = APART.replace(" .separator,", "");
  const shown = "* { content-visibility: visible !important }";
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet(); // the policy of the page allows no other style sheet
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, `${shown} ${apart} { display: none !important }`);
  const text = await page.$eval("#edition-text", ({ innerText }) => innerText);
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  return text;
}

/** The text of a witness on its own page. */
async function ownPage(browser, siglum) {
  const own = `${url.replace(/\.html$/, "")}${siglum && `.${siglum}`}.html`;
  const { page } = await visit(browser, own);
  const text = await seen(page);
  await page.close();
  return text;
}

/** Each text alone, then the reading text again. */
async function texts(browser) {
  const { page, requests } = await open(browser);
  const sigla = await page.$$eval("#edition-choices [name=text] option", (all) =>
    all.map(({ value }) => value),
  );
  const shown = {};
  for (const siglum of sigla) {
    await choose(page, { text: siglum, with: "" });
    shown[siglum] = {
      ...(await state(page)),
      seen: await seen(page),
      own: await ownPage(browser, siglum),
    };
  }
  await choose(page, { text: "" });
  return { shown, again: await state(page), requests };
}

/** Two texts from the address; back; an address that names a place. */
async function address(browser, [one, two]) {
  const { page } = await open(browser, `#text=${one}&with=${two}`);
  const loaded = await state(page);
  await choose(page, { text: two, with: one });
  const turned = await state(page);
  await page.goBack();
  const back = await state(page);
  const [first] = back.entries;
  await choose(page, { witness: one, kind: "omission" });
  const filtered = await state(page);
  await page.click(`a[href="#${first}"].entry-reference`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { loaded, turned, back, filtered, revealed: await state(page), first };
}

/** The form by the keyboard alone: a text, then the next difference. */
async function keyboard(browser, [, two]) {
  const { page } = await open(browser);
  await page.focus("#edition-choices [name=with]");
  await page.keyboard.type(two);
  await page.keyboard.press("Tab");
  const chosen = await state(page);
  const stops = [];
  for (let stop = 0; stop < 5; stop += 1) {
    stops.push(await page.evaluate(() => document.activeElement.name ?? ""));
    if (stops.at(-1) === "next") break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  const at = await page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    return {
      className: document.activeElement.className,
      seen: box.top >= 0 && box.bottom <= window.innerHeight,
    };
  });
  return { chosen, stops, at };
}

const report = await withBrowser(async (browser) => {
  const first = await texts(browser);
  const sigla = Object.keys(first.shown).filter(Boolean);
  return {
    ...first,
    address: await address(browser, sigla),
    keyboard: await keyboard(browser, sigla),
  };
});
console.log(JSON.stringify(report));
