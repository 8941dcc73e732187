// A file's state as tables show it: the sign, the word, the colour.
import { stateAt, type State } from "../../article/state.ts";
import type { ListedFile } from "../../desk/find/list-fields.ts";
import { stateSymbol } from "../../render/lines/state-symbol.ts";
import type { Style } from "../style.ts";

/** Undefined for a file that holds no article. */
export function stateOf({ head }: ListedFile, now: number): State | undefined {
  return head === undefined ? undefined : stateAt(head, now);
}

/** `● live`, `✗ invalid`. */
export function stateText(state: State | undefined, { unicode }: Style): string {
  return `${stateSymbol(state ?? "killed", unicode)} ${state ?? "invalid"}`;
}

/** `cell` in the state's colour. */
export function paintState(cell: string, state: State | undefined, style: Style): string {
  if (state === "live") return style.green(cell);
  return state === "killed" || state === undefined ? style.red(cell) : cell;
}
