// The newsroom's lock in the hands of its holder (lock.ts gives it out).

/** Proof that the lock is held; every function of this room that changes an article asks for it. */
export interface Lock {
  /** The newsroom's root: a real, absolute path. */
  readonly root: string;
  /** Absolute paths of folders whose names changed; synced once, before the lock is released. */
  readonly unsynced: Set<string>;
}
