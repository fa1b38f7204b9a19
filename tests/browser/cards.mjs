// node cards.mjs PAGE: whether the card of a name is shown after each of a reader's moves, as JSON.
import { pathToFileURL } from "node:url";
import { visit, withBrowser } from "./browser.mjs";

const url = pathToFileURL(process.argv[2]).href;
const NAME = ".tei-text p a.name[href*='register/']";
const settled = () => new Promise((resolve) => setTimeout(resolve, 900));

const report = await withBrowser(async (browser) => {
  const { page } = await visit(browser, url, { scripts: true });
  const name = await page.$(NAME);
  const shown = async () => {
    await settled();
    return page.$eval("#variorum-card", (card) => !card.hidden);
  };
  const middle = async () => {
    const { x, y, width, height } = await name.boundingBox();
    return [x + width / 2, y + height / 2];
  };
  await page.keyboard.press("Tab"); // from now on the focus is the keyboard's

  // the focus leaves the name before its card is loaded
  await name.evaluate((link) => {
    const next = document.querySelector("a.skip");
    link.focus();
    next.focus();
  });
  const left = await shown();
  await name.focus();
  const focused = await shown();
  await page.keyboard.press("Escape");
  const dismissed = await shown();

  // the page is scrolled until the name is below a mouse that rests
  const [x, y] = await middle();
  await page.mouse.move(x, y - 150);
  await page.evaluate(() => scrollBy({ top: 150, behavior: "instant" }));
  const rested = await shown();
  await page.mouse.move(x + 1, y - 149);
  const hovered = await shown();
  await page.mouse.move(2, 2);
  const away = await shown();
  return { left, focused, dismissed, rested, hovered, away };
});
console.log(JSON.stringify(report));
