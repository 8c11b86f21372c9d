// Paste a draft, check it, read the sheet.

import { blob, post, upload } from "./api.js";
import { $, button, notice, save } from "./dom.js";
import { drawSheet, stepping } from "./sheet.js";
import { chosen } from "./sources.js";

const draft = $("draft");
const step = stepping($("sheet"));
let title = null;

const asked = (format) => ({ text: draft.value, ...(title && { title }), ...($("as-of").value && { as_of: $("as-of").value }), sources: { only: chosen() }, format });

async function check() {
  if (!draft.value.trim()) {
    notice("Paste a draft first.", true);
    draft.focus();
    return;
  }
  const go = $("check-go");
  go.disabled = true;
  go.textContent = "Checking …";
  try {
    showSheet(await post("/api/check", asked("sheet")), saving());
  } catch (error) {
    notice(error.message, true);
  } finally {
    go.disabled = false;
    go.textContent = "Check";
  }
}

/** Show a sheet in the place of the draft. */
export function showSheet(sheet, tools = []) {
  $("draft-form").hidden = true;
  drawSheet($("sheet"), sheet, [button("Edit the draft", { class: "plain", id: "draft-edit" }, edit), ...tools]);
  scrollTo(0, 0);
}

function edit() {
  $("sheet").hidden = true;
  $("draft-form").hidden = false;
  draft.focus();
}

function saving() {
  const saved = (format, name) => async () => {
    try {
      save(await blob("/api/check", asked(format)), name);
    } catch (error) {
      notice(error.message, true);
    }
  };
  return [button("Save as a page", { class: "plain" }, saved("html", "check.html")), button("as Markdown", { class: "plain" }, saved("markdown", "check.md"))];
}

const remember = () => sessionStorage.setItem("presscheck.draft", JSON.stringify({ text: draft.value.slice(0, 1000000), title, asOf: $("as-of").value }));

function recall() {
  const kept = JSON.parse(sessionStorage.getItem("presscheck.draft") ?? "null");
  if (!kept) return;
  draft.value = kept.text;
  title = kept.title;
  $("as-of").value = kept.asOf;
}

async function openDraft(file) {
  try {
    const article = await upload("/api/read", file);
    draft.value = article.text;
    title = article.title;
    $("as-of").value = article.published?.slice(0, 10) ?? "";
    remember();
  } catch (error) {
    notice(error.message, true);
  }
}

export function key(event) {
  return !$("sheet").hidden && step(event.key);
}

$("draft-form").addEventListener("submit", (event) => { event.preventDefault(); check(); });
draft.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); check(); } });
draft.addEventListener("input", () => { if (!draft.value) title = null; remember(); });
$("as-of").addEventListener("change", remember);
$("draft-open").addEventListener("click", () => $("draft-pick").click());
$("draft-pick").addEventListener("change", async () => { if ($("draft-pick").files[0]) await openDraft($("draft-pick").files[0]); $("draft-pick").value = ""; });
recall();
