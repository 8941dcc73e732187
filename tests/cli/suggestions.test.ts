// Whatever a person may mistype, the nearest right word is said: commands, options, choices, fields, values, keys, slugs.
import { expect, test } from "vitest";
import { runStet } from "../support/run-stet.ts";
import { sampleToRead } from "../support/sample-newsroom.ts";

const newsroom = sampleToRead();

const SLIPS = [
  ["lst", 'Did you mean "list"?'],
  ["list --jsn", 'Did you mean "--json"?'],
  ["list --lmit=3", 'Did you mean "--limit"?'],
  ["render the-salt-ledger --to htlm", 'Did you mean "html"?'],
  ["export --to atmo", 'Did you mean "atom"?'],
  ["completion zhs", "→ stet completion zsh"],
  ["help qurey", 'Did you mean "query"?'],
  ["list headlin:x", "→ headline:x"],
  ["list status:drft", "→ status:draft"],
  ["list -F hedline", 'Did you mean "headline"?'],
  ["list -s updatd", 'Did you mean "updated"?'],
  ["list @hto", "did you mean @hot?"],
  ["list --format {headlne}", "did you mean headline?"],
  ["list section:cutlure", "did you mean section:culture (3 articles)?"],
  ["list tag:raiways", "did you mean tag:railways (3 articles)?"],
  ["list lang:jp", "did you mean lang:ja (1 article)?"],
  ["list lang:french", "did you mean lang:fr (1 article)?"],
  ["list x.photo_desk:ketle", "did you mean x.photo_desk:kettle (1 article)?"],
  ["search gates x.photo_desk:ketle", "did you mean x.photo_desk:kettle (1 article)?"],
  ["list x.prnt_page:14", "no article has x.prnt_page; did you mean x.print_page"],
  ["stats tag:raiways", "did you mean tag:railways (3 articles)?"],
  ["tags section:cutlure", "did you mean section:culture (3 articles)?"],
  ["calendar 2025-11 tag:raiways", "did you mean tag:railways (3 articles)?"],
  ["set kicker=x -Q lang:jp", "did you mean lang:ja (1 article)?"],
  ["set kicker=x -Q tag:raiways", "did you mean tag:railways (3 articles)?"],
  ["set staus=draft the-salt-ledger", "did you mean status=?"],
  ["set status=live the-salt-ledger", "→ stet publish ARTICLE"],
  ["set status=scheduled the-salt-ledger", "→ stet schedule ARTICLE WHEN"],
  ["set status=reveiw the-salt-ledger", "→ status=review"],
  ["set kind=anlysis the-salt-ledger", "→ kind=analysis"],
  ["show the-salt-leger", "did you mean the-salt-ledger?"],
  ["config get timezon", 'Did you mean "timezone"?'],
  ["config set editr vi", 'Did you mean "editor"?'],
  ["stats --by secton", 'Did you mean "section"?'],
] as const;

test("each slip is answered with what may be meant", async () => {
  const cwd = newsroom();
  for (const [line, said] of SLIPS) {
    const { stderr } = await runStet(line.split(" "), { cwd, terminal: 100, env: { NO_COLOR: "1" } });
    expect(stderr, line).toContain(said);
  }
});

test("an option that is like no other is not guessed at, and a script hears nothing of values", async () => {
  const cwd = newsroom();
  const { stderr } = await runStet(["calendar", "--by", "x"], { cwd });
  expect(stderr).toContain("error: calendar has no option --by\n");
  expect(await runStet(["list", "tag:raiways"], { cwd })).toEqual({ stdout: "", stderr: "", exit: 0 });
});
