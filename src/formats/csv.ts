// CSV export (RFC 4180): one article a row, for spreadsheets and data desks. The one lossy export; JSON holds all.
import type { Embargo } from "../article/article.ts";
import type { Instant } from "../base/instant.ts";
import { measureBody } from "../body/measure-body.ts";
import { csvRecord } from "./csv-record.ts";
import type { ExportEntry, ExportOptions, StreamFormat } from "./export-format.ts";
import { zonedText } from "./zoned-text.ts";

type Column = (entry: ExportEntry, options: ExportOptions) => string | undefined;

const COLUMNS: Readonly<Record<string, Column>> = {
  id: ({ article }) => article.id,
  slug: ({ article }) => article.slug,
  headline: ({ article }) => article.headline,
  kicker: ({ article }) => article.kicker,
  summary: ({ article }) => article.summary,
  section: ({ article }) => article.section,
  authors: ({ article }) => article.authors.map(({ name }) => name).join("; "),
  tags: ({ article }) => article.tags.join("; "),
  language: ({ article }) => article.language,
  kind: ({ article }) => article.kind,
  status: ({ article }) => article.status,
  state: ({ state }) => state,
  created: ({ article }, { timezone }) => moment(article.created, timezone),
  published: ({ article }, { timezone }) => moment(article.published, timezone),
  updated: ({ article }, { timezone }) => moment(article.updated, timezone),
  embargo: ({ article }, { timezone }) => moment(article.embargo, timezone),
  expires: ({ article }, { timezone }) => moment(article.expires, timezone),
  words: ({ article }) => String(measureBody(article.body).words),
  url: ({ permalink }) => permalink,
  source: ({ article }) => article.source,
  path: ({ path }) => path,
  body: ({ article }) => article.body,
};

function moment(value: Instant | Embargo | undefined, timezone: string): string {
  return value === "open" ? value : zonedText(value, timezone);
}

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A header and one record an article, all of one width, ended by CR LF. Names and tags are joined by `; `, dates are
 * RFC 3339 with an offset, an embargo may be `open`, an absent value is empty. Safe to open in a spreadsheet unless
 * `options.raw` (csv-record.ts says how).
 */
export const CSV: StreamFormat = {
  layout: "stream",
  name: "csv",
  extension: "csv",
  mimeType: "text/csv",
  begin: (options) =>
    (options.bom === true ? BYTE_ORDER_MARK : "") + csvRecord(Object.keys(COLUMNS), options),
  row: (entry, _index, options) => {
    const cells = Object.values(COLUMNS).map((column) => column(entry, options) ?? "");
    return csvRecord(cells, options);
  },
  end: () => "",
};
