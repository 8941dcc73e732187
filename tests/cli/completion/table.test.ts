// What the shells' scripts are printed from offers no word twice at one place.
import { expect, test } from "vitest";
import { COMMANDS } from "../../../src/cli/commands.ts";
import { CHANGE_STARTS, FIELD_VALUES, QUERY_STARTS } from "../../../src/cli/completion/query-values.ts";
import { completionTable } from "../../../src/cli/completion/table.ts";

test("no word is offered twice at one place", () => {
  const { commands, everywhere } = completionTable(COMMANDS);
  const sources = [
    ...commands.flatMap(({ takes: words, options }) => [...words, ...options.map(({ takes }) => takes)]),
    ...everywhere.map(({ takes }) => takes),
    ...FIELD_VALUES.map(([, source]) => source),
  ];
  const places: (readonly string[])[] = [
    commands.flatMap(({ names }) => names),
    ...commands.map(({ options }) => options.flatMap(({ names }) => names)),
    everywhere.flatMap(({ names }) => names),
    FIELD_VALUES.flatMap(([field]) => field.split("|")),
    QUERY_STARTS,
    CHANGE_STARTS,
    ...sources.map((source = "") => source.replace(/^\w+:/, "").split(",")),
  ];
  expect(places.filter((words) => new Set(words).size < words.length)).toEqual([]);
});
