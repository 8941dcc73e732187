// The fields of the article that `stet new` makes: `--from`, the flags, the headline's words and the body.
import type { FieldName } from "../article/fields.ts";
import type { ArticleFields } from "../article/print-article.ts";
import { joinLines } from "../base/join-lines.ts";
import { StetError } from "../base/stet-error.ts";
import type { Words } from "./line/words.ts";
import { readText } from "./read-text.ts";
import { canAsk, type Session } from "./session.ts";

/** The fields of `--from`, overlaid by the flags; the body from `--body`, else from a pipe. */
export async function readNewFields(words: Words, session: Session): Promise<Partial<ArticleFields>> {
  const from = words.text("from");
  const base = from === undefined ? {} : await readFields(session, from);
  const flags = await flagFields(words, session);
  const body = await readBody(words, session, from);
  const x = ownFields(await session.desk(), words.list("x"));
  const own = Object.keys(x).length === 0 ? {} : { x: { ...base.x, ...x } };
  const headline = words.text("headline") ?? (words.args.length > 0 ? words.args.join(" ") : base.headline);
  const named = headline === undefined ? {} : { headline };
  return { ...base, ...flags, ...own, ...(body === undefined ? {} : { body }), ...named };
}

const TEXT_FLAGS = [
  "id",
  "slug",
  "kicker",
  "summary",
  "section",
  "dateline",
  "language",
  "kind",
  "status",
  "created",
  "published",
  "updated",
  "embargo",
  "expires",
  "source",
  "notes",
] as const;

const MOMENT_FLAGS: ReadonlySet<string> = new Set(["created", "published", "updated", "embargo", "expires"]);

async function flagFields(words: Words, session: Session): Promise<Partial<ArticleFields>> {
  const { momentOf } = await import("../desk/change/parse-changes.ts");
  const desk = await session.desk();
  const read = (name: FieldName, value: string): string =>
    momentOf(
      desk,
      { name, shape: name === "embargo" ? "embargo" : "instant" },
      value,
      name === "corrections" ? "" : `--${name} `,
    );
  const texts = TEXT_FLAGS.flatMap((name) => {
    const value = words.text(name);
    if (value === undefined) return [];
    return [[name, MOMENT_FLAGS.has(name) ? read(name, value) : value] as const];
  });
  const lists = [
    ["authors", words.list("author")] as const,
    ["tags", words.list("tag")] as const,
    ["related", words.list("related")] as const,
    ["former_slugs", words.list("former-slug")] as const,
    [
      "corrections",
      words.list("correction").map((text) => correctionOf(text, (time) => read("corrections", time))),
    ] as const,
  ];
  const original = words.text("translation-of");
  return {
    ...(original === undefined ? {} : { translation_of: original }),
    ...Object.fromEntries([...texts, ...lists.filter(([, values]) => values.length > 0)]),
    ...imageFields(words),
  };
}

const TIME_AND_TEXT = /^(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d\S*)?)(?:\s+(.*))?$/s;

/** `2026-11-23 09:00 An earlier version ...`; without an instant at its beginning it is a correction of now. */
function correctionOf(words: string, read: (time: string) => string): { at: string; text: string } {
  const [, time, behind = ""] = TIME_AND_TEXT.exec(words) ?? [];
  const text = joinLines(time === undefined ? words : behind);
  if (text === "")
    throw new StetError("usage", "usage", "a correction says what was wrong", {
      hint: '--correction "An earlier version misstated the fine."',
    });
  return { at: read(time ?? "now"), text };
}

function imageFields(words: Words): Partial<ArticleFields> {
  const parts = (["alt", "caption", "credit"] as const).flatMap((part) => {
    const value = words.text(`image-${part}`);
    return value === undefined ? [] : [[part, value] as const];
  });
  const src = words.text("image");
  if (src !== undefined) return { image: { src, ...Object.fromEntries(parts) } };
  if (parts.length === 0) return {};
  throw new StetError("usage", "usage", `--image-${parts[0]?.[0] ?? "alt"} needs --image`, {
    hint: "--image images/chip.jpg",
  });
}

function ownFields(
  desk: Awaited<ReturnType<Session["desk"]>>,
  words: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    words.map((word) => {
      const [, key = "", value = ""] = /^([A-Za-z_][\w-]*)=([\s\S]*)$/.exec(word) ?? [];
      if (key === "")
        throw new StetError("usage", "usage", `--x takes KEY=VALUE, not "${word}"`, {
          hint: "--x print_page=3",
        });
      return [key, desk.settings.fields.get(key) === "text" ? value : jsonOrText(value)];
    }),
  );
}

function jsonOrText(value: string): unknown {
  const isJson =
    value === "true" ||
    value === "false" ||
    (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) && String(Number(value)) === value);
  return isJson ? JSON.parse(value) : value;
}

async function readFields(session: Session, from: string): Promise<Partial<ArticleFields>> {
  const [{ readArticleFields }, text] = await Promise.all([
    import("../desk/change/import-fields.ts"),
    readText(session, from),
  ]);
  return readArticleFields(await session.desk(), text, from === "-" ? "standard input" : from);
}

async function readBody(
  words: Words,
  session: Session,
  from: string | undefined,
): Promise<string | undefined> {
  const named = words.text("body");
  if (named === undefined) {
    const isPiped = !session.io.stdin.isTerminal && from !== "-" && !canAsk(session);
    const piped = isPiped ? await readText(session, "-") : "";
    return piped === "" ? undefined : piped;
  }
  if (named === "-" && from === "-")
    throw new StetError("usage", "usage", "--from - and --body - cannot both read stdin");
  return readText(session, named);
}
