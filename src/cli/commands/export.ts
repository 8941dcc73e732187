// `stet export`: the articles as data for other programs, streamed, or as one document of the site (export-document.ts).
import type { Problem } from "../../base/problem.ts";
import { StetError } from "../../base/stet-error.ts";
import type { ArticleEntry } from "../../desk/find/read-entries.ts";
import type { ExportPiece } from "../../desk/export-articles.ts";
import type { ExportFormat } from "../../formats/export-format.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { outputNames } from "../output-names.ts";
import { placeOf } from "../place-of.ts";
import { EXIT } from "../exit-codes.ts";
import { reportMissing } from "../report-error.ts";
import { QUERY_OPTION, readSelected, selectMany } from "../select.ts";
import type { Session } from "../session.ts";
import { tell } from "../session.ts";
import type { Words } from "../line/words.ts";

/** What formats.ts and desk/export-document.ts have, by name. */
const TARGETS = [
  "json",
  "ndjson",
  "csv",
  "markdown",
  "hugo",
  "jekyll",
  "rss",
  "atom",
  "jsonfeed",
  "sitemap",
  "news-sitemap",
  "opml",
] as const;

export const exportCommand: CommandDeclaration = {
  name: "export",
  group: "out",
  summary: "Print articles as data for other programs",
  arguments: [{ name: "article", isVariadic: true, isOptional: true }],
  examples: [
    "stet export --to ndjson | head -1",
    "stet export -Q 'is:live section:culture' -o culture.csv",
    "stet export the-salt-ledger --to json",
    "stet export -Q is:live --to hugo -o content/",
    "stet export -Q section:culture --to rss -n 20",
  ],
  options: [
    {
      flags: "--to <FORMAT>",
      description:
        "json (default), ndjson, csv, markdown, hugo, jekyll, rss, atom, jsonfeed, sitemap, news-sitemap or opml",
      choices: TARGETS,
    },
    { flags: "-o, --output <PATH>", description: "a file; a folder for markdown, hugo and jekyll" },
    QUERY_OPTION,
    { flags: "-n, --limit <N>", description: "entries of a feed (stet.yaml's, or 50; 0 = all)" },
    {
      flags: "--content <WHAT>",
      description: "of a feed: full (default) or summary",
      choices: ["full", "summary"],
    },
    { flags: "--raw", description: "CSV cells as they are, formulas too" },
    { flags: "--bom", description: "begin CSV with a byte order mark, for Excel" },
    { flags: "-0, --print0", description: "names on stdin end with NUL" },
  ],
  notes: [
    "Without --to a file ending in .csv, .ndjson, .jsonl or .json says the format itself.",
    "Articles come in the order of their paths, drafts too: -Q is:live for what is",
    "public. A JSON object is an article: stet new --from reads it. notes stay here.",
    "Feeds and sitemaps hold live articles alone, as stet publish would write them.",
  ],
  seeAlso: ["list", "render"],
  run: runExport,
};

async function runExport(words: Words, session: Session): Promise<number> {
  const { formatNamed } = await import("../../formats/formats.ts");
  const name = words.text("to") ?? formatOfFile(words.text("output") ?? "");
  refuseIdleOptions(words, name);
  const format = formatNamed(name);
  if (format !== undefined) return runExportArticles(words, session, format);
  const { DOCUMENT_NAMES } = await import("../../desk/export-document.ts");
  const document = DOCUMENT_NAMES.find((each) => each === name);
  if (document === undefined) throw new Error(`no format and no document is called ${name}`);
  const { runExportDocument } = await import("../export-document.ts");
  return runExportDocument(words, session, document);
}

const BY_ENDING: Readonly<Record<string, (typeof TARGETS)[number]>> = {
  csv: "csv",
  ndjson: "ndjson",
  jsonl: "ndjson",
};

/** The format that the ending of a file's name says, as pandoc has it; JSON for every other. */
function formatOfFile(file: string): (typeof TARGETS)[number] {
  const [, ending = ""] = /\.([a-z]+)$/i.exec(file) ?? [];
  return BY_ENDING[ending.toLowerCase()] ?? "json";
}

async function runExportArticles(words: Words, session: Session, format: ExportFormat): Promise<number> {
  const { exportArticles } = await import("../../desk/export-articles.ts");
  const problems: Problem[] = [];
  const entries = await entriesOf(words, session, problems);
  const pieces = exportArticles(await session.desk(), {
    format,
    raw: words.flag("raw"),
    bom: words.flag("bom"),
    entries,
  });
  if (format.layout === "files") {
    for (const clash of await deliverFiles(words, session, { pieces, entries })) problems.push(clash);
  } else await deliverStream(words, session, pieces);
  await reportMissing(session, problems);
  return EXIT.ok;
}

