// node filter.mjs PAGE WORDS...: writes words one after the other into the field above the table of a page, and
// prints for each what is shown: {rows, count, label}. Without a script there is no field: {fields}.
import { pathToFileURL } from "node:url";
import { visit, withBrowser } from "./browser.mjs";

const [file, ...words] = process.argv.slice(2);
const url = pathToFileURL(file).href;

const report = await withBrowser(async (browser) => {
  const still = await visit(browser, url);
  const fields = await still.page.$$eval("input", (found) => found.length);
  const { page } = await visit(browser, url, { scripts: true });
  const shown = [];
  for (const text of words) {
    await page.$eval("input[type=search]", (field) => { field.value = ""; });
    await page.type("input[type=search]", text);
    shown.push(await page.evaluate(() => ({
      rows: [...document.querySelectorAll("tbody tr")].filter((row) => row.checkVisibility()).map((row) => row.id),
      count: document.querySelector("[role=status]").textContent,
      label: document.querySelector("input[type=search]").labels[0].textContent.trim(),
    })));
  }
  return { fields, shown };
});
console.log(JSON.stringify(report, null, 1));
