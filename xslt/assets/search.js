// The search: looks into the index that the build has made, of which it loads what a question needs.
// Its parts are scripts that call `variorumSearch`, for a page that was opened from a folder can run
// scripts of that folder, but cannot read files.
"use strict";
(() => {
  const { nonce } = document.currentScript; // the policy of the page allows what has it, and no more
  const form = document.getElementById("search");
  const status = document.getElementById("found");
  const results = document.getElementById("results");
  const more = document.getElementById("more");
  const AT_A_TIME = 50; // so many passages are shown
  const AROUND = 70; // so many characters of context on either side

  // --- the index ---------------------------------------------------------------------------------

  const arrived = new Map(); // what each part told, by its file
  const awaited = new Map();
  window.variorumSearch = {
    catalogue: (told) => arrived.set("catalogue", told),
    words: (number, told) => arrived.set(`words-${number}`, new Map(told.split("\n").map(posting))),
    passages: (number, told) => arrived.set(`passages-${number}`, told),
  };

  function posting(line) {
    const space = line.indexOf(" ");
    return [line.slice(0, space), line.slice(space + 1)];
  }

  const HALF = 45; // signs of the first half end a number; search_index.py writes them

  /** The numbers of passages, of which each is written as a step from the one before it. */
  function* numbers(steps) {
    let at = 0;
    let step = 0;
    let worth = 1;
    for (let index = 0; index < steps.length; index += 1) {
      const code = steps.charCodeAt(index);
      const sign = code - 33 - (code > 34) - (code > 92);
      step += (sign < HALF ? sign : sign - HALF) * worth;
      worth *= HALF;
      if (sign < HALF) {
        yield (at += step);
        step = 0;
        worth = 1;
      }
    }
  }

  /** What a part of the index tells. */
  function part(name) {
    if (!awaited.has(name)) {
      awaited.set(name, new Promise((done, failed) => {
        const src = `${form.dataset.index}/${name}.js`;
        const script = Object.assign(document.createElement("script"), { src, nonce });
        script.onload = () => done(arrived.get(name));
        script.onerror = () => failed(new Error(`${src} is not there`));
        document.head.append(script);
      }));
    }
    return awaited.get(name);
  }

  /** The passages of a term, or of all terms that begin so, as a set of their numbers. */
  async function passagesOf(term, isBeginning) {
    const { words } = await part("catalogue");
    let first = words.findLastIndex((start) => start <= term);
    if (first < 0) first = 0;
    const found = new Set();
    for (let number = first; number < words.length; number += 1) {
      if (number > first && !(isBeginning && words[number].startsWith(term))) break;
      for (const [known, steps] of await part(`words-${number}`)) {
        if (known === term || (isBeginning && known.startsWith(term))) {
          for (const number of numbers(steps)) found.add(number);
        }
      }
    }
    return found;
  }

  /** The passage of a number: its place, its number there, its words. */
  async function passage(number) {
    const { passages } = await part("catalogue");
    let before = 0;
    for (let index = 0; index < passages.length; index += 1) {
      if (number < before + passages[index]) {
        return (await part(`passages-${index}`))[number - before];
      }
      before += passages[index];
    }
    return undefined;
  }

  // --- words as they are compared; variorum/outputs/folding.py does the same ------------------------

  let folding;
  const known = new Map();

  function prepare({ letters, marks, ideographs }) {
    folding = {
      letters,
      mark: new RegExp(marks, "u"),
      ideographs,
      ideograph: new RegExp(`^${ideographs}`, "u"),
      run: new RegExp(`${ideographs}+|[^ ]+?(?=${ideographs}| |$)`, "gu"),
      gap: new RegExp(`(?<=${ideographs}) +(?=${ideographs})`, "gu"),
    };
  }

  function foldedCharacter(character) {
    if (!known.has(character)) {
      const parts = [...character.toLowerCase().normalize("NFKD")].map((each) => {
        if (Object.hasOwn(folding.letters, each)) return folding.letters[each];
        if (/\p{Cf}/u.test(each) || folding.mark.test(each)) return "";
        return /[\p{L}\p{N}\p{M}]/u.test(each) ? each : " ";
      });
      known.set(character, parts.join(""));
    }
    return known.get(character);
  }

  const folded = (text) => [...text].map(foldedCharacter).join("");

  /** A text as it is compared, and where each character of that stands in the text. */
  function compared(text) {
    const places = [];
    let words = "";
    let at = 0;
    for (const character of text) {
      const one = foldedCharacter(character);
      for (let index = 0; index < one.length; index += 1) places.push(at);
      words += one;
      at += character.length;
    }
    places.push(text.length);
    return { words, places };
  }

  // --- questions -----------------------------------------------------------------------------------

  /** A question in its parts: `terms` that a passage must have, and a `pattern` of how they stand there. */
  function parts(question) {
    const found = [];
    for (const [, quoted, word] of question.matchAll(/["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+)/gu)) {
      const words = folded(quoted ?? word).replace(folding.gap, "").match(folding.run) ?? [];
      if (words.length > 0) found.push(sought(words, quoted === undefined));
    }
    return found;
  }

  function sought(words, byBeginnings) {
    const terms = words.flatMap((word) => termsOf(word, byBeginnings));
    const patterns = words.map((word) => patternOf(word, byBeginnings));
    const needsLook = terms.length > 1;
    return { terms, needsLook, pattern: new RegExp(patterns.join(" *"), "gu") };
  }

  function termsOf(word, byBeginnings) {
    if (!folding.ideograph.test(word)) {
      return [{ term: word, isBeginning: byBeginnings && word.length > 1 }];
    }
    const characters = [...word];
    if (characters.length === 1) return [{ term: word, isBeginning: true }];
    return characters.slice(1).map((each, index) => ({ term: characters[index] + each, isBeginning: false }));
  }

  function patternOf(word, byBeginnings) {
    if (folding.ideograph.test(word)) return [...word].join(" *");
    const letter = `(?!${folding.ideographs})[^ ]`;
    const rest = byBeginnings && word.length > 1 ? `(?:${letter})*` : `(?!${letter})`;
    return `(?<=^| |${folding.ideographs})${word}${rest}`;
  }

  /** The numbers of the passages that answer a question, in their order. */
  async function answers(question, allows) {
    let found;
    for (const { terms } of question) {
      for (const { term, isBeginning } of terms) {
        const those = await passagesOf(term, isBeginning);
        found = found ? found.filter((number) => those.has(number)) : [...those];
      }
    }
    const allowed = (found ?? []).filter(allows).sort((one, other) => one - other);
    const looked = question.filter(({ needsLook }) => needsLook);
    if (looked.length === 0) return allowed;
    const kept = [];
    for (const number of allowed) {
      const words = folded((await passage(number))[2]);
      if (looked.every(({ pattern }) => words.search(pattern) >= 0)) kept.push(number);
    }
    return kept;
  }

  /** Where the parts of a question stand in a text: beginnings and ends, in their order. */
  function places(text, question) {
    const { words, places: at } = compared(text);
    const found = [];
    for (const { pattern } of question) {
      for (const match of words.matchAll(pattern)) {
        found.push([at[match.index], at[match.index + match[0].length - 1]]);
      }
    }
    return found.map(([start, last]) => [start, end(text, last)]).sort((one, other) => one[0] - other[0]);
  }

  /** The end of the character at `last`, with the marks that follow it. */
  function end(text, last) {
    let at = last + String.fromCodePoint(text.codePointAt(last)).length;
    while (at < text.length && foldedCharacter(String.fromCodePoint(text.codePointAt(at))) === "") at += 1;
    return at;
  }

  // --- documents and filters -----------------------------------------------------------------------

  let documents; // those of the catalogue, each with the numbers of its passages

  function place(catalogue) {
    let before = 0;
    documents = catalogue.documents.map((each) => {
      const first = before;
      before += each.size;
      return { ...each, first, end: before };
    });
  }

  function documentOf(number) {
    let low = 0;
    let high = documents.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (number < documents[middle].end) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Whether a passage is among those that the form allows. */
  function filter({ kinds, persons }) {
    const chosen = new FormData(form);
    const wanted = new Set(chosen.getAll("kind"));
    const mentioning = chosen.get("person") ? new Set(persons[chosen.get("person")] ?? []) : undefined;
    const [from, to] = ["from", "to"].map((name) => chosen.get(name));
    const allowed = documents.map(({ address, years }, index) =>
      (!chosen.get("document") || chosen.get("document") === address)
      && (!mentioning || mentioning.has(index))
      && (!from || years[1] >= Number(from))
      && (!to || years[0] <= Number(to)));
    return (number) => wanted.has(kinds[number]) && allowed[documentOf(number)];
  }

  // --- what is shown -------------------------------------------------------------------------------

  const made = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const filled = (label, ...values) => values.reduce((text, value, slot) => text.replace(`{${slot}}`, value), label);
  const labelOf = (kind) => form.querySelector(`[value="${kind}"]`).closest("label").textContent.trim();

  function context(text, found) {
    const [first = [0, 0]] = found;
    const shown = document.createDocumentFragment();
    const start = first[0] > AROUND ? text.indexOf(" ", first[0] - AROUND) + 1 : 0;
    const from = start > first[0] ? first[0] : start;
    const last = text.lastIndexOf(" ", first[1] + AROUND);
    const to = first[1] + AROUND >= text.length ? text.length : Math.max(last, first[1]);
    let at = from;
    shown.append(from > 0 ? "… " : "");
    for (const [begin, until] of found) {
      if (begin < at || until > to) continue;
      shown.append(text.slice(at, begin), made("mark", {}, text.slice(begin, until)));
      at = until;
    }
    shown.append(text.slice(at, to), to < text.length ? " …" : "");
    return shown;
  }

  function addressOf(document, place, words) {
    const [id, part] = document.address ? place.split("#").reverse() : [];
    const page = part ? document.address.replace(/1(?=\.html$)/, part) : document.address;
    const fragment = id ? `#${encodeURIComponent(id)}` : place;
    const text = words ? `:~:text=${encodeURIComponent(words).replaceAll("-", "%2D")}` : "";
    return `../${encodeURIComponent(page)}${fragment}`
      + (fragment || !text ? text : `#${text}`);
  }

  async function item(number, question, kind) {
    const [place, n, words] = await passage(number);
    const within = documents[documentOf(number)];
    const found = places(words, question);
    const name = within.address ? [labelOf(kind), n].filter(Boolean).join(" ") : n;
    const link = made("a", { href: addressOf(within, place, found[0] && words.slice(...found[0])) }, name);
    const quoted = made("span", { className: "context", dir: "auto", lang: within.language });
    quoted.append(context(words, found));
    return made("li", {}, link, " ", quoted);
  }

  function section(within) {
    const title = within.address
      ? made("a", { href: addressOf(within, "", ""), lang: within.language, dir: "auto" }, within.title)
      : labelOf("e");
    const list = made("ol", {});
    const date = within.date ? [" ", made("span", { className: "date", lang: within.language }, within.date)] : [];
    results.append(made("section", {}, made("h2", {}, title, ...date), list));
    return list;
  }

  let asked = 0; // tells questions apart: the last one alone is answered

  async function show(found, question, kinds, start) {
    const own = asked;
    let list = results.querySelector("section:last-child ol");
    let before = start > 0 ? documentOf(found[start - 1]) : -1;
    let first;
    for (const number of found.slice(start, start + AT_A_TIME)) {
      const shown = await item(number, question, kinds[number]);
      if (own !== asked) return;
      const index = documentOf(number);
      if (index !== before) list = section(documents[index]);
      before = index;
      list.append(shown);
      first ??= shown;
    }
    more.hidden = found.length <= start + AT_A_TIME;
    more.onclick = async () => {
      await show(found, question, kinds, start + AT_A_TIME);
      results.querySelectorAll("li")[start + AT_A_TIME].querySelector("a").focus();
    };
  }

  async function search() {
    const own = (asked += 1);
    const catalogue = await part("catalogue");
    const question = parts(form.elements.q.value);
    const found = await answers(question, filter(catalogue));
    if (own !== asked) return;
    const among = new Set(found.map(documentOf).filter((index) => documents[index].address));
    results.replaceChildren();
    more.hidden = true;
    status.textContent = question.length === 0 ? ""
      : found.length === 0 ? form.dataset.none : filled(form.dataset.found, found.length, among.size);
    await show(found, question, catalogue.kinds, 0);
  }

  // --- the form ------------------------------------------------------------------------------------

  function state() {
    const chosen = new URLSearchParams();
    for (const name of ["q", "document", "person", "from", "to"]) {
      if (form.elements[name].value) chosen.set(name, form.elements[name].value);
    }
    return chosen.toString();
  }

  function restore() {
    const asked = new URLSearchParams(location.hash.slice(1) || location.search);
    for (const name of ["q", "document", "person", "from", "to"]) {
      form.elements[name].value = asked.get(name) ?? "";
    }
    if ([...asked.keys()].some((name) => name !== "q")) form.querySelector("details").open = true;
    if (asked.get("q")) search();
  }

  async function begin() {
    const catalogue = await part("catalogue");
    prepare(catalogue.folding);
    place(catalogue);
    const options = documents.filter(({ address }) => address);
    form.elements.document.append(...options.map(({ address, title, language }) =>
      made("option", { value: address, lang: language }, title)));
    document.getElementById("persons").append(...Object.keys(catalogue.persons).map((value) =>
      made("option", { value })));
    form.hidden = false;
    restore();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (location.hash.slice(1) === state()) search();
    else location.hash = state();
  });
  form.addEventListener("change", (event) => {
    if (event.target !== form.elements.q && form.elements.q.value) search();
  });
  window.addEventListener("hashchange", restore);
  begin();
})();
