// `stet theme`: the built-in theme as files, for a newsroom that wants its pages to look otherwise.
import { shellWord } from "../../base/shell-word.ts";
import { StetError } from "../../base/stet-error.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { directoryOf } from "../line/directory-of.ts";
import { EXIT } from "../exit-codes.ts";
import { placeOf } from "../place-of.ts";
import { print, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../line/words.ts";

export const theme: CommandDeclaration = {
  name: "theme",
  group: "store",
  summary: "Write the built-in theme out, to change it",
  arguments: [{ name: "dir" }],
  examples: ["stet theme my-theme", "stet theme our-theme --json"],
  options: [{ flags: "--json[=LIST]", description: "one JSON object" }],
  notes: [
    "Keep only the files you change, and name the folder in stet.yaml: stet config set",
    "publish.theme my-theme. What a folder lacks is built in: docs/themes.md",
  ],
  seeAlso: ["publish"],
  run: runTheme,
};

async function runTheme(words: Words, session: Session): Promise<number> {
  const [folder] = words.args;
  if (folder === undefined) {
    throw new StetError("usage", "need-input", "theme needs a folder to write to", {
      hint: "stet theme my-theme",
    });
  }
  const { requireKeys, writeOneObject } = await import("../print/one-object.ts");
  requireKeys(words, { folder, files: [] });
  const [{ builtInFiles }, { writeOutput }, { isThere, join, resolve }] = await Promise.all([
    import("../../render/theme/theme.ts"),
    import("../../newsroom/write/write-output.ts"),
    import("../../newsroom/paths.ts"),
  ]);
  const files = [...builtInFiles()].map(([name, text]) => ({ file: join(folder, name), text }));
  for (const { file } of files) {
    if (!isThere(resolve(directoryOf(session), file))) continue;
    throw new StetError("conflict", "exists", `${file} is there already; nothing was written`, {
      hint: "name another folder",
    });
  }
  for (const { file, text } of files) writeOutput(await placeOf(session, file, "name another folder"), text);
  // Only now: a reader that leaves early leaves no file unwritten.
  const written = { folder, files: files.map(({ file }) => file) };
  if (await writeOneObject(words, session, () => written)) return EXIT.ok;
  for (const { file } of session.io.stdout.isTerminal ? [] : files) await print(session, file);
  const { next } = symbols(session.err);
  await tell(
    session,
    `${folder}: ${files.length} files\n${next} stet config set publish.theme ${shellWord(folder)}`,
  );
  return EXIT.ok;
}
