// `stet index`: the index brought up to the files, made anew, or held against one made anew.
import { differingFiles } from "../../index/compare-indexes.ts";
import { indexDamage, tallyIndex } from "../../index/inspect-index.ts";
import { closeIndex, isDamage, type Index } from "../../index/open-index.ts";
import { removeCurrentIndex } from "../../newsroom/index-files.ts";
import type { Desk } from "../desk.ts";
import { freshIndex, privateIndex } from "./fresh-index.ts";
import { closeIndexOf } from "./held-index.ts";

/** An index up to the files. */
export interface Indexed {
  readonly files: number;
  /** By the machine's clock. */
  readonly elapsedMs: number;
}

/** Brings the index up to the files: only what changed is read. */
export async function updateIndex(desk: Desk): Promise<Indexed> {
  const start = desk.clock();
  const { index } = await freshIndex(desk);
  return { files: tallyIndex(index).files, elapsedMs: desk.clock() - start };
}

/** Throws the index away and makes it anew: every file is read. Throws StetError external where it may not be thrown away. */
export async function rebuildIndex(desk: Desk): Promise<Indexed> {
  closeIndexOf(desk);
  removeCurrentIndex(desk.root);
  return updateIndex(desk);
}

/** What `--check` found. */
export interface IndexCheck extends Indexed {
  /** What SQLite finds wrong with the file, in its words. */
  readonly damage?: string;
  /** Paths whose rows are not what the files say. */
  readonly wrong: readonly string[];
}

/** Holds the index, brought up to the files, against one made anew. Costs as much as making it; changes no row that is wrong. */
export async function checkIndex(desk: Desk): Promise<IndexCheck> {
  const updated = await updateIndex(desk);
  const { index } = await freshIndex(desk);
  const damage = damageOf(index);
  if (damage !== undefined) return { ...updated, damage, wrong: [] };
  const anew = await privateIndex(desk);
  try {
    return { ...updated, wrong: differingFiles(index, anew) };
  } finally {
    closeIndex(anew);
  }
}

function damageOf(index: Index): string | undefined {
  try {
    return indexDamage(index);
  } catch (error) {
    if (isDamage(error)) return error instanceof Error ? error.message : "damaged";
    throw error;
  }
}
