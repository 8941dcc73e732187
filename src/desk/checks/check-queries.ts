// The queries of stet.yaml: saved ones and those of feeds. One that cannot be read would stop `stet list @name`, or the
// whole of `stet publish`, long after it was written.
import { StetError, type Where } from "../../base/stet-error.ts";
import { LIMITS } from "../../article/limits.ts";
import type { TextPosition } from "../../article/yaml/text-position.ts";
import { readSettingsFile } from "../../newsroom/read/read-settings-file.ts";
import type { Desk } from "../desk.ts";
import { readQueryText } from "../find/read-query.ts";
import { placeInFile, readSource, type Place, type Source } from "../place-in-file.ts";
import type { Finding } from "./finding.ts";

export const QUERIES_CODE = "bad-query";

/** A finding for everything that is wrong in a query of stet.yaml, where it stands: in a saved query once for all that call it. */
export function checkQueries(desk: Desk): Finding[] {
  const { queries, publish } = desk.settings;
  const saved = Array.from(queries.keys(), (name) => ({
    query: `@${name}`,
    way: ["queries", name] as const,
  }));
  const fed = publish.feeds.flatMap(({ query }, at) =>
    query === undefined ? [] : [{ query, way: ["publish", "feeds", at, "query"] as const }],
  );
  const faulty = [...saved, ...fed].flatMap(({ query, way }) => faultOf(desk, query, way));
  if (faulty.length === 0) return [];
  const source = readSource("stet.yaml", readSettingsFile(desk.root), LIMITS);
  const findings = faulty.map((fault) => findingOf(source, fault));
  const told = findings.map(
    (finding) => [`${finding.line}:${finding.column} ${finding.message}`, finding] as const,
  );
  return [...new Map(told).values()];
}

interface Fault {
  readonly way: Place["way"];
  readonly error: StetError;
}

function faultOf(desk: Desk, query: string, way: Place["way"]): Fault[] {
  try {
    readQueryText(desk, query);
    return [];
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    return [{ way, error }];
  }
}

function findingOf(source: Source, { way, error }: Fault): Finding {
  const { hint, where } = error.details;
  const at = placeOf(source, way, where);
  return {
    severity: "error",
    code: QUERIES_CODE,
    message: error.message,
    file: source.path,
    line: at.line,
    column: at.column,
    field: way[0],
    source: at.source,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** An error of a saved query has its place in stet.yaml already, another one in the text of its query. */
function placeOf(source: Source, way: Place["way"], { line, column = 1 }: Where = {}): TextPosition {
  if (line === undefined) return placeInFile(source, { way, at: column - 1 });
  return { line, column, source: source.text.split(/\r?\n/)[line - 1] ?? "" };
}
