// `stet init`: makes a folder a newsroom.
import { visibleText } from "../../base/visible-text.ts";
import type { NewsroomAnswers } from "../../desk/init-newsroom.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { directoryOf } from "../line/directory-of.ts";
import { EXIT } from "../exit-codes.ts";
import { requireKeys, writeOneObject } from "../print/one-object.ts";
import { canAsk, print, remark, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../line/words.ts";
import { lockWaitMs } from "../lock-wait.ts";

export const init: CommandDeclaration = {
  name: "init",
  group: "store",
  summary: "Make a folder a newsroom",
  arguments: [{ name: "dir", isOptional: true }],
  examples: [
    "stet init courier --name 'The Courier' --timezone Europe/Brussels",
    "stet init desk --sections 'World,World/Europe,Culture' --sample",
  ],
  options: [
    { flags: "--name <NAME>", description: "the newsroom's name; the folder's otherwise" },
    { flags: "--url <URL>", description: "the site's address, needed to publish" },
    { flags: "--timezone <ZONE>", description: "IANA, as Europe/Brussels; the machine's otherwise" },
    { flags: "--language <TAG>", description: "BCP 47; en otherwise" },
    { flags: "--sections <LIST>", description: "names, as World,World/Europe,Culture" },
    { flags: "--sample", description: "with an article to try things on" },
    { flags: "--json[=LIST]", description: "one JSON object" },
  ],
  notes: [
    "A terminal is asked for what no option says; -y takes what is usual. Run again, it",
    "changes nothing that is there.",
  ],
  seeAlso: ["new", "schema"],
  run: runInit,
};

async function runInit(words: Words, session: Session): Promise<number> {
  const [
    { initNewsroom, requireNoArticles, sectionList },
    { resolve, nameOf },
    { isNewsroom },
    { machineZone },
  ] = await Promise.all([
    import("../../desk/init-newsroom.ts"),
    import("../../newsroom/paths.ts"),
    import("../../newsroom/create-newsroom.ts"),
    import("../machine-zone.ts"),
  ]);
  const { io } = session;
  const directory = resolve(directoryOf(session), words.args[0] ?? ".");
  const sections = words.text("sections");
  const said = {
    ...answersIn(words),
    ...(sections === undefined ? {} : { sections: sectionList(sections) }),
  };
  const usual = { name: nameOf(directory), timezone: machineZone(io.env), language: "en", sections: [] };
  requireKeys(words, { root: "", made: [] });
  if (!isNewsroom(directory)) requireNoArticles(directory, io.env);
  const { root, made } = initNewsroom({
    ...usual,
    ...(isNewsroom(directory) ? said : await answersFor(session, said, usual)),
    directory,
    withSample: words.flag("sample"),
    now: session.now,
    lockWaitMs: lockWaitMs(session),
    random: io.random,
  });
  const isWritten = await writeOneObject(words, session, () => ({ root, made }));
  for (const name of made) {
    if (!io.stdout.isTerminal && !isWritten) await print(session, name);
    await tell(session, `+ ${name}`);
  }
  if (made.length === 0) await remark(session, `${root} is a newsroom already; nothing was changed`);
  else await tellMade(session, root, words.args[0]);
  return EXIT.ok;
}

async function tellMade(session: Session, root: string, folder: string | undefined): Promise<void> {
  const { ok, next } = symbols(session.err);
  await tell(session, `${session.err.green(ok)} ${root} is a newsroom`);
  if (folder !== undefined && root !== directoryOf(session))
    await tell(session, `${next} cd ${quoted(folder)}`);
  await tell(session, `${next} ${programFor(session, root)} new`);
}

/** As the person can type it there: npx finds stet in the folders under the one it was installed in. */
function programFor({ io: { env } }: Session, root: string): string {
  const prefix = env["npm_command"] === "exec" ? env["npm_config_local_prefix"] : undefined;
  if (prefix === undefined) return "stet";
  return `${root}/`.startsWith(`${prefix}/`) ? "npx stet" : `npx --prefix ${quoted(prefix)} stet`;
}

/** Fit to be pasted into a shell. */
function quoted(folder: string): string {
  return /^[\w./~-]+$/.test(folder) ? folder : `'${visibleText(folder).replaceAll("'", String.raw`'\''`)}'`;
}

/** What the options say in one line each. */
function answersIn(words: Words): Partial<NewsroomAnswers> {
  const names = ["name", "url", "timezone", "language"] as const;
  const values = names.map((name) => [name, words.text(name)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** On a terminal, what the options do not say is asked; `-y` takes what is usual. */
async function answersFor(
  session: Session,
  said: Partial<NewsroomAnswers>,
  usual: NewsroomAnswers,
): Promise<Partial<NewsroomAnswers>> {
  if (!canAsk(session) || session.globals.flag("yes")) return said;
  const { askNewNewsroom } = await import("../prompts/ask-new-newsroom.ts");
  return askNewNewsroom(session, said, usual);
}
