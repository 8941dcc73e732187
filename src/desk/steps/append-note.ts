// Why an article was killed, withdrawn or brought back goes into its notes, which no reader ever sees: a reason may be
// legal, and a correction is something that readers are told (article-format.md "notes").
import { joinLines } from "../../base/join-lines.ts";
import type { Article } from "../../article/article.ts";
import type { FieldEdit } from "../../article/edit-article.ts";
import { writeInstant } from "../../base/zone.ts";
import type { Desk } from "../desk.ts";
import { setText } from "./move-to.ts";

/** One more line of notes, `Killed 2026-11-22T09:00:00+01:00: the reason`; earlier notes stay above it. */
export function appendNote(
  { now, settings }: Desk,
  { notes = "" }: Article,
  what: string,
  reason: string,
): FieldEdit {
  const line = `${what} ${writeInstant(now, settings.timezone)}: ${joinLines(reason)}`;
  const before = notes.trimEnd();
  return setText("notes", before === "" ? line : `${before}\n${line}`);
}
