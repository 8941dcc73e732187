// What changed in an article, in one line and its own words: `status draft → review, +tag rail, +2 paragraphs`.
import type { FieldChange, Value } from "./compare-articles.ts";
import type { ArticleChange } from "./compare-texts.ts";

/** The line, not yet made harmless for a terminal; `arrow` stands between old and new. */
export function describeChange(change: ArticleChange, arrow: string): string {
  const { kind, unreadable, words } = change;
  if (kind === "new")
    return unreadable === undefined ? `new, ${count(words.after, "word")}` : "new, unreadable";
  if (kind === "removed")
    return unreadable === undefined ? `removed, ${count(words.before, "word")}` : "removed";
  if (unreadable !== undefined) return UNREADABLE[unreadable];
  const told = (chosen: readonly FieldChange[]): string[] =>
    chosen.flatMap((field) => describeField(field, arrow));
  const [first, middle, last] = [FIRST, undefined, LAST].map((names) =>
    change.fields.filter(({ field }) => names?.has(field) ?? !(FIRST.has(field) || LAST.has(field))),
  );
  const parts = [
    ...told(first ?? []),
    ...told(middle ?? []),
    ...describeParagraphs(change),
    ...told(last ?? []),
  ];
  if (parts.length > 0) return parts.join(", ");
  return change.from === undefined ? "layout of the file" : `moved from ${change.from}`;
}

const UNREADABLE = {
  before: "mended: it was unreadable",
  after: "became unreadable",
  both: "changed, unreadable",
} as const;

/** The line is often cut: what matters most stands first, what follows from other changes last. */
const FIRST: ReadonlySet<string> = new Set(["status"]);
const LAST: ReadonlySet<string> = new Set(["slug", "updated", "id", "created"]);

/** Values that say all in a word or two; of a longer text only its name. */
const SHORT: ReadonlySet<string> = new Set(["slug", "section", "language", "kind", "status", "embargo"]);
const MOMENTS: ReadonlySet<string> = new Set(["created", "published", "updated", "embargo", "expires"]);

function describeField({ field, before, after }: FieldChange, arrow: string): string[] {
  if (field === "former_slugs") return [];
  if (Array.isArray(before) || Array.isArray(after)) return describeList(field, before, after);
  if (before === null) return [isTold(field) ? `${field} ${valueOf(field, after)}` : `+${field}`];
  if (after === null) return [`-${field}`];
  if (field === "updated") return [`updated ${valueOf(field, after)}`];
  return [isTold(field) ? `${field} ${valueOf(field, before)} ${arrow} ${valueOf(field, after)}` : field];
}

function isTold(field: string): boolean {
  return SHORT.has(field) || MOMENTS.has(field);
}

/** An instant to the minute, as it is written in the file. */
function valueOf(field: string, value: Value): string {
  const text = String(value);
  return MOMENTS.has(field) ? text.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, "$1 $2") : text;
}

const ITEM: Readonly<Record<string, string>> = { tags: "tag", authors: "author", corrections: "correction" };

function describeList(field: string, before: Value, after: Value): string[] {
  const [old, now] = [listOf(before), listOf(after)];
  const name = ITEM[field] ?? field;
  const item = (text: string): string => (field === "corrections" ? name : `${name} ${text}`);
  const parts = [
    ...now.filter((text) => !old.includes(text)).map((text) => `+${item(text)}`),
    ...old.filter((text) => !now.includes(text)).map((text) => `-${item(text)}`),
  ];
  return parts.length === 0 ? [`${field} in another order`] : parts;
}

function listOf(value: Value): readonly string[] {
  return value === null ? [] : typeof value === "string" ? [value] : value;
}

/** `+2 paragraphs`, `1 changed`, `-1 paragraph`, and by how many words the story grew. */
export function describeParagraphs({ paragraphs, words }: ArticleChange): string[] {
  const of = (kind: string): number => paragraphs.filter((paragraph) => paragraph.kind === kind).length;
  const [added, removed, changed] = [of("added"), of("removed"), of("changed")];
  const parts = [
    ...(added === 0 ? [] : [`+${count(added, "paragraph")}`]),
    ...(removed === 0 ? [] : [`-${count(removed, "paragraph")}`]),
    ...(changed === 0 ? [] : [`${count(changed, "paragraph")} changed`]),
  ];
  const grown = (words.after ?? 0) - (words.before ?? 0);
  const last = parts.pop();
  if (last === undefined) return paragraphs.length === 0 ? [] : ["blank lines of the body"];
  return [...parts, grown === 0 ? last : `${last} (${grown > 0 ? "+" : ""}${count(grown, "word")})`];
}

function count(number: number | null, what: string): string {
  return `${number ?? 0} ${what}${Math.abs(number ?? 0) === 1 ? "" : "s"}`;
}
