// The one XML writer: elements as strings, escaped here and nowhere else. No CDATA, no library: every one tried lets a
// control character or an entity through. Feeds, sitemaps and OPML are written with it.
import { dropIllegalCharacters, escapeAttribute } from "../base/escape-html.ts";

/** In the order they are written; an undefined one is left out. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** Already XML: a text, or children each on a line of its own, of which empty ones are left out. */
export type XmlContent = string | readonly string[];

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "\r": "&#13;",
};

/** A whole document with its declaration, ended by a line break; UTF-8, no byte order mark, no DOCTYPE. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** One element around content that is XML already; without content it closes itself. */
export function element(name: string, attributes: XmlAttributes, content: XmlContent = ""): string {
  const start = name + xmlAttributes(attributes);
  const inner = typeof content === "string" ? content : linesOf(content);
  return inner === "" ? `<${start}/>` : `<${start}>${inner}</${name}>`;
}

function linesOf(children: readonly string[]): string {
  const lines = children.filter((child) => child !== "");
  return lines.length === 0 ? "" : `\n${lines.join("\n")}\n`;
}

/** One element around plain text; no text is no element. */
export function textElement(name: string, text: string | undefined, attributes: XmlAttributes = {}): string {
  return text === undefined || text === "" ? "" : element(name, attributes, xmlText(text));
}

/** Plain text as an element's content: TAB and LF stay, CR is a reference, what XML 1.0 forbids is dropped. */
export function xmlText(text: string): string {
  const kept = text.includes("\r")
    ? text.split("\r").map(dropIllegalCharacters).join("\r")
    : dropIllegalCharacters(text);
  return kept.replace(/[&<>\r]/g, (character) => REFERENCES[character] ?? character);
}

function xmlAttributes(attributes: XmlAttributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escapeAttribute(String(value))}"`))
    .join("");
}
