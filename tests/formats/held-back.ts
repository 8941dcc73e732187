// Every state but live, as changes to a live entry.
import type { FeedEntry } from "../../src/formats/feed-entry.ts";
import { instant } from "./sample-entry.ts";

const FAR = instant("2999-01-01T00:00:00Z");

export const HELD_BACK: readonly (readonly [string, Partial<FeedEntry>])[] = [
  ["draft", { status: "draft" }],
  ["review", { status: "review" }],
  ["ready", { status: "ready" }],
  ["withdrawn", { status: "withdrawn" }],
  ["killed", { status: "killed" }],
  ["embargoed", { embargo: "open" }],
  ["embargoed until a date", { embargo: FAR }],
  ["scheduled", { published: FAR }],
  ["expired", { expires: instant("2026-11-30T00:00:00Z") }],
];
