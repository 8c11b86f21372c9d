// A source, opened at a place: the cited words highlighted in their article.

import { get } from "./api.js";
import { $, el, fill, focusOn, notice, outside } from "./dom.js";
import { day, KINDS, lines, oneLine, titleOf, visible } from "./words.js";

const dialog = $("reader");
let asked = 0;

/** Open a source; with `start` and `end` (code points) these characters are marked. `sha256` asks for the version cited. */
export async function openSource({ article_id, sha256 = null, start = 0, end = 0 }) {
  const mine = (asked += 1);
  let article;
  try {
    article = await get(`/api/sources/${encodeURIComponent(article_id)}`, { sha256 });
  } catch (error) {
    notice(error.message, true);
    return;
  }
  if (mine !== asked) return;
  show(article, start, end);
}

function show(article, start, end) {
  $("reader-title").textContent = titleOf(article);
  const kind = KINDS[article.kind] + ({ yes: ", complete", excerpt: ", excerpts" }[article.complete] ?? "");
  const about = [kind, article.publisher, article.author, day(article.published), article.url && outside(article.url)].filter(Boolean);
  fill($("reader-meta"), about.flatMap((part, at) => [at ? " · " : "", typeof part === "string" ? oneLine(part) : part]));
  const shown = lines(article.text).map((line) => paragraph(line, start, end));
  fill($("reading"), shown);
  if (!dialog.open) dialog.showModal();
  const mark = $("reading").querySelector("mark");
  if (mark) {
    mark.scrollIntoView({ block: "center" });
    focusOn(mark);
  } else {
    $("reading").scrollTop = 0;
    focusOn($("reading"));
  }
}

function paragraph({ start: first, points }, start, end) {
  const from = Math.max(0, start - first);
  const to = Math.min(points.length, end - first);
  const words = (a, b) => visible(points.slice(a, b).join(""));
  if (from >= to) return el("p", { dir: "auto" }, words(0, points.length));
  return el("p", { dir: "auto" }, words(0, from), el("mark", { tabindex: "-1" }, words(from, to)), words(to, points.length));
}

$("reader-close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
