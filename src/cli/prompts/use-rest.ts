// A picker's partial answer is looked for further once a person pauses, and drawn again as it grows.
import { useEffect, useState } from "@inquirer/core";
import type { ArticleSource } from "../../desk/find/source-row.ts";

/** Longer than from one key to the next. */
const PAUSE_MS = 150;
/** Drawn a few times a second: a drawing for each of them would be more work than they are. */
const SLICES_A_DRAWING = 25;

/** For a picker, which shows what `source` told of `term`: `isPartial` where there may be more. */
export function useRest(source: ArticleSource, term: string, isPartial: boolean): void {
  const [, setDrawings] = useState(0);
  useEffect(() => {
    // Asked once more now, it would look on, and the key would wait for that.
    if (!isPartial) return undefined;
    let slices = 0;
    const lookOn = (): void => {
      slices++;
      const isUnfinished = source(term).isPartial === true;
      if (isUnfinished) next = setTimeout(lookOn, 0);
      if (!isUnfinished || slices % SLICES_A_DRAWING === 0) setDrawings(slices);
    };
    let next = setTimeout(lookOn, PAUSE_MS);
    return () => clearTimeout(next);
  }, [term]);
}
