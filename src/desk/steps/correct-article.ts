// `stet correct ARTICLE TEXT`: what readers were told wrongly, added to the corrections of an article they have had.
import { joinLines } from "../../base/join-lines.ts";
import { wasPublic } from "../../article/moves.ts";
import { contentOf, type FieldEdit } from "../../article/field-edit.ts";
import { readYaml } from "../../article/yaml/read-yaml.ts";
import { StetError } from "../../base/stet-error.ts";
import { writeInstant } from "../../base/zone.ts";
import { changeArticles, type ChangeOptions, type ChangeResult } from "../change/change-articles.ts";
import type { Desk } from "../desk.ts";
import { refused, revivalOf, touch } from "./move-to.ts";
import { isReadable, type ArticleEntry, type Entry } from "../find/read-entries.ts";
import { unreadable } from "../unreadable.ts";

/**
 * Appends `{at: now, text}` and moves `updated`; the same text as the last correction's changes nothing. Throws
 * StetError usage for no text, conflict/bad-transition for an article that readers have not had or that was killed.
 */
export function correctArticle(desk: Desk, entry: Entry, text: string, options: ChangeOptions): ChangeResult {
  const correction = joinLines(text);
  if (correction === "") {
    throw new StetError("usage", "need-input", "a correction says what was wrong", {
      hint: `stet correct ${entry.article?.slug ?? entry.path} "An earlier version misstated the fine."`,
    });
  }
  return changeArticles(desk, [entry], { ...options, editsFor: (read) => edits(desk, read, correction) });
}

function edits(desk: Desk, entry: ArticleEntry, text: string): FieldEdit[] {
  const { article, file } = entry;
  requireCorrectable(desk, entry);
  if (article.corrections.at(-1)?.text === text) return [];
  const at = writeInstant(desk.now, desk.settings.timezone);
  const value = [...writtenCorrections(desk, file.text), { at, text }];
  return [{ kind: "set", path: ["corrections"], value }, touch(desk)];
}

/** Throws StetError for an article that readers have not had, that was killed or that cannot be read. */
export function requireCorrectable(desk: Desk, entry: Entry): void {
  if (!isReadable(entry)) throw unreadable(entry);
  const { path, article } = entry;
  if (article.status === "killed") throw refused(path, "it was killed", revivalOf(desk, article) ?? "");
  if (wasPublic(article, desk.now)) return;
  const why = "readers have not had it yet: there is nothing to correct";
  throw refused(path, why, `stet edit ${article.slug}`);
}

/** The corrections as the file has them, keys that stet does not know included, so that none of them is rewritten. */
function writtenCorrections({ limits }: Desk, text: string): readonly unknown[] {
  const { root } = readYaml(text, limits);
  const written = root?.kind === "map" ? contentOf(root)["corrections"] : undefined;
  return Array.isArray(written) ? written : [];
}
