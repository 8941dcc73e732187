// Views: the data a template is filled with. They are copied into objects without a prototype, so that a template
// reaches what was put there and nothing else, and every name a view knows is there even when it is empty:
// an absent one would be looked up in the view around it.

const MARKUP: unique symbol = Symbol("markup");

/** HTML that is printed as it is; only the renderers make one, and no data can pose as one. */
export interface Markup {
  readonly [MARKUP]: string;
}

/** What stands in a view; an empty text, an empty list and `false` are "not there" to a template. */
export type ViewValue = string | number | boolean | Markup | readonly ViewValue[] | View;

/** Names to values; nested. */
export interface View {
  readonly [name: string]: ViewValue;
}

/** `html` as it is; nothing where there is nothing, so that a section around it is left out. */
export function markup(html: string): Markup | "" {
  return html === "" ? "" : { [MARKUP]: html };
}

/** The HTML of markup, undefined for any other value. */
export function markupOf(value: unknown): string | undefined {
  return typeof value === "object" && value !== null && isMarkup(value) ? value[MARKUP] : undefined;
}

const shared = new WeakSet<object>();

/** The view, known as one that many pages have: what a template makes of it is kept (fill-template.ts). */
export function sharedView(view: View): View {
  shared.add(view);
  return view;
}

/** True for what sharedView gave. */
export function isShared(value: object): boolean {
  return shared.has(value);
}

/** A copy in objects and arrays without prototypes; what is no data (functions, symbols) becomes an empty text. */
export function bareCopy(value: unknown): ViewValue {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object") return isPlain(value) ? value : "";
  if (value === null) return "";
  if (isMarkup(value)) return value;
  // `length` is an array's own, so mustache still walks it.
  if (Array.isArray(value)) return Object.setPrototypeOf(Array.from(value, bareCopy), null);
  const copy: Record<string, ViewValue> = Object.create(null);
  for (const [name, item] of Object.entries(value)) copy[name] = bareCopy(item);
  return copy;
}

function isMarkup(value: object): value is Markup {
  return MARKUP in value;
}

/** True for what a template prints as text. */
export function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
