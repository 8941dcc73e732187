// `stet export`: articles in a format of the formats room, in path order, one in memory at a time.
import { stateAt } from "../article/state.ts";
import type { ExportEntry, ExportFormat, ExportOptions } from "../formats/export-format.ts";
import type { Desk } from "./desk.ts";
import { findLinked } from "./find/find-linked.ts";
import { translationKeys } from "./story/join-translations.ts";
import { permalinkOf } from "./permalink.ts";
import type { ArticleEntry } from "./find/read-entries.ts";

/** A piece of the output: of the one stream, or a file of its own. */
export type ExportPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly name: string; readonly text: string };

export interface Exporting {
  readonly format: ExportFormat;
  readonly raw: boolean;
  readonly bom: boolean;
  /** These articles, or with a query all that match it. */
  readonly entries: Iterable<ArticleEntry>;
}

/** The pieces in order. Memory is that of one article, whatever their number. */
export function* exportArticles(
  desk: Desk,
  { format, raw, bom, entries }: Exporting,
): Generator<ExportPiece, void, undefined> {
  const options = optionsOf(desk, { raw, bom });
  if (format.layout === "stream") yield { kind: "text", text: format.begin(options) };
  const keys = format.layout === "files" ? translationKeys(desk) : undefined;
  let count = 0;
  for (const entry of entries) {
    const exported = exportEntryOf(desk, entry, keys?.get(entry.path));
    if (format.layout === "stream") yield { kind: "text", text: format.row(exported, count, options) };
    else
      yield {
        kind: "file",
        name: format.fileName(exported, options),
        text: format.document(exported, options),
      };
    count++;
  }
  if (format.layout === "stream") yield { kind: "text", text: format.end(count) };
}

function optionsOf(desk: Desk, { raw, bom }: Pick<Exporting, "raw" | "bom">): ExportOptions {
  const linkTo = (slug: string): string | undefined => {
    const target = findLinked(desk, slug)?.article;
    return target === undefined ? undefined : permalinkOf(desk.settings, target);
  };
  return { timezone: desk.settings.timezone, raw, bom, linkTo };
}

function exportEntryOf(
  desk: Desk,
  { article, path }: ArticleEntry,
  translationKey: string | undefined,
): ExportEntry {
  const permalink = permalinkOf(desk.settings, article);
  return {
    article,
    path,
    state: stateAt(article, desk.now),
    ...(permalink === undefined ? {} : { permalink }),
    ...(translationKey === undefined ? {} : { translationKey }),
  };
}
