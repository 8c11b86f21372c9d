// What the server can be asked, from its own OpenAPI description.

import { get } from "./api.js";
import { $, el } from "./dom.js";

const typeOf = (schema) => schema?.$ref?.split("/").pop() ?? schema?.anyOf?.map(typeOf).join(" or ") ?? (schema?.type === "array" ? `list of ${typeOf(schema.items)}` : schema?.enum?.join(" | ") ?? schema?.type ?? "");

/** Words between backticks are set as code. */
const worded = (text) => text.split("`").map((part, at) => (at % 2 ? el("code", {}, part) : part));

function route(path, verb, told, schemas) {
  const body = Object.values(told.requestBody?.content ?? {})[0]?.schema;
  const fields = Object.entries(schemas[typeOf(body)]?.properties ?? {}).map(([name, schema]) => [name, typeOf(schema)]);
  const query = (told.parameters ?? []).map((each) => [each.name, `${typeOf(each.schema)}${each.required ? ", required" : ""}`]);
  const rows = [...query, ...fields].flatMap(([name, type]) => [el("dt", {}, el("code", {}, name)), el("dd", {}, type)]);
  const answer = Object.values(told.responses?.["200"]?.content ?? {})[0]?.schema;
  return el("article", {}, el("p", {}, el("code", {}, el("span", { class: "verb" }, verb.toUpperCase()), ` ${path}`), answer && typeOf(answer) ? el("span", { class: "quiet" }, ` → ${typeOf(answer)}`) : null), el("p", {}, worded(told.description ?? told.summary)), rows.length ? el("dl", {}, rows) : null);
}

try {
  const spec = await get("/openapi.json");
  const groups = new Map();
  for (const [path, verbs] of Object.entries(spec.paths)) for (const [verb, told] of Object.entries(verbs)) {
    const tag = told.tags?.[0] ?? "other";
    groups.set(tag, [...(groups.get(tag) ?? []), route(path, verb, told, spec.components?.schemas ?? {})]);
  }
  $("told").replaceChildren(`${spec.info.title} ${spec.info.version}. `, ...worded(spec.info.description), " All of it for programs: ", el("a", { href: "/openapi.json" }, "openapi.json"), ".");
  for (const [tag, routes] of groups) $("routes").append(el("h2", {}, tag), ...routes);
} catch (error) {
  $("told").textContent = error.message;
}
