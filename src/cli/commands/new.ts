// `stet new`: an article from flags, a file or stdin; prints its slug where a script reads it.
import type { Created } from "../../desk/change/create-article.ts";
import type { ArticleFields } from "../../article/print-article.ts";
import { StetError } from "../../base/stet-error.ts";
import type { AskedArticle } from "../prompts/ask-new-article.ts";
import { readNewFields } from "../read-new-fields.ts";
import { ADD_VERBOSE, reportProblems } from "../report-error.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { requireKeys, writeOneObject } from "../print/one-object.ts";
import { canAsk, goOnAs, print, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import { wordsOf, type Words } from "../line/words.ts";

export const newCommand: CommandDeclaration = {
  name: "new",
  group: "write",
  summary: "Create an article",
  arguments: [{ name: "headline", isVariadic: true, isOptional: true }],
  examples: [
    'stet new "Commission fines chipmaker" --section world/europe --author ilse',
    'echo "First paragraph." | stet new "Vote count" --tag election --body -',
    "stet export the-salt-ledger --to json | stet new --from - --slug salt-again",
  ],
  options: [
    { heading: "Fields", flags: "--headline <TEXT>", description: "the headline, instead of the words" },
    { heading: "Fields", flags: "--slug <SLUG>", description: "made from the headline otherwise" },
    { heading: "Fields", flags: "--kicker <TEXT>", description: "the words above the headline" },
    { heading: "Fields", flags: "--summary <TEXT>", description: "what a reader sees first" },
    { heading: "Fields", flags: "--section <PATH>", description: "a section of stet.yaml, as world/europe" },
    {
      heading: "Fields",
      flags: "--author <NAME>",
      description: "a name or a key of stet.yaml; may be repeated",
      isRepeatable: true,
    },
    { heading: "Fields", flags: "--dateline <PLACE>", description: "where it was written" },
    { heading: "Fields", flags: "--tag <TAG>", description: "may be repeated", isRepeatable: true },
    { heading: "Fields", flags: "--language <TAG>", description: "BCP 47; the newsroom's otherwise" },
    { heading: "Fields", flags: "--kind <KIND>", description: "news, analysis, opinion, feature, ..." },
    { heading: "Fields", flags: "--status <STATUS>", description: "draft otherwise" },
    { heading: "Fields", flags: "--created <TIME>", description: "now otherwise" },
    { heading: "Fields", flags: "--published <TIME>", description: "when it first goes live" },
    { heading: "Fields", flags: "--updated <TIME>", description: "last change a reader should notice" },
    { heading: "Fields", flags: "--embargo <TIME>", description: "nothing leaves before; or open" },
    { heading: "Fields", flags: "--expires <TIME>", description: "when it comes off the site" },
    { heading: "Fields", flags: "--image <PATH>", description: "the lead image" },
    {
      heading: "Fields",
      flags: "--image-alt <TEXT>",
      description: "what it shows, for those who do not see it",
    },
    { heading: "Fields", flags: "--image-caption <TEXT>", description: "the words under it" },
    { heading: "Fields", flags: "--image-credit <TEXT>", description: "who made it" },
    {
      heading: "Fields",
      flags: "--related <SLUG>",
      description: "a pinned story; may be repeated",
      isRepeatable: true,
    },
    {
      heading: "Fields",
      flags: "--translation-of <SLUG>",
      description: "the article that this one translates",
    },
    {
      heading: "Fields",
      flags: "--correction <TEXT>",
      description: "a correction of now, or TIME TEXT; may be repeated",
      isRepeatable: true,
    },
    {
      heading: "Fields",
      flags: "--former-slug <SLUG>",
      description: "a slug that becomes a redirect; may be repeated",
      isRepeatable: true,
    },
    { heading: "Fields", flags: "--id <UUID>", description: "made otherwise; for articles from elsewhere" },
    { heading: "Fields", flags: "--source <URL>", description: "where the story first ran" },
    { heading: "Fields", flags: "--notes <TEXT>", description: "internal; never leaves the newsroom" },
    {
      heading: "Fields",
      flags: "--x <KEY=VALUE>",
      description: "a field of the newsroom's own; may be repeated",
      isRepeatable: true,
    },
    {
      heading: "Fields",
      flags: "--body <FILE>",
      description: "Markdown; - is stdin, which is also read when piped",
    },
    {
      heading: "Options",
      flags: "--from <FILE>",
      description: "start from an article's YAML or exported JSON (- is stdin)",
    },
    {
      heading: "Options",
      flags: "--if-exists <WHAT>",
      description: "when the slug is taken: error or skip",
      choices: ["error", "skip"],
    },
    {
      heading: "Options",
      flags: "--schema-line <REF>",
      description: "begin the file with a schema for YAML editors",
    },
    { heading: "Options", flags: "-e, --edit", description: "open it in the editor afterwards" },
    { heading: "Options", flags: "--dry-run", description: "check everything, write nothing" },
    { heading: "Options", flags: "--json[=LIST]", description: "one JSON object" },
  ],
  takesTime: true,
  seeAlso: ["edit", "set", "schema"],
  run: runNew,
};

async function runNew(words: Words, session: Session): Promise<number> {
  if (words.flag("edit") && !words.flag("dry-run")) (await import("../edit-found.ts")).requireEditor(session);
  const given = await readNewFields(words, session);
  const asked = given.headline === undefined ? await askRest(session, words, given) : undefined;
  return create(words, session, given, asked);
}

/** A new article with this headline, which may still be changed, and the editor on it. Check canAsk first. */
export async function beginArticle(session: Session, headline: string): Promise<number> {
  const [{ askNewArticle }, { dropTypeAhead }] = await Promise.all([
    import("../prompts/ask-new-article.ts"),
    import("../prompts/cancellable.ts"),
  ]);
  // The rest of a paste that matched nothing answers no question.
  await dropTypeAhead();
  const asked = await askNewArticle(session, {}, { opensEditor: true, headline });
  return create(wordsOf([], {}), session, {}, asked);
}

async function create(
  words: Words,
  session: Session,
  given: Partial<ArticleFields>,
  asked: AskedArticle | undefined,
): Promise<number> {
  const fields = { ...given, ...asked?.fields, headline: asked?.fields.headline ?? given.headline ?? "" };
  requireKeys(words, createdObject({ slug: "", path: "", isNew: false }));
  const { createArticle } = await import("../../desk/change/create-article.ts");
  const schemaLine = words.text("schema-line");
  const created = await createArticle(await session.desk(), {
    fields,
    ifExists: words.text("if-exists") === "skip" ? "skip" : "error",
    dryRun: words.flag("dry-run"),
    ...(schemaLine === undefined ? {} : { schemaLine }),
  });
  if (!session.globals.flag("quiet"))
    await reportProblems(session, created.warnings, words.flag("dry-run") ? ADD_VERBOSE : undefined);
  const { ok, next } = symbols(session.err);
  const isWritten = await writeOneObject(words, session, () => createdObject(created));
  if (!session.io.stdout.isTerminal && !isWritten) await print(session, created.slug);
  if (created.isNew && !words.flag("dry-run"))
    await session.log.note({ level: "info", event: "created", slug: created.slug });
  if (!created.isNew) await tell(session, `${created.path} exists already`);
  else if (words.flag("dry-run")) await tell(session, `+ ${created.path}`);
  else await tell(session, `${session.err.green(ok)} Created ${created.path} (${fields.status ?? "draft"})`);
  if (words.flag("dry-run")) return EXIT.ok;
  if (asked?.opensEditor ?? words.flag("edit")) {
    const { editFound } = await import("../edit-found.ts");
    const how = { resume: false, isMinor: true };
    return goOnAs("edit", session, (editing) => editFound(editing, created.path, how));
  }
  if (created.isNew) await tell(session, `${next} stet edit @new`);
  return EXIT.ok;
}

/** What no flag says is asked of a person at a terminal who gave no headline. */
async function askRest(session: Session, words: Words, given: Partial<ArticleFields>): Promise<AskedArticle> {
  if (!canAsk(session)) {
    throw new StetError("usage", "need-input", "new needs a headline", {
      hint: 'stet new "Commission fines chipmaker"',
    });
  }
  const { askNewArticle } = await import("../prompts/ask-new-article.ts");
  return askNewArticle(session, given, { opensEditor: words.flag("edit") || words.flag("dry-run") });
}

function createdObject({ slug, path, isNew }: Pick<Created, "slug" | "path" | "isNew">) {
  return { slug, path, change: isNew ? "new" : "unchanged" };
}
