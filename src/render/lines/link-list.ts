// The numbered list of addresses at the end of a text, where links cannot be clicked; one number per address.
import type { Span } from "./spans.ts";

/** Addresses in order of first mention, by their number from 1. */
export type LinkList = Map<string, number>;

/** `spans` followed by ` [3]`, or as they are when their text already says the address. */
export function markLink(spans: Span[], href: string, links: LinkList): Span[] {
  const text = spans.map((span) => span.text).join("");
  if (text === href || `mailto:${text}` === href || `tel:${text}` === href) return spans;
  const number = links.get(href) ?? links.size + 1;
  links.set(href, number);
  return [...spans, { text: ` [${number}]` }];
}
