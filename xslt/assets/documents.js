// Narrows a table of documents to the rows that have all words of a field: only a script can, so that the
// field is made here, in the room that the page keeps for it. Its label and the sentence that counts the rows
// stand with the table.
"use strict";

/** Words as they are compared: without accents and case. */
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

for (const frame of document.querySelectorAll("[data-filter]")) {
  const rows = [...frame.querySelectorAll("tbody tr")];
  const texts = rows.map((row) => folded(row.textContent));
  const label = document.createElement("label");
  const field = document.createElement("input");
  const count = document.createElement("span");
  field.type = "search";
  count.setAttribute("role", "status");
  label.append(`${frame.dataset.filter} `, field);
  frame.previousElementSibling.append(label, " ", count);
  field.addEventListener("input", () => {
    const words = folded(field.value).split(/\s+/);
    let shown = 0;
    rows.forEach((row, index) => {
      row.hidden = !words.every((word) => texts[index].includes(word));
      shown += row.hidden ? 0 : 1;
    });
    count.textContent = field.value ? frame.dataset.found.replace("{0}", shown) : "";
  });
}
