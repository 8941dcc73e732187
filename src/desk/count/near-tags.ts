// Tags that look like one tag written twice: `semiconductor` beside `semiconductors`, `new-music` beside `new music`.
import { nearest } from "../../base/nearest.ts";
import { fold } from "../../query/fold-text.ts";

/** Shorter ones that differ in a letter are words of their own. */
const LONG_ENOUGH = 5;

/**
 * For each name that has any, the names it may be another spelling of, nearest first: those that differ in nothing but
 * what stands between words, or in a letter or two. Cost: linear in the names; base/nearest.ts decides among those that
 * share all their letters but one.
 */
export function nearTags(names: readonly string[]): Map<string, readonly string[]> {
  const kin = new Map<string, string[]>();
  for (const name of names) {
    for (const key of keysOf(name)) {
      const known = kin.get(key);
      if (known === undefined) kin.set(key, [name]);
      else known.push(name);
    }
  }
  const near = new Map<string, readonly string[]>();
  for (const name of names) {
    const others = new Set(keysOf(name).flatMap((key) => kin.get(key) ?? []));
    others.delete(name);
    if (others.size > 0) near.set(name, nearest(name, others, others.size));
  }
  return new Map([...near].filter(([, found]) => found.length > 0));
}

/** Letters and digits alone, and the same without each of them in turn. */
function keysOf(name: string): string[] {
  const bare = Array.from(fold(name).replace(/[^\p{L}\p{N}]+/gu, ""));
  const without = bare.length < LONG_ENOUGH ? [] : bare.map((_, at) => bare.toSpliced(at, 1).join(""));
  return [...new Set([bare.join(""), ...without])];
}
