// A picker's partial answer is looked for further once a person pauses, and drawn again as it grows.
import { useEffect, useState } from "@inquirer/core";
import type { ArticleSource } from "../../desk/find/source-row.ts";

/** Longer than from one key to the next. */
const PAUSE_MS = 150;
/** Drawn a few times a second: a drawing for each of them would be more work than they are. */
const SLICES_A_DRAWING = 25;

/** For a picker, which shows what `source` tells of `term`. */
export function useRest(source: ArticleSource, term: string): void {
  const [, setDrawings] = useState(0);
  useEffect(() => {
    if (source(term).isPartial !== true) return undefined;
    let slices = 0;
    const lookOn = (): void => {
      slices++;
      const isPartial = source(term).isPartial === true;
      if (isPartial) next = setTimeout(lookOn, 0);
      if (!isPartial || slices % SLICES_A_DRAWING === 0) setDrawings(slices);
    };
    let next = setTimeout(lookOn, PAUSE_MS);
    return () => clearTimeout(next);
  }, [term]);
}
