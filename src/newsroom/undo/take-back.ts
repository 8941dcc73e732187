// One step of undo, on the disk: first every file is held against what the step left there, then the changes are taken
// back one by one, the last first. Cut short, it can be run again: what is back already is passed over.
import { StetError } from "../../base/stet-error.ts";
import { contentHash } from "../read/content-hash.ts";
import { explainingFailure } from "../io-error.ts";
import { installArticle } from "../write/install-article.ts";
import type { Lock } from "../lock/held-lock.ts";
import { moveArticle } from "../write/move-article.ts";
import { listTrash, moveToTrash, restoreFromTrash } from "../trash.ts";
import { placeInTrash, stateOf } from "./undo-state.ts";
import type { UndoChange, UndoStep } from "./undo-steps.ts";

/** One thing to do; paths are relative to the root. */
export type UndoDeed =
  | { readonly kind: "rewrite"; readonly path: string; readonly text: string; readonly replaces: string }
  | { readonly kind: "remove"; readonly path: string }
  | { readonly kind: "return"; readonly path: string; readonly id: string }
  | { readonly kind: "move"; readonly path: string; readonly to: string };

/**
 * What taking the step back means, in order; nothing for what is back already. Throws StetError conflict/stale-edit,
 * naming each file that is not as the step left it; changes nothing.
 */
export function planTakingBack(root: string, step: UndoStep): readonly UndoDeed[] {
  const seen = new Map<string, string | null>();
  const states: States = {
    at: (file) => {
      const known = seen.get(file);
      if (known !== undefined) return known;
      return explainingFailure(root, file, "read", () => stateOf(root, file));
    },
    become: (file, state) => void seen.set(file, state),
    trashed: (file) => listTrash(root).find((trashed) => trashed.path === file)?.id,
  };
  const stale: string[] = [];
  const deeds = step.changes.toReversed().flatMap((change) => {
    const deed = planOne(states, change);
    if (deed?.kind === "stale") stale.push(deed.path);
    return deed === undefined || deed.kind === "stale" ? [] : [deed];
  });
  if (stale.length > 0) throw changedSince(stale);
  return deeds;
}

/** Does one deed. Throws StetError conflict where the file changed at the last moment, external; then it is as it was. */
export function takeBack(lock: Lock, deed: UndoDeed, now: number): void {
  const { kind, path } = deed;
  if (kind === "remove") moveToTrash(lock, path, now);
  else if (kind === "return") restoreFromTrash(lock, deed.id);
  else if (kind === "move") moveArticle(lock, { from: path, to: deed.to });
  else installArticle(lock, { path, text: deed.text, replaces: deed.replaces, verify: requireText(deed) });
}

function requireText({ path, text }: { readonly path: string; readonly text: string }) {
  return (read: string): void => {
    if (read === text) return;
    throw new StetError("external", "io", `${path} did not read back as it was written; the file stands`);
  };
}

/** The files as they will be when the deeds planned so far are done. */
interface States {
  readonly at: (file: string) => string | null;
  readonly become: (file: string, state: string | null) => void;
  /** The id of what was removed last under a name. */
  readonly trashed: (file: string) => string | undefined;
}

/** This file is neither as the step left it nor as it was before. */
interface Stale {
  readonly kind: "stale";
  readonly path: string;
}

/** Nothing for what is back already. */
type Planned = UndoDeed | Stale | undefined;

function planOne(states: States, change: UndoChange): Planned {
  switch (change.kind) {
    case "write":
      return planWrite(states, change);
    case "move":
      return planMove(states, change);
    case "trash":
      return planReturn(states, change);
    case "restore":
      return planRemoval(states, change.path, change.hash);
  }
}

type Change<Kind extends UndoChange["kind"]> = Extract<UndoChange, { readonly kind: Kind }>;

function planWrite(states: States, { path, before, after }: Change<"write">): Planned {
  if (before === null) return planRemoval(states, path, after);
  const old = contentHash(Buffer.from(before, "utf8"));
  const now = states.at(path);
  if (now === old) return undefined;
  if (now !== after) return { kind: "stale", path };
  states.become(path, old);
  return { kind: "rewrite", path, text: before, replaces: after };
}

function planRemoval(states: States, path: string, hash: string): Planned {
  const now = states.at(path);
  if (now === null) return undefined;
  if (now !== hash) return { kind: "stale", path };
  states.become(path, null);
  return { kind: "remove", path };
}

function planMove(states: States, { from, to, hash }: Change<"move">): Planned {
  const there = states.at(to);
  const here = states.at(from);
  if (there === null && here !== null) return undefined;
  states.become(from, hash);
  states.become(to, null);
  if (there !== hash || here !== null) return { kind: "stale", path: there === hash ? from : to };
  return { kind: "move", path: to, to: from };
}

function planReturn(states: States, { path, id }: Change<"trash">): Planned {
  const own = states.at(placeInTrash(id, path));
  const here = states.at(path);
  if (own === null && here !== null) return undefined;
  // It was restored, and that was taken back: it lies there under another id.
  const from = own === null ? states.trashed(path) : id;
  const kept = from === undefined ? null : states.at(placeInTrash(from, path));
  if (from === undefined || kept === null || here !== null) return { kind: "stale", path };
  states.become(path, kept);
  return { kind: "return", path, id: from };
}

function changedSince(files: readonly string[]): StetError {
  const [first = "", ...others] = new Set(files);
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return new StetError("conflict", "stale-edit", `${first}${more} changed since; nothing was taken back`, {
    where: { file: first },
    candidates: [first, ...others],
    hint: "stet undo --list shows what was written",
  });
}
