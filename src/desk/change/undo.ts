// `stet undo`: stet's last write taken back, where the files are still as it left them. No git is needed.
import { StetError } from "../../base/stet-error.ts";
import type { Lock } from "../../newsroom/lock/held-lock.ts";
import { withLock } from "../../newsroom/lock/lock.ts";
import { planTakingBack, takeBack, type UndoDeed } from "../../newsroom/undo/take-back.ts";
import {
  forgetUndoStep,
  lastUndoStep,
  listUndoSteps,
  type UndoStep,
} from "../../newsroom/undo/undo-steps.ts";
import type { Desk } from "../desk.ts";

export type { UndoDeed } from "../../newsroom/undo/take-back.ts";
export type { UndoStep } from "../../newsroom/undo/undo-steps.ts";

/** A step and what taking it back means, in order; no deeds where everything was back already. */
export interface Undoing {
  readonly step: UndoStep;
  readonly deeds: readonly UndoDeed[];
}

/** The steps that are kept, the newest first: the last 20, or 50 MB of them. */
export function undoSteps({ root }: Desk): readonly UndoStep[] {
  return listUndoSteps(root);
}

/**
 * What undo would do. Throws StetError not-found where nothing is kept, conflict/too-large for a step that was not kept
 * whole, conflict/stale-edit naming the files that changed since.
 */
export function planUndo({ root }: Desk): Undoing {
  const step = lastUndoStep(root);
  if (step === undefined) {
    throw new StetError("not-found", "not-found", "there is nothing to undo", {
      hint: "stet restore --list shows what is in the trash",
    });
  }
  if (step.isTooLarge) throw notKept(step);
  return { step, deeds: planTakingBack(root, step) };
}

function notKept({ command }: UndoStep): StetError {
  const message = `stet ${command} wrote more than 50 MB; that was not kept, and nothing was taken back`;
  return new StetError("conflict", "too-large", message, {
    hint: "git checkout, where git keeps the newsroom",
  });
}

/**
 * Takes the step of `planned` back and forgets it; the one before it is then the last. Refuses as planUndo does, and
 * with conflict/stale-edit where another stet wrote meanwhile. Killed half-way, it can be run again.
 */
export function undo(desk: Desk, planned: Undoing): Undoing {
  const { root, command, now, lockWaitMs: waitMs } = desk;
  return withLock(root, { command, waitMs, now }, (lock) => takeStepBack(lock, planned, now));
}

function takeStepBack(lock: Lock, { step }: Undoing, now: number): Undoing {
  if (lastUndoStep(lock.root)?.name !== step.name) {
    throw new StetError("conflict", "stale-edit", "another stet wrote meanwhile; nothing was taken back", {
      hint: "stet undo --list",
    });
  }
  const deeds = planTakingBack(lock.root, step);
  for (const deed of deeds) takeBack(lock, deed, now);
  forgetUndoStep(lock.root, step.name);
  return { step, deeds };
}
