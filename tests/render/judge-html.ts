// The judge of rendered pages: reads them as a browser does (parse5) and names everything active or unknown in them.
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

const ELEMENTS = new Set(
  (
    "html head meta title link style script body a header p nav ol ul li main article h1 h2 h3 h4 h5 h6 time span b " +
    "small figure img figcaption blockquote div table thead tbody tr th td em strong s code pre hr br sup section footer"
  ).split(" "),
);
const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/** What was found: `faults` should be none, `text` is what a reader sees (and images' alternatives). */
export interface Judged {
  readonly faults: string[];
  readonly text: string;
}

export function judge(html: string): Judged {
  const faults: string[] = [];
  const texts: string[] = [];
  const visit = (node: Tree.Node): void => {
    if ("value" in node) texts.push(node.value);
    if ("tagName" in node) {
      if (!ELEMENTS.has(node.tagName)) faults.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs) faults.push(...faultOf(name, value, node));
      texts.push(...node.attrs.filter(({ name }) => name === "alt").map(({ value }) => value));
      if (node.tagName === "script") faults.push(...faultOfScript(node));
      if (node.tagName === "style" || node.tagName === "script") return;
    }
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return { faults, text: texts.join("\n") };
}

function attribute(node: Tree.Element, name: string): string | undefined {
  return node.attrs.find((each) => each.name === name)?.value;
}

function isSafe(address: string): boolean {
  return SCHEMES.has(new URL(address, "https://base.test/").protocol);
}

function faultOf(name: string, value: string, node: Tree.Element): string[] {
  if (/^on|^style$|^srcdoc$|^srcset$|^formaction$/.test(name)) return [`${name}=${value}`];
  if (name === "http-equiv" && value === "refresh") {
    const content = attribute(node, "content") ?? "";
    const address = /^0; url=(.*)$/.exec(content)?.[1];
    return address !== undefined && isSafe(address) ? [] : [`refresh=${content}`];
  }
  if (name === "http-equiv" && value !== "Content-Security-Policy") return [`${name}=${value}`];
  if (name !== "href" && name !== "src") return [];
  return isSafe(value) ? [] : [`${name}=${value}`];
}

/** Only data may stand in a script element, and it must be JSON to its end. */
function faultOfScript(node: Tree.Element): string[] {
  if (attribute(node, "type") !== "application/ld+json") return ["<script>"];
  const text = node.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
  try {
    JSON.parse(text);
    return [];
  } catch {
    return [`data ${text}`];
  }
}
