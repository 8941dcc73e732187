// How questions look: stet's own colours and symbols, decided for stderr. inquirer's would follow stdout and ignore
// NO_COLOR.
import { joiner, symbols, type Style } from "../style.ts";

/** The parts of inquirer's theme that carry colour or symbols. */
export interface PromptTheme {
  readonly prefix: { readonly idle: string; readonly done: string };
  readonly icon: { readonly cursor: string };
  /** What stands between parts of a line. */
  readonly dot: string;
  /** The keys that a line of text is answered with. */
  readonly lineKeys: string;
  readonly spinner: { readonly interval: number; readonly frames: string[] };
  readonly style: Readonly<
    Record<
      "answer" | "message" | "error" | "defaultAnswer" | "help" | "highlight" | "description",
      Painter
    > & {
      readonly confirmDefault: Painter;
      readonly disabled: Painter;
      readonly keysHelpTip: () => string;
    }
  >;
}

type Painter = (text: string) => string;

/** The theme of questions painted with `style`. */
export function promptTheme(style: Style): PromptTheme {
  const { ok } = symbols(style);
  const arrows = style.unicode ? "↑↓" : "up down";
  const dot = joiner(style);
  return {
    prefix: { idle: style.cyan("?"), done: style.green(ok) },
    icon: { cursor: style.unicode ? "❯" : ">" },
    dot,
    lineKeys: `enter accept${dot}esc cancel`,
    spinner: { interval: 1000, frames: [style.dim("...")] },
    style: {
      answer: style.cyan,
      message: style.bold,
      error: (text) => style.red(text),
      defaultAnswer: (text) => style.dim(`(${text})`),
      help: style.dim,
      highlight: style.cyan,
      description: style.dim,
      confirmDefault: (text) => text.toUpperCase(),
      disabled: style.dim,
      keysHelpTip: () => style.dim(`${arrows} move${dot}enter choose${dot}esc cancel`),
    },
  };
}
