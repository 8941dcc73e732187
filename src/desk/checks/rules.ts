// Every rule of `stet check`, in the order that lists of rules show them. A new rule is one file and one line here.
import { BANNED_WORDS } from "./banned-words.ts";
import { BROKEN_LINKS } from "./broken-links.ts";
import { CONFLICT_MARKERS } from "./conflict-markers.ts";
import { DOUBLED_WORDS } from "./doubled-words.ts";
import { DUPLICATE_NAMES } from "./duplicate-names.ts";
import { DUPLICATE_PARAGRAPHS } from "./duplicate-paragraphs.ts";
import { EMPTY_BODY } from "./empty-body.ts";
import { FUTURE_DATES } from "./future-dates.ts";
import { IMPOSSIBLE_DATES } from "./impossible-dates.ts";
import { INVISIBLE_CHARACTERS } from "./invisible-characters.ts";
import { MISSING_ALT } from "./missing-alt.ts";
import { MISSING_ID } from "./missing-id.ts";
import { MISSING_IMAGE } from "./missing-image.ts";
import { MIXED_QUOTES } from "./mixed-quotes.ts";
import { OWN_LINKS } from "./own-links.ts";
import { PLACEHOLDERS } from "./placeholders.ts";
import { PREFERRED_WORDS } from "./preferred-words.ts";
import type { Rule } from "./rule.ts";
import { SAME_LANGUAGE } from "./same-language.ts";
import { TOO_LONG } from "./too-long.ts";
import { UNATTRIBUTED_QUOTES } from "./unattributed-quotes.ts";
import { UNPUBLISHED_LINKS } from "./unpublished-links.ts";

export const RULES: readonly Rule[] = [
  DUPLICATE_NAMES,
  BROKEN_LINKS,
  UNPUBLISHED_LINKS,
  SAME_LANGUAGE,
  OWN_LINKS,
  MISSING_IMAGE,
  MISSING_ALT,
  UNATTRIBUTED_QUOTES,
  PLACEHOLDERS,
  CONFLICT_MARKERS,
  EMPTY_BODY,
  MISSING_ID,
  IMPOSSIBLE_DATES,
  FUTURE_DATES,
  DUPLICATE_PARAGRAPHS,
  TOO_LONG,
  INVISIBLE_CHARACTERS,
  PREFERRED_WORDS,
  BANNED_WORDS,
  DOUBLED_WORDS,
  MIXED_QUOTES,
];

/** Those whose remarks may carry a mend. */
export const MENDING_RULES: readonly Rule[] = [MISSING_ID, PREFERRED_WORDS];
