// Brings a page up to date while the edition is watched: what has changed is exchanged in place, so
// that the reader stays where they are; what was found is shown beside the text it was found in.
(() => {
  "use strict";
  const style = `
    .variorum-found { all: initial; position: fixed; inset: auto 0 0 0; z-index: 1000; max-height: 40vh;
      overflow: auto; background: #fff8f0; color: #222; border-top: 3px solid #b00020;
      font: 14px/1.5 system-ui, sans-serif; padding: .5rem 1rem; }
    .variorum-found ul { margin: 0; padding: 0; list-style: none; }
    .variorum-found b { color: #b00020; } .variorum-found .warning b { color: #7a4b00; }
    .variorum-found .info b { color: #245; }
    .variorum-found a { color: inherit; }
    .variorum-place { outline: 2px solid #b00020; outline-offset: 4px; }`;
  let made = 0;
  let findings = [];
  let shown = null; // the page as it was served, without what other scripts have added

  /** Makes `old` like `fresh` and keeps what is alike, with what the reader has done to it. */
  function renew(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    if (old.nodeType !== 1 || old.nodeName !== fresh.nodeName || old.id !== fresh.id) {
      old.replaceWith(document.importNode(fresh, true));
      return;
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    const before = [...old.childNodes];
    const after = [...fresh.childNodes];
    while (before.length && after.length && before[0].isEqualNode(after[0])) {
      before.shift();
      after.shift();
    }
    let end = null;
    while (before.length && after.length && before.at(-1).isEqualNode(after.at(-1))) {
      end = before.pop();
      after.pop();
    }
    before.slice(after.length).forEach((node) => node.remove());
    after.forEach((node, place) => {
      if (place < before.length) renew(before[place], node);
      else old.insertBefore(document.importNode(node, true), end);
    });
  }

  async function served() {
    const answer = await fetch(location.href);
    if (!answer.ok) throw new Error(answer.statusText);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  /** All of a page but its text: where that has changed, or scripts work on the text, the page is
      loaded again. */
  function around(page) {
    const body = page.body.cloneNode(true);
    body.querySelectorAll("main, script").forEach((each) => each.remove());
    const assets = page.querySelectorAll("head link[rel=stylesheet], head style, script[src*='assets/']");
    const names = [...assets].map(
      (each) => each.getAttribute("href") ?? each.getAttribute("src") ?? each.textContent,
    );
    return [body.innerHTML, ...names].join("\n");
  }

  async function renewPage() {
    const fresh = await served();
    const text = document.querySelector("main");
    const compares = document.querySelector("script[src*='assets/variorum']");
    if (!shown || !text || compares || around(fresh) !== around(shown)) {
      location.reload(); // a browser keeps the place itself
      return;
    }
    shown = fresh;
    hide();
    document.title = fresh.title;
    renew(text, fresh.querySelector("main"));
    show();
  }

  function hide() {
    document.querySelectorAll(".variorum-found").forEach((each) => each.remove());
    document
      .querySelectorAll(".variorum-place")
      .forEach((each) => each.classList.remove("variorum-place"));
  }

  const words = (text) => text.replace(/\s+/g, " ").trim();

  /** What shows the place of a finding: the element of its id, or the block that begins alike. */
  function placeOf({ id, begins }) {
    if (id && document.getElementById(id)) return document.getElementById(id);
    if (!begins) return null;
    const blocks = document.querySelectorAll("main p, main h1, main h2, main h3, main li, main td, main div");
    return [...blocks].filter((each) => words(each.textContent).startsWith(begins)).at(-1) ?? null;
  }

  function show() {
    if (!findings.length) return;
    const box = document.createElement("section");
    box.className = "variorum-found";
    box.setAttribute("aria-live", "polite");
    const list = box.appendChild(document.createElement("ul"));
    findings.forEach((finding, number) => {
      const item = list.appendChild(document.createElement("li"));
      item.className = finding.level;
      const where = finding.line ? `${finding.file}:${finding.line}` : finding.file;
      item.append(`${where}: `);
      item.appendChild(document.createElement("b")).textContent = finding.level;
      item.append(` ${finding.message}`);
      const place = placeOf(finding);
      if (!place) return;
      place.classList.add("variorum-place");
      place.id ||= `variorum-place-${number}`;
      const link = document.createElement("a");
      link.href = `#${place.id}`;
      link.textContent = "show";
      item.append(" ", link);
    });
    document.body.append(box);
  }

  /** Goes to the place that an editing program names by how its block begins. */
  function goToPlace() {
    const [, begins] = /^#variorum:(.+)/.exec(location.hash) ?? [];
    if (begins) placeOf({ begins: decodeURIComponent(begins) })?.scrollIntoView({ block: "center" });
  }

  async function listen() {
    goToPlace();
    shown = await served();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const news = new EventSource("/.variorum/news");
    news.addEventListener("message", ({ data }) => {
      const told = JSON.parse(data);
      const isNew = made && told.made !== made;
      made = told.made;
      findings = told.findings;
      hide();
      show();
      if (isNew) renewPage();
    });
  }

  addEventListener("DOMContentLoaded", listen);
  addEventListener("hashchange", goToPlace);
})();
