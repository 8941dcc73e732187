// Which of the articles that a picker holds match a query, between two keys: every part of the query is asked once and
// kept as a set, and sets are joined in memory, so that the next letter pays for what is new in it. Parts are asked in
// steps, and what one key leaves half asked the next goes on with.
import { inBoth, inEither, isNoBits, noBits, without } from "../base/bit-set.ts";
import { sharedSteps, type Steps } from "../base/steps.ts";
import type { QueryField, QueryNode } from "../query/query.ts";
import { testFor } from "../query/text-test.ts";
import { askPlaces, type Matching, type TextNode } from "./ask-places.ts";
import type { HeldArticles } from "./held-articles.ts";
import { hasBeginning, proseMatch } from "./prose-match.ts";
import { walkValues } from "./walk-list.ts";

export type PlaceMatcher = (node: QueryNode) => Steps<Matching>;

/** `at` is the instant of states, epoch milliseconds. A part costs 0.2 us an article that matches it, the first time. */
export function placeMatcher(held: HeldArticles, at: number): PlaceMatcher {
  const { index, count, present: all } = held;
  const kept = new Map<string, () => Steps<Matching>>();
  const values = new Map<string, () => Steps<readonly string[]>>();

  const match = (node: QueryNode): Steps<Matching> => {
    const key = JSON.stringify(node);
    const steps = kept.get(key) ?? sharedSteps(matchAnew(node));
    kept.set(key, steps);
    return steps();
  };
  const matchAnew = (node: QueryNode): Steps<Matching> => {
    if (node.kind === "not") return ofOthers(node.node);
    // The words of bylines as well: the full-text index knows words by their beginning, and not where they stand.
    if (node.kind === "text" && isSpelledOut(node)) return ofValues(node);
    if (isPlainProse(node) || (node.kind !== "and" && node.kind !== "or")) return askPlaces(held, node, at);
    return node.kind === "and" ? ofAll(proseTogether(node.nodes)) : ofAny(node.nodes);
  };

  function* ofAll(nodes: readonly QueryNode[]): Steps<Matching> {
    let found: Matching = { bits: all, isExact: true };
    for (const node of nodes) {
      const { bits, isExact } = yield* match(node);
      found = { bits: inBoth(found.bits, bits), isExact: found.isExact && isExact };
      if (isNoBits(found.bits)) return { bits: found.bits, isExact: true };
      yield;
    }
    return found;
  }
  function* ofAny(nodes: readonly QueryNode[]): Steps<Matching> {
    let found: Matching = { bits: noBits(count), isExact: true };
    for (const node of nodes) {
      const { bits, isExact } = yield* match(node);
      found = { bits: inEither(found.bits, bits), isExact: found.isExact && isExact };
      yield;
    }
    return found;
  }
  function* ofOthers(node: QueryNode): Steps<Matching> {
    const { bits, isExact } = yield* match(node);
    return isExact ? { bits: without(all, bits), isExact } : { bits: all, isExact };
  }
  function* ofValues({ field, test }: TextNode): Steps<Matching> {
    const known = values.get(field) ?? sharedSteps(walkValues(index, field));
    values.set(field, known);
    const passing = (yield* known()).filter(testFor(test));
    return yield* ofAny(passing.map((text) => ({ kind: "text", field, test: { kind: "equals", text } })));
  }
  return match;
}

function isPlainProse(node: QueryNode): boolean {
  return !hasBeginning(node) && proseMatch(node) !== undefined;
}

/** Whole words as one part: the full-text index joins what it knows of them faster than sets are joined. */
function proseTogether(nodes: readonly QueryNode[]): readonly QueryNode[] {
  const prose = nodes.filter(isPlainProse);
  if (prose.length < 2) return nodes;
  return [{ kind: "and", nodes: prose }, ...nodes.filter((node) => !isPlainProse(node))];
}

/** Fields of few values: what a pattern finds is what the values it fits find, and so is known for the next pattern. */
const FEW_VALUES: ReadonlySet<QueryField> = new Set(["section", "kind", "lang", "tag", "author"]);

/** Of so few that a beginning is worth that, too. */
const FEWEST_VALUES: ReadonlySet<QueryField> = new Set(["section", "kind", "lang"]);

function isSpelledOut({ field, test: { kind } }: TextNode): boolean {
  if (kind === "equals") return false;
  return kind === "begins" ? FEWEST_VALUES.has(field) : FEW_VALUES.has(field);
}
