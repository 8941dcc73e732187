// A `--format` template once it is read: what parse-template.ts makes of the text and print-template.ts fills with rows.
import type { Style } from "../style.ts";

/** The values of one article by field, as desk/find/list-fields.ts computes them. */
export type TemplateRow = Readonly<Record<string, unknown>>;

/** For whom and where a row is printed. */
export interface TemplateLook {
  /** Of stdout: whether there is colour and whether there are links. */
  readonly style: Style;
  /** True where a person's terminal shows the row: control characters of articles are written out. */
  readonly isTerminal: boolean;
  /** The newsroom's IANA zone. */
  readonly timezone: string;
  /** The newsroom's BCP 47 tag. */
  readonly language: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export type PaintName = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** A value on its way through the filters. Colour and link wait until its text is final, so that no width counts them. */
export interface Piece {
  readonly value: unknown;
  readonly paints: readonly PaintName[];
  readonly href?: string;
}

/** What a filter may look at besides the piece; `read` gives a field of the row, harmless where a terminal shows it. */
export interface Printing {
  readonly look: TemplateLook;
  readonly read: (field: string) => unknown;
}

/** One filter with its argument read, ready to be applied. */
export type Step = (piece: Piece, printing: Printing) => Piece;

export type TemplateNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "field"; readonly field: string; readonly steps: readonly Step[] }
  | {
      readonly kind: "choice";
      readonly field: string;
      readonly shown: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    };

export interface Template {
  readonly nodes: readonly TemplateNode[];
  /** Every field the template shows or asks, once, in the order of first mention: no other need be computed. */
  readonly fields: readonly string[];
  /** What follows a row: a line break, or nothing where the template says how it ends. */
  readonly end: "\n" | "";
}
