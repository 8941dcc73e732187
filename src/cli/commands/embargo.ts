// `stet embargo ARTICLE UNTIL|open|none`: nothing of the article leaves the newsroom before UNTIL.
import type { Embargo } from "../../article/article.ts";
import { StetError } from "../../base/stet-error.ts";
import { isLive } from "../../article/state.ts";
import type { Move } from "../../desk/change/change-articles.ts";
import type { Desk } from "../../desk/desk.ts";
import { changeSelected, MANY_OPTIONS } from "../change-many.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { describeEmbargo, describeState } from "../print/describe-state.ts";
import { selectMany } from "../select.ts";
import { canAsk, remark, type Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const embargo: CommandDeclaration = {
  name: "embargo",
  group: "desk",
  summary: "Hold articles back until a time, until lifted, or no more",
  arguments: [{ name: "article until|open|none", isVariadic: true, isOptional: true }],
  examples: [
    'stet embargo the-bog-that-pays-rent "fri 00:01"',
    "stet embargo the-bog-that-pays-rent open",
    "stet embargo harbour-pension-fund-audit none",
    "stet embargo -Q 'tag:journal status:draft' 2027-01-15T11:00:00+01:00",
  ],
  options: MANY_OPTIONS,
  takesTime: true,
  notes: [
    "The time comes last. A live article goes off the site until then. A terminal lets",
    "you pick the articles where none is named, and asks for the time.",
  ],
  seeAlso: ["schedule", "why"],
  run: runEmbargo,
};

const EXAMPLES = '"tomorrow 6:00", "fri 9", "2026-12-24 06:00", open or none';

async function runEmbargo(words: Words, session: Session): Promise<number> {
  const [{ embargoArticles }, { isWhen }] = await Promise.all([
    import("../../desk/steps/embargo-articles.ts"),
    import("../../desk/steps/read-when.ts"),
  ]);
  const desk = await session.desk();
  const hasQuery = words.text("query") !== undefined;
  const { selectors, text } = splitUntil(words.args, { hasQuery, isTime: (typed) => isWhen(desk, typed) });
  if (text === undefined && !canAsk(session)) throw needed(selectors, hasQuery);
  const given = text === undefined ? undefined : await readUntil(session, text);
  const selected = await selectMany(session, words, selectors, { isChange: true });
  const until = given ?? (await readUntil(session, await askUntil(session)));
  return changeSelected(session, words, selected, {
    change: (open, chosen, options) => embargoArticles(open, chosen, until, options),
    says: describeChange,
  });
}

function needed(selectors: readonly string[], hasQuery: boolean): StetError {
  const [named] = selectors;
  const what = named === undefined && !hasQuery ? "an article" : "a time, open or none";
  const whose = hasQuery ? "-Q QUERY" : (named ?? "ARTICLE");
  return new StetError("usage", "need-input", `embargo needs ${what}`, {
    hint: `stet embargo ${whose} "tomorrow 6:00"`,
  });
}

async function readUntil(session: Session, text: string): Promise<Embargo | "none"> {
  if (text === "open" || text === "none") return text;
  const { readWhen } = await import("../../desk/steps/read-when.ts");
  const { instant, remark: said } = readWhen(await session.desk(), text, EXAMPLES);
  if (said !== undefined) await remark(session, said);
  return instant;
}

async function askUntil(session: Session): Promise<string> {
  const [{ requireUntilToCome }, { askWhen }, desk] = await Promise.all([
    import("../../desk/steps/embargo-articles.ts"),
    import("../prompts/ask-when.ts"),
    session.desk(),
  ]);
  return askWhen(session, {
    message: "Hold it back until when?",
    words: { open: "until somebody lifts it", none: "lifts the embargo" },
    require: ({ instant }) => requireUntilToCome(desk, instant),
  });
}

/** As `Fri 27 Nov 2026 09:00 CET (08:00 UTC)`. */
const MOST_WORDS = 8;

/** The words in front are articles; a time of several words, as `fri 09:00`, need not stand in quotes. */
function splitUntil(
  args: readonly string[],
  { hasQuery, isTime }: { readonly hasQuery: boolean; readonly isTime: (text: string) => boolean },
): { selectors: readonly string[]; text: string | undefined } {
  const [last] = args.slice(-1);
  for (let count = Math.min(MOST_WORDS, args.length); count > 1; count--) {
    const text = args.slice(-count).join(" ");
    if (isTime(text)) return { selectors: args.slice(0, -count), text };
  }
  const isUntil = last === "open" || last === "none" || (last !== undefined && isTime(last));
  // A word alone that is no time is an article; behind others, or with -Q, it is a time mistyped.
  return args.length === 1 && !hasQuery && !isUntil
    ? { selectors: args, text: undefined }
    : { selectors: args.slice(0, -1), text: last };
}

/** The article's state follows where the embargo is not all that holds it. */
function describeChange(desk: Desk, { before, after }: Move): string {
  const state = describeState(desk, after);
  if (after.embargo === undefined) return `embargo lifted, ${state}`;
  const held = describeEmbargo(desk, after.embargo);
  if (isLive(before, desk.now)) return `${held}; the next stet publish takes it off the site`;
  return after.status === "published" ? state : `${held}; still ${state}`;
}
