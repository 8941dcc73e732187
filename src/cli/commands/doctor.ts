// `stet doctor`: what stet stands on, looked at once; each trouble with the command that mends it.
import process from "node:process";
import { StetError } from "../../base/stet-error.ts";
import { shellWord } from "../../base/shell-word.ts";
import { visibleText } from "../../base/visible-text.ts";
import type { Finding } from "../../desk/doctor/doctor.ts";
import { configPlaceOf } from "../line/config-place.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { hangText } from "../print/hang-text.ts";
import { print, tell, type Session } from "../session.ts";
import { symbols } from "../style.ts";
import type { Words } from "../line/words.ts";

export const doctor: CommandDeclaration = {
  name: "doctor",
  group: "store",
  summary: "Look at everything stet stands on, and say what mends it",
  arguments: [],
  examples: ["stet doctor", "stet doctor --json", "stet doctor --fix"],
  options: [
    { flags: "--fix", description: "mend what stet can mend of itself; articles stay as they are" },
    { flags: "--max-age <AGE>", description: "a fault if the last publish is older, as 15m, 2h or 1d" },
    { flags: "--json[=LIST]", description: "the findings as one JSON array" },
  ],
  notes: [
    "Exit 1 when there is a fault; without a terminal, and with -q, faults alone are",
    "printed. From cron: stet doctor --max-age 15m -q tells when publish has stopped.",
  ],
  seeAlso: ["check", "index", "config"],
  run: runDoctor,
};

async function runDoctor(words: Words, session: Session): Promise<number> {
  const maxAgeMs = readAge(words.text("max-age"));
  const findings = await findingsOf(session, { maxAgeMs, isFix: words.flag("fix") });
  const faults = findings.filter(({ status }) => status === "fault");
  const { writeObjects } = await import("../history/write-objects.ts");
  const isWritten = await writeObjects(words, session, () =>
    findings.map(({ check, status, message, fix = null }) => ({ check, status, message, fix })),
  );
  if (!isWritten) await printFindings(session, findings);
  if (faults.length === 0 && !isWritten) await tell(session, "Nothing is in the way.");
  return faults.length === 0 ? EXIT.ok : EXIT.no;
}

interface Asked {
  readonly maxAgeMs: number | undefined;
  readonly isFix: boolean;
}

async function findingsOf(session: Session, { maxAgeMs, isFix }: Asked): Promise<readonly Finding[]> {
  const { examine, examineVersions, mend } = await import("../../desk/doctor/doctor.ts");
  const nodeVersion = process.versions.node;
  try {
    const desk = await session.desk();
    const typedIn = session.io.cwd;
    const examination = { nodeVersion, maxAgeMs, config: configPlaceOf(session), typedIn };
    const findings = await examine(desk, examination);
    if (isFix) await mend(desk, findings);
    const left = isFix ? await examine(desk, examination) : findings;
    return left.map((finding) => reachingNewsroom(finding, session.globals));
  } catch (error) {
    if (!(error instanceof StetError) || error.kind !== "store") throw error;
    const found = noNewsroom(error);
    // With --store it names the folder itself.
    const isNamed = session.globals.text("store") !== undefined;
    return [...examineVersions(nodeVersion), isNamed ? found : reachingNewsroom(found, session.globals)];
  }
}

/** Run as it stands, a fix by stet finds the newsroom as this run did. */
function reachingNewsroom({ fix, ...finding }: Finding, globals: Words): Finding {
  if (fix === undefined) return finding;
  const options = [
    ["-C", globals.text("cd")],
    ["--store", globals.text("store")],
  ].flatMap(([flag, folder]) => (folder === undefined ? [] : `${flag} ${shellWord(folder)} `));
  return { ...finding, fix: fix.replace(/^stet (?!help )/, `stet ${options.join("")}`) };
}

/** The newsroom that cannot be opened is what doctor was asked about: a finding, not an error. */
function noNewsroom({ code, message, details }: StetError): Finding {
  const line = details.where?.line;
  const place = line === undefined ? "" : `stet.yaml line ${line}: `;
  const check = code === "no-store" ? "newsroom" : "stet.yaml";
  const fix = (details.hint ?? "stet help config").replace(/ makes one$/, "");
  return { check, status: "fault", message: place + message, fix };
}

async function printFindings(session: Session, findings: readonly Finding[]): Promise<void> {
  const { out, io, globals } = session;
  const { ok, error, warning, next } = symbols(out);
  const sign = (text: string): string => text.padEnd(ok.length);
  const signs = { ok: out.green(ok), note: out.yellow(sign(warning)), fault: out.red(sign(error)) };
  const isBrief = !io.stdout.isTerminal || globals.flag("quiet");
  const told = findings.filter(({ status }) => !isBrief || status === "fault");
  const width = Math.max(0, ...told.map(({ check }) => check.length));
  const indent = ok.length + width + 3;
  for (const { check, status, message, fix } of told) {
    const said = hangText(visibleText(message), indent, out.columns);
    await print(session, `${signs[status]} ${check.padEnd(width)}  ${said}`);
    if (fix !== undefined) await print(session, `${" ".repeat(indent)}${next} ${visibleText(fix)}`);
  }
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function readAge(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, number = "", unit = ""] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const unitMs = UNITS[unit];
  if (unitMs !== undefined) return Number(number) * unitMs;
  throw new StetError("usage", "usage", `--max-age takes an age such as 15m, 2h or 1d, not "${text}"`);
}
