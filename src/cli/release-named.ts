// The first half of `stet publish ARTICLE...`: the articles named become published, now or at a time.
import { changeMany } from "./change-many.ts";
import type { Session } from "./session.ts";
import type { Words } from "./line/words.ts";

/** Releases what the words name, and puts the slugs of those that changed in `released`; returns the exit code. */
export async function releaseNamed(words: Words, session: Session, released: string[]): Promise<number> {
  const [{ releaseArticles }, { readWhen }, desk] = await Promise.all([
    import("../desk/steps/release-articles.ts"),
    import("../desk/steps/read-when.ts"),
    session.desk(),
  ]);
  const when = words.text("at");
  const at = when === undefined ? {} : { at: readWhen(desk, when).instant };
  const reason = words.flag("force") ? words.text("reason")?.trim() : undefined;
  return changeMany(session, words, {
    selectors: words.args,
    isFirstStep: true,
    change: (_, chosen, options) => {
      const revive = reason === undefined ? {} : { revive: reason };
      const result = releaseArticles(desk, chosen, { ...options, ...at, ...revive });
      for (const { slug, change } of result.changed) if (change === "changed") released.push(slug);
      return result;
    },
  });
}
