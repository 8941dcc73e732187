// `stet man`: the manual, shown by man(1) to a person and printed as roff to a file or a pipe.
import type { CommandDeclaration } from "../line/declaration.ts";
import { directoryOf } from "../line/directory-of.ts";
import { EXIT } from "../exit-codes.ts";
import type { ManualPage } from "../help/manual.ts";
import { print, type Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const man: CommandDeclaration = {
  name: "man",
  group: "store",
  summary: "Show the manual page of stet, a command or a topic",
  arguments: [{ name: "command|topic", isOptional: true }],
  examples: [
    "stet man list --print | head -3",
    "stet man query --print | wc -l",
    "stet man --output share/man",
  ],
  options: [
    { flags: "--print", description: "the page's roff source on stdout, as in a pipe" },
    { flags: "-o, --output <DIR>", description: "write every page: DIR/stet.1, DIR/stet-list.1, ..." },
  ],
  notes: ["Commands are in section 1 of the manual, topics in section 7."],
  seeAlso: ["completion"],
  run: runMan,
};

async function runMan(
  words: Words,
  session: Session,
  commands: readonly CommandDeclaration[],
): Promise<number> {
  const { manualPages, manualPageNamed } = await import("../help/manual.ts");
  const pages = await manualPages(
    commands,
    new Date(session.now).toISOString().slice(0, "2026-11-22".length),
  );
  const folder = words.text("output");
  if (folder !== undefined) return writePages(session, folder, pages);
  const name = words.args[0] ?? "";
  const page = manualPageNamed(name, pages);
  if (page === undefined) {
    const { unknownTopic } = await import("../help/answer-help.ts");
    throw unknownTopic(name, commands);
  }
  return show(session, page, words.flag("print"));
}

async function show({ io }: Session, { file, roff }: ManualPage, isPrinted: boolean): Promise<number> {
  if (isPrinted || !io.stdout.isTerminal) await io.stdout.write(roff);
  else {
    const desk = await import("../../desk/programs/run-man.ts");
    await desk.runMan({ file, roff, env: io.env });
  }
  return EXIT.ok;
}

/** The pages have names of their own and are wanted outside newsrooms, too: nothing else needs guarding from them. */
async function writePages(session: Session, folder: string, pages: readonly ManualPage[]): Promise<number> {
  const [{ writeOutput }, { join, resolve }] = await Promise.all([
    import("../../newsroom/write/write-output.ts"),
    import("../../newsroom/paths.ts"),
  ]);
  const from = resolve(directoryOf(session), folder);
  for (const { file, roff } of pages) {
    const hasChanged = writeOutput(
      { from, named: file, guarded: { root: from, folder: "", instead: "name another folder" } },
      roff,
    );
    if (hasChanged) await print(session, join(folder, file));
  }
  return EXIT.ok;
}
