// The texts of an article that readers meet, each with its place: what the rules about words look through.
import type { Place } from "../place-in-file.ts";
import type { Story } from "./rule.ts";

export interface ReaderText {
  readonly way: Place["way"];
  /** Of the body its prose: code and addresses are blanked. */
  readonly text: string;
}

/** Every text a reader may meet; not `notes`, which never leave the newsroom. */
export function* readerTexts({ article, prose }: Story): Generator<ReaderText> {
  const { headline, kicker, summary, dateline, image, corrections } = article;
  for (const [key, text] of Object.entries({ headline, kicker, summary, dateline }))
    if (text !== undefined) yield { way: [key], text };
  for (const key of ["alt", "caption", "credit"] as const) {
    const text = image?.[key];
    if (text !== undefined) yield { way: ["image", key], text };
  }
  for (const [at, { text }] of corrections.entries()) yield { way: ["corrections", at, "text"], text };
  yield { way: ["body"], text: prose() };
}
