// The gate: the one state of an article at an instant, at its boundaries (article-format.md "States").
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STATUSES, type Article } from "../../src/article/article.ts";
import { isLive, STATES, stateAt } from "../../src/article/state.ts";

fc.configureGlobal({ seed: 20_261_122 });

type Dated = Pick<Article, "status" | "published" | "embargo" | "expires">;
const at = (epochMs: number): { epochMs: number; written: string } => ({ epochMs, written: String(epochMs) });
const live: Dated = { status: "published", published: at(100) };

test.each(["draft", "review", "ready", "withdrawn", "killed"] as const)(
  "%s says so, whatever its instants",
  (status) => {
    expect(stateAt({ ...live, status }, 200)).toBe(status);
    expect(stateAt({ status, embargo: "open" }, 200)).toBe(status);
  },
);

describe("published", () => {
  test.each([
    ["before its instant", live, 99, "scheduled"],
    ["at its instant", live, 100, "live"],
    ["after it", live, 101, "live"],
    ["a millisecond before the embargo ends", { ...live, embargo: at(150) }, 149, "embargoed"],
    ["when the embargo ends", { ...live, embargo: at(150) }, 150, "live"],
    ["under an open embargo", { ...live, embargo: "open" }, 1e15, "embargoed"],
    ["embargoed and not yet due", { ...live, embargo: at(150) }, 50, "embargoed"],
    ["due after the embargo", { ...live, embargo: at(50) }, 60, "scheduled"],
    ["a millisecond before it expires", { ...live, expires: at(300) }, 299, "live"],
    ["when it expires", { ...live, expires: at(300) }, 300, "expired"],
    ["expired before it was due", { ...live, expires: at(50) }, 60, "scheduled"],
    ["without its instant", { status: "published" }, 1e15, "embargoed"],
    ["expired under an embargo", { ...live, expires: at(120), embargo: "open" }, 200, "embargoed"],
  ] as const)("%s", (_, article, now, state) => {
    expect(stateAt(article, now)).toBe(state);
  });
});

test("an article is live only when nothing holds it", () => {
  const instant = fc.option(fc.integer({ min: 0, max: 10 }).map(at), { nil: undefined });
  const dated = fc.record({
    status: fc.constantFrom(...STATUSES),
    published: instant,
    expires: instant,
    embargo: fc.oneof(instant, fc.constant("open" as const)),
  });
  fc.assert(
    fc.property(dated, fc.integer({ min: 0, max: 10 }), (fields, now) => {
      const article = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const { status, published, expires, embargo } = fields;
      const isHeld = embargo === "open" || (embargo !== undefined && embargo.epochMs > now);
      const isDue = published !== undefined && published.epochMs <= now;
      const isOver = expires !== undefined && expires.epochMs <= now;
      // fast-check builds the record with every key; the fields are the same.
      expect(isLive({ status, ...article }, now)).toBe(status === "published" && isDue && !isHeld && !isOver);
      expect(STATES).toContain(stateAt({ status, ...article }, now));
    }),
  );
});
