// What a picker shows of the trash.
import { formatDate } from "../../base/format-date.ts";
import { visibleText } from "../../base/visible-text.ts";
import { listTrash, type TrashedFile } from "../../newsroom/trash.ts";
import { fold } from "../../query/fold-text.ts";
import type { Desk } from "../desk.ts";
import { readRemoved } from "../read-removed.ts";
import { MOST_ROWS, rowOf, type ArticleSource, type SourceRow } from "./source-row.ts";

/** A third of what a key may take. */
const SLICE_MS = 5;

/**
 * A source over what is in the trash, the latest first; `changed` is the day it went there, and choosing a row answers
 * the trash's own name for it, as restoreArticle takes it. A term finds what holds all its words in its path, slug or
 * headline: for that the files are read, as many at a time as a key has time for.
 */
export function trashSource(desk: Desk): ArticleSource {
  const trashed = listTrash(desk.root);
  const rows: SourceRow[] = [];
  const names: string[] = [];
  const readNext = (each: TrashedFile): void => {
    const row = trashedRow(desk, each);
    rows.push(row);
    names.push(fold(`${each.path} ${row.slug} ${row.headline}`));
  };
  const readUntil = (isEnough: () => boolean): void => {
    for (const each of trashed.slice(rows.length)) {
      if (isEnough()) return;
      readNext(each);
    }
  };
  return (term) => {
    const words = fold(term).split(/\s+/).filter(Boolean);
    if (words.length === 0) {
      readUntil(() => rows.length >= MOST_ROWS);
      return { rows: rows.slice(0, MOST_ROWS), total: trashed.length };
    }
    const end = desk.clock() + SLICE_MS;
    readUntil(() => desk.clock() >= end);
    const found = rows.filter((_, place) => words.every((word) => names[place]?.includes(word) === true));
    const answer = { rows: found.slice(0, MOST_ROWS), total: found.length };
    return rows.length < trashed.length ? { ...answer, isPartial: true } : answer;
  };
}

function trashedRow(desk: Desk, { id, path, trashedAt }: TrashedFile): SourceRow {
  const { slug, article } = readRemoved(desk, { id, path, trashedAt });
  if (article !== undefined) return rowOf(desk, article, { path: id, moment: trashedAt });
  return {
    path: id,
    slug: visibleText(slug),
    headline: visibleText(path),
    state: undefined,
    section: "",
    changed: formatDate(trashedAt, desk.settings),
    summary: "",
  };
}
