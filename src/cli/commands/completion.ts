// `stet completion`: the script that lets a shell complete stet's words.
import { StetError } from "../../base/stet-error.ts";
import type { CommandDeclaration } from "../declaration.ts";
import { EXIT } from "../exit-codes.ts";
import type { Session } from "../session.ts";
import type { Words } from "../words.ts";

export const completion: CommandDeclaration = {
  name: "completion",
  group: "store",
  summary: "Print the script with which a shell completes stet's words",
  arguments: [{ name: "bash|zsh|fish", isOptional: true }],
  examples: ["stet completion bash > stet.bash", "stet completion zsh > _stet", "stet completion --refresh"],
  options: [
    { flags: "--refresh", description: "make the newsroom's words anew; the script does so by itself" },
  ],
  notes: [
    'In ~/.bashrc: eval "$(stet completion bash)". For zsh as _stet in a folder of $fpath, for',
    "fish as ~/.config/fish/completions/stet.fish. Slugs, tags, sections and authors are",
    "read by the shell itself from .stet/cache/complete, which no other command touches.",
  ],
  seeAlso: ["man"],
  run: runCompletion,
};

async function runCompletion(words: Words, session: Session): Promise<number> {
  if (words.flag("refresh")) {
    const { refreshCompletion } = await import("../../desk/refresh-completion.ts");
    await refreshCompletion(await session.desk());
    return EXIT.ok;
  }
  const [shell] = words.args;
  await session.io.stdout.write(await scriptFor(shell));
  return EXIT.ok;
}

async function scriptFor(shell: string | undefined): Promise<string> {
  const [{ completionTable }, { COMMANDS }] = await Promise.all([
    import("../completion/table.ts"),
    import("../commands.ts"),
  ]);
  const table = completionTable(COMMANDS);
  switch (shell) {
    case "bash":
      return (await import("../completion/bash.ts")).bashScript(table);
    case "zsh":
      return (await import("../completion/zsh.ts")).zshScript(table);
    case "fish":
      return (await import("../completion/fish.ts")).fishScript(table);
    case undefined:
    default:
      throw await unknownShell(shell);
  }
}

const SHELLS = ["bash", "zsh", "fish"];

async function unknownShell(typed: string | undefined): Promise<StetError> {
  if (typed === undefined) {
    return new StetError("usage", "need-input", "completion needs a shell: bash, zsh or fish", {
      hint: "stet completion bash",
    });
  }
  const { nearest } = await import("../../base/nearest.ts");
  const near = nearest(typed, SHELLS)[0] ?? "bash";
  return new StetError("usage", "usage", `stet completes in ${SHELLS.join(", ")}; not in "${typed}"`, {
    hint: `stet completion ${near}`,
    candidates: [near],
  });
}
