// The conversation: verified sentences as they come, numbers that open the source, threads that stay.

import { blob, events, get, post, remove } from "./api.js";
import { cite } from "./brief.js";
import { showSheet } from "./check.js";
import { $, button, el, fill, notice, save } from "./dom.js";
import { openSource } from "./reader.js";
import { chosen } from "./sources.js";
import { counted, oneLine, shorten, visible, where } from "./words.js";

const STATUS = { answered: "Answered", partial: "Answered in part", not_in_sources: "Not in the sources", conflicting: "The sources disagree" };
const HINTS = ["What is new?", "Compare what the sources say", "Brief me on the newest", "Who said what?"];
const talk = $("talk");
const question = $("question");
let thread = null;
let running = null;

/** Show a thread; without a name, a new one. */
export async function openThread(name) {
  if (name === thread && talk.childElementCount) return;
  stop();
  thread = name;
  fill(talk);
  try {
    const said = name ? await get("/api/thread", { name }) : [];
    for (const message of said) talk.append(message.role === "user" ? asked(message.text) : replied(message));
    if (!said.length) talk.append(el("div", { class: "hints" }, HINTS.map((words) => button(words, {}, () => ask(words)))));
  } catch (error) {
    notice(error.message, true);
  }
  tools();
  await list();
}

function tools() {
  document.querySelector("[data-view=ask]").setAttribute("href", thread ? `#/ask/${encodeURIComponent(thread)}` : "#/ask");
  const kept = Boolean(thread) && talk.querySelector(".said") !== null;
  $("thread-save").hidden = !kept;
  $("thread-delete").hidden = !kept;
}

async function list() {
  const all = await get("/api/threads").catch(() => []);
  const rows = all.map((each) => el("li", {}, el("a", { href: `#/ask/${encodeURIComponent(each.name)}`, "aria-current": each.name === thread ? "page" : null }, oneLine(shorten(each.title || each.name, 90)), el("small", {}, `${counted(each.messages, "message")} · ${new Date(each.updated).toLocaleString()}`))));
  fill($("thread-list"), rows.length ? rows : el("li", { class: "empty" }, "No threads yet."));
}

const asked = (words) => el("p", { class: words.length > 400 ? "said long" : "said", dir: "auto" }, visible(words));

function replied({ text, reply }) {
  const box = el("div", { class: `answer ${reply?.status ?? ""}` });
  const known = new Map((reply?.citations ?? []).map((evidence, at) => [at + 1, evidence]));
  for (const line of text.split("\n")) if (line.trim()) box.append(sentence(line, known));
  close(box, reply, known);
  return box;
}

/** A sentence of a reply; its numbers in brackets become buttons to the places they stand for. */
function sentence(words, known) {
  const parts = words.split(/(\[\d+\])/).map((part) => {
    const number = Number(/^\[(\d+)\]$/.exec(part)?.[1] ?? 0);
    return known.has(number) ? cite(number, where(known.get(number)), known.get(number)) : visible(part);
  });
  return el("p", { dir: "auto" }, parts);
}

function close(box, reply, known) {
  box.querySelector(".lookup")?.remove();
  if (!reply) {
    box.append(el("p", { class: "quiet" }, "Stopped here."));
    return;
  }
  box.className = `answer ${reply.status}`;
  box.prepend(el("p", { class: "status" }, STATUS[reply.status] ?? reply.status));
  if (reply.report) box.append(sheetLink(reply.report));
  if (known.size) box.append(notes(known));
}

function notes(known) {
  const rows = [...known].map(([number, evidence]) => el("li", {}, cite(number, where(evidence), evidence), el("span", {}, el("span", { class: "words", dir: "auto" }, `“${shorten(oneLine(evidence.text), 220)}”`), el("span", { class: "place" }, button(where(evidence), {}, () => openSource(evidence))))));
  return el("ol", { class: "notes", "aria-label": "Sources of this answer" }, rows);
}

function sheetLink(report) {
  const found = ["fix", "source", "look"].map((severity) => report.findings.filter((finding) => finding.severity === severity).length);
  const words = found.some(Boolean) ? `${found[0]} to fix, ${found[1]} without a source, ${found[2]} to look at` : "Nothing to fix";
  return el("p", { class: "lookup-report" }, `${words}. `, button("Open the check sheet", { class: "link" }, async () => {
    try {
      const sheet = await post("/api/sheet", report);
      location.hash = "#/check";
      showSheet(sheet);
    } catch (error) {
      notice(error.message, true);
    }
  }));
}

async function ask(words) {
  if (running || !words.trim()) return;
  if (!thread) {
    thread = newName();
    history.replaceState(null, "", `#/ask/${thread}`);
    tools();
  }
  talk.querySelector(".hints")?.remove();
  const box = el("div", { class: "answer" });
  talk.append(asked(words), box);
  question.value = "";
  const control = new AbortController();
  begin(control);
  try {
    await follow(box, words, control.signal);
  } catch (error) {
    box.querySelector(".lookup")?.remove();
    box.append(error.name === "AbortError" ? el("p", { class: "quiet" }, "Stopped here.") : el("p", { class: "failed" }, error.message));
  } finally {
    if (running === control) end();
    tools();
    await list();
  }
}

async function follow(box, words, signal) {
  const known = new Map();
  box.append(el("p", { class: "lookup" }, "Looking …"));
  for await (const { event, data } of events("/api/chat", { thread, text: words, only: chosen() }, signal)) {
    if (event === "lookup") box.querySelector(".lookup").textContent = `Looking for: ${shorten(oneLine(data.query), 120)}`;
    else if (event === "citation") known.set(data.number, data.evidence);
    else if (event === "sentence") box.querySelector(".lookup").before(...data.text.split("\n").filter((line) => line.trim()).map((line) => sentence(line, known)));
    else if (event === "done") close(box, data.reply, known);
    else if (event === "error") throw new Error(data.error.message);
    box.scrollIntoView({ block: "end", behavior: "instant" });
  }
}

function begin(control) {
  running = control;
  $("ask-go").hidden = true;
  $("ask-stop").hidden = false;
  talk.setAttribute("aria-busy", "true");
}

function end() {
  running = null;
  $("ask-go").hidden = false;
  $("ask-stop").hidden = true;
  talk.removeAttribute("aria-busy");
  question.focus({ preventScroll: true });
}

function stop() {
  running?.abort();
}

const newName = () => `web-${new Date().toISOString().slice(0, 16).replace(/\D/g, "")}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;

$("ask-form").addEventListener("submit", (event) => { event.preventDefault(); ask(question.value); });
question.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); ask(question.value); }
  if (event.key === "Escape") stop();
});
$("ask-stop").addEventListener("click", stop);
$("thread-new").addEventListener("click", () => { location.hash = "#/ask"; openThread(null); question.focus(); });
$("thread-list").addEventListener("click", () => { $("threads").open = false; });
$("thread-save").addEventListener("click", async () => {
  try {
    save(await blob(`/api/thread/export?${new URLSearchParams({ name: thread })}`), "thread.md");
  } catch (error) {
    notice(error.message, true);
  }
});
$("thread-delete").addEventListener("click", async () => {
  const ask_ = $("thread-delete");
  if (ask_.dataset.sure === undefined) {
    ask_.dataset.sure = "";
    ask_.textContent = "Delete it?";
    setTimeout(() => { delete ask_.dataset.sure; ask_.textContent = "Delete"; }, 4000);
    return;
  }
  try {
    await remove("/api/thread", { name: thread });
    location.hash = "#/ask";
    await openThread(null);
  } catch (error) {
    notice(error.message, true);
  }
});
