// node live.mjs ADDRESS: reads a page that is watched, and prints as JSON lines what stands on it
// after each line of standard input: {text, findings, place, scrolled, isSame}.
import { createInterface } from "node:readline";
import { withBrowser } from "./browser.mjs";

const [address] = process.argv.slice(2);

function look() {
  const box = document.querySelector(".variorum-found");
  return {
    text: document.querySelector("main").textContent,
    findings: [...(box?.querySelectorAll("li") ?? [])].map((each) => each.textContent),
    place: document.querySelector(".variorum-place")?.textContent ?? "",
    scrolled: Math.round(scrollY),
    isSame: window.isSame === true,
  };
}

await withBrowser(async (browser) => {
  const page = await browser.newPage();
  await page.goto(address);
  await page.evaluate(() => {
    window.isSame = true;
    scrollTo(0, 400);
  });
  const said = () => page.evaluate(look);
  console.log(JSON.stringify(await said()));
  for await (const wanted of createInterface({ input: process.stdin })) {
    await page.waitForFunction(
      (words) => document.body.textContent.includes(words),
      { polling: 20, timeout: 60_000 },
      wanted,
    );
    console.log(JSON.stringify(await said()));
  }
});
