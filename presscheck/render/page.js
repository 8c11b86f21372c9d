"use strict";
// Only a convenience: every link works without it. j and k go from finding to finding, t to its place in the text,
// s to its source; what belongs together lights up together.
(() => {
  document.documentElement.classList.add("scripted");
  const all = (selector) => [...document.querySelectorAll(selector)];
  const items = all(".item");
  let at = -1;
  const number = (element) => element && element.id.split("-")[1];
  const light = (n) => {
    all(".on").forEach((element) => element.classList.remove("on"));
    all(`[data-n~="${CSS.escape(n)}"]`).forEach((element) => element.classList.add("on"));
  };
  const go = (id) => {
    const target = document.getElementById(id);
    if (!target) return;
    if (location.hash !== `#${id}`) location.hash = id;
    else target.scrollIntoView({ block: "nearest" });
    target.focus({ preventScroll: true });
  };
  const step = (by) => {
    if (!items.length) return;
    at = (at + by + items.length) % items.length;
    go(items[at].id);
  };
  const follow = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = document.getElementById(id);
    if (!target) return;
    const folded = target.closest("details");
    if (folded) folded.open = true;
    const n = target.dataset.n && target.dataset.n.split(" ")[0];
    if (n) light(n);
    const found = items.findIndex((item) => item.dataset.n === n);
    if (found >= 0) at = found;
    const mark = n && document.getElementById(`m-${n}`);
    const pane = mark && mark.closest(".text");
    if (pane && !id.startsWith("m-") && getComputedStyle(pane).overflowY === "auto") {
      const box = mark.getBoundingClientRect(), frame = pane.getBoundingClientRect();
      if (box.top < frame.top || box.bottom > frame.bottom) pane.scrollTop += box.top - frame.top - frame.height / 3;
    }
  };
  const keys = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
    t: () => items[at] && go(`m-${number(items[at])}`),
    s: () => { const link = items[at] && items[at].querySelector(".place a"); if (link) link.click(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  document.addEventListener("mouseover", (event) => {
    const owner = event.target.closest("[data-n]");
    if (owner) light(owner.dataset.n.split(" ")[0]);
  });
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => all("details").forEach((element) => { element.open = true; }));
  follow();
})();
