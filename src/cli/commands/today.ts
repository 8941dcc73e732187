// `stet today`: the state of the newsroom for the person in front of it, and the next commands.
import { jsonText } from "../../base/json-text.ts";
import { groupDigits } from "../../base/group-digits.ts";
import { cutTo } from "../print/cut-to.ts";
import { stateAt, type State } from "../../article/state.ts";
import { describeDay, describeDistance, describeTime } from "../../base/describe-moment.ts";
import { displayWidth, padToWidth } from "../../base/display-width.ts";
import { visibleText } from "../../base/visible-text.ts";
import { writeInstant } from "../../base/zone.ts";
import type { Desk } from "../../desk/desk.ts";
import type { DueEvent } from "../../desk/agenda/due-articles.ts";
import type { KnownArticle } from "../../desk/agenda/known-articles.ts";
import type { Today } from "../../desk/agenda/today.ts";
import type { Problem } from "../../base/problem.ts";
import { stateSymbol } from "../../render/lines/state-symbol.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { pickKeys } from "../print/pick-keys.ts";
import { dueObject } from "../print/print-due.ts";
import { print, type Session } from "../session.ts";
import { joiner, symbols, type Style } from "../style.ts";
import type { Words } from "../line/words.ts";

export const today: CommandDeclaration = {
  name: "today",
  group: "desk",
  summary: "Show what needs you now",
  arguments: [],
  examples: ["stet today", "STET_AUTHOR=ilse stet today", "stet today --json"],
  options: [{ flags: "--json[=LIST]", description: "one JSON object" }],
  notes: [
    "STET_AUTHOR, a byline or a key of stet.yaml's authors, says who asks. A terminal shows",
    "five articles of each group in its width; a pipe gets every one, whole.",
  ],
  seeAlso: ["due", "list", "check"],
  run: runToday,
};

async function runToday(words: Words, session: Session): Promise<number> {
  const { readToday } = await import("../../desk/agenda/today.ts");
  const desk = await session.desk();
  const me = session.io.env["STET_AUTHOR"] ?? "";
  const found = await readToday(desk, me);
  const keys = words.text("json");
  if (keys !== undefined) await print(session, jsonText(pickKeys(asJson(desk, found), keys)));
  else {
    const { isTerminal, columns = 80 } = session.io.stdout;
    const look = { style: session.out, width: isTerminal ? columns : Infinity, me };
    for (const line of lines(desk, found, look)) await print(session, line);
  }
  return EXIT.ok;
}

interface Look {
  readonly style: Style;
  /** Columns; Infinity for a pipe, in which nothing is cut and nothing left out. */
  readonly width: number;
  readonly me: string;
}

function lines(desk: Desk, found: Today, look: Look): string[] {
  const { style } = look;
  const groups = [
    group(
      "missed",
      found.missed.map((event) => eventLine(desk, event, style)),
      look,
    ),
    group(
      "due today",
      found.due.map((event) => eventLine(desk, event, style)),
      look,
    ),
    group(
      "embargo",
      found.embargoes.map((event) => embargoLine(desk, event, style)),
      look,
    ),
    group(
      "my drafts",
      found.mine.map((entry) => draftLine(desk, entry, style)),
      look,
    ),
    group(
      "needs fixing",
      found.broken.map((problem) => brokenLine(problem, style)),
      look,
    ),
  ].flat();
  const body = groups.length === 0 ? ["nothing needs you now"] : groups;
  const next = nextCommands(found).map((command) => `${symbols(style).next} ${command}`);
  const inOne = next.join("    ");
  const ending = displayWidth(inOne) > look.width ? next : next.length === 0 ? [] : [inOne];
  return [headLine(desk, found, look), ...body, ...ending];
}

function headLine({ now, settings }: Desk, { count }: Today, { style, width, me }: Look): string {
  const who = me === "" ? [] : [settings.authors.get(me)?.name ?? me];
  const left = [describeDay(now, settings.timezone), settings.name, ...who].map((part) => visibleText(part));
  const right = `${groupDigits(count)} article${count === 1 ? "" : "s"}`;
  const text = cutTo(left.join(joiner(style)), Math.max(1, width - right.length - 2), style);
  const room = width === Infinity ? 0 : width - displayWidth(text);
  return style.bold(text) + right.padStart(Math.max(right.length + 2, room));
}

