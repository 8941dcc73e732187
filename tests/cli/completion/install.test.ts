// stet completion --install: it says what it will do, does it once, spares every other byte, and real shells then complete.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runStet } from "../../support/run-stet.ts";
import { hasShell, PROGRAMS, SHELLS, type Shell } from "../../support/shell-completion.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const SCRIPT: Readonly<Record<Shell, string>> = {
  bash: ".local/share/bash-completion/completions/stet",
  zsh: ".local/share/zsh/site-functions/_stet",
  fish: ".config/fish/completions/stet.fish",
  nushell: ".config/nushell/autoload/stet.nu",
};
const STARTUP: Readonly<Partial<Record<Shell, string>>> = { bash: ".bashrc", zsh: ".zshrc" };

const run = (home: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runStet(["completion", ...words], { cwd: home, env: { HOME: home, ...env } });

/** What a new shell says of stet's completion. */
const ASKING: Readonly<Record<Shell, readonly string[]>> = {
  // bash-completion reads a script at the first Tab behind its command; an alias of a person's own may come before.
  bash: [
    "--norc",
    "-c",
    `_completion_loader() { :; }; source ~/.bashrc; complete -p stet
compopt() { :; }; COMP_LINE="news rend" COMP_POINT=9; _stet; echo "$COMPREPLY"`,
  ],
  zsh: ["-fc", "source ~/.zshrc; print -- $_comps[stet]"],
  fish: ["-c", "complete -C 'stet rend'"],
  // It reads these folders on a terminal alone.
  nushell: [
    "-n",
    "-c",
    "source ~/.config/nushell/autoload/stet.nu; $nu.user-autoload-dirs | append ('stet rend' | commandline complete) | to text",
  ],
};
const ANSWER: Readonly<Record<Shell, RegExp>> = {
  bash: /^complete -F _stet stet\nrender\n/,
  zsh: /_stet/,
  fish: /^render\t/,
  nushell: /\/\.config\/nushell\/autoload\nrender\n/,
};

describe.each(SHELLS)("%s", (shell) => {
  test("asks first, installs once, and takes all of it away again", async () => {
    const home = temporaryFolder();
    const files = [SCRIPT[shell], STARTUP[shell] ?? []].flat().map((name) => path.join(home, name));
    const asked = await run(home, ["--install", shell]);
    expect(asked).toMatchObject({ stdout: "", exit: 2 });
    for (const file of files) expect(asked.stderr).toContain(file);
    expect(asked.stderr).toContain("add --yes");
    const planned = await run(home, ["--install", "--dry-run", shell]);
    for (const file of files) expect(planned.stdout).toContain(file);
    expect(files.some((file) => existsSync(file))).toBe(false);

    expect(
      await run(home, ["--install", "-y"], { SHELL: `/usr/bin/${shell === "nushell" ? "nu" : shell}` }),
    ).toMatchObject({
      stdout: `${files.join("\n")}\n`,
      exit: 0,
    });
    const texts = files.map((file) => readFileSync(file, "utf8"));
    expect(await run(home, ["--install", "-y", shell])).toMatchObject({ stdout: "", exit: 0 });
    expect(files.map((file) => readFileSync(file, "utf8"))).toEqual(texts);

    expect((await run(home, ["--uninstall", "-y", shell])).stdout).toBe(`${files.join("\n")}\n`);
    expect(existsSync(path.join(home, SCRIPT[shell]))).toBe(false);
    expect(await run(home, ["--uninstall", "-y", shell])).toMatchObject({ stdout: "", exit: 0 });
  });

  test.skipIf(!hasShell(shell))("completes in a new shell", async () => {
    const home = temporaryFolder();
    await run(home, ["--install", "-y", shell]);
    const { stdout, stderr } = spawnSync(PROGRAMS[shell], ASKING[shell], {
      encoding: "utf8",
      env: { PATH: process.env["PATH"] ?? "", HOME: home, TERM: "dumb", LC_ALL: "C.UTF-8" },
    });
    expect({ stdout: ANSWER[shell].test(stdout) ? "" : stdout, stderr }).toEqual({ stdout: "", stderr: "" });
  });
});

test.skipIf(!hasShell("bash"))("bash tells of a script that was emptied, and does not go round", async () => {
  const home = temporaryFolder();
  await run(home, ["--install", "-y", "bash"]);
  writeFileSync(path.join(home, SCRIPT.bash), "");
  const env = { HOME: home, LC_ALL: "C.UTF-8" };
  const { status } = spawnSync("bash", ["--norc", "-c", "source ~/.bashrc; _stet"], { env, timeout: 20_000 });
  expect(status).toBe(127);
});

test("what a person has in .bashrc stays byte for byte, its mode and a link to it too", async () => {
  const home = temporaryFolder();
  const kept = path.join(home, "dotfiles");
  const before = Buffer.concat([
    Buffer.from("alias x=y # "),
    Buffer.from([0xe9, 0xff]),
    Buffer.from("\r\nlast"),
  ]);
  writeFileSync(kept, before);
  chmodSync(kept, 0o640);
  symlinkSync(kept, path.join(home, ".bashrc"));
  await run(home, ["--install", "-y", "bash"]);
  expect(readFileSync(kept).subarray(0, before.length).equals(before)).toBe(true);
  writeFileSync(kept, Buffer.concat([readFileSync(kept), Buffer.from("# later\n")]));
  await run(home, ["--install", "-y", "bash"], { BASH_COMPLETION_USER_DIR: path.join(home, "own") });
  expect(existsSync(path.join(home, "own/completions/stet"))).toBe(true);
  expect(readFileSync(kept, "latin1").match(/>>> stet completion >>>/g)).toHaveLength(1);
  await run(home, ["--uninstall", "-y", "bash"]);
  expect(readFileSync(kept).equals(Buffer.concat([before, Buffer.from("\n# later\n")]))).toBe(true);
  expect(lstatSync(path.join(home, ".bashrc")).isSymbolicLink()).toBe(true);
  expect(statSync(kept).mode & 0o777).toBe(0o640);
});

test("what stands behind half of stet's lines in .bashrc is not taken away with them", async () => {
  const home = temporaryFolder();
  const file = path.join(home, ".bashrc");
  const own = "# >>> stet completion >>>\nalias ll='ls -l'\n";
  writeFileSync(file, own);
  await run(home, ["--install", "-y", "bash"]);
  const installed = readFileSync(file, "utf8");
  expect(await run(home, ["--install", "-y", "bash"])).toMatchObject({ stdout: "", exit: 0 });
  expect(readFileSync(file, "utf8")).toBe(installed);
  await run(home, ["--uninstall", "-y", "bash"]);
  expect(readFileSync(file, "utf8")).toBe(own);
});

test("the folders of XDG and of zsh are heard, another's script is not removed", async () => {
  const home = temporaryFolder();
  const env = { XDG_DATA_HOME: path.join(home, "data"), ZDOTDIR: path.join(home, "z") };
  await run(home, ["--install", "-y", "zsh"], env);
  expect(readFileSync(path.join(home, "z/.zshrc"), "utf8")).toContain(
    path.join(home, "data/zsh/site-functions/_stet"),
  );
  const foreign = path.join(home, "data/zsh/site-functions/_stet");
  writeFileSync(foreign, "# mine\n");
  await run(home, ["--uninstall", "-y", "zsh"], env);
  expect(readFileSync(foreign, "utf8")).toBe("# mine\n");
  expect(readFileSync(path.join(home, "z/.zshrc"), "utf8")).toBe("");
});

test("an unknown shell, none at all, and no home are said", async () => {
  const home = temporaryFolder();
  const wrong = await run(home, ["--install", "zhs"]);
  expect(wrong).toMatchObject({ exit: 2 });
  expect(wrong.stderr).toContain("→ stet completion --install zsh\n");
  expect((await run(home, ["nu"])).stderr).toContain("stet completion nushell");
  const other = await run(home, ["--install"], { SHELL: "/bin/tcsh" });
  expect(other).toMatchObject({ exit: 2 });
  expect(other.stderr).toContain("→ stet completion --install bash\n");
  expect(await run(home, ["--install", "--uninstall", "bash"])).toMatchObject({ exit: 2 });
  expect(await run(home, ["--install", "bash"], { HOME: "" })).toMatchObject({ exit: 9 });
});
