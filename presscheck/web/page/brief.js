// A brief: every sentence with its numbers, each of which opens the source at its words.

import { blob, post } from "./api.js";
import { $, button, el, fill, focusOn, notice, save } from "./dom.js";
import { openSource } from "./reader.js";
import { chosen } from "./sources.js";

const place = $("brief");

const asked = (format) => ({ topic: $("brief-topic").value.trim() || null, style: $("brief-style").value, words: Number($("brief-words").value), sources: { only: chosen() }, format });

/** A number that opens the source at the words it stands for. */
export function cite(number, spot, place) {
  return button(String(number), { class: "cite", title: spot, "aria-label": `Source ${number}: ${spot}` }, () => openSource(place));
}

function draw(brief) {
  const refs = (row) => row.refs.map((number) => cite(number, brief.cited[number - 1].where, brief.cited[number - 1].place));
  const title = el("h1", { tabindex: "-1" }, brief.headline);
  fill(place,
    el("div", { class: "sheet-head" }, title, el("div", { class: "tools" }, saving()), brief.lines.map((line) => el("p", { class: "told-of" }, line))),
    el("div", { class: "story" }, brief.summary && el("p", { class: "summary", dir: "auto" }, brief.summary.words, refs(brief.summary)), brief.sections.map((section) => part(section, refs))));
  place.hidden = false;
  focusOn(title);
  title.scrollIntoView({ block: "nearest" });
}

const FORMS = {
  text: (rows, refs) => el("p", { dir: "auto" }, rows.map((row) => [row.words, refs(row), " "])),
  bullets: (rows, refs) => el("ul", { class: "bullets" }, rows.map((row) => el("li", { dir: "auto" }, row.words, refs(row)))),
  lines: (rows, refs) => rows.map((row) => el("p", { dir: "auto" }, row.words, refs(row), el("span", { class: "who" }, row.who))),
  table: (rows, refs) => el("table", {}, el("tbody", {}, rows.map((row) => tableRow(row, refs)))),
};

function part(section, refs) {
  const title = section.title && el("h2", {}, section.title);
  if (section.form === "story") return [title, story(section, refs)];
  return [title, section.what && el("p", { class: "what", dir: "auto" }, section.what), FORMS[section.form](section.rows, refs)];
}

function tableRow(row, refs) {
  const said = row.who && el("span", { class: row.differ ? "who differ" : "who" }, row.who);
  return el("tr", {}, el("td", { class: "value" }, row.value), el("td", { dir: "auto" }, row.words, refs(row), said, row.latest && el("span", { class: "latest" }, " latest")));
}

function story(section, refs) {
  const [first, ...more] = section.rows;
  return el("section", { class: "told" }, el("h3", {}, section.headline, " ", el("span", { class: "who" }, section.told)), el("p", { dir: "auto" }, first.words, refs(first)),
    more.length > 0 && el("ul", { class: "bullets new", "aria-label": "New in it" }, more.map((row) => el("li", { dir: "auto" }, row.words, refs(row)))));
}

function saving() {
  const saved = (format, name) => async () => {
    try {
      save(await blob("/api/brief", asked(format)), name);
    } catch (error) {
      notice(error.message, true);
    }
  };
  return [button("Save as a page", { class: "plain" }, saved("html", "brief.html")), button("as Markdown", { class: "plain" }, saved("markdown", "brief.md"))];
}

$("brief-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const go = $("brief-go");
  go.disabled = true;
  place.classList.add("busy");
  try {
    draw(await post("/api/brief", asked("page")));
  } catch (error) {
    notice(error.message, true);
  } finally {
    go.disabled = false;
    place.classList.remove("busy");
  }
});
