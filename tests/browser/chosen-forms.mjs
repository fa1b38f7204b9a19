// node chosen-forms.mjs PAGE: the page of two frames, with its scripts: the translation is chosen on the left
// and scrolled to a paragraph, then the pictures on the right, then a witness on the left. After each
// choice: which forms are marked as chosen, the address, and what is at the top of each frame, as JSON.
import { pathToFileURL } from "node:url";
import { visit, withBrowser } from "./browser.mjs";

const url = pathToFileURL(process.argv[2]).href;
const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Seen from within a frame: the first words of what crosses its upper edge, or the name of a picture. */
function top() {
  const all = [...document.querySelectorAll(".tei-text p[id], .cell p:not(.number), figure.cell")];
  const shown = all.filter((each) => each.checkVisibility());
  const first = shown.find((each) => each.getBoundingClientRect().bottom > 1);
  const words = first?.querySelector("figcaption") ?? first;
  return words?.textContent.trim().split(/\s+/).slice(0, 2).join(" ");
}

const report = await withBrowser(async (browser) => {
  const { page } = await visit(browser, url, { scripts: true });
  const frame = (name) => page.frames().find((one) => one.name() === name);
  const found = [];
  const choose = async (side, words) => {
    await page.evaluate(
      (target, text) =>
        [...document.querySelectorAll(`a[target="${target}"]`)].find((a) => a.textContent === text).click(),
      side,
      words,
    );
    await wait(700);
  };
  const look = async () => {
    found.push({
      current: await page.$$eval(".side [aria-current]", (all) => all.map((a) => a.textContent)),
      address: await page.evaluate(() => location.hash),
      tops: await Promise.all(["left", "right"].map((side) => frame(side).evaluate(top))),
    });
  };
  await wait(500);
  await choose("left", "Translation");
  await frame("left").evaluate(() => {
    const place = [...document.querySelectorAll(".cell p:not(.number)")].find(
      (each) => each.textContent.startsWith("Words 9") && each.checkVisibility(),
    );
    scrollBy({ top: place.getBoundingClientRect().top + 4, behavior: "instant" });
  });
  await wait(500);
  await look();
  await choose("right", "Facsimile");
  await look();
  await choose("left", "B");
  await look();
  return found;
});
console.log(JSON.stringify(report));
