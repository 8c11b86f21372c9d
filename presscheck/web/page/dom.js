// Elements are made here and nowhere else, with their words set as text: nothing of an article can become markup.

export const $ = (id) => document.getElementById(id);

/** Make an element. `props` are attributes (`class`, `aria-label`, `data-n`, …); `on` holds listeners. Null children are left out. */
export function el(name, props, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false).map((child) => (child instanceof Node ? child : String(child))));
  return made;
}

export const button = (words, props, click) => el("button", { type: "button", ...props, on: { click } }, words);

export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return parent;
}

/** A link to a web address; any other address is shown as words. */
export function outside(address, words = address) {
  return /^https?:\/\//i.test(address) ? el("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, words) : words;
}

let fading;
export function notice(words, bad = false) {
  const box = $("notice");
  box.textContent = words;
  box.classList.toggle("bad", bad);
  box.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => { box.hidden = true; }, bad ? 9000 : 4500);
}

export function save(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Focus on an element once it is shown, without a jump. */
export const focusOn = (element) => { element.focus({ preventScroll: true }); };
