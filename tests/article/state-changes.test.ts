// The instants at which an article's state changes by itself, held against the gate.
import fc from "fast-check";
import { expect, test } from "vitest";
import { STATUSES } from "../../src/article/article.ts";
import { stateAt } from "../../src/article/state.ts";
import { stateChanges } from "../../src/article/state-changes.ts";

const at = (epochMs: number): { epochMs: number; written: string } => ({ epochMs, written: String(epochMs) });

test("embargo, publication and expiry, in turn", () => {
  const article = { status: "published", published: at(20), embargo: at(10), expires: at(30) } as const;
  expect(stateChanges(article, 0)).toEqual([
    { at: 10, before: "embargoed", state: "scheduled" },
    { at: 20, before: "scheduled", state: "live" },
    { at: 30, before: "live", state: "expired" },
  ]);
  expect(stateChanges(article, 20)).toEqual([{ at: 30, before: "live", state: "expired" }]);
});

test("what is not published, or under an open embargo, never changes by itself", () => {
  expect(stateChanges({ status: "ready", published: at(20), embargo: at(10) }, 0)).toEqual([]);
  expect(
    stateChanges({ status: "published", published: at(20), embargo: "open", expires: at(30) }, 0),
  ).toEqual([]);
});

test("between the changes the gate's answer stays", () => {
  const instant = fc.integer({ min: 0, max: 10 }).map(at);
  const embargo = fc.oneof(instant, fc.constant("open" as const));
  const dated = fc.record(
    { status: fc.constantFrom(...STATUSES), published: instant, expires: instant, embargo },
    { requiredKeys: ["status"] },
  );
  fc.assert(
    fc.property(dated, fc.integer({ min: 0, max: 10 }), (article, from) => {
      const changes = stateChanges(article, from);
      let state = stateAt(article, from);
      for (let instantAt = from + 1; instantAt <= 12; instantAt++) {
        const change = changes.find((each) => each.at === instantAt);
        if (change !== undefined) {
          expect(change.before).toBe(state);
          state = change.state;
        }
        expect(stateAt(article, instantAt)).toBe(state);
      }
    }),
  );
});
