// What a picker shows of the trash.
import { formatDate } from "../../base/format-date.ts";
import { visibleText } from "../../base/visible-text.ts";
import { listTrash, readTrashed, type TrashedFile } from "../../newsroom/trash.ts";
import { fold } from "../../query/fold-text.ts";
import type { Desk } from "../desk.ts";
import { fileSlugOf, parseFile } from "../parse-file.ts";
import { MOST_ROWS, rowOf, type ArticleSource, type SourceRow } from "./source-row.ts";

/**
 * A source over what is in the trash, the latest first; `changed` is the day it went there, and choosing a row answers
 * the trash's own name for it, as restoreArticle takes it. A term finds the paths that hold all its words.
 */
export function trashSource(desk: Desk): ArticleSource {
  const trashed = listTrash(desk.root);
  const known = new Map<string, SourceRow>();
  const rowOfTrashed = (each: TrashedFile): SourceRow => {
    const row = known.get(each.id) ?? trashedRow(desk, each);
    known.set(each.id, row);
    return row;
  };
  return (term) => {
    const words = fold(term).split(/\s+/);
    const found = trashed.filter(({ path }) => words.every((word) => fold(path).includes(word)));
    return { rows: found.slice(0, MOST_ROWS).map(rowOfTrashed), total: found.length };
  };
}

function trashedRow(desk: Desk, { id, path, trashedAt }: TrashedFile): SourceRow {
  const reading = readTrashed(desk.root, { id, path, trashedAt }, desk.limits.fileBytes);
  const article = reading.ok ? parseFile(desk, path, reading.file.text).article : undefined;
  if (article !== undefined) return rowOf(desk, article, { path: id, moment: trashedAt });
  return {
    path: id,
    slug: visibleText(fileSlugOf(path)),
    headline: visibleText(path),
    state: undefined,
    section: "",
    changed: formatDate(trashedAt, desk.settings),
    summary: "",
  };
}
