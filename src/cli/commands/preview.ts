// `stet preview`: the site as publish would write it, in a browser, from memory; an open page follows what is saved.
import { StetError } from "../../base/stet-error.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { print, remark, tell, type Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const preview: CommandDeclaration = {
  name: "preview",
  group: "out",
  summary: "Show the site in a browser before it is published",
  arguments: [],
  examples: [
    "stet preview --open",
    "stet preview --drafts",
    "stet preview --port 8000 --now 2027-01-16T00:00:00Z",
  ],
  options: [
    { flags: "--port <N>", description: "instead of any free one" },
    { flags: "--open", description: "start the browser" },
    { flags: "--drafts", description: "what is not live, too, marked as what it is" },
  ],
  notes: [
    "Prints its address and stays until Ctrl-C. Nothing of the site is written, and an",
    "open page loads itself again when it changes. Listens on 127.0.0.1 alone: whoever",
    "works on this machine can read it. ADDRESS/-/ lists unreadable files, and with",
    "--drafts what is not live.",
  ],
  seeAlso: ["publish", "render", "check"],
  run: runPreview,
};

async function runPreview(words: Words, session: Session): Promise<number> {
  const port = portOf(words);
  const [{ servePreview }, { untilStopped }] = await Promise.all([
    import("../../serve/serve-preview.ts"),
    import("../../serve/until-stopped.ts"),
  ]);
  const desk = await session.desk();
  const stopped = untilStopped();
  const served = await servePreview(desk, port, { drafts: words.flag("drafts"), now: clockOf(session) });
  try {
    await print(session, served.url);
    const more = words.flag("drafts") ? "" : "; --drafts shows what is not live, too";
    await tell(session, `Ctrl-C ends the preview${more}`);
    await tellWay(session, served.url);
    // Not waited for: what a browser says at its end is told then.
    if (words.flag("open")) void open(session, served.url);
    await stopped;
  } finally {
    await served.close();
  }
  return EXIT.ok;
}

function portOf(words: Words): number {
  const port = words.count("port") ?? 0;
  if (port <= 65_535) return port;
  throw new StetError("usage", "usage", `--port takes a number up to 65535, not ${port}`);
}

/** An instant that was named stands still; else the preview goes with the clock. */
function clockOf({ globals, io, now }: Session): () => number {
  const isNamed = (globals.text("now") ?? io.env["STET_NOW"] ?? "") !== "";
  return isNamed ? () => now : io.now;
}

async function open(session: Session, url: string): Promise<void> {
  const { openBrowser } = await import("../../desk/programs/open-browser.ts");
  await remark(session, await openBrowser(await session.desk(), url));
}

/** Over ssh the browser is on another machine, which has no way to this one's loopback unless it is made. */
async function tellWay(session: Session, url: string): Promise<void> {
  const { env } = session.io;
  const [, , server] = (env["SSH_CONNECTION"] ?? "").split(" ");
  if (server === undefined || (env["BROWSER"] ?? "") !== "") return;
  const { port } = new URL(url);
  await tell(session, `from the machine you sit at: ssh -N -L ${port}:127.0.0.1:${port} ${server}`);
}
