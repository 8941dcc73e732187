// Which of the changed articles the words of a command name.
import type { ChangedArticle } from "../../desk/history/changed-articles.ts";
import { pathTyped } from "../../desk/path-typed.ts";
import { selectMany } from "../select.ts";
import type { Session } from "../session.ts";
import type { Words } from "../line/words.ts";

/** All of them where nothing is named. One that was removed is named by its slug or path. Throws what selectMany throws. */
export async function namedChanges(
  words: Words,
  session: Session,
  all: readonly ChangedArticle[],
): Promise<readonly ChangedArticle[]> {
  if (words.args.length === 0 && words.text("query") === undefined) return all;
  const removed = all.flatMap(({ change: { kind, slug, path } }) => (kind === "removed" ? [slug, path] : []));
  const isRemoved = new Set(removed);
  const desk = await session.desk();
  const goneBy = (name: string): string | undefined =>
    [name, pathTyped(desk, name)].find((each) => each !== undefined && isRemoved.has(each));
  const gone = new Set(words.args.flatMap((name) => goneBy(name) ?? []));
  const rest = words.args.filter((name) => goneBy(name) === undefined);
  const isAll = rest.length === 0 && words.text("query") === undefined;
  const entries = isAll ? [] : await selectMany(session, words, rest, { isChange: false });
  const paths = new Set(entries.map(({ path }) => path));
  return all.filter(({ change: { kind, slug, path, from = "" } }) => {
    if (kind === "removed" && (gone.has(slug) || gone.has(path))) return true;
    return paths.has(path) || paths.has(from);
  });
}
