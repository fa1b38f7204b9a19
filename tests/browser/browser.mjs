// A headless Chromium that asks no one for anything; `visit` opens a page as a reader would.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--in-process-gpu", // a process less to start
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Runs `work` with a browser that is closed, and its profile removed, whatever happens. */
export async function withBrowser(work) {
  const profile = await mkdtemp(join(tmpdir(), "variorum-browser-"));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    userDataDir: profile,
    args: FLAGS,
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** Shows an open page in another view: it is laid out anew, and not loaded again. */
export async function show(page, { width, height = 900, scheme }) {
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
}

/** Opens `url`, scripts of the page switched off unless wished; `requests` are those beside its site. */
export async function visit(browser, url, view = {}) {
  const { width = 1280, height = 900, scheme = "light", scripts = false } = view;
  const page = await browser.newPage();
  const requests = [];
  const [site] = url.match(/^.*?\/html\//) ?? [];
  await page.setJavaScriptEnabled(scripts);
  await show(page, { width, height, scheme });
  page.on("request", (request) => {
    const wanted = request.url();
    const own = wanted.startsWith("data:") || (site && wanted.startsWith(site));
    if (!request.isNavigationRequest() && !own) requests.push(wanted);
  });
  await page.goto(url, { waitUntil: "load" });
  return { page, requests };
}
