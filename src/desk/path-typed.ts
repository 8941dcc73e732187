// The path of a file that is gone, as it is typed from where the person is.
import { relativeInside } from "../newsroom/confine.ts";
import { resolve } from "../newsroom/paths.ts";
import type { Desk } from "./desk.ts";

/** From the newsroom's folder; undefined for what lies outside of it. */
export function pathTyped({ root, cwd }: Pick<Desk, "root" | "cwd">, typed: string): string | undefined {
  return relativeInside(root, resolve(cwd, typed));
}
