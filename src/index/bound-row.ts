// A row as the statements of write-rows.ts take it. It is made where the file was read, so that the one thread that writes
// does nothing else; and it is few values, because each costs something on its way from thread to thread.
import type { FileRow, NameClaim, Prose, Term } from "./file-row.ts";
import { UNDATED } from "./schema.ts";

export interface BoundRow {
  readonly path: string;
  /** The columns of `file` in their order. */
  readonly columns: readonly (string | number | null)[];
  readonly names: Members<NameClaim>;
  readonly terms: Members<Term>;
  /** Absent where the file holds no article. */
  readonly prose?: Prose;
  /** The system kept the file from being read: the next reader may get it, and no stamp would tell. */
  readonly isUnread: boolean;
}

/** Rows of two texts: nearly all of them in one text, that one statement takes apart. */
export interface Members<Row> {
  /** A JSON object with a member for each row, and names that recur. */
  readonly json: string;
  /** Those whose texts cannot stand in JSON as they are, or that have a third value. */
  readonly others: readonly Row[];
}

export function boundRowOf({ path, hash, slug, names, problems, errors, story }: FileRow): BoundRow {
  return {
    path,
    columns: [
      path,
      hash,
      slug,
      jsonOf(story?.head),
      problems,
      jsonOf(errors),
      story?.status ?? null,
      story?.newest ?? UNDATED,
      story?.created ?? null,
      story?.published ?? null,
      story?.embargo ?? null,
      story?.expires ?? null,
      story?.words ?? null,
      story?.has ?? 0,
      jsonOf(story?.refs),
    ],
    names: membersOf(names, ({ kind, key }) => memberOf(kind, key)),
    terms: membersOf(story?.terms ?? [], ({ field, value, number }) =>
      number === null ? memberOf(field, value) : undefined,
    ),
    ...(story === undefined ? {} : { prose: story.prose }),
    isUnread: errors?.some(({ code }) => code === "io" || code.startsWith("io-")) ?? false,
  };
}

function jsonOf(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function membersOf<Row>(rows: readonly Row[], member: (row: Row) => string | undefined): Members<Row> {
  const others: Row[] = [];
  let json = "";
  for (const row of rows) {
    const written = member(row);
    if (written === undefined) others.push(row);
    else json += json === "" ? `{${written}` : `,${written}`;
  }
  return { json: json === "" ? "{}" : `${json}}`, others };
}

function memberOf(name: string, value: string): string | undefined {
  return TO_ESCAPE.test(name) || TO_ESCAPE.test(value) ? undefined : `"${name}":"${value}"`;
}

/** What JSON escapes. Halves of a surrogate pair need nothing: SQLite is given U+FFFD for them either way. */
const TO_ESCAPE = /["\\\0-\x1F]/;
