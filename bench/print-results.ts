// The result for people: Markdown tables, so that they can be pasted into docs/benchmarks.md as they are.
import type { Growth } from "./measure-growth.ts";
import type { Machine } from "./describe-machine.ts";
import type { Row, Unit } from "./row.ts";

/** Everything one run of the benchmark found. */
export interface Results {
  readonly machine: Machine;
  readonly load: { readonly before: number; readonly after: number };
  readonly rounds: number;
  readonly rows: readonly Row[];
  readonly growth: readonly Growth[];
}

/** The machine, the table, and the curves where there are any. */
export function printResults({ machine, load, rounds, rows, growth }: Results): string {
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  const facts = [
    `${machine.system}, ${machine.processors}, ${machine.memory}, load ${load.before.toFixed(1)} before and ${load.after.toFixed(1)} after`,
    versions.join(" · "),
    `medians of ${rounds} rounds, stet and peer in turns`,
  ];
  const curves = growth.length === 0 ? [] : ["", printTable(growthTable(growth))];
  return [...facts, "", printTable(rowTable(rows)), ...curves, ""].join("\n");
}

function rowTable(rows: readonly Row[]): string[][] {
  const head = [
    "case",
    "articles",
    "measured",
    "result",
    "peer",
    "its result",
    "ratio",
    "goal",
    "met",
    "note",
  ];
  return [
    head,
    ...rows.map((row) => [
      row.name,
      row.articles.toLocaleString("en"),
      row.what,
      printQuantity(row.value, row.unit),
      row.peer ?? "",
      printQuantity(row.peerValue, row.unit),
      row.ratio === undefined ? "" : `${row.ratio.toPrecision(3)}x`,
      row.goal,
      printVerdict(row.isMet),
      row.note,
    ]),
  ];
}

function growthTable(growth: readonly Growth[]): string[][] {
  const sizes = [...new Set(growth.flatMap(({ points }) => points.map(({ articles }) => articles)))];
  const head = ["growth", ...sizes.map((size) => size.toLocaleString("en")), "per tenfold", "goal", "met"];
  return [
    head,
    ...growth.map(({ name, unit, points, worst, most, isMet }) => [
      name,
      ...sizes.map((size) => printQuantity(points.find(({ articles }) => articles === size)?.value, unit)),
      `${worst.toFixed(1)}x`,
      `<= ${most}x`,
      printVerdict(isMet),
    ]),
  ];
}

function printVerdict(isMet: boolean | undefined): string {
  if (isMet === undefined) return "";
  return isMet ? "yes" : "NO";
}

/** `27 ms`, `1.25 s`, `93 MB`; empty when nothing was measured. */
export function printQuantity(value: number | undefined, unit: Unit): string {
  if (value === undefined) return "";
  if (unit === "MB") return `${Math.round(value)} MB`;
  return value < 1 ? `${Math.round(value * 1000)} ms` : `${value.toPrecision(3)} s`;
}

/** A Markdown table with its columns aligned; the first row is the head. */
export function printTable(table: readonly (readonly string[])[]): string {
  const columns =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) => columns.map((width, column) => (row[column] ?? "").padEnd(width)));
  const rule = columns.map((width) => "-".repeat(width));
  return [...lines.slice(0, 1), rule, ...lines.slice(1)]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}
