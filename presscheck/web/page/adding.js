// Adding sources: files dropped or picked, a pasted text, an address.

import { post, upload } from "./api.js";
import { $, focusOn, notice } from "./dom.js";
import { watch } from "./sources.js";
import { counted, oneLine } from "./words.js";

const dialog = $("adding");

function told(report) {
  const parts = [["added", report.added], ["replaced", report.replaced], ["there already", report.unchanged]];
  const said = parts.filter(([, ids]) => ids.length).map(([words, ids]) => `${ids.length.toLocaleString("en")} ${words}`);
  const failed = report.failed.slice(0, 5).map((failure) => oneLine(`${failure.origin}: ${failure.why}`));
  const more = report.failed.length > 5 ? [`and ${report.failed.length - 5} more could not be read`] : [];
  return { words: [said.join(", "), ...failed, ...more].filter(Boolean).join("\n") || "Nothing to add.", bad: !said.length && report.failed.length > 0 };
}

async function adding(work) {
  tell("Reading …");
  document.body.setAttribute("aria-busy", "true");
  try {
    const { words, bad } = told(await work());
    tell(words, bad);
    await watch();
    return !bad;
  } catch (error) {
    tell(error.message, true);
    return false;
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

function tell(words, bad = false) {
  $("adding-told").textContent = words;
  if (!dialog.open) notice(words, bad);
}

export async function addFiles(files) {
  const all = [...files];
  if (!all.length) return;
  const whole = { added: [], replaced: [], unchanged: [], failed: [] };
  await adding(async () => {
    for (const [at, file] of all.entries()) {
      if (all.length > 1) tell(`Reading ${at + 1} of ${counted(all.length, "file")} …`);
      try {
        const report = await upload("/api/sources/file", file);
        for (const key of Object.keys(whole)) whole[key].push(...report[key]);
      } catch (error) {
        whole.failed.push({ origin: file.name, why: error.message });
      }
    }
    return whole;
  });
}

$("add-open").addEventListener("click", () => { $("adding-told").textContent = ""; dialog.showModal(); });
$("adding-close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
for (const id of ["drop", "add-files"]) $(id).addEventListener("click", () => $("file-pick").click());
$("file-pick").addEventListener("change", async () => { await addFiles($("file-pick").files); $("file-pick").value = ""; });

$("add-text").addEventListener("submit", async (event) => {
  event.preventDefault();
  const given = { text: $("paste-text").value, title: $("paste-title").value.trim(), publisher: $("paste-publisher").value.trim(), published: $("paste-date").value, kind: $("paste-kind").value };
  const json = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  if (await adding(() => post("/api/sources/text", json))) {
    for (const id of ["paste-text", "paste-title"]) $(id).value = "";
    focusOn($("paste-title"));
  }
});

$("add-address").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (await adding(() => post("/api/sources/address", { url: $("address").value.trim() }))) $("address").value = "";
});

// Files may be dropped anywhere on the page.
let depth = 0;
const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
const over = (shown) => { $("over").hidden = !shown; };
addEventListener("dragenter", (event) => { if (holdsFiles(event)) { depth += 1; over(true); } });
addEventListener("dragleave", (event) => { if (holdsFiles(event)) { depth = Math.max(0, depth - 1); over(depth > 0); } });
addEventListener("dragover", (event) => { if (holdsFiles(event)) event.preventDefault(); });
addEventListener("drop", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  depth = 0;
  over(false);
  addFiles(event.dataTransfer.files);
});