const SHOWN = 5;

/** One article: its sign and name, and what is to be said of it. */
interface Item {
  readonly sign: string;
  readonly name: string;
  readonly rest: string;
}

/** What stands before the items of a group, and the least that makes sense of them beside it. */
const [LABEL, LEAST] = [18, 42];

/** The name and the count stand before the first line, on a narrow terminal above it; on any, more than five are counted. */
function group(name: string, items: readonly Item[], { width, style }: Look): string[] {
  if (items.length === 0) return [];
  const most = width === Infinity ? items.length : SHOWN;
  const shown = items.slice(0, most);
  const more = items.length > most ? [`and ${items.length - most} more`] : [];
  const cut = (line: string): string => cutTo(line, width, style).trimEnd();
  if (width < LABEL + LEAST) {
    const rows = shown.flatMap(({ sign, name: of, rest }) => [`  ${sign} ${of}`, `    ${rest}`]);
    return [`${name} ${items.length}`, ...rows, ...more.map((line) => `  ${line}`)].map(cut);
  }
  const room = Math.max(24, ...shown.map(({ name: of }) => Math.min(34, displayWidth(of))));
  const lines = shown.map(({ sign, name: of, rest }) => `${sign} ${padToWidth(of, room)}  ${rest}`);
  return [...lines, ...more].map((line, at) => {
    const label = at === 0 ? name.padEnd(13) + String(items.length).padStart(3) : "";
    return cut(label.padEnd(LABEL) + line);
  });
}

function eventLine(desk: Desk, { at, what, before, entry }: DueEvent, style: Style): Item {
  const { now, settings } = desk;
  const time = describeTime(at, settings.timezone);
  const since = `since ${describeDay(at, settings.timezone)} ${time}`;
  const word = what === "live" ? "live" : "due";
  return {
    ...nameOf(entry, before, style),
    rest: `${before.padEnd(10)} ${word} ${at <= now ? since : time}`,
  };
}

function embargoLine({ now, settings }: Desk, { at, before, entry }: DueEvent, style: Style): Item {
  const time = describeTime(at, settings.timezone);
  return { ...nameOf(entry, before, style), rest: `lifts ${time} (${describeDistance(now, at)})` };
}

function draftLine({ now }: Desk, entry: KnownArticle, style: Style): Item {
  const state = stateAt(entry.article, now);
  return { ...nameOf(entry, state, style), rest: visibleText(entry.article.headline) };
}

function nameOf({ article }: KnownArticle, state: State, style: Style): Omit<Item, "rest"> {
  return { sign: stateSymbol(state, style.unicode), name: visibleText(article.slug) };
}

function brokenLine({ file = "", line, message }: Problem, style: Style): Item {
  const place = line === undefined ? "" : `line ${line}: `;
  const name = visibleText(fileName(file));
  return { sign: symbols(style).error, name, rest: place + visibleText(message) };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.ya?ml$/i, "");
}

/** At most two: what is broken, then what is late, due or mine. */
function nextCommands({ broken, missed, due: dueToday, mine }: Today): string[] {
  const [file] = broken;
  const fix = file?.file === undefined ? [] : [`stet edit ${fileName(file.file)}`];
  const late = missed[0] ?? dueToday.find(({ what }) => what === "due");
  const look = late === undefined ? [] : [`stet why ${late.entry.article.slug}`];
  const [draft] = mine;
  const write = draft === undefined ? [] : [`stet edit ${draft.article.slug}`];
  return [...fix, ...look, ...write].slice(0, 2);
}

function asJson(
  desk: Desk,
  { count, missed, due: dueToday, embargoes, mine, broken }: Today,
): Readonly<Record<string, unknown>> {
  return {
    at: writeInstant(desk.now, desk.settings.timezone),
    articles: count,
    missed: missed.map((event) => dueObject(desk, event)),
    due: dueToday.map((event) => dueObject(desk, event)),
    embargoes: embargoes.map((event) => dueObject(desk, event)),
    mine: mine.map(({ path, article }) => ({
      slug: article.slug,
      path,
      status: article.status,
      headline: article.headline,
    })),
    broken,
  };
}
