// Every verb of the desk on an article in every state: the lines it changes in the file, or why it refuses.
import { statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Embargo } from "../../src/article/article.ts";
import type { Instant } from "../../src/base/instant.ts";
import { StetError } from "../../src/base/stet-error.ts";
import type { ChangeResult } from "../../src/desk/change/change-articles.ts";
import { correctArticle } from "../../src/desk/steps/correct-article.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { embargoArticles } from "../../src/desk/steps/embargo-articles.ts";
import type { Entry } from "../../src/desk/find/read-entries.ts";
import { releaseArticles, scheduleArticle } from "../../src/desk/steps/release-articles.ts";
import { approveArticles, submitArticles } from "../../src/desk/steps/step-articles.ts";
import { killArticles, withdrawArticles } from "../../src/desk/steps/take-down.ts";
import { deskWith, entryOf, textOf } from "./open-desk.ts";

const STATES = {
  draft: "status: draft\n",
  review: "status: review\n",
  ready: "status: ready\n",
  scheduled: "status: published\npublished: 2026-11-23T06:00:00+01:00\n",
  embargoed: "status: published\npublished: 2026-11-20T06:00:00+01:00\nembargo: open\n",
  live: "status: published\npublished: 2026-11-20T06:00:00+01:00\n",
  expired: "status: published\npublished: 2026-11-20T06:00:00+01:00\nexpires: 2026-11-21T00:00:00+01:00\n",
  withdrawn: "status: withdrawn\npublished: 2026-11-20T06:00:00+01:00\n",
  killed: "status: killed\npublished: 2026-11-20T06:00:00+01:00\n",
  spiked: "status: killed\n",
} as const;

type State = keyof typeof STATES;
type Apply = (desk: Desk, entries: readonly Entry[], dryRun: boolean) => ChangeResult;

const instant = (written: string): Instant => ({ epochMs: Date.parse(written), written });
const NOW = "2026-11-22T09:00:00+01:00";
const LATER = instant("2026-12-01T06:00:00+01:00");

const VERBS = {
  submit: (desk, entries, dryRun) => submitArticles(desk, entries, { dryRun }),
  "submit --force": (desk, entries, dryRun) => submitArticles(desk, entries, { dryRun, revive: "safe" }),
  approve: (desk, entries, dryRun) => approveArticles(desk, entries, { dryRun }),
  release: (desk, entries, dryRun) => releaseArticles(desk, entries, { dryRun }),
  "release --force": (desk, entries, dryRun) => releaseArticles(desk, entries, { dryRun, revive: "safe" }),
  schedule: (desk, [entry], dryRun) => ({
    changed: [scheduleArticle(desk, entry ?? { path: "", problems: [] }, LATER, { dryRun })],
    skipped: [],
    failures: [],
  }),
  embargo: (desk, entries, dryRun) => embargoArticles(desk, entries, LATER, { dryRun }),
  "embargo none": (desk, entries, dryRun) => embargoArticles(desk, entries, "none", { dryRun }),
  correct: (desk, [entry], dryRun) =>
    correctArticle(desk, entry ?? { path: "", problems: [] }, "A fine.", { dryRun }),
  withdraw: (desk, entries, dryRun) => withdrawArticles(desk, entries, { dryRun }),
  kill: (desk, entries, dryRun) => killArticles(desk, entries, { dryRun, reason: "void" }),
} as const satisfies Readonly<Record<string, Apply>>;

const published = `published: ${NOW}`;
const later = `published: ${LATER.written}`;
const held = `embargo: ${LATER.written}`;
const killed = `notes: "Killed ${NOW}: void"`;
const back = `notes: "Brought back ${NOW}: safe"`;
const corrections = `corrections: [{at: ${NOW}, text: A fine.}]`;
const updated = `updated: ${NOW}`;

