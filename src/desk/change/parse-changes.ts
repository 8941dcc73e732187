// `key=value`, `tag+=x`, `tag-=x` and `key=` -> edits of an article file, refused early where the contract forbids them.
import { KINDS, STATUSES } from "../../article/article.ts";
import type { EditValue, FieldEdit } from "../../article/edit-article.ts";
import { FIELDS, fieldNamed, type Field, type FieldName } from "../../article/fields.ts";
import type { OwnFieldType } from "../../article/settings.ts";
import { IMAGE_KEYS } from "../../article/read-byline.ts";
import { guessFor, nearest } from "../../base/nearest.ts";
import { parseInstant } from "../../base/parse-instant.ts";
import { StetError } from "../../base/stet-error.ts";
import { writeInstant } from "../../base/zone.ts";
import type { Desk } from "../desk.ts";
import { readWhen } from "../steps/read-when.ts";

const CHANGE = /^([A-Za-z_][\w.]*)(\+=|-=|=)([\s\S]*)$/;

/** True for a word that is a change rather than a selector. */
export function isChange(word: string): boolean {
  return CHANGE.test(word);
}

/** One change as an edit. Throws StetError usage for an unknown key, a value of the wrong kind, or a field with a verb of its own. */
export function parseChange(desk: Desk, word: string): FieldEdit {
  const [, key = "", operator = "", value = ""] = CHANGE.exec(word) ?? [];
  const [name = "", ...inner] = key.split(".");
  const field = fieldNamed(name) ?? unknownKey(name);
  refuseOwned(field.name);
  refuseInner(field, inner);
  const path: [string, ...string[]] = [field.name, ...inner];
  if (operator === "=" && value === "" && (field.name === "status" || field.name === "headline")) {
    throw new StetError("usage", "usage", `${field.name} cannot be empty`, {
      hint: `${field.name}=${field.name === "status" ? "draft" : "..."}`,
    });
  }
  if (operator === "=")
    return value === ""
      ? { kind: "clear", path }
      : { kind: "set", path, value: valueOf(desk, field, { key, inner, value }) };
  if (field.shape !== "lines" && field.shape !== "authors" && field.shape !== "own") {
    throw new StetError("usage", "usage", `${key} is no list: ${operator} adds to and takes from lists`, {
      hint: inner.length === 0 ? howToSet(field) : `${key}=...`,
    });
  }
  return { kind: operator === "+=" ? "add" : "remove", path, item: value };
}

function unknownKey(name: string): never {
  const near = nearest(
    name,
    FIELDS.flatMap((field) => [field.name, ...field.aliases]),
  )[0];
  throw new StetError("usage", "usage", `"${name}" is not a field`, {
    hint:
      near === undefined
        ? `fields: ${FIELDS.map((field) => field.name).join(", ")}`
        : `did you mean ${near}=?`,
  });
}

const OWNED: Readonly<Partial<Record<FieldName, string>>> = {
  id: "an id never changes",
  slug: "stet rename changes a slug and keeps the old one as a redirect",
  former_slugs: "stet rename keeps the former slugs",
};

function refuseOwned(name: FieldName): void {
  const why = OWNED[name];
  if (why !== undefined) throw new StetError("usage", "usage", `set does not change ${name}`, { hint: why });
}

/** Throws StetError usage for a part that the field has not: what is written there would never be read. */
function refuseInner(field: Field, inner: readonly string[]): void {
  const { name, shape } = field;
  const [part] = inner;
  if (part === undefined || shape === "own") return;
  const isPart = inner.length === 1 && IMAGE_KEYS.some((key) => key === part);
  if (shape === "image" && isPart) return;
  if (shape === "image") {
    const { question, details } = guessFor(part, IMAGE_KEYS);
    throw new StetError("usage", "usage", `image has no part "${inner.join(".")}"${question}`, {
      hint: `image has ${IMAGE_KEYS.join(", ")}`,
      ...details,
    });
  }
  throw new StetError("usage", "usage", `set reaches into image and x, not into ${name}`, {
    hint: howToSet(field),
  });
}

/** What can be done to the field as a whole. */
function howToSet({ name, shape }: Field): string {
  if (shape === "lines" || shape === "authors") return `${name}=a,b or ${name}+=a or ${name}-=a`;
  if (shape === "corrections") return "stet correct adds one, stet edit changes those that are there";
  return shape === "image" ? "image.alt=..." : `${name}=...`;
}

interface Given {
  readonly key: string;
  readonly inner: readonly string[];
  readonly value: string;
}

function valueOf(desk: Desk, field: Field, { key, inner, value }: Given): EditValue {
  if (field.shape === "own") return ownValue(desk.settings.fields.get(inner[0] ?? ""), value, key);
  if (inner.length > 0) return value;
  if (field.shape === "lines" || field.shape === "authors")
    return value.split(",").map((item) => item.trim());
  if (field.shape === "instant" || field.shape === "embargo") return momentOf(desk, field, value);
  if (field.name === "kind") return wordOf(key, value, KINDS);
  if (field.name === "status") return wordOf(key, value, STATUSES);
  if (field.shape === "image" || field.shape === "corrections") {
    throw new StetError("usage", "usage", `${key} is more than one text`, { hint: howToSet(field) });
  }
  return value;
}

/** What makes an article be what is no status, but follows from one and from times. */
const VERBS: Readonly<Record<string, string>> = {
  live: "stet publish ARTICLE",
  scheduled: "stet schedule ARTICLE WHEN",
  embargoed: "stet embargo ARTICLE UNTIL",
  expired: "stet set expires=now ARTICLE",
};

function wordOf(key: string, value: string, words: readonly string[]): string {
  if (words.includes(value)) return value;
  const near = nearest(value, words)[0];
  const verb = key === "status" ? VERBS[value.toLowerCase()] : undefined;
  throw new StetError("usage", "usage", `${key} is one of ${words.join(", ")}; not "${value}"`, {
    hint: verb ?? `${key}=${near ?? words[0] ?? ""}`,
  });
}

/**
 * A moment as it is typed on a command line, behind `before`: as a file has it, or as WHEN is read, of the desk's now.
 * Throws StetError usage/bad-date.
 */
export function momentOf(
  desk: Desk,
  field: Pick<Field, "name" | "shape">,
  value: string,
  before = `${field.name}=`,
): string {
  const { timezone } = desk.settings;
  if (value === "now") return writeInstant(desk.now, timezone);
  if (field.shape === "embargo" && value === "open") return value;
  const reading = parseInstant(value, timezone);
  if (reading.kind === "instant") return value;
  const { instant } = readWhen(desk, value, `${before}${MOMENT_EXAMPLES}`);
  return instant.written;
}

const MOMENT_EXAMPLES = '"tomorrow 6:00", "fri 9", "2026-11-23 06:00", 2026-11-23, now or +2h';

/** A declared type decides; without one, what JSON would read as a number or a boolean is one. */
function ownValue(type: OwnFieldType | undefined, value: string, key: string): EditValue {
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) && String(Number(value)) === value;
  const isBoolean = value === "true" || value === "false";
  if (type === "text" || type === "instant") return value;
  if (isNumber && type !== "boolean") return Number(value);
  if (isBoolean && type !== "number") return value === "true";
  if (type === undefined) return value;
  throw new StetError("usage", "usage", `${key} is a ${type} by stet.yaml's fields, not "${value}"`, {
    hint: `${key}=${type === "number" ? "3" : "true"}`,
  });
}
