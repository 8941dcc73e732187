// Stories as lists showed them last: a list that shows many needs the files of none that has not changed. Each was read from
// its file, which is still the same: what is not known here, or was of another file, is read again.
import type { ShownStories } from "../plan/found-story.ts";
import { TornMemory, asked, put, type PlanMemory } from "./plan-memory.ts";
import { shownIn } from "./read-remembered.ts";

/** Those of the memory. 10 us each. */
export function shownStories(memory: PlanMemory): ShownStories {
  return {
    get({ path, hash }) {
      try {
        const shown = asked(memory, "SELECT shown FROM story WHERE path = ?", path)[0]?.["shown"];
        const known = typeof shown === "string" ? shownIn(shown) : undefined;
        return known?.hash === hash ? known.story : undefined;
      } catch (error) {
        return unlessKnown(error);
      }
    },
    put({ path, hash }, story) {
      try {
        put(memory, "UPDATE story SET shown = ? WHERE path = ?", JSON.stringify({ hash, story }), path);
      } catch (error) {
        unlessKnown(error);
      }
    },
  };
}

/** The file says it, too. */
function unlessKnown(error: unknown): undefined {
  if (!(error instanceof TornMemory)) throw error;
}
