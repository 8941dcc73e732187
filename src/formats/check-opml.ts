// Our OPML by version 2.0 of its specification.
import { addressFaults, lineFaults, repeatFaults } from "./check-values.ts";
import { childrenOf, textOf, type XmlElement } from "./read-xml.ts";

/** What is wrong with the root element of a list of feeds. */
export function opmlFaults(root: XmlElement): string[] {
  const [head] = childrenOf(root, "head");
  const [body] = childrenOf(root, "body");
  if (
    root.name !== "opml" ||
    root.attributes["version"] !== "2.0" ||
    head === undefined ||
    body === undefined
  )
    return ["this is no OPML 2.0"];
  const outlines = childrenOf(body, "outline").map(({ attributes }) => attributes);
  return [
    ...lineFaults("the list's title", textOf(head, "title")),
    ...repeatFaults(
      "xmlUrl",
      outlines.map(({ xmlUrl = "" }) => xmlUrl),
    ),
    ...outlines.flatMap(({ type, text, xmlUrl }) => [
      ...(type === "rss" ? [] : ["an outline is not of type rss"]),
      ...lineFaults("an outline's text", text),
      ...addressFaults("an outline's xmlUrl", xmlUrl),
    ]),
  ];
}
