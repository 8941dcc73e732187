// P8: whatever the editor saved is in the article or in a file whose path is printed. The editors are small programs.
import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { spawn } from "node:child_process";
import { describe, expect, test } from "vitest";
import { environmentOf, PROGRAM, spawnStet } from "../support/run-stet.ts";
import { sampleNewsroom } from "../support/sample-newsroom.ts";

const FILE = "articles/2025/11/the-salt-ledger.yaml";

/** Runs `stet edit the-salt-ledger` with a shell script as the editor; `$1` is the draft. */
function editing(script: string, words: readonly string[] = [], cwd = sampleNewsroom()) {
  const editor = path.join(cwd, "editor.sh");
  writeFileSync(editor, `#!/bin/sh\n${script}\n`);
  chmodSync(editor, 0o755);
  const before = readFileSync(path.join(cwd, FILE), "utf8");
  const outcome = spawnStet(["edit", "the-salt-ledger", ...words], { cwd, env: { VISUAL: editor } });
  const after = readFileSync(path.join(cwd, FILE), "utf8");
  return { cwd, before, after, ...outcome };
}

const draftsOf = (cwd: string): string[] =>
  existsSync(path.join(cwd, ".stet/drafts"))
    ? readdirSync(path.join(cwd, ".stet/drafts")).filter((name) => name.endsWith(".yaml"))
    : [];

