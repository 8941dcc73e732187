// `--width` of show and render.
import { StetError } from "../../base/stet-error.ts";
import type { Words } from "../line/words.ts";

/** Narrower than this, words stand one letter to a line. */
const LEAST = 10;

/** The columns asked for; undefined where none are. Throws StetError usage for fewer than a word needs. */
export function widthAsked(words: Words): number | undefined {
  const width = words.count("width");
  if (width === undefined || width >= LEAST) return width;
  throw new StetError("usage", "usage", `--width takes ${LEAST} columns or more, not ${width}`);
}
