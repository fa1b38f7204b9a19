// node together.mjs PAGE: the page of two frames, with its scripts: how far each text is scrolled, and
// which place of it is at the top, after the left one and then the right one is scrolled, as JSON.
import { pathToFileURL } from "node:url";
import { visit, withBrowser } from "./browser.mjs";

const url = pathToFileURL(process.argv[2]).href;
const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Seen from within a frame: the place that crosses its upper edge. */
function top() {
  const places = [...document.querySelectorAll(".tei-text :is(p, .tei-ab, .tei-l)[id]")];
  return places.find((place) => place.getBoundingClientRect().bottom > 0)?.id;
}

const report = await withBrowser(async (browser) => {
  const { page } = await visit(browser, url, { scripts: true });
  const frames = page.frames().filter((one) => one.parentFrame());
  await Promise.all(frames.map((frame) => frame.waitForSelector("article")));
  await wait(300);
  const found = [];
  for (const [frame, distance] of [[frames[0], 700], [frames[1], -400]]) {
    await frame.evaluate((by) => scrollBy({ top: by, behavior: "instant" }), distance);
    await wait(500);
    found.push({
      places: await Promise.all(frames.map((one) => one.evaluate(top))),
      scrolled: await Promise.all(frames.map((one) => one.evaluate(() => scrollY))),
      bars: await Promise.all(frames.map((one) => one.evaluate(() => document.querySelector(".bar").offsetHeight))),
    });
  }
  return found;
});
console.log(JSON.stringify(report));