describe("stet edit", () => {
  test("installs what the editor saved, to the byte, and keeps no draft", () => {
    const { before, after, exit, stdout, cwd } = editing("sed -i 's/^kicker: Opera$/kicker: Music/' \"$1\"", [
      "--minor",
    ]);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: "the-salt-ledger\n" });
    expect(after).toBe(before.replace("kicker: Opera\n", "kicker: Music\n"));
    expect(draftsOf(cwd)).toEqual([]);
  });

  test("moves updated when a reader of a live article would notice", () => {
    const { before, after } = editing("sed -i 's/^kicker: Opera$/kicker: Music/' \"$1\"");
    const changed = after.split("\n").filter((line) => !before.split("\n").includes(line));
    expect(changed).toEqual(["kicker: Music", "updated: 2026-11-22T09:00:00+01:00"]);
  });

  test("leaves updated alone when only the desk would notice", () => {
    const { before, after } = editing("printf 'notes: ring the archive\\n' >> \"$1\"");
    expect(after).toBe(`${before}notes: ring the archive\n`);
  });

  test("works on a private copy: the article is not the file the editor opens", () => {
    const { cwd, exit } = editing('echo "$1" > path.txt; stat -c %a "$1" > mode.txt');
    expect(exit).toBe(0);
    expect(readFileSync(path.join(cwd, "path.txt"), "utf8").trim()).toBe(
      path.join(cwd, ".stet/drafts/the-salt-ledger.yaml"),
    );
    expect(readFileSync(path.join(cwd, "mode.txt"), "utf8").trim()).toBe("600");
  });

  test("no change: nothing is written, nothing kept", () => {
    const { before, after, exit, cwd } = editing("true");
    expect({ exit, after, drafts: draftsOf(cwd) }).toEqual({ exit: 0, after: before, drafts: [] });
  });

  test("an editor that fails: the article stands, what it saved is kept and named", () => {
    const { before, after, exit, stderr, cwd } = editing('echo words >> "$1"; exit 3');
    expect({ exit, after }).toEqual({ exit: 1, after: before });
    expect(stderr).toContain(".stet/drafts/the-salt-ledger.yaml");
    expect(readFileSync(path.join(cwd, ".stet/drafts/the-salt-ledger.yaml"), "utf8")).toBe(
      `${before}words\n`,
    );
  });

  test("an editor that is killed: the same", () => {
    const { before, after, exit, stderr, cwd } = editing('echo words >> "$1"; kill -9 $$');
    expect({ exit, after }).toEqual({ exit: 1, after: before });
    expect(stderr).toContain("SIGKILL");
    expect(draftsOf(cwd)).toEqual(["the-salt-ledger.yaml"]);
  });

  test("an invalid file: not installed, kept, shown with a caret; --resume goes on with it", () => {
    const first = editing("sed -i 's/^kicker: Opera$/kicker: Opera: new/' \"$1\"");
    expect({ exit: first.exit, after: first.after }).toEqual({ exit: 4, after: first.before });
    expect(first.stderr).toContain('kicker: "Opera: new"');
    expect(first.stderr).toContain("stet edit --resume the-salt-ledger");
    const second = editing(
      'sed -i \'s/^kicker: Opera: new$/kicker: "Opera: new"/\' "$1"',
      ["--resume", "--minor"],
      first.cwd,
    );
    expect({ exit: second.exit, stderr: second.stderr }).toEqual({ exit: 0, stderr: "" });
    expect(second.after).toBe(first.before.replace("kicker: Opera\n", 'kicker: "Opera: new"\n'));
    expect(draftsOf(first.cwd)).toEqual([]);
  });

  test("what the edit brought is warned of, what was there before is not", () => {
    const first = editing("sed -i 's/^kicker: /kikcer: /' \"$1\"", ["--minor"]);
    expect(first.exit).toBe(0);
    expect(first.stderr).toContain(
      '"kikcer" is not a field stet knows; it is kept as it is\n  4 | kikcer: Opera\n',
    );
    const second = editing("sed -i '1i# A note' \"$1\"", ["--minor"], first.cwd);
    expect({ exit: second.exit, stderr: second.stderr }).toEqual({ exit: 0, stderr: "" });
    const quiet = editing("sed -i 's/^kind: /knid: /' \"$1\"", ["--minor", "-q"], first.cwd);
    expect({ exit: quiet.exit, stderr: quiet.stderr }).toEqual({ exit: 0, stderr: "" });
  });

  test("a copy that is given a slug of its own leaves the old one to the article it was copied from", () => {
    const cwd = sampleNewsroom();
    writeFileSync(
      path.join(cwd, "articles/copy.yaml"),
      "headline: A copy\nslug: the-salt-ledger\nbody: Text.\n",
    );
    const editor = path.join(cwd, "editor.sh");
    writeFileSync(editor, "#!/bin/sh\nsed -i 's/^slug: .*/slug: salt-copy/' \"$1\"\n", { mode: 0o755 });
    const { exit } = spawnStet(["edit", "articles/copy.yaml", "--minor"], { cwd, env: { VISUAL: editor } });
    expect(exit).toBe(0);
    expect(readFileSync(path.join(cwd, "articles/copy.yaml"), "utf8")).toBe(
      "headline: A copy\nslug: salt-copy\nbody: Text.\n",
    );
  });

  test("an empty buffer: cancelled, the article stands", () => {
    const { before, after, exit } = editing(': > "$1"');
    expect({ exit, after }).toEqual({ exit: 0, after: before });
  });

  test("the file changed meanwhile: neither text is lost", () => {
    const { after, exit, stderr, cwd } = editing(
      `echo 'notes: mine' >> "$1"; echo 'notes: theirs' >> "${FILE}"`,
    );
    expect(exit).toBe(5);
    expect(after).toContain("notes: theirs");
    expect(stderr).toContain(".stet/drafts/the-salt-ledger.yaml");
    expect(readFileSync(path.join(cwd, ".stet/drafts/the-salt-ledger.yaml"), "utf8")).toContain(
      "notes: mine",
    );
  });

  test("--resume alone goes on with the only draft, and says where there is none or more than one", () => {
    const cwd = sampleNewsroom();
    const resume = () => spawnStet(["edit", "--resume"], { cwd, env: { EDITOR: "true" } });
    expect(resume()).toMatchObject({ exit: 3, stderr: "error: no draft is kept\n→ stet edit\n" });
    editing('echo "notes: n" >> "$1"; exit 1', [], cwd);
    expect(resume().exit).toBe(0);
    expect(readFileSync(path.join(cwd, FILE), "utf8")).toContain("notes: n");
    editing('echo "# kept" >> "$1"; exit 1', [], cwd);
    spawnStet(["edit", "the-bog-that-pays-rent"], { cwd, env: { EDITOR: path.join(cwd, "editor.sh") } });
    const { exit, stderr } = resume();
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: expect.stringContaining("→ stet edit --resume the-"),
    });
  });

  test("--resume of a draft whose article changed since: neither text is lost", () => {
    const first = editing("echo 'notes: mine' >> \"$1\"; exit 1");
    const file = path.join(first.cwd, FILE);
    writeFileSync(file, `${first.before}notes: theirs\n`);
    const { exit, stderr } = editing("true", ["--resume"], first.cwd);
    expect(exit).toBe(5);
    expect(stderr).toContain(".stet/drafts/the-salt-ledger.yaml");
    expect(readFileSync(file, "utf8")).toContain("notes: theirs");
    expect(readFileSync(path.join(first.cwd, ".stet/drafts/the-salt-ledger.yaml"), "utf8")).toContain(
      "notes: mine",
    );
  });

  test.each(["SIGTERM", "SIGHUP", "SIGINT"] as const)(
    "stet itself sent %s: the words are kept and named",
    async (signal) => {
      const cwd = sampleNewsroom();
      const editor = path.join(cwd, "editor.sh");
      writeFileSync(editor, '#!/bin/sh\necho words >> "$1"\necho ready >&2\nexec sleep 1\n', { mode: 0o755 });
      const env = environmentOf({ cwd, env: { EDITOR: editor } });
      const child = spawn(process.execPath, [PROGRAM, "edit", "the-salt-ledger", "--minor"], { cwd, env });
      let stderr = "";
      child.stderr.on("data", (chunk: Buffer) => {
        const isReady = stderr.startsWith("ready");
        stderr += chunk.toString();
        // Once: a second signal would end it in the middle of its words.
        if (!isReady && stderr.startsWith("ready")) child.kill(signal);
      });
      const exit = await new Promise((resolve) => child.on("close", resolve));
      const article = readFileSync(path.join(cwd, FILE), "utf8");
      const kept = draftsOf(cwd).map((name) => readFileSync(path.join(cwd, ".stet/drafts", name), "utf8"));
      expect(article.endsWith("words\n") || kept[0]?.endsWith("words\n")).toBe(true);
      if (kept.length > 0)
        expect({ exit, stderr }).toMatchObject({
          stderr: expect.stringContaining(".stet/drafts/the-salt-ledger.yaml"),
        });
    },
  );

  test("an editor that is not there takes no kept draft with it", () => {
    const first = editing("echo 'notes: mine' >> \"$1\"; exit 1");
    const { exit } = spawnStet(["edit", "--resume", "the-salt-ledger"], {
      cwd: first.cwd,
      env: { EDITOR: "no-such-editor" },
    });
    expect(exit).toBe(9);
    expect(readFileSync(path.join(first.cwd, ".stet/drafts/the-salt-ledger.yaml"), "utf8")).toContain(
      "notes: mine",
    );
  });

  test("the draft deleted by the editor: the article stands, and nothing is left of the draft", () => {
    const { before, after, exit, stderr, cwd } = editing('rm "$1"');
    expect({ exit, after }).toEqual({ exit: 1, after: before });
    expect(stderr).toBe(
      "error: the editor left no file; the article is unchanged\n→ stet edit the-salt-ledger\n",
    );
    expect(readdirSync(path.join(cwd, ".stet/drafts"))).toEqual([]);
  });

  test("saved in another encoding: kept, with what to do; --resume goes on with it", () => {
    const first = editing("sed -i 's/^kicker: Opera$/kicker: Op\\xe9ra/' \"$1\"");
    expect({ exit: first.exit, after: first.after }).toEqual({ exit: 4, after: first.before });
    expect(first.stderr).toContain("line 4 is not UTF-8 (byte E9)\nhelp: save it as UTF-8");
    expect(first.stderr).toContain(
      "kept in .stet/drafts/the-salt-ledger.yaml; stet edit --resume the-salt-ledger",
    );
    const mend = "LC_ALL=C sed -i 's/^kicker: .*$/kicker: Opéra/' \"$1\"";
    const second = editing(mend, ["--resume", "--minor"], first.cwd);
    expect({ exit: second.exit, after: second.after }).toEqual({
      exit: 0,
      after: first.before.replace("kicker: Opera\n", "kicker: Opéra\n"),
    });
  });

  test("an editor with words of its own is split, never run by a shell", () => {
    const cwd = sampleNewsroom();
    const { exit } = spawnStet(["edit", "the-salt-ledger"], { cwd, env: { EDITOR: "true ; touch pwned" } });
    expect(exit).toBe(0);
    expect(existsSync(path.join(cwd, "pwned"))).toBe(false);
  });

  test("a file that cannot be read as an article can be mended", () => {
    const cwd = sampleNewsroom();
    writeFileSync(path.join(cwd, FILE), "headline: Brexit: what now?\n");
    const { exit, after } = editing('sed -i \'s/: Brexit: what now?/: "Brexit: what now?"/\' "$1"', [], cwd);
    expect({ exit, after }).toEqual({ exit: 0, after: 'headline: "Brexit: what now?"\n' });
  });
});
