// The shape of the fixed words of a page in one language; labels.ts chooses among the sets.
import type { State } from "../../article/state.ts";

/** Joining words carry their own spaces; `{date}` stands for a date and time, `{name}` for a name. */
export interface Labels {
  /** Before the names of the byline, as "By ". */
  readonly by: string;
  /** Between the last two names. */
  readonly and: string;
  /** Between the others. */
  readonly comma: string;
  readonly published: string;
  readonly updated: string;
  readonly corrections: string;
  readonly related: string;
  readonly footnotes: string;
  readonly footnote: string;
  readonly backToText: string;
  readonly links: string;
  /** `{count}` stands for the number of words. */
  readonly words: string;
  readonly source: string;
  readonly credit: string;
  readonly image: string;
  readonly table: string;
  readonly breadcrumb: string;
  /** What a story that is not live is marked with; `openEmbargo` is an embargo without an end. */
  readonly states: Readonly<Record<Exclude<State, "live">, string>>;
  readonly openEmbargo: string;
}
