// node edges.mjs PAGE: on a desk, the left and right edges of the text and of what is said about it below, as JSON.
import { pathToFileURL } from "node:url";
import { visit, withBrowser } from "./browser.mjs";

const report = await withBrowser(async (browser) => {
  const { page } = await visit(browser, pathToFileURL(process.argv[2]).href);
  return page.evaluate(() => {
    const edges = (selector) => {
      const { left, right } = document.querySelector(selector).getBoundingClientRect();
      return [Math.round(left), Math.round(right)];
    };
    return Object.fromEntries([".tei-text", ".about"].map((each) => [each, edges(each)]));
  });
});
console.log(JSON.stringify(report));
