// The filters of templates, one table: what each makes of its argument, and of a value.
import { padToWidth } from "../../base/display-width.ts";
import { jsonText } from "../../base/json-text.ts";
import { describeDistance } from "../../base/describe-moment.ts";
import { parseInstant } from "../../base/parse-instant.ts";
import { safeHref } from "../../render/safe-url.ts";
import { cellText } from "../print/cell-text.ts";
import { cutTo } from "../print/cut-to.ts";
import { parseDatePattern, printDate } from "./date-pattern.ts";
import { knownLanguage } from "../../base/format-date.ts";
import type { PaintName, Step, TemplateLook } from "./template.ts";

export interface Filter {
  /** How it is written: the hint of its errors. */
  readonly usage: string;
  /** Its argument names another field. */
  readonly takesField?: boolean;
  /** The step for an argument (undefined when there is none), or undefined when it cannot take that. */
  make(argument: string | undefined): Step | undefined;
}

/** By name, in the order errors list them. */
export const FILTERS: Readonly<Record<string, Filter>> = {
  pad: { usage: "pad:24, pad:8 right, pad:20 center", make: pad },
  trunc: {
    usage: "trunc:40",
    make: (argument) =>
      withCount(argument, (columns) => onText((text, { style }) => cutTo(text, columns, style))),
  },
  date: { usage: "date:DD MMM YYYY HH:mm:ss Z, dddd, MMMM; other letters go in [ ]", make: date },
  ago: bare(
    "ago",
    onMoment((epochMs, { now }) => describeDistance(now, epochMs)),
  ),
  join: { usage: 'join:", "', make: (argument = ", ") => join(argument) },
  upper: bare(
    "upper",
    onText((text, { language }) => text.toLocaleUpperCase(knownLanguage(language))),
  ),
  lower: bare(
    "lower",
    onText((text, { language }) => text.toLocaleLowerCase(knownLanguage(language))),
  ),
  num: bare(
    "num",
    onNumber((number, { language }) => numberFormat(language).format(number)),
  ),
  fixed: {
    usage: "fixed:1",
    make: (argument) =>
      withCount(argument, (digits) =>
        digits > 20 ? undefined : onNumber((number) => number.toFixed(digits)),
      ),
  },
  json: bare("json", (piece) => ({ ...piece, value: jsonText(piece.value ?? null) })),
  default: {
    usage: "default:none",
    make: (argument) =>
      argument === undefined
        ? undefined
        : (piece) => (cellText(piece.value) === "" ? { ...piece, value: argument } : piece),
  },
  ...Object.fromEntries((["bold", "dim", "red", "green", "yellow", "cyan"] as const).map(paint)),
  link: { usage: "{url|link:headline}", takesField: true, make: link },
};

/** A filter that takes no argument. */
function bare(usage: string, step: Step): Filter {
  return { usage, make: (argument) => (argument === undefined ? step : undefined) };
}

function paint(name: PaintName): [string, Filter] {
  return [name, bare(name, (piece) => ({ ...piece, paints: [...piece.paints, name] }))];
}

function withCount(
  argument: string | undefined,
  make: (count: number) => Step | undefined,
): Step | undefined {
  return argument !== undefined && /^\d{1,4}$/.test(argument) ? make(Number(argument)) : undefined;
}

function onText(change: (text: string, look: TemplateLook) => string): Step {
  return (piece, { look }) => ({ ...piece, value: change(cellText(piece.value), look) });
}

/** What is no number stays as it is: null is nothing, and a text is not turned into NaN. */
function onNumber(change: (number: number, look: TemplateLook) => string): Step {
  return (piece, { look }) =>
    typeof piece.value === "number" ? { ...piece, value: change(piece.value, look) } : piece;
}

/** What is no instant, as an embargo that is `open`, stays as it is. */
function onMoment(change: (epochMs: number, look: TemplateLook) => string): Step {
  return (piece, { look }) => {
    const reading = typeof piece.value === "string" ? parseInstant(piece.value, look.timezone) : undefined;
    if (reading?.kind !== "instant") return piece;
    return { ...piece, value: change(reading.instant.epochMs, look) };
  };
}

function pad(argument = ""): Step | undefined {
  const [, columns, side = "left"] = /^(\d{1,4})(?: (left|right|center))?$/.exec(argument) ?? [];
  if (columns === undefined) return undefined;
  const align = side === "right" || side === "center" ? side : "left";
  return onText((text) => padToWidth(text, Number(columns), align));
}

function date(argument = "YYYY-MM-DD HH:mm"): Step | undefined {
  const pattern = parseDatePattern(argument);
  return pattern && onMoment((epochMs, look) => printDate(pattern, epochMs, look));
}

function join(separator: string): Step {
  return (piece) =>
    Array.isArray(piece.value) ? { ...piece, value: piece.value.map(cellText).join(separator) } : piece;
}

/** The value as address behind the text of another field, or behind itself; only http, https, mailto and tel. */
function link(field?: string): Step {
  return (piece, { read }) => {
    const href = safeHref(cellText(piece.value)) ?? "";
    const value = field === undefined ? piece.value : read(field);
    return { ...piece, value, ...(/^[a-z]+:/i.test(href) ? { href } : {}) };
  };
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: string): Intl.NumberFormat {
  let found = numberFormats.get(language);
  if (found === undefined) {
    found = new Intl.NumberFormat(knownLanguage(language), { numberingSystem: "latn" });
    numberFormats.set(language, found);
  }
  return found;
}
