// stet from words to exit code: parse, run, and the one place where errors are caught and printed.
import type { Limits } from "../article/limits.ts";
import { StetError } from "../base/stet-error.ts";
import { visibleText } from "../base/visible-text.ts";
import { COMMANDS } from "./commands.ts";
import { NO_LOG, openEventLog, type EventLog } from "./event-log.ts";
import { EXIT, exitOfRun } from "./exit-codes.ts";
import { asksHelp } from "./help/asks-help.ts";
import { ReaderGone, type Io } from "./io.ts";
import { parseLine, type ParsedLine } from "./line/program.ts";
import { progressLine } from "./progress.ts";
import { bugAsJson, describeError, errorAsJson } from "./report-error.ts";
import { rewriteLine } from "./line/rewrite-line.ts";
import type { Session } from "./session.ts";
import { styleFor, symbols, type ColorChoice } from "./style.ts";
import { wordsOf } from "./line/words.ts";
import { lockWaitMs } from "./lock-wait.ts";

/** Runs one command line (the words behind `stet`) and returns its exit code. Never throws. */
export async function main(line: readonly string[], io: Io): Promise<number> {
  let session = bareSession(io, line);
  try {
    if (asksHelp(line)) return await printHelp(line, session);
    const parsed = parseLine(rewriteLine(line, COMMANDS), COMMANDS);
    session = await sessionFor(parsed, io, session.jsonErrors);
    if (io.stdout.descriptor !== undefined) {
      const { refuseRedirect } = await import("./redirect-trap.ts");
      refuseRedirect(parsed, io);
    }
    const exit = await parsed.declaration.run(parsed.words, session, COMMANDS);
    return await ended(session, exitOfRun(exit, session.missing));
  } catch (error) {
    session.progress.wipe();
    await noteError(session, error);
    return await ended(session, await report(error, session));
  } finally {
    await session.close();
  }
}

/** The last line of a log says how the run ended. */
async function ended({ log }: Session, exit: number): Promise<number> {
  await log.note({ level: exit === EXIT.ok ? "info" : "warn", event: "end", exit });
  return exit;
}

async function noteError({ log }: Session, error: unknown): Promise<void> {
  if (error instanceof ReaderGone) return;
  const message = error instanceof Error ? error.message : String(error);
  await log.note({ level: "error", event: "error", message });
}

async function printHelp(line: readonly string[], session: Session): Promise<number> {
  const { answerHelp } = await import("./help/answer-help.ts");
  const { columns } = session.io.stdout;
  const help = await answerHelp(line, COMMANDS, columns === undefined ? undefined : Math.min(columns, 80));
  const write = async ({ io }: Session): Promise<number> => {
    await io.stdout.write(help);
    return EXIT.ok;
  };
  if (!session.io.stdout.isTerminal || line.includes("--no-pager")) return write(session);
  const { withPager } = await import("./pager.ts");
  return withPager(session, write);
}

function bareSession(io: Io, line: readonly string[]): Session {
  const nothing = wordsOf([], {});
  const style = styleFor(io.stderr, io, "auto", line.includes("--ascii"));
  const jsonErrors =
    (io.env["STET_JSON_ERRORS"] ?? "") === "1" || line.some((word) => /^--(?:(?:nd)?json|jq)\b/.test(word));
  const noDesk = (): Promise<never> => Promise.reject(new Error("no command is running"));
  return {
    io,
    globals: nothing,
    command: "",
    out: style,
    err: style,
    now: io.now(),
    jsonErrors,
    missing: [],
    progress: progressLine(io, { quiet: true }),
    log: NO_LOG,
    desk: noDesk,
    close: () => Promise.resolve(),
  };
}

async function sessionFor(
  { declaration, globals }: ParsedLine,
  world: Io,
  jsonErrors: boolean,
): Promise<Session> {
  const { configured } = await import("./line/configured.ts");
  const io = configured(world, globals);
  const choice = colorOf(globals, io);
  const ascii =
    globals.flag("ascii") || chosen("STET_ASCII", io.env["STET_ASCII"], ["true", "false"]) === "true";
  const session: Session = {
    io,
    globals,
    command: declaration.name,
    out: styleFor(io.stdout, io, choice, ascii),
    err: styleFor(io.stderr, io, choice, ascii),
    now: await instantOf(globals.text("now"), io),
    jsonErrors,
    missing: [],
    progress: progressLine(io, { quiet: globals.flag("quiet") }),
    log: await logFor(io, globals, declaration.name),
    desk: () => (desk ??= openDeskOf(session)),
    close: () => closeDeskOf(desk),
  };
  let desk: ReturnType<Session["desk"]> | undefined;
  return session;
}

