// Counted values as people write them: the index knows them folded.
import type { TermField } from "../../index/files-by-term.ts";
import { readSpellings, type Spellings } from "../../index/read-spellings.ts";
import { fold } from "../../query/fold-text.ts";
import type { Desk } from "../desk.ts";
import type { StoryGroup } from "./read-stories.ts";
import type { Selection } from "./with-selection.ts";

/** The groups of one field. */
export interface FieldGroups {
  readonly field: TermField;
  readonly groups: readonly StoryGroup[];
}

/**
 * The same groups with their values as stet.yaml has them, else as most of the selected articles write them. Costs a
 * look into every head where stet.yaml does not know them all.
 */
export function spellGroups(
  { settings }: Desk,
  { index, condition }: Selection,
  all: readonly FieldGroups[],
): FieldGroups[] {
  const known = all.map(({ field }) => new Map(namesIn(settings, field).map((name) => [fold(name), name])));
  const open = all.filter(({ field, groups }, at) => field !== "kind" && !isKnown(groups, known[at]));
  const written = readSpellings(
    index,
    condition,
    open.map(({ field }) => field),
  );
  return all.map((each, at) => {
    const spell = (value: string): string =>
      known[at]?.get(value) ?? written[open.indexOf(each)]?.get(value) ?? value;
    const groups = each.groups.map((group) => ({ ...group, value: group.value && spell(group.value) }));
    return { ...each, groups };
  });
}

function isKnown(groups: readonly StoryGroup[], known: Spellings = new Map()): boolean {
  return groups.every(({ value }) => value === null || known.has(value));
}

function namesIn({ sections, authors, language }: Desk["settings"], field: TermField): string[] {
  if (field === "section") return [...sections.keys()];
  if (field === "author") return Array.from(authors.values(), ({ name }) => name);
  return field === "lang" ? [language] : [];
}
