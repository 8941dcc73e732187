// What one rule of `stet check` is: it is made ready once for a run, then shown one article after the other, and
// remarks on what it does not like. Every file beside this one that exports a Rule holds one (rules.ts lists them).
import type { Article } from "../../article/article.ts";
import type { Severity } from "../../base/problem.ts";
import type { Desk } from "../desk.ts";
import type { Place } from "../place-in-file.ts";

/** One article under the eye of the rules. */
export interface Story {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly article: Article;
  /** The body with code and addresses blanked, every place kept. */
  readonly prose: () => string;
}

/** What the rules may ask besides the article. */
export interface Newsroom {
  readonly desk: Desk;
}

/** A change that is safe to make unasked: `length` characters at the remark's place replaced, or an id given. */
export type Mend =
  | { readonly kind: "replace"; readonly length: number; readonly by: string }
  | { readonly kind: "stamp" };

/** One thing a rule does not like. */
export interface Remark {
  readonly place: Place;
  /** In the user's words, no final full stop. */
  readonly message: string;
  readonly hint?: string;
  /** Where it is another than the rule's. */
  readonly severity?: Severity;
  readonly mend?: Mend;
}

export interface Rule {
  /** Kebab-case; stable for scripts. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence for lists of rules. */
  readonly summary: string;
  /** Made ready for one run; what it returns is called once for each article. */
  readonly begin: (newsroom: Newsroom) => (story: Story) => Iterable<Remark>;
}
