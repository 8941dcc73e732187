// What a reader sees of HTML: its text, blocks apart, without footnote marks; and what stet itself shows of a body.
import { parse, type DefaultTreeAdapterMap } from "parse5";
import { articleSlug } from "../../src/body/body-links.ts";
import { parseBody } from "../../src/body/parse-body.ts";
import { htmlBlocks } from "../../src/render/html/html-blocks.ts";
import { COMMONMARK_DIALECT, type HtmlDialect } from "../../src/render/html/html-dialect.ts";
import { htmlFootnotes } from "../../src/render/html/html-footnotes.ts";
import { safeHref, safeImageSrc } from "../../src/render/safe-url.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

const INLINE = new Set("a abbr b code del em i img mark s small span strong sub".split(" "));
const UNSEEN = new Set(["head", "script", "style", "template", "sup"]);

/** The text of an HTML document or of its element with `id`, as one line; curly quotes and ellipses made plain. */
export function visibleText(html: string, id?: string): string {
  const document = parse(html);
  const root = id === undefined ? document : find(document, id);
  if (root === undefined) throw new Error(`no element with id ${id}`);
  return normal(textOf(root));
}

function find(node: Node, id: string): Node | undefined {
  if ("attrs" in node && attribute(node, "id") === id) return node;
  if (!("childNodes" in node)) return undefined;
  for (const child of node.childNodes) {
    const found = find(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  if (!("childNodes" in node)) return "";
  if ("attrs" in node && isUnseen(node)) return "";
  const inside = node.childNodes.map(textOf).join("");
  return INLINE.has(node.nodeName) ? inside : ` ${inside} `;
}

function isUnseen(element: Element): boolean {
  return (
    UNSEEN.has(element.nodeName) || /reversefootnote|footnote-backref/.test(attribute(element, "class") ?? "")
  );
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

function normal(text: string): string {
  const plain = text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replaceAll("…", "...");
  return plain.replace(/\s+/g, " ").trim();
}

const DIALECT: HtmlDialect = {
  ...COMMONMARK_DIALECT,
  href: (href) => (articleSlug(href) === undefined ? safeHref(href) : undefined),
  src: safeImageSrc,
};

/** The visible text of stet's own page of a body whose links to articles lead nowhere. */
export function shownText(markdown: string): string {
  const body = parseBody(markdown);
  const notes = body.footnotes.map((note) => ({ ...note, references: 0 }));
  return visibleText(htmlBlocks(body.blocks, DIALECT) + htmlFootnotes(notes, DIALECT));
}
