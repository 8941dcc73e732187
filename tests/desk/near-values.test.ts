// A value that no article has is answered with the nearest that one has, and how many have it.
import { expect, test } from "vitest";
import { nearValues } from "../../src/desk/find/near-values.ts";
import { readQuery } from "../../src/desk/find/read-query.ts";
import { deskWith } from "./open-desk.ts";
import { closeIndexOf } from "../../src/desk/keep-index/held-index.ts";
import { onTestFinished } from "vitest";

const article = (section: string, tags: string, more: string): string =>
  `headline: A\nsection: ${section}\ntags: [${tags}]\nauthors: [ilse]\n${more}`;

test.each([
  ["section:eruope", ["section eruope -> europe 2"]],
  ["section:world/eruope", ["section world/eruope -> world/europe 2"]],
  ["section:world", []],
  ["section:money", []],
  ["section:europe", []],
  ["tag:opce", ["tag opce -> OPEC 2"]],
  ["tag:opec", []],
  ["tag:nothing-like-it", []],
  ["tag:op*", []],
  ["-tag:opce", []],
  ["author:Ilse Vandermor", ["author ilse vandermor -> Ilse Vandermoor 3"]],
  ["author:vandermor", ["author vandermor -> vandermoor 3"]],
  ["author:vandermoor", []],
  ["author:Ilse Vandermoor tag:rail", ["author ilse -> Ilse Vandermoor 3"]],
  ["author:Ilse Vandermoor ferries tag:rail", ["author ilse -> Ilse Vandermoor 3"]],
  ["author:Ilse tag:rail Vandermoor", []],
  ["author:Ilse OR Vandermoor", []],
  ["x.series.name:People who stay tag:opec", ["x.series.name people -> People who stay 1"]],
  ["slug:the-fery", ["slug the-fery -> the-ferry 1"]],
  ["slug:the-ferry", []],
  ["tag:opce OR section:eruope", ["tag opce -> OPEC 2", "section eruope -> europe 2"]],
  ["ferries", []],
  ["lang:fe", ["lang fe -> fr 1"]],
  ["lang:french", ["lang french -> fr 1"]],
  ["lang:en", []],
  ["lang:en-US", ["lang en-us -> en-GB 2"]],
  ["x.desk:Forein", ["x.desk forein -> Foreign 2"]],
  ["x.desk:foreign", []],
  ["x.series.name:Peple who stay", ["x.series.name peple who stay -> People who stay 1"]],
  ["x.dsk:foreign", ["x.dsk -> x.desk 2"]],
  ["x.note:harbor", ["x.note harbor -> harbour 1"]],
  ["x.note:harbour", []],
  ["x.page:3", []],
])("%s", async (query, expected) => {
  const settings =
    "stet: 1\nsections: {world: World, world/europe: Europe, money: Money}\nauthors:\n  ilse: {name: Ilse Vandermoor}\nfields: {page: number, note: text}\n";
  const desk = deskWith(
    {
      "the-ferry.yaml": article("world/europe", "OPEC", "language: en-GB\nx: {desk: Foreign}\n"),
      "b.yaml": article(
        "world/europe",
        "OPEC, sea",
        "language: en-GB\nx: {desk: Foreign, note: Ask the harbour office.}\n",
      ),
      "c.yaml": article("world", "sea", "language: fr\nx: {series: {name: People who stay}}\n"),
    },
    settings,
  );
  onTestFinished(() => closeIndexOf(desk));
  const words = query.includes(" OR ") ? query.split(" ") : [query];
  const found = await nearValues(desk, readQuery(desk, words).node);
  expect(
    found.map((each) =>
      "near" in each
        ? `${each.field} ${each.typed} -> ${each.near} ${each.articles}`
        : `${each.field} -> ${each.nearField} ${each.articles}`,
    ),
  ).toEqual(expected);
});
