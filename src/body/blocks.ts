// The body as a small tree: what body/parse-body.ts makes of Markdown and what every renderer walks.
// Text in it is decoded and unescaped; a renderer escapes it for its own output, once, last.

export interface Text {
  readonly type: "text";
  readonly text: string;
}
export interface SoftBreak {
  readonly type: "soft-break";
}
export interface HardBreak {
  readonly type: "hard-break";
}
export interface Emphasis {
  readonly type: "emphasis";
  readonly children: readonly Inline[];
}
export interface Strong {
  readonly type: "strong";
  readonly children: readonly Inline[];
}
export interface Strike {
  readonly type: "strike";
  readonly children: readonly Inline[];
}
export interface CodeSpan {
  readonly type: "code-span";
  readonly text: string;
}
/** `href` is normalised and percent-encoded but NOT vetted: the renderer asks the allow-list. */
export interface Link {
  readonly type: "link";
  readonly href: string;
  readonly title?: string;
  readonly children: readonly Inline[];
}
export interface InlineImage {
  readonly type: "image";
  readonly src: string;
  readonly title?: string;
  readonly alt: readonly Inline[];
}
/** Raw HTML as typed; only a caller who allows raw HTML ever gets one. */
export interface RawInline {
  readonly type: "raw-inline";
  readonly html: string;
}
/** `number` counts from 1 in order of first reference; `occurrence` from 1 among references to the same note. */
export interface FootnoteReference {
  readonly type: "footnote-reference";
  readonly number: number;
  readonly occurrence: number;
}

export type Inline =
  | Text
  | SoftBreak
  | HardBreak
  | Emphasis
  | Strong
  | Strike
  | CodeSpan
  | Link
  | InlineImage
  | RawInline
  | FootnoteReference;

export interface Paragraph {
  readonly type: "paragraph";
  readonly children: readonly Inline[];
}
/** `level` as typed, 1 to 6; renderers demote (article-format.md: body headings start at level 2). */
export interface Heading {
  readonly type: "heading";
  readonly level: number;
  readonly children: readonly Inline[];
}
export interface ThematicBreak {
  readonly type: "thematic-break";
}
export interface BlockQuote {
  readonly type: "block-quote";
  readonly children: readonly Block[];
}
/** A block quote whose last paragraph begins with an em dash, `--` or a horizontal bar; `speaker` is that paragraph without the dash. */
export interface PullQuote {
  readonly type: "pull-quote";
  readonly children: readonly Block[];
  readonly speaker: readonly Inline[];
}
/** `start` counts only when `ordered`; a `tight` list shows its paragraphs without space between them. */
export interface List {
  readonly type: "list";
  readonly ordered: boolean;
  readonly start: number;
  readonly tight: boolean;
  readonly items: readonly (readonly Block[])[];
}
/** `info` is the whole info string, decoded; `text` is empty or ends with `\n`. */
export interface CodeBlock {
  readonly type: "code-block";
  readonly info: string;
  readonly text: string;
}
export interface RawBlock {
  readonly type: "raw-block";
  readonly html: string;
}
export type Alignment = "left" | "center" | "right" | "none";
export interface Table {
  readonly type: "table";
  readonly align: readonly Alignment[];
  readonly head: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}
/** A paragraph that is only an image; its title is the caption. */
export interface Figure {
  readonly type: "figure";
  readonly src: string;
  readonly alt: readonly Inline[];
  readonly caption?: string;
}

export type Block =
  | Paragraph
  | Heading
  | ThematicBreak
  | BlockQuote
  | PullQuote
  | List
  | CodeBlock
  | RawBlock
  | Table
  | Figure;

/** A note's `number` is its first reference's; `references` is how often the text refers to it, 0 for a note it never mentions. */
export interface Footnote {
  readonly number: number;
  readonly references: number;
  readonly children: readonly Block[];
}

export interface Body {
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
}