/** Lines the verb adds; `same`; or the beginning of why it refuses. Lines that go are not named. */
const TABLE: Readonly<Record<keyof typeof VERBS, Readonly<Record<State, readonly string[] | string>>>> = {
  submit: {
    draft: ["status: review"],
    review: [],
    ready: "submit takes a draft; this one is ready",
    scheduled: "submit takes a draft; this one is scheduled",
    embargoed: "submit takes a draft; this one is embargoed",
    live: "submit takes a draft; this one is live",
    expired: "submit takes a draft; this one is expired",
    withdrawn: "submit takes a draft; this one is withdrawn",
    killed: "submit takes a draft; this one is killed",
    spiked: "submit takes a draft; this one is killed",
  },
  "submit --force": {
    draft: ["status: review"],
    review: [],
    ready: "submit takes a draft; this one is ready",
    scheduled: "submit takes a draft; this one is scheduled",
    embargoed: "submit takes a draft; this one is embargoed",
    live: "submit takes a draft; this one is live",
    expired: "submit takes a draft; this one is expired",
    withdrawn: "submit takes a draft; this one is withdrawn",
    killed: "a killed article does not become review: it may become published or withdrawn",
    spiked: ["status: review", back],
  },
  approve: {
    draft: "approve takes an article in review; this one is draft",
    review: ["status: ready"],
    ready: [],
    scheduled: "approve takes an article in review; this one is scheduled",
    embargoed: "approve takes an article in review; this one is embargoed",
    live: "approve takes an article in review; this one is live",
    expired: "approve takes an article in review; this one is expired",
    withdrawn: "approve takes an article in review; this one is withdrawn",
    killed: "approve takes an article in review; this one is killed",
    spiked: "approve takes an article in review; this one is killed",
  },
  release: {
    draft: ["status: published", published],
    review: ["status: published", published],
    ready: ["status: published", published],
    scheduled: [published],
    embargoed: [],
    live: [],
    expired: [],
    withdrawn: ["status: published", updated],
    killed: "a killed article does not become published: it stays so until it is brought back",
    spiked: "a killed article does not become published: it stays so until it is brought back",
  },
  "release --force": {
    draft: ["status: published", published],
    review: ["status: published", published],
    ready: ["status: published", published],
    scheduled: [published],
    embargoed: [],
    live: [],
    expired: [],
    withdrawn: ["status: published", updated],
    killed: ["status: published", updated, back],
    spiked: ["status: published", published, back],
  },
  schedule: {
    draft: ["status: published", later],
    review: ["status: published", later],
    ready: ["status: published", later],
    scheduled: [later],
    embargoed: [later],
    live: "it first went live Fri 20 Nov 2026 06:00 CET (05:00 UTC), and that stands",
    expired: "it first went live Fri 20 Nov 2026 06:00 CET (05:00 UTC), and that stands",
    withdrawn: "it first went live Fri 20 Nov 2026 06:00 CET (05:00 UTC), and that stands",
    killed: "a killed article does not become published: it stays so until it is brought back",
    spiked: "a killed article does not become published: it stays so until it is brought back",
  },
  embargo: {
    draft: [held],
    review: [held],
    ready: [held],
    scheduled: [held],
    embargoed: [held],
    live: [held],
    expired: [held],
    withdrawn: [held],
    killed: [held],
    spiked: [held],
  },
  "embargo none": {
    draft: [],
    review: [],
    ready: [],
    scheduled: [],
    embargoed: [],
    live: [],
    expired: [],
    withdrawn: [],
    killed: [],
    spiked: [],
  },
  correct: {
    draft: "readers have not had it yet: there is nothing to correct",
    review: "readers have not had it yet: there is nothing to correct",
    ready: "readers have not had it yet: there is nothing to correct",
    scheduled: "readers have not had it yet: there is nothing to correct",
    embargoed: "readers have not had it yet: there is nothing to correct",
    live: [updated, corrections],
    expired: [updated, corrections],
    withdrawn: [updated, corrections],
    killed: "it was killed",
    spiked: "it was killed",
  },
  withdraw: {
    draft: "a draft article does not become withdrawn: it may become review or ready or published or killed",
    review: "a review article does not become withdrawn: it may become draft or ready or published or killed",
    ready: "a ready article does not become withdrawn: it may become draft or review or published or killed",
    scheduled: ["status: withdrawn"],
    embargoed: ["status: withdrawn"],
    live: ["status: withdrawn"],
    expired: ["status: withdrawn"],
    withdrawn: [],
    killed: "a killed article does not become withdrawn: it stays so until it is brought back",
    spiked: "a killed article does not become withdrawn: it stays so until it is brought back",
  },
  kill: {
    draft: ["status: killed", killed],
    review: ["status: killed", killed],
    ready: ["status: killed", killed],
    scheduled: ["status: killed", killed],
    embargoed: ["status: killed", killed],
    live: ["status: killed", killed],
    expired: ["status: killed", killed],
    withdrawn: ["status: killed", killed],
    killed: [],
    spiked: [],
  },
};