async function logFor(io: Io, globals: Session["globals"], command: string): Promise<EventLog> {
  const named = globals.text("log");
  if (named === undefined) return NO_LOG;
  const { directoryOf } = await import("./line/directory-of.ts");
  return openEventLog(io, { named, from: directoryOf({ io, globals }), command });
}

/** The option, else what is configured; NO_COLOR is heard before the configuration. */
function colorOf(globals: Session["globals"], io: Io): ColorChoice {
  if (globals.flag("no-color")) return "never";
  const isPlain = (io.env["NO_COLOR"] ?? "") !== "";
  const choice =
    globals.text("color") ?? (isPlain ? undefined : chosen("STET_COLOR", io.env["STET_COLOR"], COLORS));
  return choice === "always" || choice === "never" ? choice : "auto";
}

const COLORS = ["auto", "always", "never"];

/** What a variable says that has few values. Throws StetError usage for any other, as the option does. */
function chosen(variable: string, value: string | undefined, values: readonly string[]): string | undefined {
  if (value === undefined || value === "") return undefined;
  if (values.includes(value)) return value;
  throw new StetError("usage", "usage", `${variable} is one of ${values.join(", ")}; not "${value}"`, {
    hint: `${variable}=${values[0]}`,
  });
}

/** An opening that failed leaves nothing to close. */
async function closeDeskOf(opening: ReturnType<Session["desk"]> | undefined): Promise<void> {
  const desk = await opening?.catch(() => undefined);
  if (desk === undefined) return;
  const { closeIndexOf } = await import("../desk/keep-index/held-index.ts");
  closeIndexOf(desk);
}

async function openDeskOf(session: Session): ReturnType<Session["desk"]> {
  const [{ openDesk }, { directoryOf }] = await Promise.all([
    import("../desk/desk.ts"),
    import("./line/directory-of.ts"),
  ]);
  const { io, globals } = session;
  return openDesk({
    cwd: directoryOf(session),
    store: globals.text("store"),
    env: io.env,
    now: session.now,
    clock: io.clock,
    random: io.random,
    command: session.command,
    lockWaitMs: lockWaitMs(session),
    limits: await limitsOf(globals.list("limit")),
    onProgress: session.progress.show,
  });
}

/** The limits on article files, raised by `NAME=N`. */
async function limitsOf(raised: readonly string[]): Promise<Limits> {
  const { DEEPEST, limitNamed, LIMIT_WORDS, LIMITS } = await import("../article/limits.ts");
  const limits = { ...LIMITS };
  for (const word of raised) {
    const [, typed = "", number = ""] = /^([a-z-]+)=(\d{1,12})$/.exec(word) ?? [];
    const name = limitNamed(typed);
    if (name === undefined) {
      throw new StetError("usage", "usage", `--limit takes NAME=N, not "${word}"`, {
        hint: `names: ${LIMIT_WORDS.join(" ")}`,
      });
    }
    limits[name] = name === "depth" ? Math.min(Number(number), DEEPEST) : Number(number);
  }
  return limits;
}

/** No newsroom is known yet, and so no zone of one: a time without an offset is UTC. */
async function instantOf(option: string | undefined, io: Io): Promise<number> {
  const text = option ?? io.env["STET_NOW"] ?? "";
  if (text === "") return io.now();
  const { parseInstant } = await import("../base/parse-instant.ts");
  const reading = parseInstant(text, "UTC");
  if (reading.kind === "instant") return reading.instant.epochMs;
  throw new StetError("usage", "bad-date", `cannot read the time "${text}"`, {
    hint: `${option === undefined ? "STET_NOW=" : "--now "}2026-11-23T06:00:00+01:00`,
  });
}

async function report(error: unknown, session: Session): Promise<number> {
  if (error instanceof ReaderGone) return EXIT.ok;
  const { stderr } = session.io;
  try {
    if (error instanceof StetError) {
      await stderr.write(
        session.jsonErrors ? errorAsJson(error) : describeError(error, session.err, session.command),
      );
      if (session.globals.flag("debug")) await stderr.write(`${stackOf(error)}\n`);
      return EXIT[error.kind];
    }
    await stderr.write(session.jsonErrors ? bugAsJson(error) : describeBug(error, session));
    if (session.jsonErrors && session.globals.flag("debug")) await stderr.write(`${stackOf(error)}\n`);
    return EXIT.bug;
  } catch {
    // Nobody can be told any more; the exit code still says what happened.
    return error instanceof StetError ? EXIT[error.kind] : EXIT.bug;
  }
}

function describeBug(error: unknown, { err }: Session): string {
  return `error: stet failed in a way it should not: ${visibleText(String(error))}
${stackOf(error)}
${symbols(err).next} please report this with the command you ran; your files were not left half-written
`;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? visibleText(error.stack ?? error.message, { newlines: true }) : "";
}
