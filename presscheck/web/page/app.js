// The desk: three views by the address's fragment, the shelf beside them, the token where one is asked for.

import "./adding.js";
import { post, setLogin } from "./api.js";
import "./brief.js";
import { openThread } from "./chat.js";
import { key } from "./check.js";
import { $, notice } from "./dom.js";
import { watch } from "./sources.js";

const EVERY = 4000;
const NARROW = "(max-width: 56rem)";
const TITLES = { check: "Check", brief: "Brief", ask: "Ask" };
const FIELDS = { check: "draft", brief: "brief-topic", ask: "question" };

function show() {
  const [, view = "check", rest = ""] = location.hash.split("/");
  const now = view in TITLES ? view : "check";
  for (const name of Object.keys(TITLES)) $(`view-${name}`).hidden = name !== now;
  for (const link of document.querySelectorAll(".views a")) {
    if (link.dataset.view === now) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${TITLES[now]} · Presscheck`;
  if (now === "ask") openThread(rest ? decoded(rest) : null);
  return now;
}

/** Show the view that was gone to, ready to type in; where there is no mouse that would bring up a keyboard. */
function go() {
  const field = $(FIELDS[show()]);
  if (matchMedia("(hover: hover)").matches) field.focus({ preventScroll: true });
}

function decoded(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function rail(open) {
  document.querySelector(".bench").classList.toggle("closed", !open);
  $("rail-switch").setAttribute("aria-expanded", String(open));
}

async function look() {
  if (document.hidden || $("login").open) return;
  try {
    const state = await watch();
    $("about").textContent = `${state.desk} · Presscheck ${state.version} · ${state.model ?? "embedded engine, no model"}`;
    lost = false;
  } catch (error) {
    if (!lost) notice(error.message, true);
    lost = true;
  }
}
let lost = false;

/** Ask for the token until it is the right one; what waits for it waits together. */
let waiting = null;
setLogin(() => {
  waiting ??= new Promise((resolve) => {
    $("login").showModal();
    $("login-form").onsubmit = async (event) => {
      event.preventDefault();
      try {
        await post("/api/session", { token: $("token").value });
        $("token").value = "";
        $("login-wrong").textContent = "";
        $("login").close();
        waiting = null;
        resolve();
      } catch (error) {
        $("login-wrong").textContent = error.message;
        $("token").select();
      }
    };
  });
  return waiting;
});
$("login").addEventListener("cancel", (event) => event.preventDefault());

$("rail-switch").addEventListener("click", () => rail(document.querySelector(".bench").classList.contains("closed")));
for (const id of ["check-sources", "brief-sources", "ask-sources"]) $(id).addEventListener("click", () => { rail(true); $("filter-words").focus(); });
document.querySelector("[data-skip]").addEventListener("click", (event) => { event.preventDefault(); $("work").focus(); });
addEventListener("hashchange", go);
document.addEventListener("visibilitychange", look);
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "Escape" && matchMedia(NARROW).matches) rail(false);
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (!$("view-check").hidden && key(event)) event.preventDefault();
});
rail(!matchMedia(NARROW).matches);
show();
await look();
setInterval(look, EVERY);
