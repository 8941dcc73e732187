// Sections lie in sections: each counts the articles below it, as `section:world` means them, and stands before them.
import { fold } from "../../query/fold-text.ts";
import type { StoryGroup } from "./read-stories.ts";

/** Every section with the articles below it, those that only hold sections among them; `own` is how many are in it itself. */
export function inSections(groups: readonly StoryGroup[]): StoryGroup[] {
  const sections = new Map<string | null, { rows: number[]; own: number }>();
  for (const { value, rows } of groups) {
    for (const path of value === null ? [null] : pathsTo(value)) {
      const section = sections.get(path) ?? { rows: [], own: 0 };
      sections.set(path, section);
      for (const row of rows) section.rows.push(row);
      if (path === value) section.own += rows.length;
    }
  }
  return Array.from(sections, ([value, section]) => ({ value, ...section }));
}

/** Each section followed by those below it; siblings in the order they come in. */
export function orderSections<Section extends { readonly name: string | null }>(
  sections: readonly Section[],
): Section[] {
  const below = new Map<string | null, Section[]>();
  for (const section of sections) {
    const parent = parentOf(section.name);
    const siblings = below.get(parent);
    if (siblings === undefined) below.set(parent, [section]);
    else siblings.push(section);
  }
  const within = (parent: string | null): Section[] =>
    (below.get(parent) ?? []).flatMap((section) =>
      section.name === null ? [section] : [section, ...within(fold(section.name))],
    );
  return within(null);
}

/** How deep a section lies: 0 for one on top. */
export function depthOf(section: string): number {
  return section.split("/").length - 1;
}

function pathsTo(section: string): string[] {
  return section.split("/").map((_, depth, steps) => steps.slice(0, depth + 1).join("/"));
}

function parentOf(section: string | null): string | null {
  const end = section?.lastIndexOf("/") ?? -1;
  return end === -1 ? null : fold((section ?? "").slice(0, end));
}
