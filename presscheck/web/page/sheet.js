// The check sheet: the text with its marks on the left, the findings on the right, the worst first.

import { button, el, fill, focusOn } from "./dom.js";
import { openSource } from "./reader.js";

/** Draw a sheet into its place; returns what steps through the findings. */
export function drawSheet(place, sheet, tools) {
  const title = el("h1", { tabindex: "-1" }, sheet.title || "The check");
  const head = el("div", { class: "sheet-head" }, title, el("div", { class: "tools" }, tools), el("p", { class: "told" }, [sheet.against, ...sheet.holds].join(" · ")));
  const text = el("section", { class: "text", "aria-label": "The text", tabindex: "0" }, sheet.lines.map((line) => textLine(place, line)));
  const side = el("div", { class: "side" }, sheet.groups.map((group) => findings(place, group)), sheet.clean && el("p", { class: "clean" }, sheet.clean), sheet.folded.map((fold) => folded(place, fold)));
  const foot = el("div", { class: "foot" }, sheet.notes.map((words) => el("p", {}, words)), el("p", {}, `${sheet.engine} · text sha256 ${sheet.sha256}`));
  fill(place, head, tally(place, sheet), el("div", { class: "desk" }, text, side), foot);
  place.hidden = false;
  focusOn(title);
}

function tally(place, sheet) {
  const go = (severity) => {
    const target = place.querySelector(`[data-group="${severity}"]`);
    if (target.tagName === "SUMMARY") target.parentElement.open = true;
    target.scrollIntoView({ block: "start" });
    focusOn(target);
  };
  const counts = sheet.tally.map(({ severity, words }) => el("li", {}, button(words, { class: severity }, () => go(severity))));
  const keys = el("li", { class: "keys", "aria-hidden": "true" }, el("kbd", {}, "j"), " ", el("kbd", {}, "k"), " findings  ", el("kbd", {}, "t"), " text  ", el("kbd", {}, "s"), " source");
  return el("nav", { class: "tally", "aria-label": "Counts" }, el("ul", {}, counts, keys));
}

function textLine(place, line) {
  const pieces = line.pieces.map((piece) => (piece.n === null ? piece.words : mark(place, piece)));
  return el("p", { "data-line": line.number, dir: "auto" }, pieces);
}

function mark(place, piece) {
  const urgent = piece.severity !== "ok";
  const words = el("a", { class: `m ${piece.severity}`, href: "#", title: piece.label, "data-n": piece.n, "aria-label": urgent ? `${piece.words}: ${piece.label}, finding ${piece.n}` : null },
    piece.words, piece.last && urgent ? el("sup", { "aria-hidden": "true" }, piece.n) : null);
  words.addEventListener("click", (event) => { event.preventDefault(); goTo(place, piece.n); });
  return words;
}

function findings(place, group) {
  const cards = group.blocks.map((items) => el("article", { class: `card ${items[0].severity}` }, items.map((item) => finding(place, item))));
  return el("section", { class: group.severity }, el("h2", { "data-group": group.severity, tabindex: "-1" }, group.heading), cards);
}

function finding(place, item) {
  const head = el("header", {},
    button(String(item.n), { class: "num", "aria-label": `Finding ${item.n}, to its place in the text` }, () => toText(place, item.n)),
    el("h3", {}, item.label), item.others && el("span", { class: "aside" }, item.others),
    el("span", { class: "spot" }, `line ${item.line} `, el("code", {}, item.id)));
  const compared = item.compared.length > 0;
  return el("div", { class: `item ${item.severity}`, "data-item": item.n, "data-n": item.n, tabindex: "-1", role: "group", "aria-label": `Finding ${item.n}: ${item.label}` },
    head, compared ? comparison(item) : change(item), item.why.map((words) => el("p", { class: "why" }, words)), item.seen.map((seen) => source(place, seen, compared)));
}

