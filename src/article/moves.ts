// Which status may follow which (article-format.md "Allowed moves"): the desk's steps, as one table.
import type { Status } from "./article.ts";

const NEXT: Readonly<Record<Status, readonly Status[]>> = {
  draft: ["review", "ready", "published", "killed"],
  review: ["draft", "ready", "published", "killed"],
  ready: ["draft", "review", "published", "killed"],
  published: ["withdrawn", "killed"],
  withdrawn: ["published", "killed"],
  killed: [],
};

/** Why an article may not go from one status to another, in the user's words, or undefined when it may. */
export function moveFault(from: Status, to: string): string | undefined {
  if (from === to || NEXT[from].some((status) => status === to)) return undefined;
  const allowed = NEXT[from];
  const may = allowed.length === 0 ? "it stays so" : `it may become ${allowed.join(" or ")}`;
  return `a ${from} article does not become ${to}: ${may}`;
}
