// Inlines as styled spans, for terminals and mail: one case per kind.
import type { Inline } from "../../body/blocks.ts";
import { inlineText } from "../../body/plain-text.ts";
import type { Look } from "./look.ts";
import { paintAll, type Span } from "./spans.ts";

/** The spans of a run of inlines; soft breaks are spaces, hard breaks `\n`. */
export function spansOf(inlines: readonly Inline[], look: Look): Span[] {
  return inlines.flatMap((inline) => spansOfOne(inline, look));
}

function spansOfOne(inline: Inline, look: Look): Span[] {
  switch (inline.type) {
    case "text":
      return [{ text: look.clean(inline.text) }];
    case "soft-break":
      return [{ text: " " }];
    case "hard-break":
      return [{ text: "\n" }];
    case "emphasis":
      return paintAll(spansOf(inline.children, look), look.emphasis);
    case "strong":
      return paintAll(spansOf(inline.children, look), look.strong);
    case "strike":
      return look.strike(spansOf(inline.children, look));
    case "code-span":
      return [{ text: look.clean(inline.text), paint: look.code }];
    case "link":
      return look.link(spansOf(inline.children, look), inline.href);
    case "image":
      return [{ text: imageText(inlineText(inline.alt), look), paint: look.dim }];
    case "raw-inline":
      return [{ text: look.clean(inline.html) }];
    case "footnote-reference":
      return [{ text: look.noteMark(inline.number) }];
  }
}

/** What stands for a picture: `[Image: a wafer]`. */
export function imageText(alt: string, look: Look): string {
  const text = look.clean(alt).trim();
  return text === "" ? `[${look.imageLabel}]` : `[${look.imageLabel}: ${text}]`;
}
