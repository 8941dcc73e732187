// What a value of unknown make is made of: checks to put together, for JSON that somebody else may have written.

export type Check = (value: unknown) => boolean;

/** True for an object with names, which an array is not. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const isText: Check = (value) => typeof value === "string";

export const isNumber: Check = (value) => typeof value === "number";

export const orAbsent =
  (passes: Check): Check =>
  (value) =>
    value === undefined || passes(value);

/** An array, every member of which passes. */
export const eachOf =
  (passes: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(passes);

export const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    words.some((word) => word === value);

/** An object, these members of which pass; it may have others. */
export function objectOf(checks: Readonly<Record<string, Check>>): Check {
  // Objects and not pairs: to take a pair apart costs more than the check, where lists are too short to be compiled for.
  const list = Object.entries(checks).map(([name, passes]) => ({ name, passes }));
  return (value) => isObject(value) && list.every(({ name, passes }) => passes(value[name]));
}
