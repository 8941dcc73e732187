// The newsroom's own fields (`x:`) as queries compare them: found by their path, read as text and as a number.
import { parseInstant } from "../base/parse-instant.ts";

/** The value at `rating.stars`: each step a key of a mapping. Undefined where there is none. */
export function ownValue(x: Readonly<Record<string, unknown>>, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, key) => (isMapping(value) && isKey(value, key) ? value[key] : undefined), x);
}

/** Every path that ownValue answers, with its value; mappings stand before what is in them. */
export function* ownValues(
  x: Readonly<Record<string, unknown>>,
): Generator<readonly [path: string, value: unknown], void, undefined> {
  for (const [key, value] of Object.entries(x)) {
    // A key with a dot in it is out of a query's reach.
    if (key.includes(".")) continue;
    yield [key, value];
    if (!isMapping(value)) continue;
    for (const [below, inner] of ownValues(value)) yield [`${key}.${below}`, inner];
  }
}

/** What is no text is read as JSON; undefined for a value that is absent, null or no number that JSON knows. */
export function textOfValue(value: unknown): string | undefined {
  if (value === undefined || value === null || isEndless(value)) return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A number, or the instant (epoch milliseconds) that a text is in the newsroom's zone. */
export function numberOfValue(value: unknown, timezone: string): number | undefined {
  if (typeof value === "number") return isEndless(value) ? undefined : value;
  const reading = typeof value === "string" ? parseInstant(value, timezone) : undefined;
  return reading?.kind === "instant" ? reading.instant.epochMs : undefined;
}

/** A list's length is no key of it. */
function isKey(value: object, key: string): boolean {
  return Object.prototype.propertyIsEnumerable.call(value, key);
}

/** `.inf` and `.nan` are numbers in YAML and in nothing else. */
function isEndless(value: unknown): boolean {
  return typeof value === "number" && !Number.isFinite(value);
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
