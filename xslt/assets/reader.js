/* What a reader may choose, and small comforts; no page needs any of it. It runs before the page is
   painted, so that nothing moves. Choices are kept in this browser alone. */
(() => {
  "use strict";
  const KEY = "variorum-reader";
  const root = document.documentElement;
  root.classList.add("scripted");
  if (window.top !== window) root.classList.add("framed"); // beside another text, which has the frame of the site

  /* choices, each an attribute of the page: data-theme="dark" */

  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch {
      return {};
    }
  };
  const keep = (choices) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(choices));
    } catch {
      /* a browser that keeps nothing shows the choice on this page */
    }
  };
  const show = (choices) => {
    for (const [name, value] of Object.entries(choices)) {
      if (value) root.dataset[name] = value;
      else delete root.dataset[name];
    }
  };
  show(kept());

  function settings(details) {
    const form = document.createElement("form");
    form.autocomplete = "off";
    for (const [name, told] of Object.entries(details.dataset)) {
      const [label, ...values] = told.split("|");
      const select = document.createElement("select");
      select.name = name;
      for (let i = 0; i < values.length; i += 2) {
        select.append(new Option(values[i + 1], values[i]));
      }
      select.value = kept()[name] ?? "";
      const words = Object.assign(document.createElement("span"), { className: "label" });
      words.append(label);
      const holder = document.createElement("label");
      holder.append(words, select);
      form.append(holder);
    }
    details.append(form);
    form.addEventListener("change", ({ target }) => {
      const now = { ...kept(), [target.name]: target.value };
      show(now);
      keep(now);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /* the note or entry of a mark is opened, and the text stays where it is */

  function reveal(event) {
    const link = event.target.closest(".note-reference, .entry-reference, .beside .back");
    const id = link?.getAttribute("href").split("#")[1];
    const place = link?.getAttribute("href").startsWith("#") && document.getElementById(id);
    if (!place || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const before = scrollY;
    requestAnimationFrame(() => {
      const list = place.closest("details");
      if (list) list.open = true;
      scrollTo({ top: before, behavior: "instant" });
      const { top, bottom } = place.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) {
        place.scrollIntoView({ block: "nearest", behavior: "instant" });
      }
    });
  }

  /* the place in the contents */

  function follow(contents) {
    const links = new Map();
    for (const link of contents.querySelectorAll("a[href^='#']")) {
      const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (place) links.set(place, link);
    }
    const places = [...links.keys()];
    let current = null;
    const mark = () => {
      const passed = places.filter((place) => place.getBoundingClientRect().top < innerHeight / 3);
      const now = links.get(passed.at(-1) ?? places[0]);
      if (now === current) return;
      current?.removeAttribute("aria-current");
      now?.setAttribute("aria-current", "location");
      current = now;
    };
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      setTimeout(() => {
        waiting = false;
        mark();
      }, 100);
    }, { passive: true });
    mark();
  }

  /* two texts in frames are scrolled together: each says to the page around it which of its places is
     at the top, and that page tells the other. What is said is the name of a place and how far it has
     gone, and whoever hears it does no more than scroll. A place that is not shown is where its row is:
     beside a picture or a translation. */

  function tell() {
    const places = [...document.querySelectorAll(":is(.tei-text, .cell) :is(p, .tei-ab, .tei-l)[id]")];
    const shown = (place) => place.closest(".rows:target > .row")?.lastElementChild ?? place;
    let led = false; // it is scrolled for the other text, and does not answer
    addEventListener("scroll", () => {
      if (led) return void (led = false);
      const first = places.find((each) => shown(each).getBoundingClientRect().bottom > 0);
      if (!first) return;
      const { top, height } = shown(first).getBoundingClientRect();
      const same = places.filter((each) => shown(each) === shown(first));
      const gone = height ? Math.max(0, -top / height) * same.length : 0;
      const at = Math.min(Math.floor(gone), same.length - 1);
      window.parent.postMessage({ place: same[at].id, gone: gone - at }, "*");
    }, { passive: true });
    addEventListener("message", ({ data, source }) => {
      const place = source === window.parent && document.getElementById(String(data?.place));
      if (!place) return;
      const same = places.filter((each) => shown(each) === shown(place));
      const { top, height } = shown(place).getBoundingClientRect();
      const before = scrollY;
      const gone = (Math.max(0, same.indexOf(place)) + Number(data.gone)) / (same.length || 1);
      scrollBy({ top: top + height * gone, behavior: "instant" });
      led = Math.abs(scrollY - before) >= 1;
    });
  }

  /* the page around them: a text that is chosen comes to the place of the other, and the address names
     both, so that it can be kept */

  function together(frames) {
    let last = null;
    const fresh = new Set(); // what is just loaded goes to its beginning, which the other does not follow
    const links = (frame) => [...document.querySelectorAll(`a[target="${frame.name}"]`)];
    const show = (frame, link) => {
      for (const each of links(frame)) each.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "true");
    };
    const wished = new URLSearchParams(location.hash.slice(1));
    for (const frame of frames) {
      const wish = links(frame).find((link) => link.getAttribute("href") === wished.get(frame.name));
      const file = (link) => link.getAttribute("href").split("#")[0];
      if (wish) frame.src = wish.href;
      show(frame, wish ?? links(frame).find((link) => file(link) === frame.getAttribute("src").split("#")[0]));
      frame.addEventListener("load", () => {
        if (last) frame.contentWindow.postMessage(last, "*");
        setTimeout(() => fresh.delete(frame.contentWindow), 300);
      });
      for (const link of links(frame)) {
        link.addEventListener("click", () => {
          fresh.add(frame.contentWindow);
          show(frame, link);
          const pairs = frames.map((each) => [each.name, links(each).find((one) => one.ariaCurrent)?.getAttribute("href") ?? ""]);
          history.replaceState(null, "", `#${new URLSearchParams(pairs)}`);
        });
      }
    }
    addEventListener("message", ({ data, source }) => {
      const texts = frames.map((frame) => frame.contentWindow);
      if (!texts.includes(source) || fresh.has(source)) return;
      last = data;
      for (const text of texts) if (text !== source) text.postMessage(data, "*");
    });
  }

  /* cards of names: what the register says, on hover, focus and tap */

  const NAMES = ".tei-text a:is(.name, .part):is([href^='register/'], [href^='../register/'])";
  const FILES = 32; // as many as html/cards.xsl makes
  const loader = document.currentScript;
  const cards = new Map();
  const loading = new Map();
  window.variorumCards = (some) => {
    for (const [id, card] of Object.entries(some)) cards.set(id, card);
  };

  /** The card of an entry, or nothing where it has none; loaded as a script, also from a folder. */
  function cardOf(id, register) {
    const number = [...id].reduce((sum, character) => sum + character.codePointAt(0), 0) % FILES;
    if (!loading.has(number)) {
      const script = document.createElement("script");
      script.nonce = loader.nonce;
      script.src = new URL(`cards/${number}.js`, register);
      loading.set(number, new Promise((done) => (script.onload = script.onerror = done)));
      document.head.append(script);
    }
    return loading.get(number).then(() => cards.get(id));
  }

  function showCards() {
    const card = document.createElement("div");
    card.className = "card";
    card.id = "variorum-card";
    card.hidden = true;
    card.setAttribute("role", "note");
    document.body.append(card);
    let shown = null;
    let asked = null; // whose card is to be shown as soon as it is loaded
    let pointed = null; // where the mouse was moved last: a name, the card, or neither
    let waiting = 0;

    const hide = () => {
      clearTimeout(waiting);
      asked = null;
      card.hidden = true;
      shown?.removeAttribute("aria-describedby");
      shown = null;
    };
    async function open(link) {
      const register = new URL(link.href);
      const id = decodeURIComponent(register.hash.slice(1));
      asked = link;
      const content = await cardOf(id, register);
      if (!content || shown === link || asked !== link) return;
      hide();
      shown = link;
      const made = new DOMParser().parseFromString(content, "text/html").body;
      for (const named of made.querySelectorAll("[id]")) named.removeAttribute("id");
      for (const to of made.querySelectorAll("a[href]")) {
        to.href = new URL(to.getAttribute("href"), register);
      }
      card.replaceChildren(...made.childNodes);
      card.hidden = false;
      const at = link.getBoundingClientRect();
      const left = Math.min(at.left, innerWidth - card.offsetWidth - 12);
      const [above, under] = [at.top - 12, innerHeight - at.bottom - 12];
      const below = under >= Math.min(card.offsetHeight, above);
      card.style.maxHeight = `${below ? under : above}px`;
      card.style.left = `${Math.max(12, left) + scrollX}px`;
      card.style.top = `${scrollY + (below ? at.bottom + 4 : at.top - card.offsetHeight - 4)}px`;
      link.setAttribute("aria-describedby", card.id);
    }
    const later = (work, time) => {
      clearTimeout(waiting);
      waiting = setTimeout(work, time);
    };
    const name = ({ target }) => target.closest?.(NAMES);
    const inCard = ({ target }) => card.contains(target);

    // only a mouse that moves opens a card: what a scrolled page brings below a resting one does not
    document.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "mouse") return;
      const now = inCard(event) ? card : name(event);
      if (now === pointed) return;
      pointed = now;
      if (now === card) clearTimeout(waiting);
      else later(now ? () => open(now) : hide, now ? 300 : 400);
    }, { passive: true });
    document.addEventListener("focusin", (event) => {
      const link = name(event);
      if (!inCard(event) && (!link || link !== shown)) hide();
      if (link?.matches(":focus-visible")) open(link);
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") hide();
    });
    let tapped = false;
    document.addEventListener("pointerdown", ({ pointerType }) => (tapped = pointerType === "touch"));
    document.addEventListener("click", (event) => {
      const link = name(event);
      if (link && tapped && shown !== link) {
        event.preventDefault();
        open(link);
      } else if (shown && !inCard(event)) hide();
    });
  }

  addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector(".settings");
    const contents = document.querySelector(".contents");
    if (form) settings(form);
    if (contents) follow(contents);
    if (window.top !== window) tell();
    else if (document.querySelector("iframe")) together([...document.querySelectorAll("iframe")]);
    document.addEventListener("click", reveal);
    if (document.querySelector(NAMES)) showCards();
  });
})();
