// The one shape of every export format: articles in, text out, in pieces small enough to stream. A format is a file
// beside this one; formats.ts lists them. desk reads the articles and writes the pieces.
import type { Article } from "../article/article.ts";
import type { State } from "../article/state.ts";

/** One article on its way out, with what only its surroundings know. */
export interface ExportEntry {
  readonly article: Article;
  /** The file, relative to the newsroom's root, with `/`. */
  readonly path: string;
  /** What the article is at the instant of the export. */
  readonly state: State;
  /** The absolute address of its page, where the newsroom has a `url`. */
  readonly permalink?: string;
  /** What all versions of its story share, where it is told in several languages. */
  readonly translationKey?: string;
}

export interface ExportOptions {
  /** The newsroom's IANA zone: for dates written without an offset and for days in file names. */
  readonly timezone: string;
  /** CSV: cells exactly as the articles have them, formulas included. */
  readonly raw?: boolean;
  /** CSV: begin with a byte order mark, without which Excel takes UTF-8 for the machine's code page. */
  readonly bom?: boolean;
  /** The address an `article:` link leads to, by slug; a link to an article it does not know becomes its text. */
  readonly linkTo?: (slug: string) => string | undefined;
}

interface Named {
  /** What `--format` calls it. */
  readonly name: string;
  /** The ending of its files, without a dot. */
  readonly extension: string;
  readonly mimeType: string;
}

/** Many articles in one text: `begin`, one `row` for each article, `end`, put one after the other. */
export interface StreamFormat extends Named {
  readonly layout: "stream";
  readonly begin: (options: ExportOptions) => string;
  /** `index` counts from 0. */
  readonly row: (entry: ExportEntry, index: number, options: ExportOptions) => string;
  /** `count` is how many rows there were. */
  readonly end: (count: number) => string;
}

/** One file for each article. */
export interface FileFormat extends Named {
  readonly layout: "files";
  /** A name without a folder; two articles of one newsroom never share one. */
  readonly fileName: (entry: ExportEntry, options: ExportOptions) => string;
  readonly document: (entry: ExportEntry, options: ExportOptions) => string;
}

export type ExportFormat = StreamFormat | FileFormat;
