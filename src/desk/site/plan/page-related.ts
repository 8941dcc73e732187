// The related block of an article's page: its live pins, then the neighbours that publish finds. `stet related --page`
// asks for it here, publish plans with it, so that the one says what the other does.
import { stateAt } from "../../../article/state.ts";
import { StetError } from "../../../base/stet-error.ts";
import type { Index } from "../../../index/open-index.ts";
import { fileMeant, filesNamed, nameKey } from "../../../index/names.ts";
import { fileAt } from "../../../index/select-files.ts";
import { withFreshIndex } from "../../keep-index/ask-index.ts";
import type { Desk } from "../../desk.ts";
import { relatedTo, type RelatedHit, type RelatingArticle } from "../../find/related-articles.ts";
import { RELATED } from "./beside-rows.ts";
import { neighboursOf, type Shared } from "./neighbours.ts";
import type { ListName, SiteRow } from "./site-row.ts";
import { siteRows } from "./site-rows.ts";
import { storiesOf, type Stories } from "./stories.ts";

export interface Related extends Shared, Pick<Stories, "byPath"> {
  readonly index: Index;
}

/** What stands on the page behind the pins: as many as make four with those that are live. */
export function relatedBeside({ index, byPath, ...shared }: Related, row: SiteRow): SiteRow[] {
  const names = row.more?.related;
  if (names === undefined) return neighboursOf(row, shared, { count: RELATED, without: new Set() });
  const pins = names.flatMap((name) => filesNamed(index, nameKey(name)));
  const shown = new Set(names.flatMap((name) => fileMeant(index, name, (path) => byPath.has(path)) ?? []));
  const without = new Set(pins.map(({ path }) => path));
  return neighboursOf(row, shared, { count: Math.max(0, RELATED - shown.size), without });
}

/**
 * The block of the article's page at the desk's instant, in its order. Costs what planning all pages does but for their
 * files: 20 us an article. Throws StetError usage for an article that is not live.
 */
export function pageRelated(desk: Desk, relating: RelatingArticle): Promise<RelatedHit[]> {
  return withFreshIndex(desk, ({ index }) => {
    const { live } = siteRows(desk, index);
    const stories = storiesOf(index, live);
    const row = stories.byPath.get(relating.path);
    if (row === undefined) throw withoutPage(desk, relating);
    const pins = relatedTo(desk, index, relating, { limit: 0, onlyLive: true }).filter(
      ({ kinship }) => kinship === undefined,
    );
    const beside = relatedBeside({ index, ...stories }, row).flatMap((other): RelatedHit[] => {
      const file = fileAt(index, other.path);
      return file?.head === undefined ? [] : [{ ...file, head: file.head, why: whyBeside(row, other) }];
    });
    return [...pins, ...beside];
  });
}

function withoutPage(desk: Desk, { article }: RelatingArticle): StetError {
  const state = stateAt(article, desk.now);
  const why = state === "live" ? "another has the same address" : `it is ${state}`;
  const message = `${article.slug} has no page: ${why}`;
  return new StetError("usage", "usage", message, { hint: `stet related ${article.slug}` });
}

function whyBeside(row: SiteRow, other: SiteRow): string {
  const tagsOf = ({ lists }: SiteRow): ListName[] => lists.filter(({ kind }) => kind === "tag");
  const isShared = ({ step }: ListName): boolean => tagsOf(other).some((tag) => tag.step === step);
  const tags = tagsOf(row)
    .filter(isShared)
    .map(({ name }) => name);
  const names = row.names.filter((name) => other.names.includes(name));
  const [one, two] = [row.section, other.section];
  return [
    ...(tags.length === 0 ? [] : [`${tags.length === 1 ? "tag" : "tags"} ${tags.join(", ")}`]),
    ...(names.length === 0 ? [] : [`in the headline: ${names.join(" ")}`]),
    ...(one !== undefined && `${two}/`.startsWith(`${one}/`) ? ["same section"] : []),
  ].join(" · ");
}
