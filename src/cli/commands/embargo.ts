// `stet embargo ARTICLE UNTIL|open|none`: nothing of the article leaves the newsroom before UNTIL.
import type { Embargo } from "../../article/article.ts";
import { StetError } from "../../base/stet-error.ts";
import { isLive } from "../../article/state.ts";
import type { Move } from "../../desk/change-articles.ts";
import type { Desk } from "../../desk/desk.ts";
import type { When } from "../../desk/read-when.ts";
import { changeMany, MANY_OPTIONS } from "../change-many.ts";
import type { CommandDeclaration } from "../declaration.ts";
import { describeEmbargo, describeState } from "../describe-state.ts";
import { remark, type Session } from "../session.ts";
import type { Words } from "../words.ts";
import { WHEN_NOTES } from "./schedule.ts";

export const embargo: CommandDeclaration = {
  name: "embargo",
  group: "desk",
  summary: "Hold articles back until a time, until lifted, or no more",
  arguments: [{ name: "article until|open|none", isVariadic: true }],
  examples: [
    'stet embargo the-bog-that-pays-rent "fri 00:01"',
    "stet embargo the-bog-that-pays-rent open",
    "stet embargo harbour-pension-fund-audit none",
    "stet embargo -Q 'tag:journal status:draft' 2027-01-15T11:00:00+01:00",
  ],
  options: MANY_OPTIONS,
  notes: [...WHEN_NOTES, "The time comes last. A live article goes off the site until then."],
  seeAlso: ["schedule", "why"],
  run: runEmbargo,
};

const EXAMPLES = '"tomorrow 6:00", "2026-12-24 06:00", open or none';

async function runEmbargo(words: Words, session: Session): Promise<number> {
  const [{ embargoArticles }, { isWhen, readWhen }] = await Promise.all([
    import("../../desk/embargo-articles.ts"),
    import("../../desk/read-when.ts"),
  ]);
  const desk = await session.desk();
  const { selectors, text } = splitUntil(words.args, (typed) => isWhen(desk, typed));
  const isWord = text === "open" || text === "none";
  if (words.args.length === 1 && words.text("query") === undefined && !isWord && !isWhen(desk, text)) {
    throw new StetError("usage", "need-input", "embargo needs a time, open or none behind the article", {
      hint: `stet embargo ${text} "tomorrow 6:00"`,
    });
  }
  const { until, said }: Until = isWord ? { until: text } : timeOf(readWhen(desk, text, EXAMPLES));
  if (said !== undefined) await remark(session, said);
  return changeMany(session, words, {
    selectors,
    change: (open, chosen, options) => embargoArticles(open, chosen, until, options),
    says: describeChange,
  });
}

interface Until {
  readonly until: Embargo | "none";
  readonly said?: string | undefined;
}

function timeOf({ instant, remark: said }: When): Until {
  return { until: instant, said };
}

/** The words in front are articles; a time of two words, as `fri 09:00`, need not stand in quotes. */
function splitUntil(
  args: readonly string[],
  isTime: (text: string) => boolean,
): { selectors: readonly string[]; text: string } {
  const pair = args.slice(-2).join(" ");
  const isPair = args.length > 1 && isTime(pair);
  return isPair
    ? { selectors: args.slice(0, -2), text: pair }
    : { selectors: args.slice(0, -1), text: args.at(-1) ?? "" };
}

/** The article's state follows where the embargo is not all that holds it. */
function describeChange(desk: Desk, { before, after }: Move): string {
  const state = describeState(desk, after);
  if (after.embargo === undefined) return `embargo lifted, ${state}`;
  const held = describeEmbargo(desk, after.embargo);
  if (isLive(before, desk.now)) return `${held}; the next stet publish takes it off the site`;
  return after.status === "published" ? state : `${held}; still ${state}`;
}
