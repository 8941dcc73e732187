// Slugs, former ones too, and ids that two files claim: neither can be published, and a link to either leads nowhere.
import type { Article } from "../../article/article.ts";
import { slugKey } from "../../article/slug.ts";
import { clashes } from "../../index/names.ts";
import { askIndex } from "../keep-index/ask-index.ts";
import type { Newsroom, Remark, Rule } from "./rule.ts";

export const DUPLICATE_NAMES: Rule = {
  code: "duplicate-slug",
  severity: "error",
  summary: "Two files claim one slug, or one id.",
  begin: (newsroom) => {
    const claims = new Map<string, Claim[]>();
    for (const [path, claim] of [...clashing(newsroom, "slug"), ...clashing(newsroom, "id")])
      claims.set(path, [...(claims.get(path) ?? []), claim]);
    return ({ path, article }) => (claims.get(path) ?? []).map((claim) => remarkOn(article, claim));
  },
};

interface Claim {
  readonly what: "slug" | "id";
  readonly name: string;
  readonly others: string;
}

function clashing({ desk }: Newsroom, what: "slug" | "id"): (readonly [string, Claim])[] {
  return askIndex(desk, (index) => clashes(index, what)).flatMap(({ name, paths }) =>
    paths.map((path) => {
      const others = paths.filter((other) => other !== path).join(" and ");
      return [path, { what, name, others }];
    }),
  );
}

function remarkOn(article: Article, { what, name, others }: Claim): Remark {
  const message = `the ${what} ${name} is also claimed by ${others}`;
  if (what === "id") return { place: { way: ["id"] }, message, hint: "remove the id line from the copy" };
  const former = article.formerSlugs.findIndex((slug) => slugKey(slug) === name);
  return slugKey(article.slug) === name || former === -1
    ? { place: { way: ["slug"] }, message, hint: "stet rename gives one of them another slug" }
    : {
        place: { way: ["former_slugs", former] },
        message,
        hint: "take it out of former_slugs, or stet rename gives the other another slug",
      };
}