const LINES: Readonly<Record<string, string>> = STATES;
const APPLY: Readonly<Record<string, Apply>> = VERBS;

const fileOf = (state: string): string => `headline: A story\n${LINES[state] ?? ""}body: |\n  Text.\n`;

function apply(verb: string, desk: Desk, entry: Entry, dryRun: boolean): ChangeResult {
  const act = APPLY[verb];
  if (act === undefined) throw new Error(`there is no verb ${verb}`);
  return act(desk, [entry], dryRun);
}

function added(before: string, after: string): string[] {
  const lines = new Set(before.split("\n"));
  return after.split("\n").filter((line) => !lines.has(line));
}

function refusal(act: () => unknown): StetError {
  try {
    act();
  } catch (error) {
    if (error instanceof StetError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

const CASES = Object.entries(TABLE).flatMap(([verb, row]) =>
  Object.entries(row).map(([state, outcome]) => [verb, state, outcome] as const),
);

describe.each(CASES)("%s on %s", (verb, state, outcome) => {
  const open = (): { desk: Desk; entry: Entry } => {
    const desk = deskWith({ "a.yaml": fileOf(state) });
    return { desk, entry: entryOf(desk, "a.yaml") };
  };

  test("changes these lines, or refuses", () => {
    const { desk, entry } = open();
    if (typeof outcome === "string") {
      const error = refusal(() => apply(verb, desk, entry, false));
      expect([error.kind, error.code, error.message]).toEqual(["conflict", "bad-transition", outcome]);
      expect(error.details.hint).toContain("stet ");
      expect(textOf(desk, "a.yaml")).toBe(fileOf(state));
      return;
    }
    apply(verb, desk, entry, false);
    expect(added(fileOf(state), textOf(desk, "a.yaml"))).toEqual(outcome);
  });

  test("a second time changes nothing and writes nothing", () => {
    if (typeof outcome === "string") return;
    const { desk, entry } = open();
    apply(verb, desk, entry, false);
    const text = textOf(desk, "a.yaml");
    const written = statSync(path.join(desk.root, "articles/a.yaml"), { bigint: true });
    // A second --force finds a living article: what is in review stays there.
    const again = apply(verb, desk, entryOf(desk, "a.yaml"), false);
    expect(again.changed.map(({ change }) => change)).toEqual(["unchanged"]);
    expect(textOf(desk, "a.yaml")).toBe(text);
    expect(statSync(path.join(desk.root, "articles/a.yaml"), { bigint: true }).mtimeNs).toBe(written.mtimeNs);
  });

  test("a dry run says the same and writes nothing", () => {
    const { desk, entry } = open();
    if (typeof outcome === "string") refusal(() => apply(verb, desk, entry, true));
    else {
      const { changed } = apply(verb, desk, entry, true);
      const isLift = verb === "embargo none" && state === "embargoed";
      expect(changed[0]?.change).toBe(outcome.length > 0 || isLift ? "changed" : "unchanged");
    }
    expect(textOf(desk, "a.yaml")).toBe(fileOf(state));
  });
});

describe("release", () => {
  const at = (written: string, state: string): string => {
    const desk = deskWith({ "a.yaml": `headline: A\n${state}` });
    releaseArticles(desk, [entryOf(desk, "a.yaml")], { at: instant(written), dryRun: false });
    return textOf(desk, "a.yaml");
  };

  test("dates back what has never been out", () => {
    expect(at("2019-05-01T06:00:00+02:00", "status: ready\n")).toBe(
      "headline: A\nstatus: published\npublished: 2019-05-01T06:00:00+02:00\n",
    );
  });

  test("keeps a date of the past that the file has", () => {
    const desk = deskWith({ "a.yaml": "headline: A\nstatus: ready\npublished: 2019-05-01\n" });
    releaseArticles(desk, [entryOf(desk, "a.yaml")], { dryRun: false });
    expect(textOf(desk, "a.yaml")).toBe("headline: A\nstatus: published\npublished: 2019-05-01\n");
  });

  test("the instant it has already is no other one, however it is written", () => {
    const live = "status: published\npublished: 2026-11-20T06:00:00+01:00\n";
    expect(at("2026-11-20T05:00:00Z", live)).toBe(`headline: A\n${live}`);
  });

  test("one that fails does not stop the others", () => {
    const desk = deskWith({
      "a.yaml": "headline: A\n",
      "b.yaml": fileOf("killed"),
      "c.yaml": "headline: C\n",
    });
    const entries = ["a.yaml", "b.yaml", "c.yaml"].map((name) => entryOf(desk, name));
    const { changed, failures } = releaseArticles(desk, entries, { dryRun: false });
    expect(changed.map(({ slug, change }) => [slug, change])).toEqual([
      ["a", "changed"],
      ["c", "changed"],
    ]);
    expect(failures.map(({ code }) => code)).toEqual(["bad-transition"]);
  });

  test("what is kept of each are names and words, no article: there may be 100,000", () => {
    const desk = deskWith({ "a.yaml": "headline: A\nbody: |\n  Text.\n", "b.yaml": "headline: B\n" });
    const says = (): string => "released";
    const { changed } = releaseArticles(
      desk,
      ["a.yaml", "b.yaml"].map((name) => entryOf(desk, name)),
      {
        dryRun: true,
        says,
      },
    );
    const kept = { change: "changed", said: "released", concernsSite: true, warnings: [] };
    expect(changed).toEqual([
      { path: "articles/a.yaml", slug: "a", ...kept },
      { path: "articles/b.yaml", slug: "b", ...kept },
    ]);
  });

  test("the file is read again under the lock", () => {
    const desk = deskWith({ "a.yaml": fileOf("killed") });
    const stale: Entry = { ...entryOf(deskWith({ "a.yaml": fileOf("ready") }), "a.yaml") };
    expect(refusal(() => releaseArticles(desk, [stale], { dryRun: false })).code).toBe("bad-transition");
  });

  test("a file that is no article is refused", () => {
    const desk = deskWith({ "a.yaml": "headline: A: b\n" });
    const error = refusal(() => releaseArticles(desk, [entryOf(desk, "a.yaml")], { dryRun: false }));
    expect([error.kind, error.details.where?.line]).toEqual(["invalid", 1]);
  });
});

test.each([
  ["2026-11-22T09:00:00+01:00", "Sun 22 Nov 2026 09:00 CET (08:00 UTC) is now"],
  ["2026-11-20T09:00:00+01:00", "Fri 20 Nov 2026 09:00 CET (08:00 UTC) has passed, 2 d ago"],
])("nothing is scheduled for %s", (written, said) => {
  const desk = deskWith({ "a.yaml": "headline: A\n" });
  const error = refusal(() =>
    scheduleArticle(desk, entryOf(desk, "a.yaml"), instant(written), { dryRun: true }),
  );
  expect([error.kind, error.code]).toEqual(["usage", "bad-date"]);
  expect(error.message).toBe(`${said}; schedule takes a time to come`);
  expect(error.details.hint).toBe(`stet publish a releases it now, with --at "${written}" dated so`);
});

describe("embargo", () => {
  const after = (file: string, until: Embargo | "none"): string => {
    const desk = deskWith({ "a.yaml": file });
    embargoArticles(desk, [entryOf(desk, "a.yaml")], until, { dryRun: false });
    return textOf(desk, "a.yaml");
  };

  test("open, and lifted again", () => {
    expect(after("headline: A\n", "open")).toBe("headline: A\nembargo: open\n");
    expect(after("headline: A\nembargo: open\n", "none")).toBe("headline: A\n");
  });

  test("the same instant otherwise written stays as it is", () => {
    const file = "headline: A\nembargo: 2026-12-01 06:00 # the court\n";
    expect(after(file, LATER)).toBe(file);
  });

  test("a passed instant is refused", () => {
    const desk = deskWith({ "a.yaml": "headline: A\n" });
    const entries = [entryOf(desk, "a.yaml")];
    expect(refusal(() => embargoArticles(desk, entries, instant(NOW), { dryRun: false })).code).toBe(
      "bad-date",
    );
  });
});

describe("correct", () => {
  const live = `headline: A\n${STATES.live}`;
  const correct = (file: string, text: string): string => {
    const desk = deskWith({ "a.yaml": file });
    correctArticle(desk, entryOf(desk, "a.yaml"), text, { dryRun: false });
    return textOf(desk, "a.yaml");
  };

  test("earlier corrections keep their lines, their comments and what stet does not know", () => {
    const before = `${live}updated: 2026-11-21\ncorrections:\n  - at: 2026-11-21 # noon\n    text: 'One.'\n    by: ilse\n`;
    const after = correct(before, "Two: a colon.");
    expect(after).toContain("  - at: 2026-11-21 # noon\n    text: 'One.'\n    by: ilse\n");
    expect(added(before, after)).toHaveLength(2);
    expect(after).toContain(`updated: ${NOW}\n`);
    expect(after).toContain("Two: a colon.");
  });

  test("is one line, whatever was typed", () => {
    expect(correct(live, "  The fine\n was   wrong.\n")).toContain("text: The fine was wrong.}");
  });

  test("needs words", () => {
    const desk = deskWith({ "a.yaml": live });
    const entry = entryOf(desk, "a.yaml");
    expect(refusal(() => correctArticle(desk, entry, " \n", { dryRun: false })).code).toBe("need-input");
  });
});

describe("notes", () => {
  test("a reason comes below what is there", () => {
    const desk = deskWith({ "a.yaml": `headline: A\n${STATES.live}notes: "Call the court."\nbody: b\n` });
    withdrawArticles(desk, [entryOf(desk, "a.yaml")], { reason: " denied\nby them ", dryRun: false });
    killArticles(desk, [entryOf(desk, "a.yaml")], { reason: "void", dryRun: false });
    expect(entryOf(desk, "a.yaml").article?.notes).toBe(
      `Call the court.\nWithdrawn ${NOW}: denied by them\nKilled ${NOW}: void`,
    );
  });

  test("withdrawing again leaves the reason as it was", () => {
    const desk = deskWith({ "a.yaml": `headline: A\n${STATES.withdrawn}` });
    withdrawArticles(desk, [entryOf(desk, "a.yaml")], { reason: "again", dryRun: false });
    expect(textOf(desk, "a.yaml")).toBe(`headline: A\n${STATES.withdrawn}`);
  });

  test.each(["", " \n"])("a kill without a reason is refused: %j", (reason) => {
    const desk = deskWith({ "a.yaml": "headline: A\n" });
    expect(refusal(() => killArticles(desk, [entryOf(desk, "a.yaml")], { reason, dryRun: false })).code).toBe(
      "need-input",
    );
  });
});
