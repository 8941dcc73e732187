// The one error of a template: what is wrong, the template with a caret under the place, and what to write instead.
import { blanksFor } from "../../base/code-frame.ts";
import { nearest } from "../../base/nearest.ts";
import { StetError } from "../../base/stet-error.ts";
import { visibleText } from "../../base/visible-text.ts";

/** `at` is the offset of what is wrong in `template`. */
export function badTemplate(template: string, at: number, message: string, hint: string): StetError {
  const detail = `  ${visibleText(template)}\n  ${blanksFor(template.slice(0, at))}^`;
  return new StetError("usage", "bad-template", message, { detail, hint });
}

/** What to write instead of `typed`: the nearest of the `known` names, else all of them. */
export function knownNames(typed: string, known: readonly string[], what: string): string {
  const near = nearest(typed, known)[0];
  return near === undefined ? `${what}: ${known.join(" ")}` : `did you mean ${near}?`;
}
