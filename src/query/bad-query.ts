// The one error of a query: what is wrong, the caret under it, and the form that works.
import { StetError } from "../base/stet-error.ts";

/** `at` is the offset of what is wrong in `query`; `hint` what to write instead. */
export function badQuery(query: string, at: number, message: string, hint: string): StetError {
  return new StetError("usage", "bad-query", message, { detail: `  ${query}\n  ${" ".repeat(at)}^`, hint });
}
