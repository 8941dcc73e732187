// What changed in one article, for a journalist on a terminal: fields first, then the paragraphs with their words.
import { displayWidth, widestOf } from "../../base/display-width.ts";
import { likeness } from "../../base/diff-words.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { FieldChange, Value } from "../../desk/history/compare-articles.ts";
import type { ParagraphChange } from "../../desk/history/compare-bodies.ts";
import type { ArticleChange } from "../../desk/history/compare-texts.ts";
import { describeChange, describeParagraphs } from "../../desk/history/describe-change.ts";
import { symbols } from "../style.ts";
import { printWords, type WordLook } from "./print-words.ts";

/** The lines, each indented by two; the first says nothing that a heading should say. */
export function changeLines(change: ArticleChange, look: WordLook): string[] {
  const arrow = symbols(look.style).next;
  if (change.kind !== "changed" || change.unreadable !== undefined)
    return [`  ${visibleText(describeChange(change, arrow))}`];
  const rows = change.fields.map((field): Row => ({ label: field.field, text: valueLines(field, look) }));
  if (change.paragraphs.length > 0)
    rows.push({ label: "body", text: () => [describeParagraphs(change).join(", ")] });
  if (rows.length === 0) return [`  ${visibleText(describeChange(change, arrow))}`];
  return [...labelled(rows), ...bodyLines(change.paragraphs, look)];
}

/** What stands behind a label; `indent` is how far it stands in. */
interface Row {
  readonly label: string;
  readonly text: (indent: number) => readonly string[];
}

const WIDEST_LABEL = 16;

function labelled(rows: readonly Row[]): string[] {
  const names = rows.map(({ label }) => visibleText(label));
  const room = Math.min(WIDEST_LABEL, widestOf(names));
  return rows.flatMap(({ text }, row) => {
    const name = names[row] ?? "";
    return text(room + 4).map((line, at) => `  ${(at === 0 ? name : "").padEnd(room)}  ${line}`);
  });
}

function valueLines({ before, after }: FieldChange, look: WordLook): Row["text"] {
  if (Array.isArray(before) || Array.isArray(after)) return () => [listLine(before, after, look)];
  const [old, now] = [textOf(before), textOf(after)];
  const isSentence = old.includes(" ") && now.includes(" ");
  if (isSentence && likeness(old, now) >= 0.3)
    return (indent) => printWords({ before: old, after: now }, { ...look, indent });
  if (isSentence || old.includes("\n") || now.includes("\n")) {
    return (indent) => [
      ...(old === "" ? [] : printWords({ before: old, after: "" }, { ...look, indent })),
      ...(now === "" ? [] : printWords({ before: "", after: now }, { ...look, indent })),
    ];
  }
  const none = look.style.dim("none");
  const arrow = symbols(look.style).next;
  const [shownOld, shownNow] = [visibleText(old), visibleText(now)];
  const width = displayWidth(`${shownOld || "none"} ${arrow} ${shownNow || "none"}`);
  const second = `${arrow} ${shownNow || none}`;
  return (indent) =>
    indent + width > look.width ? [shownOld || none, second] : [`${shownOld || none} ${second}`];
}

function textOf(value: Value): string {
  return typeof value === "string" ? value : (value ?? []).join(", ");
}

function listLine(before: Value, after: Value, { style }: WordLook): string {
  const [old, now] = [before, after].map((value) => (typeof value === "string" ? [value] : (value ?? [])));
  const came = (now ?? []).filter((item) => old?.includes(item) !== true);
  const went = (old ?? []).filter((item) => now?.includes(item) !== true);
  const items = [
    ...came.map((item) => style.green(`+${visibleText(item)}`)),
    ...went.map((item) => style.red(`-${visibleText(item)}`)),
  ];
  return items.length === 0 ? "in another order" : items.join("  ");
}

/** Paragraphs that changed, in full; what stayed between them is counted. */
function bodyLines(paragraphs: readonly ParagraphChange[], look: WordLook): string[] {
  const lines: string[] = [];
  let unchanged = 0;
  for (const { kind, before = "", after = "" } of paragraphs) {
    if (kind === "same") {
      unchanged++;
      continue;
    }
    if (unchanged > 0) lines.push("", `  ${look.style.dim(skipped(unchanged, look))}`);
    unchanged = 0;
    lines.push("", ...printWords({ before, after }, { ...look, indent: 2 }).map((line) => `  ${line}`));
  }
  const isEnd = unchanged > 0 && lines.length > 0;
  return isEnd ? [...lines, "", `  ${look.style.dim(skipped(unchanged, look))}`] : lines;
}

function skipped(count: number, { style }: WordLook): string {
  return `${style.unicode ? "⋮" : "..."} ${count} unchanged`;
}
