// The tables of the index, as one text: a database that holds anything else is not ours and is made anew.

/** Changes with the tables, and with what rows say: a database of another version is made anew. */
export const INDEX_VERSION = 6;

/**
 * `folder` is what each folder looked like when it was read: names apart by `/`, stamps as four doubles a file; what every
 * reading asks of it stands before what fills pages.
 * `file` has one row a file; `newest` is its last change negated (absent is last), moments are epoch milliseconds, an
 * open embargo is OPEN; `refs` is what the body points at, as JSON, where it points at anything; `written` is the number of
 * the commit that wrote the row, and `commits` the last of those that wrote any, by names that nothing else has
 * (write-rows.ts: identityOf), with the numbers of the rows that each removed, as JSON: null where they are too many. `name` is what a file answers to, `term` its fields of fixed values, folded; `prose` its text,
 * as spacedWords cuts it.
 */
export const TABLES: readonly string[] = [
  "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
  "CREATE TABLE commits (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, removed TEXT)",
  "CREATE TABLE folder (path TEXT PRIMARY KEY, digest TEXT NOT NULL, listing TEXT NOT NULL, unsure TEXT NOT NULL, names TEXT NOT NULL, stamps BLOB NOT NULL)",
  `CREATE TABLE file (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, slug TEXT NOT NULL,
    head TEXT, problems INTEGER NOT NULL, errors TEXT, status TEXT, newest INTEGER NOT NULL, created INTEGER,
    published INTEGER, embargo INTEGER, expires INTEGER, words INTEGER, has INTEGER NOT NULL, refs TEXT, written INTEGER NOT NULL)`,
  `CREATE TABLE name (key TEXT NOT NULL, kind TEXT NOT NULL, file INTEGER NOT NULL,
    PRIMARY KEY (key, kind, file)) WITHOUT ROWID`,
  `CREATE TABLE term (field TEXT NOT NULL, value TEXT NOT NULL, file INTEGER NOT NULL, number REAL,
    PRIMARY KEY (field, value, file)) WITHOUT ROWID`,
  `CREATE VIRTUAL TABLE prose USING fts5 (headline, summary, body, authors, tags, corrections,
    content='', contentless_delete=1, tokenize='ascii')`,
  "CREATE VIRTUAL TABLE vocabulary USING fts5vocab (prose, row)",
];

/** Made when the rows are there: that is cheaper than keeping them up while a first index is filled. */
export const INDEXES: readonly string[] = [
  "CREATE INDEX file_newest ON file (newest, path)",
  "CREATE INDEX file_status ON file (status, newest, path, published, embargo, expires)",
  "CREATE INDEX file_created ON file (created)",
  "CREATE INDEX file_published ON file (published)",
  "CREATE INDEX file_words ON file (words)",
  "CREATE INDEX file_written ON file (written)",
  "CREATE INDEX file_embargo ON file (embargo) WHERE embargo IS NOT NULL",
  "CREATE INDEX file_expires ON file (expires) WHERE expires IS NOT NULL",
  "CREATE INDEX file_errors ON file (path) WHERE errors IS NOT NULL",
  "CREATE INDEX term_number ON term (field, number) WHERE number IS NOT NULL",
];

/** An open embargo's moment: after every other, and still an exact integer. */
export const OPEN: number = Number.MAX_SAFE_INTEGER;

/** `newest` of an article without a date. */
export const UNDATED: number = Number.MAX_SAFE_INTEGER;

/** The bits of `has`. */
export const HAS_BIT = {
  quote: 1,
  image: 2,
  correction: 4,
  related: 8,
  embargo: 16,
  summary: 32,
  body: 64,
  translation: 128,
} as const;
