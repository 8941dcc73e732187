// The newsroom and the instant that the query tests ask at: Sunday 22 November 2026, 09:00 in Brussels.
import type { QueryContext } from "../../src/query/query.ts";

export const CONTEXT: QueryContext = {
  timezone: "Europe/Brussels",
  now: Date.parse("2026-11-22T09:00:00+01:00"),
  ownFields: new Map([
    ["page", "number"],
    ["shot", "instant"],
    ["desk", "text"],
    ["legal", "boolean"],
  ]),
};