function comparison(item) {
  const side = (key, name) => item.compared.map((cell) => [!cell.differs ? cell[key] : cell[key] ? el(name, {}, cell[key]) : el("span", { class: "gap", title: "words are missing here" }, "‸"), " "]);
  return el("dl", { class: "compare" }, el("dt", {}, item.kind === "quote" ? "Said" : "Source"), el("dd", { dir: "auto" }, side("said", "ins")), el("dt", {}, "Draft"), el("dd", { dir: "auto" }, side("draft", "del")));
}

function change(item) {
  const quoted = ["quote", "attribution"].includes(item.kind) ? `“${item.words}”` : item.words;
  if (!item.expected) return el("p", { class: "change", dir: "auto" }, quoted);
  return el("p", { class: "change", dir: "auto" }, item.kind === "attribution" ? quoted : el("del", {}, quoted), el("span", { class: "arrow" }, "→"), el("ins", {}, item.expected));
}

function source(place, seen, compared) {
  const words = seen.where.join(" · ");
  const link = seen.own === null ? button(words, { "data-open": "" }, () => openSource(seen.place)) : button(words, {}, () => toLine(place, seen.own));
  if (compared || seen.own !== null) return el("p", { class: "place" }, link);
  return el("figure", { class: "seen" }, el("blockquote", { dir: "auto" }, seen.nearest && "Nearest: ", seen.before, el("mark", {}, seen.hit), seen.after), el("figcaption", { class: "place" }, link));
}

function folded(place, fold) {
  const rows = fold.items.map((item) => {
    const words = el("span", { class: "words" }, item.words);
    return el("li", { "data-item": item.n, "data-n": item.n, tabindex: "-1" }, item.marked ? button("", { class: "link" }, () => toText(place, item.n)).appendChild(words).parentElement : words,
      el("span", { class: "label" }, item.label), item.proof && el("p", { class: "proof" }, item.proof), item.seen.map((seen) => source(place, seen, true)));
  });
  return el("details", { class: fold.severity }, el("summary", { "data-group": fold.severity }, fold.heading), el("ul", { class: "list" }, rows));
}

function light(place, n) {
  for (const element of place.querySelectorAll(".on")) element.classList.remove("on");
  for (const element of place.querySelectorAll(`[data-n="${n}"]`)) element.classList.add("on");
}

/** Go to a finding: it is focused, and its words are lit up and brought into view. */
export function goTo(place, n) {
  const item = place.querySelector(`[data-item="${n}"]`);
  if (!item) return;
  const fold = item.closest("details");
  if (fold) fold.open = true;
  light(place, n);
  item.scrollIntoView({ block: "nearest" });
  focusOn(item);
  const pane = place.querySelector(".text");
  const words = place.querySelector(`.m[data-n="${n}"]`);
  if (!words || getComputedStyle(pane).overflowY !== "auto") return;
  const box = words.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom) pane.scrollTop += box.top - frame.top - frame.height / 3;
}

function toText(place, n) {
  const words = place.querySelector(`.m[data-n="${n}"]`);
  if (!words) return;
  light(place, n);
  words.scrollIntoView({ block: "center" });
  focusOn(words);
}

function toLine(place, number) {
  place.querySelector(`.text [data-line="${number}"]`)?.scrollIntoView({ block: "center" });
}

/** j and k step through the findings, t goes to the text, s to the source. */
export function stepping(place) {
  return (key) => {
    const items = [...place.querySelectorAll(".item")];
    const at = items.findIndex((item) => item.classList.contains("on"));
    const now = items[at];
    if ("jn".includes(key) && items.length) goTo(place, items[(at + 1) % items.length].dataset.item);
    else if ("kp".includes(key) && items.length) goTo(place, items[(Math.max(at, 0) + items.length - 1) % items.length].dataset.item);
    else if (key === "t" && now) toText(place, now.dataset.item);
    else if (key === "s" && now) now.querySelector("[data-open]")?.click();
    else return false;
    return true;
  };
}
