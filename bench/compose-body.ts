// The Markdown of one generated article: paragraphs with links and names, subheads, pull quotes, now and then a list.
import { between, pick, type Random } from "./random.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Whose words, and whom and what they mention. */
export interface Voice {
  readonly random: Random;
  readonly vocabulary: Vocabulary;
  /** People to quote and to name. */
  readonly names: readonly string[];
  /** Slugs of earlier articles to link to; may be empty. */
  readonly earlier: readonly string[];
}

/** 3.6 KB on average. */
export function composeBody(voice: Voice): string {
  const blocks = [composeParagraph(voice), composeParagraph(voice)];
  const parts = between(voice.random, 2, 4);
  for (let part = 0; part < parts; part++) blocks.push(...composePart(voice));
  return `${blocks.join("\n\n")}\n`;
}

function composePart(voice: Voice): string[] {
  const { random } = voice;
  const blocks = [`## ${composeHeading(voice, 5)}`];
  const paragraphs = between(random, 1, 3);
  for (let each = 0; each < paragraphs; each++) blocks.push(composeParagraph(voice));
  if (random() < 0.5) blocks.push(`> “${composeSentence(voice)}”\n>\n> — ${pick(random, voice.names)}`);
  if (random() < 0.15) blocks.push(composeList(voice));
  return blocks;
}

function composeList(voice: Voice): string {
  return Array.from({ length: 4 }, () => `- ${drawWords(voice, 6).join(" ")}`).join("\n");
}

function composeParagraph(voice: Voice): string {
  const sentences = between(voice.random, 2, 5);
  return Array.from({ length: sentences }, () => composeSentence(voice)).join(" ");
}

/** 8 to 29 words; some with a name, a link, or strong words in them. */
function composeSentence(voice: Voice): string {
  const { random, names } = voice;
  const words = drawWords(voice, between(random, 8, 29));
  const last = words.length - 1;
  if (random() < 0.15) words[between(random, 1, last)] = pick(random, names);
  if (random() < 0.06) words[last] = `[${words[last] ?? ""}](${pickAddress(voice)})`;
  if (random() < 0.06) words[2] = `**${words[2] ?? ""}**`;
  return `${capitalized(words.join(" "))}.`;
}

/** `count` words, the first with a capital letter. */
export function composeHeading(voice: Voice, count: number): string {
  return capitalized(drawWords(voice, count).join(" "));
}

function pickAddress({ random, vocabulary, earlier }: Voice): string {
  const isInternal = earlier.length > 0 && random() < 0.4;
  if (isInternal) return `article:${pick(random, earlier)}`;
  return `https://example.org/${encodeURIComponent(vocabulary.draw(random))}`;
}

function drawWords({ random, vocabulary }: Voice, count: number): string[] {
  return Array.from({ length: count }, () => vocabulary.draw(random));
}

/** The text with its first letter as a capital. */
export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
