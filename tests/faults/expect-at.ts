// Expectations inside loops over failure points: when one fails, the report says at which point.
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";

/** `actual` equals `expected`. */
export function expectAt(point: unknown, actual: unknown, expected: unknown): void {
  expect({ point, actual }).toEqual({ point, actual: expected });
}

/** `actual` equals one of `allowed`. */
export function expectOneOf(point: unknown, actual: unknown, allowed: readonly unknown[]): void {
  const isAllowed = allowed.some((each) => isDeepStrictEqual(each, actual));
  expect({ point, actual, isAllowed }).toEqual({ point, actual, isAllowed: true });
}
