// The page of a preview that lists what is not live: one with nothing to list says why.
import { expect, test } from "vitest";
import { StetError } from "../../src/base/stet-error.ts";
import { answerPath } from "../../src/desk/preview/answer-path.ts";
import { openPreview } from "../../src/desk/preview/open-preview.ts";
import { testDesk } from "../support/test-desk.ts";
import { article, newsroomOf } from "./site/site-newsroom.ts";

const LIVE = article(1, "headline: Live\nslug: a\nstatus: published\npublished: 2026-11-01", "Text.");
const DRAFT = article(2, "headline: Draft\nslug: b\nstatus: draft", "Text.");

test.each([
  ["without --drafts", [LIVE, DRAFT], false, "<p>stet preview --drafts shows here what is not live.</p>"],
  ["with --drafts, where all is live", [LIVE], true, "<p>Every article is live.</p>"],
  ["with --drafts", [LIVE, DRAFT], true, "Draft</a> (draft)"],
])("%s", async (_, files, drafts, said) => {
  const root = newsroomOf(Object.fromEntries(files.map((text, at) => [`articles/${at}.yaml`, text])));
  const now = (): number => Date.parse("2026-11-22T12:00:00Z");
  const edition = await openPreview(testDesk(root), { url: "http://127.0.0.1:4000/", drafts, now }).look();
  if (edition instanceof StetError) throw edition;
  const answer = answerPath(edition, "/-/");
  expect("make" in answer && String(await answer.make())).toContain(said);
});
