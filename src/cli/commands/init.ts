// `stet init`: makes a folder a newsroom.
import type { CommandDeclaration } from "../declaration.ts";
import { directoryOf } from "../directory-of.ts";
import { EXIT } from "../exit-codes.ts";
import { print, remark, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../words.ts";

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
  ],
  notes: ["Run again, it changes nothing that is there."],
  seeAlso: ["new", "schema"],
  run: runInit,
};

async function runInit(words: Words, session: Session): Promise<number> {
  const [{ initNewsroom }, { resolve, nameOf }] = await Promise.all([
    import("../../desk/init-newsroom.ts"),
    import("../../newsroom/paths.ts"),
  ]);
  const { io, globals } = session;
  const directory = resolve(directoryOf(session), words.args[0] ?? ".");
  const url = words.text("url");
  const { root, made } = initNewsroom({
    directory,
    name: words.text("name") ?? nameOf(directory),
    timezone: words.text("timezone") ?? machineZone(io.env),
    language: words.text("language") ?? "en",
    sections: (words.text("sections") ?? "").split(",").filter((section) => section.trim() !== ""),
    withSample: words.flag("sample"),
    now: session.now,
    lockWaitMs: (globals.count("lock-timeout") ?? 5) * 1000,
    random: io.random,
    ...(url === undefined ? {} : { url }),
  });
  for (const name of made) {
    if (!io.stdout.isTerminal) await print(session, name);
    await tell(session, `+ ${name}`);
  }
  const { ok, next } = symbols(session.err);
  if (made.length === 0) await remark(session, `${root} is a newsroom already; nothing was changed`);
  else await tell(session, `${session.err.green(ok)} ${root} is a newsroom\n${next} stet new "A headline"`);
  return EXIT.ok;
}

/** TZ where it names a zone, else what the system says. */
function machineZone(env: Session["io"]["env"]): string {
  const named = env["TZ"] ?? "";
  return /^[A-Za-z]+(?:\/[A-Za-z_+-]+)+$/.test(named) || named === "UTC"
    ? named
    : Intl.DateTimeFormat().resolvedOptions().timeZone;
}
