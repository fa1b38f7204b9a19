// node frames.mjs PAGE: the page of two frames, scripts off: what each frame shows, at first and
// after a text of its list is asked for by the keyboard, as JSON.
import { pathToFileURL } from "node:url";
import { visit, withBrowser } from "./browser.mjs";

const url = pathToFileURL(process.argv[2]).href;

async function shown(page) {
  const all = {};
  for (const frame of page.frames().filter((one) => one.parentFrame())) {
    const article = await frame.waitForSelector("article", { timeout: 5000 });
    all[frame.name()] = {
      name: await article.evaluate((element) => element.getAttribute("aria-label")),
      words: await article.evaluate((element) => element.textContent.length),
    };
  }
  return all;
}

const report = await withBrowser(async (browser) => {
  const { page } = await visit(browser, url);
  const first = await shown(page);
  for (const side of ["left", "right"]) {
    const links = await page.$$(`a[target=${side}]`);
    await links[side === "left" ? 2 : 3].focus();
    await page.keyboard.press("Enter");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return { first, then: await shown(page) };
});
console.log(JSON.stringify(report));
