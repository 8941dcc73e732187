// The words that a mistyped one may have been meant for.
import { expect, test } from "vitest";
import { freshIndexNow } from "../../src/desk/keep-index/fresh-index.ts";
import { nearWords } from "../../src/index/near-words.ts";
import { withDesk, withNewsroom } from "./make-newsroom.ts";

test("of many that are equally near, first what most articles have", () =>
  withNewsroom(
    {
      "stet.yaml": "stet: 1\n",
      "articles/a.yaml": "headline: Barb bard bare barf bark barm bars bart bary barz burn\n",
      "articles/b.yaml": "headline: Burn\n",
    },
    (root) =>
      withDesk(root, (desk) => {
        const near = nearWords(freshIndexNow(desk).index, "barn");
        expect(near).toHaveLength(10);
        expect(near[0]).toBe("burn");
      }),
  ));

test("any word that begins alike, whatever its second letter", () =>
  withNewsroom({ "stet.yaml": "stet: 1\n", "articles/a.yaml": "headline: Bühne bzura быстро\n" }, (root) =>
    withDesk(root, (desk) => {
      const { index } = freshIndexNow(desk);
      expect(nearWords(index, "buhme")).toEqual(["buhne"]);
      expect(nearWords(index, "bzuro")).toEqual(["bzura"]);
      expect(nearWords(index, "бистро")).toEqual(["быстро"]);
    }),
  ));
