// node keys.mjs PAGE...: goes through each page by the tabulator key alone, on a phone and a desk,
// and prints as JSON what it does not reach, or reaches where nothing can be seen:
// [{page, view, fault, element}].
import { pathToFileURL } from "node:url";
import { visit, withBrowser } from "./browser.mjs";

const LONGEST = 3000; // keys, those within frames included
const MOMENT = 200; // milliseconds
const VIEWS = [
  { width: 360, height: 740 },
  { width: 1280, height: 900, scheme: "dark", scripts: true },
];

/** Numbers all that a keyboard should reach; those in frames are their own page's. */
function number() {
  const wanted = "a[href], button, select, summary, iframe, [tabindex='0']";
  const all = [...document.querySelectorAll(wanted)].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  all.forEach((element, place) => (element.dataset.stop = place));
  return all.length;
}

/** What is wrong with the element that has the focus. */
function look() {
  /** Whether a line begins or ends beyond the window or what scrolls around it, and need not. */
  function isCut(what, { left, right }) {
    const frames = [{ left: 0, right: innerWidth }];
    for (let around = what.parentElement; around; around = around.parentElement) {
      if (getComputedStyle(around).overflowX === "auto") frames.push(around.getBoundingClientRect());
    }
    return frames.some((frame) => {
      const fits = right - left <= frame.right - frame.left + 1;
      return fits && (left < frame.left - 1 || right > frame.right + 1);
    });
  }

  const element = document.activeElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const marked = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  const [box] = element.getClientRects();
  const middle = box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const seen =
    box && middle.x >= 0 && middle.x < innerWidth && middle.y >= 0 && middle.y < innerHeight;
  const under = seen && document.elementFromPoint(middle.x, middle.y);
  const covered = under && !element.contains(under) && !under.contains(element);
  const faults = [];
  if (!seen) faults.push("out of sight");
  else if (isCut(element, box)) faults.push("partly out of sight");
  if (covered) faults.push(`covered by ${under.outerHTML.slice(0, 80)}`);
  if (element.tagName !== "IFRAME" && !marked) faults.push(`no outline (${outlineColor})`);
  return { stop: element.dataset.stop, element: element.outerHTML.slice(0, 120), faults };
}

async function walk(browser, file, view) {
  const { page } = await visit(browser, pathToFileURL(file).href, view);
  const stops = await page.evaluate(number);
  const reached = new Set();
  const found = [];
  let first, last;
  for (let pressed = 0; reached.size < stops && pressed < LONGEST; pressed += 1) {
    await page.keyboard.press("Tab");
    let { stop, element, faults } = await page.evaluate(look);
    if (faults.length) {
      // a card that is about to be hidden covers nothing a moment later
      await new Promise((resolve) => setTimeout(resolve, MOMENT));
      ({ stop, element, faults } = await page.evaluate(look));
    }
    // where the first has the focus for a second time, the tabulator has been everywhere
    if (stop !== undefined && stop === first && stop !== last) break;
    first ??= stop;
    last = stop;
    if (stop === undefined || reached.has(stop)) continue;
    reached.add(stop);
    found.push(...faults.map((fault) => ({ fault, element })));
  }
  const missed = await page.$$eval("[data-stop]", (all) =>
    all.map(({ dataset, outerHTML }) => [dataset.stop, outerHTML.slice(0, 120)]),
  );
  for (const [stop, element] of missed) {
    if (!reached.has(stop)) found.push({ fault: "not reached", element });
  }
  await page.close();
  return found.map((finding) => ({ page: file, view: view.width, ...finding }));
}

const findings = await withBrowser(async (browser) => {
  const all = [];
  for (const file of process.argv.slice(2)) {
    for (const view of VIEWS) all.push(...(await walk(browser, file, view)));
  }
  return all;
});
console.log(JSON.stringify(findings, null, 1));
