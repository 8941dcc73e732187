// The queries of stet.yaml: saved ones and those of feeds. One that cannot be read would stop `stet list @name`, or the
// whole of `stet publish`, long after it was written.
import { StetError } from "../../base/stet-error.ts";
import { LIMITS } from "../../article/limits.ts";
import { readSettingsFile } from "../../newsroom/read/read-settings-file.ts";
import type { Desk } from "../desk.ts";
import { readQueryText } from "../find/read-query.ts";
import { placeInFile, readSource, type Place, type Source } from "../place-in-file.ts";
import type { Finding } from "./finding.ts";

export const QUERIES_CODE = "bad-query";

/** A finding for every query of stet.yaml that does not parse. */
export function checkQueries(desk: Desk): Finding[] {
  const { queries, publish } = desk.settings;
  const saved = [...queries].map(([name, query]) => ({ query, way: ["queries", name] as const }));
  const fed = publish.feeds.flatMap(({ query }, at) =>
    query === undefined ? [] : [{ query, way: ["publish", "feeds", at, "query"] as const }],
  );
  const faulty = [...saved, ...fed].flatMap(({ query, way }) => faultOf(desk, query, way));
  if (faulty.length === 0) return [];
  const source = readSource("stet.yaml", readSettingsFile(desk.root), LIMITS);
  return faulty.map((fault) => findingOf(source, fault));
}

interface Fault {
  readonly place: Place;
  readonly error: StetError;
}

function faultOf(desk: Desk, query: string, way: Place["way"]): Fault[] {
  try {
    readQueryText(desk, query);
    return [];
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    // What is wrong in a saved query that this one calls is found there; here it is the call.
    const { column = 1, file } = error.details.where ?? {};
    return [{ place: { way, at: file === undefined ? column - 1 : 0 }, error }];
  }
}

function findingOf(source: Source, { place, error }: Fault): Finding {
  const { line, column, source: shown } = placeInFile(source, place);
  const { hint } = error.details;
  return {
    severity: "error",
    code: QUERIES_CODE,
    message: error.message,
    file: source.path,
    line,
    column,
    field: place.way[0],
    source: shown,
    ...(hint === undefined ? {} : { hint }),
  };
}
