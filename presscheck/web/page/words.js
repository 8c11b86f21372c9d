// Texts are cut by code points, as the server counts them, and shown with hidden characters made visible.

const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

export function visible(text) {
  return text.replace(HIDDEN, (sign) => {
    const code = sign.codePointAt(0);
    if (code < 0x20) return code === 0x0d ? "" : String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return "␡";
    return [0x85, 0x2028, 0x2029].includes(code) ? " " : `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}

export const oneLine = (text) => visible(text).replace(/\s+/g, " ").trim();

export function shorten(text, limit) {
  const points = [...text];
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join("").trimEnd()}…`;
}

/** The lines of a text that hold words: each with its code points and the offset of the first. */
export function lines(text) {
  const found = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const points = [...line];
    if (line.trim()) found.push({ start, points });
    start += points.length + 1;
  }
  return found;
}

const MONTHS = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

export function day(moment) {
  const [, year, month, date] = /^(\d+)-(\d\d)-(\d\d)/.exec(moment ?? "") ?? [];
  return year ? `${MONTHS[month - 1]} ${Number(date)}, ${year}` : "";
}

export const KINDS = { transcript: "Transcript", official: "Official text", article: "Article", note: "Note" };

export function fileName(source) {
  return source.origin && !source.origin.includes("://") ? source.origin.replaceAll("\\", "/").split("/").pop() : source.url ?? source.origin ?? source.article_id ?? "";
}

export const titleOf = (source) => oneLine(source.title || source.publisher || fileName(source));

/** File and line; of a recording, file and time; or the address. */
function at(file, { line, time }) {
  if (time !== null && time !== undefined) return `${file} at ${clock(Math.floor(time))}`;
  return file.includes("://") ? file : `${file}:${line}`;
}

const clock = (seconds) => [Math.floor(seconds / 3600), ...[seconds / 60, seconds].map((part) => String(Math.floor(part) % 60).padStart(2, "0"))].join(":");

/** Where a piece of evidence stands, in words; the date only where the title doesn't say it. */
export function where(evidence) {
  const file = fileName(evidence);
  const place = at(file, evidence);
  const title = titleOf(evidence);
  const [month, date, year] = day(evidence.published).toLowerCase().replace(/[.,]/g, "").split(" ");
  const words = title.toLowerCase().replaceAll(",", " ").split(/\s+/);
  const said = year && [date, year].every((part) => words.includes(part)) && words.some((word) => word.startsWith(month.slice(0, 3)));
  return [evidence.speaker, title, said ? "" : day(evidence.published), place].filter(Boolean).map(oneLine).join(" · ");
}

export const counted = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
