// What `stet publish --json` prints: what was done, or with --dry-run would be.
import { writeInstant } from "../../base/zone.ts";
import { StetError } from "../../base/stet-error.ts";
import { NOTHING_DUE, type Published } from "../../desk/site/publish-request.ts";
import type { Session } from "../session.ts";
import type { Words } from "../line/words.ts";
import { requireKeys, writeOneObject } from "./one-object.ts";

/** What a publish came to, as one object tells it. */
interface Answer extends Omit<Published, "outcome"> {
  readonly outcome: Published["outcome"] | "rolled-back";
  /** Slugs of the articles that were named and are released now, or will be. */
  readonly released: readonly string[];
}

const NO_ANSWER: Answer = { ...NOTHING_DUE, released: [] };

/** Before anything is published: throws StetError usage for a key that is none, and for two outputs on one stdout. */
export function requireAnswerable(words: Words): void {
  requireKeys(words, objectOf(NO_ANSWER, "UTC"));
  if (words.text("json") !== undefined && words.text("changed") === "-")
    throw new StetError("usage", "usage", "--json and --changed - are two outputs; choose one");
}

/** Prints it where JSON was asked for; what `answer` lacks was not done. */
export async function writeAnswer(words: Words, session: Session, answer: Partial<Answer>): Promise<void> {
  const { timezone } = (await session.desk()).settings;
  await writeOneObject(words, session, () => objectOf({ ...NO_ANSWER, ...answer }, timezone));
}

/** The counts are those of `stet log --runs`; instants are RFC 3339 in `timezone`; what is absent is null. */
function objectOf(
  { outcome, added, rewritten, removed, released, ...answer }: Answer,
  timezone: string,
): Readonly<Record<string, unknown>> {
  const moment = (epochMs: number): string => writeInstant(epochMs, timezone);
  return {
    outcome,
    added: added.length,
    rewritten: rewritten.length,
    removed: removed.length,
    paths: { added, rewritten, removed },
    released,
    problems: answer.problems,
    late: answer.late.map(({ slug, due, expired, wasOut = false }) => ({
      slug,
      due: moment(due),
      expired: expired === undefined ? null : moment(expired),
      out: expired === undefined || wasOut,
    })),
    without_id: answer.withoutId,
    lost_pictures: answer.lostPictures,
    release: answer.release ?? null,
  };
}
