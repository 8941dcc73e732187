// What the two threads of a walk share.

/** Plain data, sent to the thread when it starts; `states` is memory that both write to, a number a folder. */
export interface WalkOrder {
  readonly root: string;
  readonly articles: string;
  /** Each path with the digest it had; an empty one is no digest. */
  readonly folders: readonly (readonly [path: string, digest: string])[];
  readonly states: Int32Array;
}

/** Nobody has come to the folder yet. */
export const FREE = 0;
/** The walk itself looks at it. */
export const OURS = 1;
/** The other thread looks at it; whoever waits is woken. */
export const THEIRS = 2;
export const UNCHANGED = 3;
/** Changed, or not for a thread to say. */
export const CHANGED = 4;
