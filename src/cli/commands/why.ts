// `stet why`: what keeps an article off the site, or that nothing does, and what changes it.
import { displayWidth } from "../../base/display-width.ts";
import { jsonText } from "../../base/json-text.ts";
import { describeDistance, describeMoment } from "../../base/describe-moment.ts";
import { visibleText } from "../../base/visible-text.ts";
import { writeInstant } from "../../base/zone.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Condition, Outcome, Why } from "../../desk/steps/why-article.ts";
import { stateSymbol } from "../../render/lines/state-symbol.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { hangText } from "../print/hang-text.ts";
import { pickKeys } from "../print/pick-keys.ts";
import { selectOrPick } from "../select.ts";
import { print, remark, type Session } from "../session.ts";
import { symbols, type Style } from "../style.ts";
import type { Words } from "../line/words.ts";

export const why: CommandDeclaration = {
  name: "why",
  group: "desk",
  summary: "Show what keeps an article off the site, and until when",
  arguments: [{ name: "article", isOptional: true }],
  examples: [
    "stet why the-salt-ledger",
    'stet why the-harbour-that-rose-twice --at "2026-12-05 07:00"',
    "stet why the-salt-ledger --json",
  ],
  options: [
    { flags: "--at <TIME>", description: "as it will be, or was, at TIME" },
    { flags: "--json[=LIST]", description: "one JSON object" },
  ],
  takesTime: true,
  notes: ["Exit 0 when the article is on the site by its file, 1 when it is not."],
  seeAlso: ["check", "due"],
  run: runWhy,
};

async function runWhy(words: Words, session: Session): Promise<number> {
  const [{ whyArticle }, { readWhen }] = await Promise.all([
    import("../../desk/steps/why-article.ts"),
    import("../../desk/steps/read-when.ts"),
  ]);
  const [selector] = words.args;
  const desk = await session.desk();
  const at = words.text("at");
  const when = at === undefined ? undefined : readWhen(desk, at);
  if (when?.remark !== undefined) await remark(session, when.remark);
  const entry = await selectOrPick(session, words, selector, { isChange: false });
  const answer = await whyArticle(desk, entry, when?.instant.epochMs ?? desk.now);
  const keys = words.text("json");
  if (keys !== undefined) await print(session, jsonText(pickKeys(asJson(desk, answer), keys)));
  else await session.io.stdout.write(describeWhy(desk, answer, session.out));
  return answer.isLive ? EXIT.ok : EXIT.no;
}

/** The state and the slug, a line for each condition, and what comes next. */
function describeWhy(desk: Desk, answer: Why, style: Style): string {
  const { slug, state, at, url, isLive, conditions } = answer;
  const { timezone } = desk.settings;
  const symbol = state === undefined ? symbols(style).error : stateSymbol(state, style.unicode);
  const then = at === desk.now ? "" : `  at ${describeMoment(at, timezone)}`;
  const head = `${symbol} ${state ?? "unreadable"}  ${visibleText(slug)}`;
  const isOne = displayWidth(head + then) <= (style.columns ?? Infinity);
  const lines = [
    style.bold(head) + (isOne ? then : `\n${hangText(then, 2, style.columns)}`),
    ...conditions.map((condition) => lineOf(condition, style)),
    `${symbols(style).next} ${nextOf(desk, answer, style)}`,
  ];
  if (isLive && url !== undefined) lines.splice(1, 0, style.cyan(`  ${url}`));
  return `${lines.join("\n")}\n`;
}

function lineOf({ name, outcome, says }: Condition, style: Style): string {
  const front = `${signOf(outcome, style)} ${name.padEnd(10)} `;
  return front + hangText(visibleText(says), symbols(style).ok.length + 12, style.columns);
}

function signOf(outcome: Outcome, style: Style): string {
  const { ok, error, warning } = symbols(style);
  if (outcome === "pass") return style.green(ok);
  const sign = (outcome === "fail" ? error : warning).padEnd(ok.length);
  return outcome === "fail" ? style.red(sign) : style.yellow(sign);
}

/** The change to come, or the command that makes one. */
function nextOf({ now, settings }: Desk, { slug, path, at, state, next }: Why, style: Style): string {
  if (next !== undefined) {
    const moment = describeMoment(next.at, settings.timezone);
    const says = `${next.state} from ${moment}${at === now ? `, ${describeDistance(now, next.at)}` : ""}`;
    return hangText(says, symbols(style).next.length + 1, style.columns);
  }
  if (state === undefined) return `stet edit ${path}`;
  const command = COMMANDS[state]?.(slug);
  return command ?? "nothing changes it by itself";
}

const COMMANDS: Readonly<Partial<Record<NonNullable<Why["state"]>, (slug: string) => string>>> = {
  draft: (slug) => `stet submit ${slug}`,
  review: (slug) => `stet approve ${slug}`,
  ready: (slug) => `stet publish ${slug}, or stet schedule ${slug} "tomorrow 6:00"`,
  embargoed: (slug) => `stet embargo ${slug} none`,
  withdrawn: (slug) => `stet publish ${slug} brings it back`,
  expired: (slug) => `stet set expires= ${slug}`,
};

/** Instants are RFC 3339 in the newsroom's zone; what is absent is null. */
function asJson({ settings }: Desk, answer: Why): Readonly<Record<string, unknown>> {
  const moment = (epochMs: number): string => writeInstant(epochMs, settings.timezone);
  const { slug, path, at, state = null, isLive, url = null, conditions, next } = answer;
  return {
    slug,
    path,
    at: moment(at),
    state,
    live: isLive,
    url,
    conditions: conditions.map(({ until, ...condition }) => ({
      ...condition,
      until: until === undefined ? null : moment(until),
    })),
    next: next === undefined ? null : { at: moment(next.at), state: next.state },
  };
}
