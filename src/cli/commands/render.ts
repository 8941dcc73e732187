// `stet render`: articles as HTML, text, ANSI or Markdown, one to stdout or many into a folder.
import type { Problem } from "../../base/problem.ts";
import { StetError } from "../../base/stet-error.ts";
import type { RenderTarget } from "../../desk/render-article.ts";
import type { Entry } from "../../desk/find/read-entries.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { directoryOf } from "../line/directory-of.ts";
import { outputNames } from "../output-names.ts";
import { placeOf } from "../place-of.ts";
import { EXIT } from "../exit-codes.ts";
import { reportMissing } from "../report-error.ts";
import { QUERY_OPTION, readSelected, selectMany } from "../select.ts";
import { widthAsked } from "../print/width-asked.ts";
import { print, tell, type Session } from "../session.ts";
import type { Words } from "../line/words.ts";

const TARGETS: readonly RenderTarget[] = ["html", "text", "ansi", "markdown"];

export const render: CommandDeclaration = {
  name: "render",
  group: "out",
  summary: "Render articles to HTML, text, ANSI or Markdown",
  arguments: [{ name: "article", isVariadic: true, isOptional: true }],
  examples: [
    "stet render the-salt-ledger --to text",
    "stet render the-salt-ledger --to html -o ledger.html",
    "stet list section:culture --slugs | stet render - --to html -o out/",
  ],
  options: [
    { flags: "--to <FORMAT>", description: "html (default), text, ansi or markdown", choices: TARGETS },
    { flags: "--fragment", description: "HTML without the page around it" },
    { flags: "--related", description: "fill the related block as stet related does, beyond the pinned" },
    { flags: "--width <COLUMNS>", description: "of text (72) and ansi (80)" },
    { flags: "-o, --output <PATH>", description: "a file, or a folder for one file per article" },
    QUERY_OPTION,
    { flags: "-0, --print0", description: "names on stdin end with NUL" },
  ],
  notes: [
    "Related stories and links lead only to what is live at this moment (--now). Without",
    "--related only pinned stories are shown: one rendering then looks at no other file.",
  ],
  seeAlso: ["show", "related", "export"],
  run: runRender,
};

async function runRender(words: Words, session: Session): Promise<number> {
  const selected = await selectMany(session, words, words.args, { isChange: false });
  const output = words.text("output") ?? "-";
  const { isFolder } = await import("../../newsroom/write/write-output.ts");
  const intoFolder =
    output !== "-" &&
    (selected.length > 1 || /[/\\]$/.test(output) || isFolder(directoryOf(session), output));
  if (selected.length > 1 && (!intoFolder || isFileName(output))) {
    throw new StetError("usage", "usage", `${selected.length} articles need a folder to go to`, {
      hint: "-o out/",
    });
  }
  const failed: Problem[] = [];
  const written: string[] = [];
  const takeName = outputNames();
  for (const entry of await readSelected(session, selected)) {
    const rendered = await renderOne(words, session, entry);
    const name = entry.article?.slug ?? "article";
    const clash = rendered === undefined ? undefined : takeName(name + ENDINGS[targetOf(words)]);
    if (rendered === undefined) failed.push(...entry.problems);
    else if (clash !== undefined && intoFolder) failed.push({ ...clash, file: entry.path });
    else written.push(...(await deliver(session, rendered, { output, intoFolder, name }, words)));
  }
  // Only now: a reader that leaves early leaves no file unwritten.
  for (const file of session.io.stdout.isTerminal ? [] : written) await print(session, file);
  await reportMissing(session, failed);
  return failed.length > 0 && selected.length === 1 ? EXIT.invalid : EXIT.ok;
}

/** `one.html` is no folder, unless it is written as one or is one. */
function isFileName(output: string): boolean {
  return /\.(?:html?|txt|ansi|md)$/i.test(output);
}

async function renderOne(words: Words, session: Session, entry: Entry): Promise<string | undefined> {
  const [{ renderArticle }, { isReadable }] = await Promise.all([
    import("../../desk/render-article.ts"),
    import("../../desk/find/read-entries.ts"),
  ]);
  if (!isReadable(entry)) return undefined;
  const to = targetOf(words);
  const width = widthAsked(words) ?? (to === "ansi" ? (session.io.stdout.columns ?? 80) : 72);
  if (words.flag("fragment") && to !== "html") {
    throw new StetError("usage", "usage", "--fragment goes with --to html", { hint: "--to html --fragment" });
  }
  return renderArticle(await session.desk(), entry, {
    to,
    width,
    fragment: words.flag("fragment"),
    related: words.flag("related"),
    style: session.out,
  });
}

function targetOf(words: Words): RenderTarget {
  return TARGETS.find((target) => target === words.text("to")) ?? "html";
}

const ENDINGS: Readonly<Record<RenderTarget, string>> = {
  html: ".html",
  text: ".txt",
  ansi: ".ansi",
  markdown: ".md",
};

interface Destination {
  readonly output: string;
  readonly intoFolder: boolean;
  readonly name: string;
}

/** Returns the file that was written, if it was one. */
async function deliver(
  session: Session,
  text: string,
  to: Destination,
  words: Words,
): Promise<readonly string[]> {
  if (to.output === "-") {
    await session.io.stdout.write(text);
    return [];
  }
  const [{ writeOutput }, { join }] = await Promise.all([
    import("../../newsroom/write/write-output.ts"),
    import("../../newsroom/paths.ts"),
  ]);
  const file = to.intoFolder ? join(to.output, to.name + ENDINGS[targetOf(words)]) : to.output;
  writeOutput(await placeOf(session, file), text);
  await tell(session, file);
  return [file];
}
