// Articles as the index knows them, for what only asks of dates and states: no file is read.
import type { ArticleHead } from "../../index/file-row.ts";
import { countFiles, selectFiles, storedErrors } from "../../index/select-files.ts";
import type { Problem } from "../../base/problem.ts";
import type { QueryNode } from "../../query/query.ts";
import type { Desk } from "../desk.ts";
import { withFreshIndex } from "../keep-index/ask-index.ts";

/** An article without its text. */
export interface KnownArticle {
  /** Of its file, relative to the root. */
  readonly path: string;
  readonly article: ArticleHead;
}

export interface KnownArticles {
  /** In path order. */
  readonly articles: readonly KnownArticle[];
  /** How many files the newsroom has, those that hold no article included. */
  readonly count: number;
  /** Errors of the files that hold none. */
  readonly problems: readonly Problem[];
}

/** The articles that match, which the index must be able to tell alone. Costs one walk. */
export function knownArticles(desk: Desk, node: QueryNode): Promise<KnownArticles> {
  return withFreshIndex(desk, ({ index, problems }) => {
    const sort = [{ field: "path", isDescending: false }] as const;
    const { files } = selectFiles(index, node, { at: desk.now, sort, limit: 0 });
    const anyFile: QueryNode = { kind: "or", nodes: [{ kind: "all" }, { kind: "invalid" }] };
    return {
      articles: [...files].flatMap(({ path, head }) => (head === undefined ? [] : [{ path, article: head }])),
      count: countFiles(index, anyFile, desk.now) ?? 0,
      problems: [...problems, ...storedErrors(index)].filter(({ severity }) => severity === "error"),
    };
  });
}

/** Drafts, what is in review and what is ready. */
export function workInHand(): QueryNode {
  const states = ["draft", "review", "ready"] as const;
  return { kind: "or", nodes: states.map((state) => ({ kind: "state", state })) };
}

/** Whatever has an instant after `now` and before `until`, epoch milliseconds. */
export function coming(now: number, until: number): QueryNode {
  const fields = ["published", "embargo", "expires"] as const;
  const range = { from: now, to: until };
  return { kind: "or", nodes: fields.map((field) => ({ kind: "range", field, range })) };
}
