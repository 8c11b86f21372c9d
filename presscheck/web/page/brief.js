// A brief: every sentence with its numbers, each of which opens the source at its words.

import { blob, post } from "./api.js";
import { $, button, el, fill, focusOn, notice, save } from "./dom.js";
import { openSource } from "./reader.js";
import { chosen } from "./sources.js";
import { counted, visible, where } from "./words.js";

const place = $("brief");

const asked = (format) => ({ topic: $("brief-topic").value.trim() || null, style: $("brief-style").value, words: Number($("brief-words").value), sources: { only: chosen() }, format });

/** Numbers each piece of evidence where it is first cited. */
export function citing() {
  const numbers = new Map();
  return (citations) => citations.map((evidence) => {
    const key = `${evidence.sha256} ${evidence.start} ${evidence.end}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    return cite(numbers.get(key), evidence);
  });
}

export function cite(number, evidence) {
  const spot = where(evidence);
  return button(String(number), { class: "cite", title: spot, "aria-label": `Source ${number}: ${spot}` }, () => openSource(evidence));
}

function draw(brief) {
  const refs = citing();
  const part = (title, rows) => (rows.length ? [el("h2", {}, title), ...rows] : []);
  const table = (rows) => (rows.length ? [el("table", {}, el("tbody", {}, rows))] : []);
  const row = (value, ...rest) => el("tr", {}, el("td", { class: "value" }, visible(value)), el("td", {}, rest));
  const title = el("h1", { tabindex: "-1" }, visible(brief.headline));
  const rest = brief.sentences.filter((sentence) => sentence.text !== brief.summary?.text);
  fill(place,
    el("div", { class: "sheet-head" }, title, el("div", { class: "tools" }, saving()), el("p", { class: "told" }, `From ${counted(brief.sources.length, "source")} · Presscheck ${brief.engine.version}, ${brief.engine.model ?? "embedded engine, no model"}`)),
    el("div", { class: "story" },
      brief.summary && el("p", { class: "summary", dir: "auto" }, visible(brief.summary.text), refs(brief.summary.citations)),
      sentences(rest, refs, brief.style !== "paragraphs"),
      part("Key figures", table(brief.key_figures.map((figure) => row(figure.value, visible(figure.what), figure.agree ? "" : " (the sources differ)", refs(figure.citations))))),
      part("Quotations", brief.quotations.map((said) => el("p", { dir: "auto" }, `“${visible(said.words)}”`, refs([said.citation]), el("span", { class: "who" }, visible(said.speaker))))),
      part("Where the sources disagree", brief.disagreements.map((each) => disagreement(each, refs, row))),
      part("From a single source", [sentences(brief.single_source, refs, true)].filter(Boolean)),
      part("Timeline", table(brief.timeline.map((entry) => row(entry.date, visible(entry.text), refs([entry.citation])))))));
  place.hidden = false;
  focusOn(title);
  title.scrollIntoView({ block: "nearest" });
}

function sentences(all, refs, bullets) {
  if (!all.length) return null;
  const said = all.map((sentence) => [visible(sentence.text), refs(sentence.citations)]);
  return bullets ? el("ul", { class: "bullets" }, said.map((words) => el("li", { dir: "auto" }, words))) : el("p", { dir: "auto" }, said.map((words) => [words, " "]));
}

function disagreement(each, refs, row) {
  const rows = each.values.map((value, at) => row(value, el("span", { class: "who" }, where(each.citations[at])), at === each.latest ? el("span", { class: "latest" }, " latest") : "", refs([each.citations[at]])));
  return el("table", {}, el("tbody", {}, el("tr", {}, el("th", { colspan: "2" }, visible(each.what))), rows));
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
    draw(await post("/api/brief", asked("json")));
  } catch (error) {
    notice(error.message, true);
  } finally {
    go.disabled = false;
    place.classList.remove("busy");
  }
});
