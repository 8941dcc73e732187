// A document of ours read back by a strict parser, before it may replace the one readers have: well-formed with its
// namespaces, or the reason it is not. The checks of feeds and sitemaps walk the elements.
import { SaxesParser } from "saxes";

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** By the name as written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Of this element alone, decoded. */
  readonly text: string;
}

/** The root element, or what makes the text no document of ours. */
export type XmlReading =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly fault: string };

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

/** Reads a whole document. A DOCTYPE, a byte order mark and anything before `<?xml` are faults too. Never throws. */
export function readXml(text: string): XmlReading {
  const before = frameFault(text);
  if (before !== undefined) return { ok: false, fault: before };
  const top = growing("", "", {});
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  const faults: string[] = [];
  parser.on("error", (error) => faults.push(error.message));
  parser.on("doctype", () => faults.push("a document type declaration"));
  parser.on("text", (part: string) => void (lastOf(open).text += part));
  parser.on("opentag", ({ local, uri, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value] as const);
    const element = growing(local, uri, Object.fromEntries(values));
    lastOf(open).children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  const [root] = top.children;
  const [fault = "no element"] = faults;
  return root === undefined || faults.length > 0 ? { ok: false, fault } : { ok: true, root };
}

function frameFault(text: string): string | undefined {
  if (!text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n'))
    return "no XML declaration at the first byte";
  return text.endsWith(">\n") ? undefined : "no line break at the end";
}

function growing(name: string, namespace: string, attributes: Growing["attributes"]): Growing {
  return { name, namespace, attributes, children: [], text: "" };
}

function lastOf(open: readonly Growing[]): Growing {
  const last = open.at(-1);
  if (last === undefined) throw new Error("an element closed that was not open");
  return last;
}

/** The children of that name and namespace. */
export function childrenOf(
  element: XmlElement,
  name: string,
  namespace: string = element.namespace,
): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name && child.namespace === namespace);
}

/** The text of the first such child. */
export function textOf(element: XmlElement, name: string, namespace?: string): string | undefined {
  return childrenOf(element, name, namespace)[0]?.text;
}
