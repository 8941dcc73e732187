// A new article's file text, in the contract's order. Only for files that do not exist yet: an existing file is
// never printed again but edited in place (edit-article.ts).
import type { Article, Author, Embargo, Image } from "./article.ts";
import type { Instant } from "../base/instant.ts";
import { isObject } from "../base/value-checks.ts";
import { FIELDS, type Field, type FieldName } from "./fields.ts";
import { printLine, printText } from "./yaml/print-scalar.ts";

/** An article as the plain object of its file's keys: what JSON exports hold and what a new file is printed from. */
export interface ArticleFields {
  readonly id?: string;
  readonly headline: string;
  readonly slug?: string;
  readonly former_slugs?: readonly string[];
  readonly kicker?: string;
  readonly summary?: string;
  readonly section?: string;
  readonly authors?: readonly (string | Author)[];
  readonly dateline?: string;
  readonly tags?: readonly string[];
  readonly language?: string;
  readonly kind?: string;
  readonly status?: string;
  readonly created?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly embargo?: string;
  readonly expires?: string;
  readonly image?: Image;
  readonly related?: readonly string[];
  readonly translation_of?: string;
  readonly corrections?: readonly { readonly at: string; readonly text: string }[];
  readonly source?: string;
  readonly notes?: string;
  readonly x?: Readonly<Record<string, unknown>>;
  readonly body?: string;
}

/** The fields of an article that say something, in the contract's order; `notes` only when asked for. */
export function fieldsOf(article: Article, options: { readonly withNotes: boolean }): ArticleFields {
  const all: { [Name in FieldName]: unknown } = {
    id: article.id,
    headline: article.headline,
    slug: article.slug,
    former_slugs: article.formerSlugs,
    kicker: article.kicker,
    summary: article.summary,
    section: article.section,
    authors: article.authors,
    dateline: article.dateline,
    tags: article.tags,
    language: article.language,
    kind: article.kind,
    status: article.status,
    created: writtenOf(article.created),
    published: writtenOf(article.published),
    updated: writtenOf(article.updated),
    embargo: writtenOf(article.embargo),
    expires: writtenOf(article.expires),
    image: article.image,
    related: article.related,
    translation_of: article.translationOf,
    corrections: article.corrections.map(({ at, text }) => ({ at: at.written, text })),
    source: article.source,
    notes: options.withNotes ? article.notes : undefined,
    x: article.x,
    body: article.body,
  };
  const said = FIELDS.filter(({ name }) => says(all[name])).map(({ name }) => [name, all[name]] as const);
  return { headline: article.headline, ...Object.fromEntries(said) };
}

function writtenOf(moment: Instant | Embargo | undefined): string | undefined {
  return moment === undefined || moment === "open" ? moment : moment.written;
}

function says(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== "object" || Object.keys(value).length > 0;
}

/** The text of a new file: every given field on lines of its own, `\n` line ends, the body last and always there. */
export function printArticle(fields: ArticleFields): string {
  const lines = FIELDS.filter(({ name }) => name !== "body" && says(fields[name])).map(
    (field) => `${field.name}:${printField(field, fields[field.name])}\n`,
  );
  const body = fields.body ?? "";
  return `${lines.join("")}body: ${body === "" ? "|" : printText(body)}\n`;
}

/** What follows `key:`, with the space or line break that goes before it. */
function printField({ shape }: Field, value: unknown): string {
  if (Array.isArray(value)) return printList(value);
  if (isObject(value)) return printMapping(value, "\n  ");
  if (typeof value !== "string") return ` ${printFlow(value)}`;
  if (value.includes("\n")) return ` ${printText(value)}`;
  const isMoment = shape === "instant" || shape === "embargo";
  return ` ${isMoment ? printMoment(value) : printLine(value)}`;
}

const MOMENT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

/** An instant as people write it: without quotes. What looks like none is printed as any text. */
export function printMoment(text: string): string {
  return MOMENT.test(text) ? text : printLine(text);
}

function printList(items: readonly unknown[]): string {
  const isShort = items.every((item) => typeof item === "string") && items.join(", ").length <= 80;
  if (isShort) return ` ${printFlow(items)}`;
  return items.map((item) => `\n  - ${printFlow(item)}`).join("");
}

function printMapping(mapping: Readonly<Record<string, unknown>>, before: string): string {
  return Object.entries(mapping)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${before}${printLine(key)}: ${printInner(key, value)}`)
    .join("");
}

function printInner(key: string, value: unknown): string {
  return key === "at" && typeof value === "string" ? printMoment(value) : printFlow(value);
}

/** Any plain value on one line of YAML flow style; numbers so that readers of YAML 1.1 read them as numbers too. */
export function printFlow(value: unknown): string {
  if (typeof value === "string") return printLine(value);
  if (typeof value === "number") return printNumber(value);
  if (Array.isArray(value)) return `[${value.map(printFlow).join(", ")}]`;
  if (isObject(value)) return `{${printMapping(value, ", ").slice(2)}}`;
  return JSON.stringify(value ?? null);
}

function printNumber(number: number): string {
  if (Number.isNaN(number)) return ".nan";
  if (!Number.isFinite(number)) return number > 0 ? ".inf" : "-.inf";
  if (Object.is(number, -0)) return "-0.0";
  const isExact = Number.isSafeInteger(number);
  const text = isExact || !Number.isInteger(number) ? String(number) : number.toExponential();
  return text.replace(/^(-?\d+)e/, "$1.0e");
}
