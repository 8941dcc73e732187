// The shape of the fixed words of a site in one language; site-labels.ts chooses among the sets.

/** Whole phrases, none with a placeholder. */
export interface SiteLabels {
  readonly home: string;
  readonly skip: string;
  readonly sections: string;
  readonly latest: string;
  readonly newer: string;
  readonly older: string;
  readonly pages: string;
  readonly archive: string;
  readonly author: string;
  readonly topic: string;
  readonly topics: string;
  readonly feeds: string;
  /** Before the languages a story is to be had in besides its own, with the colon. */
  readonly versions: string;
  readonly notFound: string;
  readonly notFoundText: string;
  readonly gone: string;
  readonly goneText: string;
  readonly moved: string;
  readonly toFront: string;
  readonly nothingYet: string;
}
