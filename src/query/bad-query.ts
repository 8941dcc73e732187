// The one error of a query: what is wrong, the caret under it, and the form that works.
import { blanksFor, LEFT_OUT } from "../base/code-frame.ts";
import { StetError } from "../base/stet-error.ts";
import { visibleText } from "../base/visible-text.ts";

/** A query of a script can be a hundred thousand characters long; the place that is wrong is what counts. */
const SHOWN = 200;

/** `at` is the offset of what is wrong in `query`; `hint` what to write instead. */
export function badQuery(query: string, at: number, message: string, hint: string): StetError {
  const from = at < SHOWN ? 0 : at - SHOWN / 2;
  const end = from + SHOWN;
  const [before, behind] = [from > 0 ? LEFT_OUT : "", query.length > end ? LEFT_OUT : ""];
  const caret = blanksFor(before + query.slice(from, at));
  const detail = `  ${before}${visibleText(query.slice(from, end))}${behind}\n  ${caret}^`;
  return new StetError("usage", "bad-query", message, {
    detail,
    hint: shortened(hint),
    where: { column: at + 1 },
  });
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}${LEFT_OUT}` : text;
}
