// node search.mjs PAGE QUESTIONS: asks the page of the search what a reader would, and prints for each
// question, an object of values for the form in JSON, what it shows: {status, found, ms, requests}.
import { pathToFileURL } from "node:url";
import { visit, withBrowser } from "./browser.mjs";

const url = pathToFileURL(process.argv[2]).href;
const questions = JSON.parse(process.argv[3]);

/** Fills the form and waits for what the page says to it. */
function ask(page, question) {
  return page.evaluate(async (values) => {
    const form = document.getElementById("search");
    const status = document.getElementById("found");
    for (const name of ["q", "document", "person", "from", "to"]) {
      form.elements[name].value = values[name] ?? "";
    }
    for (const box of form.querySelectorAll("[name=kind]")) {
      box.checked = (values.kinds ?? "tnrae").includes(box.value);
    }
    status.textContent = "";
    const begun = performance.now();
    let told;
    const answered = new Promise((done) => {
      new MutationObserver(() => { told ??= performance.now(); done(); })
        .observe(status, { childList: true, characterData: true });
    });
    form.requestSubmit();
    await answered;
    await new Promise((done) => { setTimeout(done, 300); });
    return {
      status: status.textContent,
      ms: told - begun,
      found: [...document.querySelectorAll("#results li")].map((item) => ({
        document: item.closest("section").querySelector("h2").textContent,
        name: item.querySelector("a").textContent,
        href: item.querySelector("a").getAttribute("href"),
        words: [...item.querySelectorAll("mark")].map((mark) => mark.textContent),
        context: item.querySelector(".context").textContent,
      })),
      more: !document.getElementById("more").hidden,
    };
  }, question);
}

const answers = await withBrowser(async (browser) => {
  const { page, requests } = await visit(browser, url, { scripts: true });
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.waitForSelector("#search:not([hidden])");
  const all = [];
  for (const question of questions) all.push(await ask(page, question));
  return { all, requests, errors };
});
console.log(JSON.stringify(answers, null, 1));
