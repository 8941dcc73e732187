// The value of a date or number field: a single one, compared by its operator, or a range `a..b` -> where it begins and ends.
import { parseInstant } from "../base/parse-instant.ts";
import type { StetError } from "../base/stet-error.ts";
import { badQuery } from "./bad-query.ts";
import { printItem } from "./print-query.ts";
import { writtenValue } from "./quote-value.ts";
import type { QueryContext, Range } from "./query.ts";
import { readPeriod, type Period } from "./read-period.ts";
import type { FieldToken, Item, Operator } from "./read-tokens.ts";

/** One field of a query being read. */
export interface Asking {
  readonly query: string;
  readonly token: FieldToken;
  readonly context: QueryContext;
}

/** The stretch of time that the value names. Throws StetError usage/bad-query with a caret under it. */
export function readMoments(asking: Asking, item: Item): Range {
  const [from, to] = boundsOf(item.text);
  if (to === undefined) {
    const period = requirePeriod(asking, item, from);
    return compared(asking.token.operator, period);
  }
  requireColon(asking, item);
  const first = from === "" ? undefined : requirePeriod(asking, item, from);
  const last = to === "" ? undefined : requirePeriod(asking, item, to);
  // What is a range today may be none tomorrow where only one end moves; a saved query may well say so.
  const isFixed = DATED.test(from) ? DATED.test(to) : COUNTED.test(from) && COUNTED.test(to);
  if (isFixed && (first?.from ?? 0) >= (last?.to ?? 0)) throw backwards(asking, item, [from, to]);
  return {
    ...(first === undefined ? {} : { from: first.from }),
    ...(last === undefined ? {} : { to: last.to }),
  };
}

const DATED = /^\d{4}/;
const COUNTED = /^[+-]/;

function requireColon({ query, token }: Asking, item: Item): void {
  if (!/[<>]/.test(token.operator)) return;
  throw badQuery(query, token.start, "a range stands behind a colon", `${token.field}:${printItem(item)}`);
}

function backwards({ query, token }: Asking, item: Item, [from, to]: readonly [string, string]): StetError {
  return badQuery(
    query,
    item.start,
    "the range ends before it begins",
    `${token.field}:${writtenValue(`${to}..${from}`)}`,
  );
}

/** `a..b` as its two ends, else the one value. */
function boundsOf(text: string): readonly [string, string | undefined] {
  const at = text.indexOf("..");
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 2)];
}

function compared(operator: Operator, { from, to }: Period): Range {
  switch (operator) {
    case ">":
      return { from: to };
    case ">=":
      return { from };
    case "<":
      return { to: from };
    case "<=":
      return { to };
    case ":":
    case "=":
    case "!=":
    case "~":
      return { from, to };
  }
}

function requirePeriod({ query, token, context }: Asking, item: Item, text: string): Period {
  const period = readPeriod(text, context);
  if (period !== undefined) return period;
  const reading = parseInstant(text, context.timezone);
  if (reading.kind === "skipped") {
    const { before, after } = reading;
    const message = `${text} does not exist in ${context.timezone}: the clock jumps from ${before} to ${after}`;
    const landing = after.includes(" ") ? after.replace(" ", "T") : text.slice(0, 11) + after;
    throw badQuery(query, item.start, message, `${token.field}:${landing}`);
  }
  throw badQuery(
    query,
    item.start,
    `cannot read the date "${text}"`,
    `${token.field}:2025-01-31, ${token.field}:2025-01 or ${token.field}:-7d..`,
  );
}

/** The numbers that the value names. Throws StetError usage/bad-query with a caret under it. */
export function readNumbers(asking: Asking, item: Item): Range {
  const [from, to] = boundsOf(item.text);
  if (to === undefined) {
    const number = requireNumber(asking, item, from);
    // Numbers are whole or decimal: the next representable one ends the range that holds just this one.
    return compared(asking.token.operator, { from: number, to: nextAfter(number) });
  }
  requireColon(asking, item);
  const least = from === "" ? undefined : requireNumber(asking, item, from);
  const most = to === "" ? undefined : requireNumber(asking, item, to);
  if (least !== undefined && most !== undefined && least > most) throw backwards(asking, item, [from, to]);
  return {
    ...(least === undefined ? {} : { from: least }),
    ...(most === undefined ? {} : { to: nextAfter(most) }),
  };
}

function requireNumber({ query, token }: Asking, item: Item, text: string): number {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  throw badQuery(query, item.start, `cannot read the number "${text}"`, `${token.field}:500..1000`);
}

function nextAfter(number: number): number {
  return number + Math.max(Number.MIN_VALUE, Math.abs(number) * Number.EPSILON);
}
