// `stet check`: everything wrong with the newsroom's articles, as Problems: what the parser says, and what only
// shows when articles are seen together.
import type { Problem } from "../base/problem.ts";
import { articleLinks } from "../body/body-links.ts";
import { parseBody } from "../body/parse-body.ts";
import { isLive } from "../article/state.ts";
import { clashes } from "../index/names.ts";
import type { Index } from "../index/open-index.ts";
import type { Desk } from "./desk.ts";
import { freshIndex } from "./fresh-index.ts";
import { findLinked } from "./find-linked.ts";
import { isReadable, readEntries, type Entry } from "./read-entries.ts";

export interface Checked {
  readonly checked: number;
  readonly problems: readonly Problem[];
}

/** Checks the given entries, or every article. Whose slugs and ids clash is asked of the index. */
export async function checkArticles(desk: Desk, entries: readonly Entry[] | undefined): Promise<Checked> {
  const { index } = await freshIndex(desk);
  const paths = entries === undefined ? undefined : new Set(entries.map(({ path }) => path));
  const found = [...clashing(index, "slug"), ...clashing(index, "id")];
  const problems = found.filter(({ file }) => paths === undefined || paths.has(file ?? ""));
  let checked = 0;
  for (const entry of entries ?? readEntries(desk)) {
    checked++;
    problems.push(...entry.problems, ...checkLinks(desk, entry));
  }
  return { checked, problems: problems.sort(byPlace) };
}

/** A Problem for every file that claims a name another file claims too, naming that other file. */
function clashing(index: Index, what: "slug" | "id"): Problem[] {
  return clashes(index, what).flatMap(({ name, paths }) =>
    paths.map((file) => clash(file, { name, what, others: paths.filter((path) => path !== file) })),
  );
}

function clash(
  file: string,
  { name, what, others }: { name: string; what: string; others: string[] },
): Problem {
  const hint =
    what === "slug" ? "stet rename gives one of them another slug" : "remove the id line from the copy";
  return {
    severity: "error",
    code: "duplicate-slug",
    file,
    field: what,
    message: `the ${what} ${name} is also claimed by ${others.join(" and ")}`,
    hint,
  };
}

function checkLinks(desk: Desk, entry: Entry): Problem[] {
  if (!isReadable(entry)) return [];
  const { article, path } = entry;
  const links = articleLinks(parseBody(article.body)).map((slug) =>
    checkLink(desk, slug, `the link article:${slug}`),
  );
  const pins = article.related.map((name) => checkLink(desk, name, `related ${name}`));
  return [...links, ...pins].flatMap((message) =>
    message === undefined
      ? []
      : [{ severity: "warning", code: "not-found", file: path, message } satisfies Problem],
  );
}

function checkLink(desk: Desk, name: string, what: string): string | undefined {
  const target = findLinked(desk, name);
  if (target === undefined) return `${what} leads to no article`;
  if (isLive(target.article, desk.now)) return undefined;
  return `${what} leads to an article that is not live; readers get its text without a link`;
}

function byPlace(a: Problem, b: Problem): number {
  const [fileA, fileB] = [a.file ?? "", b.file ?? ""];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
