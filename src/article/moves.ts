// Which status may follow which (article-format.md "Allowed moves"): the desk's steps, as one table, and whether the
// public has seen the article, which closes the way back to the desk.
import type { Status } from "./article.ts";
import { stateAt, type Dated } from "./state.ts";

const ON_THE_DESK: readonly Status[] = ["draft", "review", "ready"];

const NEXT: Readonly<Record<Status, readonly Status[]>> = {
  draft: ["review", "ready", "published", "killed"],
  review: ["draft", "ready", "published", "killed"],
  ready: ["draft", "review", "published", "killed"],
  published: ["withdrawn", "killed"],
  withdrawn: ["published", "killed"],
  killed: [],
};

/**
 * True when the file says that readers have had the article at or before `at` (epoch milliseconds): its status says
 * that it was released, `published` has passed and no embargo holds it back.
 */
export function wasPublic(article: Dated, at: number): boolean {
  if (ON_THE_DESK.includes(article.status)) return false;
  const state = stateAt({ ...article, status: "published" }, at);
  return state === "live" || state === "expired";
}

/** Every status the article may have next at `at`; a killed one only comes back when it is `forced`. */
export function nextStatuses(
  article: Dated,
  at: number,
  { forced = false }: { readonly forced?: boolean } = {},
): readonly Status[] {
  const { status } = article;
  if (ON_THE_DESK.includes(status)) return NEXT[status];
  const allowed = status === "killed" && forced ? (["published", "withdrawn"] as const) : NEXT[status];
  const isClosed = wasPublic(article, at) || (status === "killed" && !forced);
  return isClosed ? allowed : [...ON_THE_DESK, ...allowed];
}

/** Why an article may not become `to` at `at`, in the user's words, or undefined when it may. */
export function moveFault(
  article: Dated,
  to: string,
  at: number,
  options?: { readonly forced?: boolean },
): string | undefined {
  const { status } = article;
  const allowed = nextStatuses(article, at, options);
  if (status === to || allowed.some((next) => next === to)) return undefined;
  const may =
    allowed.length === 0 ? "it stays so until it is brought back" : `it may become ${allowed.join(" or ")}`;
  return `a ${status} article does not become ${to}: ${may}`;
}
