// Adds to, removes from and rewrites lists in an article file, in the layout the list has: `[a, b]` or a line each.
import { printFlow } from "./print-article.ts";
import { endOfLines, insertLines, lineBreakOf, removeFromFlow, removeLines, splice } from "./splice-file.ts";
import { lineStart } from "./yaml/text-position.ts";
import type { ListNode, YamlNode } from "./yaml/yaml-node.ts";

/** `item` behind the last one. */
export function addItem(text: string, list: ListNode, item: unknown): string {
  const last = list.items.at(-1);
  if (last === undefined) return splice(text, list.start + 1, list.start + 1, printFlow(item));
  if (list.isFlow) return splice(text, last.end, last.end, `, ${printFlow(item)}`);
  return insertLines(text, endOfLines(text, last), `${dashBefore(text, last)}${printFlow(item)}`);
}

/** The list without the items that `goes` names; at least one must stay. */
export function removeItems(text: string, list: ListNode, goes: (item: YamlNode) => boolean): string {
  // From the last to the first, so that the offsets of those still to go stay right.
  return list.items.filter(goes).reduceRight((rest, node) => cut(rest, list, node), text);
}

function cut(text: string, list: ListNode, node: YamlNode): string {
  if (list.isFlow) return removeFromFlow(text, node.propertiesStart ?? node.start, node.end);
  return removeLines(text, lineStart(text, node.start), endOfLines(text, node));
}

/** The list written anew with `items`, one at least, in its own layout; comments between the old items go with them. */
export function rewriteList(text: string, list: ListNode, items: readonly unknown[]): string {
  const [first] = list.items;
  const last = list.items.at(-1);
  if (list.isFlow || first === undefined || last === undefined) {
    return splice(text, list.start, list.end, printFlow(items));
  }
  const lineBreak = lineBreakOf(text);
  const lines = items.map((item) => `${dashBefore(text, first)}${printFlow(item)}`).join(lineBreak);
  const start = lineStart(text, first.start);
  const end = endOfLines(text, last);
  return splice(text, start, end, text.slice(start, end).endsWith("\n") ? lines + lineBreak : lines);
}

function dashBefore(text: string, node: YamlNode): string {
  return text.slice(lineStart(text, node.start), node.propertiesStart ?? node.start);
}
