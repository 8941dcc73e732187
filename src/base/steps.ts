// Work in small steps, so that something else can be done between two of them, and the rest of it later or never.

/** Each step takes about a millisecond at most; between two of them the work may be left for as long as one likes. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All of them, at once; `between` is called after each but the last. */
export function allSteps<T>(steps: Steps<T>, between: () => void = () => {}): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    between();
  }
}

/** The same work for several: who comes later goes on where it was left, and what is done is done once. */
export function sharedSteps<T>(steps: Steps<T>): () => Steps<T> {
  let last: IteratorResult<undefined, T> | undefined;
  return function* goOn() {
    for (;;) {
      if (last?.done === true) return last.value;
      last = steps.next();
      if (last.done !== true) yield;
    }
  };
}