const FEEDS = {
  kind: "feeds",
  formats: ["rss", "atom", "jsonfeed"],
  hint: "--to takes rss, atom or jsonfeed with it",
};
const CSV = { kind: "CSV", formats: ["csv"], hint: "--to takes csv with it" };
/** The formats that each option says something of. */
const MEANT_FOR = { limit: FEEDS, content: FEEDS, raw: CSV, bom: CSV };

/** Silence would be taken for consent: a limit that limits nothing is refused, and so is a choice of what is not chosen. */
function refuseIdleOptions(words: Words, name: string): void {
  for (const [option, { kind, formats, hint }] of Object.entries(MEANT_FOR)) {
    const isGiven = words.flag(option) || words.text(option) !== undefined;
    if (isGiven && !formats.includes(name))
      throw new StetError("usage", "usage", `--${option} is for ${kind}, not for ${name}`, { hint });
  }
  if (name !== "opml" || (words.args.length === 0 && words.text("query") === undefined)) return;
  throw new StetError("usage", "usage", "opml lists the feeds of stet.yaml, and no articles", {
    hint: "stet export --to opml",
  });
}

async function entriesOf(
  words: Words,
  session: Session,
  problems: Problem[],
): Promise<Iterable<ArticleEntry>> {
  const [{ matchingArticles }, { readQuery, readQueryText }, { readableAmong }] = await Promise.all([
    import("../../desk/find/list-articles.ts"),
    import("../../desk/find/read-query.ts"),
    import("../../desk/find/read-entries.ts"),
  ]);
  const query = words.text("query");
  if (words.args.length === 0) {
    const desk = await session.desk();
    return matchingArticles(
      desk,
      query === undefined ? readQuery(desk, []) : readQueryText(desk, query),
      problems,
    );
  }
  const selected = await selectMany(session, words, words.args, { isChange: false });
  const readable = readableAmong(await readSelected(session, selected), problems);
  return selected.length === 1 ? [...readable] : readable;
}

async function deliverStream(words: Words, session: Session, pieces: Iterable<ExportPiece>): Promise<void> {
  const output = words.text("output") ?? "-";
  if (output === "-") {
    await printPieces(session, pieces);
    return;
  }
  const { openOutput } = await import("../../newsroom/write/open-output.ts");
  const file = openOutput(await placeOf(session, output));
  try {
    for (const { text } of pieces) file.write(text);
    file.commit();
  } finally {
    file.abandon();
  }
  await tell(session, output);
}

async function printPieces({ io }: Session, pieces: Iterable<ExportPiece>): Promise<void> {
  for (const { text } of pieces) if (text !== "") await io.stdout.write(text);
}

interface Delivery {
  readonly pieces: Iterable<ExportPiece>;
  readonly entries: Iterable<ArticleEntry>;
}

/** The file of one article fits on stdout, those of several need a folder. Returns the problems of clashing names. */
async function deliverFiles(
  words: Words,
  session: Session,
  { pieces, entries }: Delivery,
): Promise<readonly Problem[]> {
  const output = words.text("output") ?? "-";
  if (output !== "-") return writeFiles(session, output, pieces);
  if (!Array.isArray(entries) || entries.length !== 1) {
    const format = words.text("to") ?? "this format";
    throw new StetError("usage", "usage", `${format} is one file per article and needs a folder`, {
      hint: "-o content/",
    });
  }
  await printPieces(session, pieces);
  return [];
}

/** A file that two articles would be is written once; the problems say so of the second. */
async function writeFiles(
  session: Session,
  folder: string,
  pieces: Iterable<ExportPiece>,
): Promise<readonly Problem[]> {
  const [{ writeOutput }, { join }] = await Promise.all([
    import("../../newsroom/write/write-output.ts"),
    import("../../newsroom/paths.ts"),
  ]);
  const clashes: Problem[] = [];
  const takeName = outputNames();
  for (const piece of pieces) {
    if (piece.kind !== "file") continue;
    const clash = takeName(piece.name);
    if (clash !== undefined) {
      clashes.push(clash);
      continue;
    }
    const file = join(folder, piece.name);
    writeOutput(await placeOf(session, file), piece.text);
    await tell(session, file);
  }
  return clashes;
}
