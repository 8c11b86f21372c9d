// Asking the server. A token that is missing is asked for once, then the request goes out again.

export class Refused extends Error {
  constructor(status, told) {
    super(told?.message ?? (status === 413 ? "That is too large for this server." : `The server answered ${status}.`));
    this.status = status;
    this.code = told?.code;
  }
}

let login = async () => { throw new Refused(401, null); };
export const setLogin = (ask) => { login = ask; };

async function sent(path, options) {
  let answer;
  try {
    answer = await fetch(path, { credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused(0, { message: "The server can’t be reached. Is presscheck serve still running?" });
  }
  if (answer.ok) return answer;
  const told = await answer.json().catch(() => null);
  if (answer.status === 401 && path !== "/api/session") {
    await login();
    return sent(path, options);
  }
  throw new Refused(answer.status, told?.error);
}

const posted = (json, signal) => ({ method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(json), signal });

export const get = async (path, query = {}) => (await sent(path + ask(query), {})).json();
export const post = async (path, json) => (await sent(path, posted(json))).json();
export const remove = async (path, query = {}) => (await sent(path + ask(query), { method: "DELETE" })).json();
export const blob = async (path, json) => (await sent(path, json ? posted(json) : {})).blob();
export const upload = async (path, file) =>
  (await sent(path + ask({ name: file.name }), { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file })).json();

function ask(query) {
  const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return pairs.length ? `?${new URLSearchParams(pairs)}` : "";
}

/** Yield the events of a stream: `{event, data}`, data read as JSON. Aborting the signal ends the work on the server. */
export async function* events(path, json, signal) {
  const answer = await sent(path, posted(json, signal));
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value.replaceAll("\r", "")).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const event = read(block);
      if (event) yield event;
    }
  }
}

function read(block) {
  const found = { event: "message", data: [] };
  for (const line of block.split("\n")) {
    if (line.startsWith("event:")) found.event = line.slice(6).trim();
    else if (line.startsWith("data:")) found.data.push(line.slice(5).replace(/^ /, ""));
  }
  return found.data.length ? { event: found.event, data: JSON.parse(found.data.join("\n")) } : null;
}
