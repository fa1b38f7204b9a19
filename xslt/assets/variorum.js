/* Two texts of one document in place: the page is the reading text; this script sets the readings
   of one witness into it and marks where a second text differs. It stands inside the page, asks for
   nothing, and takes what it needs from the entries: `data-reads` of a reading names the witnesses
   whose text it is, `data-entries` of a part of the text the entries that cover it, `data-space` of
   both the white space that a reading needs there. The choice is kept in the address:
   #text=A&with=B&witness=C&kind=omission. */
(() => {
  "use strict";
  const form = document.getElementById("edition-choices");
  const article = document.getElementById("edition-text");
  const selects = [...form.querySelectorAll("select")];
  const APART = ".beside, .number, .line-number, .entry-reference, .note-reference, .break, .milestone, .item-mark, .set";

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    made.className = className;
    made.append(...content);
    return made;
  };
  const filled = (words, ...values) => words.replace(/\{(\d)\}/g, (_, slot) => values[slot]);
  const tokens = (value) => new Set((value ?? "").split(" ").filter(Boolean));

  /* what the page says */

  const entries = new Map();
  for (const item of document.querySelectorAll(".entry[data-kind]")) {
    const readings = [...item.querySelectorAll(".reading[data-reads]")];
    entries.set(item.id, {
      item,
      order: Number(item.id.replace(/\D+/g, "")),
      kinds: tokens(item.dataset.kind),
      within: "within" in item.dataset ? tokens(item.dataset.within) : null,
      lemma: tokens(item.querySelector(".lemma[data-reads]")?.dataset.reads),
      readings: readings.map((shown) => ({ shown, reads: tokens(shown.dataset.reads) })),
      parts: [],
    });
  }
  const covered = [...article.querySelectorAll("[data-entries]")];
  const parts = covered.filter((place) => !place.closest(".beside")).map((place, order) => {
    const part = { place, order, entries: [] };
    for (const id of tokens(place.dataset.entries)) {
      const entry = entries.get(id);
      if (!entry) continue;
      part.entries.push(entry);
      entry.parts.push(part);
    }
    return part;
  });
  const edges = [...article.querySelectorAll("[data-absent], [data-present]")].map((place) => ({
    place,
    absent: tokens(place.dataset.absent),
    present: tokens(place.dataset.present),
  }));

  /* what a witness reads; the reading text is the witness "" */

  const named = (entry, siglum) => entry.readings.find(({ reads }) => reads.has(siglum));

  function own(entry, siglum) {
    const reading = siglum ? named(entry, siglum) : null;
    if (reading || !siglum || entry.lemma.has(siglum)) return reading ?? null;
    return entry.readings.find(({ reads }) => reads.has("*")) ?? null;
  }

  /** Each siglum as the page prints it. */
  const printed = new Map([...form.elements.text.options].map(({ value, text }) => [value, text]));

  /** The witness: its reading of each entry (null: the lemma; none where it lacks the text). */
  function textOf(siglum) {
    const about = edges.filter(({ absent, present }) => absent.has(siglum) || present.has(siglum));
    const text = { siglum, about, late: about[0]?.present.has(siglum) ?? false, readings: new Map() };
    const lacks = lacking(text);
    for (const part of parts) {
      const absent = lacks(part.place);
      for (const entry of part.entries.filter(({ parts: [first] }) => first === part)) {
        const said = named(entry, siglum) ?? (entry.lemma.has(siglum) ? null : undefined);
        const reading = absent ? said : own(entry, siglum);
        if (reading !== undefined) text.readings.set(entry, reading);
      }
    }
    return text;
  }

  /** Whether the witness lacks the text at a place; asked in the order of the text. */
  function lacking({ about, late, siglum }) {
    let next = 0;
    let absent = late;
    return (place) => {
      const before = (edge) =>
        edge.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING;
      while (next < about.length && before(about[next].place)) {
        absent = about[next].absent.has(siglum);
        next += 1;
      }
      return absent;
    };
  }

  /** Whether an entry lies within another: of two of one extent the later in the earlier. */
  function liesWithin(inner, outer) {
    if (inner === outer) return false;
    if (inner.within) return inner.within.has(outer.item.id);
    const starts = inner.parts[0].order - outer.parts[0].order;
    const ends = outer.parts.at(-1).order - inner.parts.at(-1).order;
    return starts >= 0 && ends >= 0 && (starts + ends > 0 || outer.order < inner.order);
  }

  const outermost = (some) =>
    some.filter((entry) => !some.some((other) => liesWithin(entry, other)));

  /** What a text has at a part: the readings that begin there, and whether they replace it. */
  function at(part, { readings }) {
    const differing = part.entries.filter((entry) => readings.get(entry));
    const begin = outermost(differing).filter((entry) => entry.parts[0] === part);
    return { replaced: differing.length > 0, begin };
  }

  /** The words of a reading or a part, as a copy that can stand in the text. */
  function copy(source) {
    const words = document.createDocumentFragment();
    if (!source) return words;
    if (!source.firstElementChild) { // most are words alone
      words.append(source.textContent);
      return words;
    }
    words.append(...[...source.childNodes].map((node) => node.cloneNode(true)));
    for (const marked of words.querySelectorAll("[id]")) marked.removeAttribute("id");
    return words;
  }

  /** The words of a reading, without the word beside them and the sign of a part of a word. */
  function wordsOf({ shown }) {
    const words = copy(shown.querySelector(".content"));
    if (words.firstElementChild) {
      for (const beside of words.querySelectorAll(".beside")) beside.remove();
    }
    if (!shown.dataset.letters) return words;
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.replaceAll("°", "");
    return words;
  }

  const spaceAt = (place, side) => (place.getAttribute("data-space")?.includes(side) ? " " : "");
  const blockOf = (place) => place.closest("p, li, td, h2, h3, h4, h5, h6, div");

  /** What a text has at a part of an entry. */
  function piece(part, text) {
    const words = document.createDocumentFragment();
    const { replaced, begin } = at(part, text);
    if (!replaced) words.append(copy(part.place));
    for (const entry of begin) {
      const reading = text.readings.get(entry);
      const sides = ["before", "after"].map((side) => spaceAt(reading.shown, side));
      words.append(sides[0], wordsOf(reading), sides[1]);
    }
    return words;
  }

  /** What a text has instead of all that an entry covers. */
  function extent(entry, text) {
    const words = document.createDocumentFragment();
    let last = null;
    for (const part of entry.parts) {
      const more = piece(part, text);
      if (!more.textContent.trim()) continue;
      const block = blockOf(part.place);
      if (last && block !== last) words.append(form.dataset.block);
      words.append(more);
      last = block;
    }
    return words;
  }

  /* what is changed, and how it is taken back */

  const changes = { set: [], hidden: [], marked: [], wrapped: [] };
  let places = [];
  let current = -1;

  function takeBack() {
    for (const place of changes.set.splice(0)) place.remove();
    for (const place of changes.hidden.splice(0)) place.hidden = false;
    for (const place of changes.marked.splice(0)) place.classList.remove("differs");
    for (const cover of changes.wrapped.splice(0)) cover.replaceWith(...cover.childNodes);
    places = [];
    current = -1;
  }

  function set(made, where, position) {
    made.classList.add("set");
    if (position === "before") where.before(made);
    else if (position === "first") where.prepend(made);
    else where.after(made);
    changes.set.push(made);
    return made;
  }

  function setSpace(source, side, where) {
    if (!spaceAt(source, side)) return;
    const space = document.createTextNode(" ");
    where.before(space);
    changes.set.push(space);
  }

  const emptySign = () => element("span", "hidden", form.dataset.empty);

  /** Sets the readings of a text in place of what they replace; returns where each now stands. */
  function place(text) {
    const shown = new Map();
    for (const part of parts) {
      const { replaced, begin } = at(part, text);
      if (!replaced) continue;
      setSpace(part.place, "before", part.place);
      for (const entry of begin) {
        const reading = text.readings.get(entry);
        setSpace(reading.shown, "before", part.place);
        const words = element("span", "own", wordsOf(reading));
        shown.set(entry, [set(words, part.place, "before")]);
        setSpace(reading.shown, "after", part.place);
      }
      setSpace(part.place, "after", part.place);
      part.place.hidden = true;
      changes.hidden.push(part.place);
    }
    return shown;
  }

  /** Hides the text that a witness lacks, and what the editors wrote. */
  function leaveOut(text) {
    for (const division of article.querySelectorAll(".of-editors")) {
      division.hidden = true;
      changes.hidden.push(division);
    }
    if (!text.about.length) return;
    const lacks = lacking(text);
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const absent = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (lacks(node) && node.data.trim() && !kept(node.parentElement, text)) absent.push(node);
    }
    for (const node of absent) {
      const cover = element("span", "lacking");
      cover.hidden = true;
      node.replaceWith(cover);
      cover.append(node);
      changes.wrapped.push(cover);
    }
  }

  function kept(holder, text) {
    if (holder.closest(APART)) return true;
    const ids = tokens(holder.closest("[data-entries]")?.dataset.entries);
    return [...ids].some((id) => text.readings.get(entries.get(id)) === null);
  }

  function sayWhatIsLacking(text) {
    const say = (words, where, position) =>
      set(element("span", "lacuna", `[${filled(words, printed.get(text.siglum))}]`), where, position);
    if (text.late) say(form.dataset.lacks, article.querySelector("p, .tei-l") ?? article, "first");
    for (const edge of text.about) {
      say(edge.absent.has(text.siglum) ? form.dataset.lacks : form.dataset.has, edge.place, "after");
    }
  }

  /** Marks one difference, and sets what the second text has after what the first has. */
  function mark(entry, shown, other) {
    const own = shown.get(entry) ?? entry.parts.map((part) => part.place);
    for (const place of own) {
      if (place.hidden) continue;
      place.classList.add("differs");
      changes.marked.push(place);
    }
    const first = own.find((place) => !place.hidden) ?? own[0];
    const empty = own.every((place) => !place.textContent);
    const gap = empty && set(element("span", "differs omission", emptySign()), first, "after");
    const words = extent(entry, other);
    const siglum = element("b", "siglum", other.siglum ? printed.get(other.siglum) : form.dataset.reading);
    const said = words.textContent.trim() ? words : element("i", "abbr", form.dataset.empty);
    const end = gap || (shown.has(entry) ? own[0] : entry.parts.at(-1).place);
    const second = set(element("span", "other", siglum, " ", said), end, "after");
    second.tabIndex = -1;
    places.push(second);
  }

  /** Shows one text with its differences from another; returns how many these are. */
  function compare(siglum, otherSiglum) {
    takeBack();
    const text = textOf(siglum);
    const other = textOf(otherSiglum);
    const shown = place(text);
    if (siglum) leaveOut(text);
    if (siglum === otherSiglum) return 0;
    const has = (some, entry) => some.readings.has(entry);
    const differs = new Set(
      [...entries.values()].filter(
        (entry) =>
          has(text, entry) &&
          has(other, entry) &&
          text.readings.get(entry) !== other.readings.get(entry),
      ),
    );
    for (const entry of differs) {
      const rivals = new Set(entry.parts.flatMap((part) => part.entries));
      const around = [...rivals].filter((rival) => differs.has(rival) || shown.has(rival));
      if (!around.some((rival) => liesWithin(entry, rival))) mark(entry, shown, other);
    }
    for (const one of [text, other]) if (one.siglum) sayWhatIsLacking(one);
    return places.length;
  }

  /** Leaves the entries in which a witness departs from the lemma, and those of a kind. */
  function filter(siglum, kind) {
    let count = 0;
    for (const entry of entries.values()) {
      const wanted =
        (!siglum || Boolean(own(entry, siglum))) && (!kind || entry.kinds.has(kind));
      if (entry.item.hidden === wanted) entry.item.hidden = !wanted;
      count += Number(wanted);
    }
    for (const list of article.querySelectorAll(".beside")) {
      list.hidden = !list.querySelector("li:not([hidden])");
    }
    return count;
  }

  /* the choices, their keys and their address */

  const chosen = () => Object.fromEntries(selects.map(({ name, value }) => [name, value]));
  let compared = "";
  let filtered = "";
  let shown = entries.size;

  function apply() {
    const choice = chosen();
    const pair = `${choice.text} ${choice.with}`;
    if (pair !== compared) compare(choice.text, choice.with);
    compared = pair;
    const wanted = `${choice.witness} ${choice.kind}`;
    if (wanted !== filtered) shown = filter(choice.witness, choice.kind);
    filtered = wanted;
    form.querySelector(".steps").hidden = places.length === 0;
    form.querySelector(".status").textContent = [
      filled(form.dataset.count, places.length),
      filled(form.dataset.entries, shown, entries.size),
    ].join(" · ");
  }

  function keepInAddress() {
    const wishes = Object.entries(chosen()).filter(([, value]) => value);
    history.pushState(null, "", `#${new URLSearchParams(wishes)}`);
  }

  /** Takes the choice from the address; an address that names a place leaves it as it is. */
  function fromAddress() {
    const wish = location.hash.slice(1);
    if (wish && !wish.includes("=")) return reveal(wish);
    const wishes = new URLSearchParams(wish);
    for (const select of selects) {
      select.value = wishes.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    return apply();
  }

  /** An entry that is asked for and filtered out comes back. */
  function reveal(id) {
    const entry = entries.get(decodeURIComponent(id));
    if (entry?.item.hidden) {
      form.elements.witness.value = form.elements.kind.value = "";
    }
    apply();
    const list = entry?.item.closest("details");
    if (list) list.open = true;
    if (entry) entry.item.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    current = (current + by + places.length + Number(current < 0 && by < 0)) % places.length;
    places[current].scrollIntoView({ block: "center" });
    places[current].focus({ preventScroll: true });
  }

  /** From now on what is out of sight keeps its height and waits. */
  const seenOnce = () => article.parentElement.classList.add("seen-once");

  form.addEventListener("change", () => {
    apply();
    keepInAddress();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.previous.addEventListener("click", () => step(-1));
  form.elements.next.addEventListener("click", () => step(1));
  for (const link of document.querySelectorAll("a[data-witness]")) {
    link.addEventListener("click", () => {
      form.elements.witness.value = link.dataset.witness;
      apply();
    });
  }
  addEventListener("hashchange", fromAddress);
  form.hidden = false;
  fromAddress();
  requestAnimationFrame(() => requestAnimationFrame(seenOnce));
})();
