// Colour and symbols, decided per stream by the rules users of NO_COLOR, FORCE_COLOR and CLICOLOR expect.
// chalk itself honours none of them on a terminal, so the level is computed here and chalk only paints.
import { Chalk, type ChalkInstance } from "chalk";
import type { Style as StoryStyle } from "../render/lines/ansi-look.ts";
import { isAccessible } from "./is-accessible.ts";
import type { Io, Output } from "./io.ts";

export type ColorChoice = "auto" | "always" | "never";

/** Paints text; every function returns its argument unchanged where there is no colour. */
export interface Style extends StoryStyle {
  /** Of the terminal; undefined elsewhere, where nothing is cut. */
  readonly columns?: number | undefined;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
}

/** The style of one stream. `--color` wins, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM, the terminal. */
export function styleFor(output: Output, io: Pick<Io, "env">, choice: ColorChoice, ascii: boolean): Style {
  const level = colorLevel(output, io.env, choice);
  return {
    ...paint(new Chalk({ level }), level > 0, !ascii && !isAccessible(io.env) && isUnicode(io.env)),
    get columns() {
      return output.columns;
    },
  };
}

type Level = 0 | 1 | 2 | 3;

function colorLevel(output: Output, env: Io["env"], choice: ColorChoice): Level {
  if (choice === "never") return 0;
  if (choice === "always") return 1;
  if ((env["NO_COLOR"] ?? "") !== "") return 0;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined && forced !== "") return forcedLevel(forced);
  const clicolorForce = env["CLICOLOR_FORCE"] ?? "";
  if (clicolorForce !== "" && clicolorForce !== "0") return 1;
  if (env["CLICOLOR"] === "0" || env["TERM"] === "dumb") return 0;
  return output.isTerminal ? 1 : 0;
}

function forcedLevel(forced: string): Level {
  if (forced === "0" || forced === "false") return 0;
  return forced === "2" ? 2 : forced === "3" ? 3 : 1;
}

function isUnicode(env: Io["env"]): boolean {
  if (env["TERM"] === "linux") return false;
  const locale = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
  return locale === undefined || /utf-?8/i.test(locale);
}

function paint(chalk: ChalkInstance, hasColor: boolean, unicode: boolean): Style {
  return {
    hyperlinks: hasColor,
    unicode,
    strikethrough: (text) => chalk.strikethrough(text),
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    italic: (text) => chalk.italic(text),
    underline: (text) => chalk.underline(text),
    red: (text) => chalk.red(text),
    yellow: (text) => chalk.yellow(text),
    green: (text) => chalk.green(text),
    cyan: (text) => chalk.cyan(text),
    link: (text, url) => (hasColor ? `\u001B]8;;${url}\u001B\\${text}\u001B]8;;\u001B\\` : text),
  };
}

/** What stands between facts of one line. */
export function joiner({ unicode }: Pick<Style, "unicode">): string {
  return unicode ? " · " : " - ";
}

/** The words' signs: a state never shows by colour alone. */
export function symbols(style: Style): Readonly<Record<"ok" | "error" | "warning" | "next", string>> {
  return style.unicode
    ? { ok: "✓", error: "✗", warning: "!", next: "→" }
    : { ok: "ok", error: "x", warning: "!", next: "->" };
}
