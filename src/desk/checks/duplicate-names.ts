// Slugs, former ones too, and ids that two files claim: neither can be published, and a link to either leads nowhere.
import { clashes } from "../../index/names.ts";
import { askIndex } from "../keep-index/ask-index.ts";
import type { Newsroom, Remark, Rule } from "./rule.ts";

export const DUPLICATE_NAMES: Rule = {
  code: "duplicate-slug",
  severity: "error",
  summary: "Two files claim one slug, or one id.",
  begin: (newsroom) => {
    const remarks = new Map<string, Remark[]>();
    for (const [path, remark] of [...clashing(newsroom, "slug"), ...clashing(newsroom, "id")])
      remarks.set(path, [...(remarks.get(path) ?? []), remark]);
    return ({ path }) => remarks.get(path) ?? [];
  },
};

function clashing({ desk }: Newsroom, what: "slug" | "id"): (readonly [string, Remark])[] {
  const hint =
    what === "slug" ? "stet rename gives one of them another slug" : "remove the id line from the copy";
  return askIndex(desk, (index) => clashes(index, what)).flatMap(({ name, paths }) =>
    paths.map((path) => {
      const others = paths.filter((other) => other !== path).join(" and ");
      return [
        path,
        { place: { way: [what] }, message: `the ${what} ${name} is also claimed by ${others}`, hint },
      ];
    }),
  );
}
