// A word that few articles have, for a search that has little to find.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Corpus } from "./generate-newsroom.ts";

/** The longest word of the probe: the invented words are the longer, the rarer they are. The first of several as long. */
export function rareWordOf({ newsroom, probe }: Pick<Corpus, "newsroom" | "probe">): string {
  const [, body = ""] = readFileSync(path.join(newsroom, probe.path), "utf8").split(/^body:/m);
  const words = body.match(/(?<![\p{L}\p{N}:-])\p{Ll}+(?![\p{L}\p{N}-])/gu) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
}
