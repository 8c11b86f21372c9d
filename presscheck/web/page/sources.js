// The shelf: what is stored, filtered, chosen, removed. What is listed and ticked is what gets asked.

import { get, remove } from "./api.js";
import { $, button, el, fill, notice } from "./dom.js";
import { openSource } from "./reader.js";
import { counted, day, fileName, KINDS, oneLine, titleOf } from "./words.js";

const MOST = 300;
const left = new Set(JSON.parse(sessionStorage.getItem("presscheck.left") ?? "[]"));
let heads = [];
let generation = -1;

/** The ids of the chosen sources; null for all of them. */
export function chosen() {
  const ids = listed().filter((head) => !left.has(head.article_id)).map((head) => head.article_id);
  return ids.length === heads.length ? null : ids;
}

export function toldChosen() {
  const ids = chosen();
  if (!heads.length) return "no sources yet";
  if (ids === null) return heads.length === 1 ? "your one source" : `all ${counted(heads.length, "source")}`;
  return `${ids.length.toLocaleString("en")} of ${counted(heads.length, "source")}`;
}

export async function refresh() {
  heads = await get("/api/sources");
  draw();
}

/** Look whether another process has changed what is stored. */
export async function watch() {
  const state = await get("/api/state");
  if (state.generation === generation) return state;
  const before = heads.length;
  const first = generation < 0;
  generation = state.generation;
  await refresh();
  if (!first && heads.length > before) notice(`${counted(heads.length - before, "source")} added.`);
  return state;
}

function listed() {
  const words = $("filter-words").value.toLowerCase().split(/\s+/).filter(Boolean);
  const kind = $("filter-kind").value;
  const publisher = $("filter-publisher").value;
  const since = $("filter-since").value;
  return heads.filter((head) => {
    const text = [head.title, head.publisher, head.name, head.url].filter(Boolean).join(" ").toLowerCase();
    return words.every((word) => text.includes(word)) && (!kind || head.kind === kind) && (!publisher || head.publisher === publisher) && (!since || (head.published ?? "") >= since);
  });
}

function draw() {
  drawPublishers();
  const shown = listed();
  const rows = shown.slice(0, MOST).map(row);
  if (shown.length > MOST) rows.push(el("li", { class: "empty" }, `${(shown.length - MOST).toLocaleString("en")} more; filter to see them.`));
  if (!heads.length) rows.push(el("li", { class: "empty" }, "Nothing stored yet. Drop articles, transcripts or statements here, or paste one with Add."));
  else if (!shown.length) rows.push(el("li", { class: "empty" }, "No source fits the filter."));
  fill($("shelf"), rows);
  $("source-count").textContent = heads.length.toLocaleString("en");
  tell();
}

function tell() {
  const ids = chosen();
  $("chosen-count").textContent = heads.length ? `${ids === null ? "All" : ids.length.toLocaleString("en")} of ${heads.length.toLocaleString("en")} chosen` : "";
  $("choose-all").hidden = ids === null || !listed().some((head) => left.has(head.article_id));
  $("choose-none").hidden = !heads.length || (ids !== null && !ids.length);
  for (const id of ["check-sources", "brief-sources", "ask-sources"]) $(id).textContent = toldChosen();
  sessionStorage.setItem("presscheck.left", JSON.stringify([...left]));
}

function drawPublishers() {
  const select = $("filter-publisher");
  const names = [...new Set(heads.map((head) => head.publisher).filter(Boolean))].sort();
  const now = select.value;
  fill(select, el("option", { value: "" }, "Every publisher"), names.map((name) => el("option", { value: name }, oneLine(name))));
  select.value = names.includes(now) ? now : "";
}

function row(head) {
  const title = titleOf(head);
  const tick = el("input", { type: "checkbox", "aria-label": `Ask ${title}` });
  tick.checked = !left.has(head.article_id);
  const item = el("li", { class: tick.checked ? "" : "off", "data-id": head.article_id },
    tick,
    button(title, { class: "title", dir: "auto", title: fileName(head) }, () => openSource({ article_id: head.article_id })),
    button("×", { class: "remove", "aria-label": `Remove ${title}`, title: "Remove" }, () => sure(item, head, title)),
    el("span", { class: "about" }, about(head, title)));
  tick.addEventListener("change", () => {
    left[tick.checked ? "delete" : "add"](head.article_id);
    item.classList.toggle("off", !tick.checked);
    tell();
  });
  return item;
}

function about(head, title) {
  const language = head.language.startsWith("en") ? null : `in ${head.language}, not checked`;
  const file = head.title ? null : fileName(head);
  const parts = [KINDS[head.kind], head.publisher, day(head.published), file, language];
  return oneLine(parts.filter((part) => part && part !== title).join(" · "));
}

/** Ask once before a source goes. */
function sure(item, head, title) {
  item.querySelector(".sure")?.remove();
  const yes = button("Remove it", { class: "link" }, async () => {
    try {
      await remove(`/api/sources/${encodeURIComponent(head.article_id)}`);
      left.delete(head.article_id);
      await watch();
      notice(`Removed: ${title}`);
      $("filter-words").focus();
    } catch (error) {
      notice(error.message, true);
    }
  });
  item.append(el("span", { class: "sure" }, yes, button("Keep it", { class: "link" }, () => { item.querySelector(".sure").remove(); item.querySelector(".remove").focus(); })));
  yes.focus();
}

for (const id of ["filter-words", "filter-kind", "filter-publisher", "filter-since"]) $(id).addEventListener("input", draw);
$("filters").addEventListener("submit", (event) => event.preventDefault());
$("choose-all").addEventListener("click", () => { for (const head of listed()) left.delete(head.article_id); draw(); });
$("choose-none").addEventListener("click", () => { for (const head of listed()) left.add(head.article_id); draw(); });
