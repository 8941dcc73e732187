// `stet completion`: the script that lets a shell complete stet's words.
import { StetError } from "../../base/stet-error.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import type { Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const completion: CommandDeclaration = {
  name: "completion",
  group: "store",
  summary: "Complete stet's words in bash, zsh, fish and Nushell",
  arguments: [{ name: "bash|zsh|fish|nushell", isOptional: true }],
  examples: [
    "stet completion --install --dry-run bash",
    "stet completion bash > stet.bash",
    "stet completion zsh > _stet",
    "stet completion --refresh",
  ],
  options: [
    { flags: "--install", description: "put it where the shell finds it, after asking; $SHELL unless named" },
    { flags: "--uninstall", description: "take it away again" },
    { flags: "--dry-run", description: "say which files and lines would change, change nothing" },
    { flags: "--refresh", description: "make the newsroom's words anew; the script does so by itself" },
  ],
  notes: [
    "With the name of a shell alone its script is printed. Installed it lies in",
    "$XDG_DATA_HOME/bash-completion/completions, $XDG_DATA_HOME/zsh/site-functions or",
    "$XDG_CONFIG_HOME/fish/completions, with a marked block in ~/.bashrc or .zshrc, or in",
    "$XDG_CONFIG_HOME/nushell/autoload. Install again after an update. Slugs, tags,",
    "sections and authors are read by the shell itself from .stet/cache/complete, which no",
    "other command touches. Of more than 200 that begin as what is typed, about 100 are",
    "shown, of each way they go on. Bash has to be told of an alias of another name:",
    "complete -F _stet ALIAS. Fish rewrites no word with a ( in it: behind one, begin a",
    "value that has blanks with a quote. Nushell has to be 0.115 or later; it takes a bare (",
    "for its own, so a query with one stands in quotes there. PowerShell has no script:",
    "none could be tried.",
  ],
  seeAlso: ["man"],
  run: runCompletion,
};

async function runCompletion(
  words: Words,
  session: Session,
  commands: readonly CommandDeclaration[],
): Promise<number> {
  if (words.flag("refresh")) {
    const { refreshCompletion } = await import("../../desk/keep-index/refresh-completion.ts");
    await refreshCompletion(await session.desk());
    return EXIT.ok;
  }
  const [shell] = words.args;
  if (words.flag("install") || words.flag("uninstall")) return changeInstallation(words, session, commands);
  if (words.flag("dry-run"))
    throw new StetError("usage", "usage", "--dry-run goes with --install or --uninstall");
  await session.io.stdout.write(await scriptFor(shell, commands));
  return EXIT.ok;
}

async function changeInstallation(
  words: Words,
  session: Session,
  commands: readonly CommandDeclaration[],
): Promise<number> {
  const [{ COMPLETED_SHELLS, planInstall, planUninstall, shellOf }, { changeHomeFor }] = await Promise.all([
    import("../../desk/install-completion.ts"),
    import("../completion/install.ts"),
  ]);
  if (words.flag("install") && words.flag("uninstall"))
    throw new StetError("usage", "usage", "--install or --uninstall, not both");
  const { env } = session.io;
  const [typed] = words.args;
  const shell = typed === undefined ? shellOf(env) : COMPLETED_SHELLS.find((each) => each === typed);
  const isInstall = words.flag("install");
  if (shell === undefined) throw await unknownShell(typed, isInstall ? "--install " : "--uninstall ");
  const changes = isInstall
    ? planInstall(shell, env, await scriptFor(shell, commands))
    : planUninstall(shell, env);
  await changeHomeFor(session, { shell, isInstall, changes, dryRun: words.flag("dry-run") });
  return EXIT.ok;
}

async function scriptFor(
  shell: string | undefined,
  commands: readonly CommandDeclaration[],
): Promise<string> {
  const { completionTable } = await import("../completion/table.ts");
  const table = completionTable(commands);
  switch (shell) {
    case "bash":
      return (await import("../completion/bash.ts")).bashScript(table);
    case "zsh":
      return (await import("../completion/zsh.ts")).zshScript(table);
    case "fish":
      return (await import("../completion/fish.ts")).fishScript(table);
    case "nushell":
      return (await import("../completion/nushell.ts")).nushellScript(table);
    case undefined:
    default:
      throw await unknownShell(shell);
  }
}

const SHELLS = ["bash", "zsh", "fish", "nushell"];

async function unknownShell(typed: string | undefined, option = ""): Promise<StetError> {
  if (typed === undefined) {
    return new StetError("usage", "need-input", "completion needs a shell: bash, zsh, fish or nushell", {
      hint: `stet completion ${option}bash`,
    });
  }
  const { nearest } = await import("../../base/nearest.ts");
  const near = SHELLS.find((shell) => shell.startsWith(typed)) ?? nearest(typed, SHELLS)[0] ?? "bash";
  return new StetError("usage", "usage", `stet completes in ${SHELLS.join(", ")}; not in "${typed}"`, {
    hint: `stet completion ${option}${near}`,
    candidates: [near],
  });
}
