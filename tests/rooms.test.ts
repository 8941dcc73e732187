// The rooms of docs/ARCHITECTURE.md hold: imports run one way, and each package is touched by one room.
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { describe, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const table = readRooms(readFileSync(path.join(root, "docs/ARCHITECTURE.md"), "utf8"));
const rooms = table.map(({ room }) => room);
const PURE = new Set(["base", "article", "body", "query", "render", "formats"]);

interface Room {
  readonly room: string;
  readonly owns: readonly string[];
}

function readRooms(markdown: string): Room[] {
  const rows = markdown
    .split("\n")
    .filter((line) => /^\| [a-z]+ \|/.test(line) && !line.startsWith("| room |"));
  return rows.map((line) => {
    const [, room = "", , owns = ""] = line.split("|").map((cell) => cell.trim());
    return { room, owns: [...owns.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "") };
  });
}

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(root, file), "utf8").replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, "");
  const pattern =
    /^(?:import|export)\s[^;"]*?\bfrom "([^"]+)"|^import "([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|\brequire\("([^"]+)"\)/gm;
  const room = file.split("/")[1] ?? "";
  return [...source.matchAll(pattern)].map((match) => ({
    file,
    room,
    target: match.slice(1).find(Boolean) ?? "",
  }));
}

const files = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => `src/${file.split(path.sep).join("/")}`);
const imports = files.flatMap(importsOf);

function roomOf({ file, target }: Import): string {
  return path.posix.join(path.posix.dirname(file), target).split("/")[1] ?? "";
}

function packageOf(target: string): string {
  if (target.startsWith("node:")) return target;
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}

/** What a file imports, at once or as it runs. */
const importedBy = new Map(
  files.map((file) => {
    const relative = imports.filter((each) => each.file === file && each.target.startsWith("."));
    return [file, relative.map(({ target }) => path.posix.join(path.posix.dirname(file), target))];
  }),
);

function reachedFrom(file: string): Set<string> {
  const reached = new Set<string>();
  const next = [...(importedBy.get(file) ?? [])];
  for (let target = next.pop(); target !== undefined; target = next.pop()) {
    if (reached.has(target)) continue;
    reached.add(target);
    next.push(...(importedBy.get(target) ?? []));
  }
  return reached;
}

describe("rooms", () => {
  test("the table names every folder under src, and no other", () => {
    const folders = [...new Set(files.map((file) => file.split("/")[1] ?? ""))].toSorted();
    expect(folders).toEqual(rooms.toSorted());
  });

  test("a room imports only from itself and from rooms above it", () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith("."))
      .filter((each) => rooms.indexOf(roomOf(each)) > rooms.indexOf(each.room));
    expect(wrong).toEqual([]);
  });

  test("a package is imported by the one room that owns it", () => {
    const wrong = imports
      .filter(({ target }) => !target.startsWith("."))
      .filter(({ room, target }) => {
        const name = packageOf(target);
        const owners = table.filter(({ owns }) => owns.includes(name)).map((owner) => owner.room);
        if (owners.length > 0) return !owners.includes(room);
        return !(name.startsWith("node:") && !PURE.has(room));
      });
    expect(wrong).toEqual([]);
  });

  test("a pure room imports nothing from node, asks no clock and reads no environment", () => {
    const builtins = new Set(builtinModules.map((name) => name.replace(/^node:/, "")));
    const impure = imports.filter(
      ({ room, target }) => PURE.has(room) && builtins.has(target.replace(/^node:/, "")),
    );
    const ambient = files
      .filter((file) => PURE.has(file.split("/")[1] ?? ""))
      .filter((file) => /\bprocess\.|\bDate\.now\(|new Date\(\)|Math\.random\(/.test(withoutComments(file)));
    expect([...impure, ...ambient]).toEqual([]);
  });

  test("no file imports itself by way of others", () => {
    const circles = files.filter((file) => reachedFrom(file).has(file));
    expect(circles).toEqual([]);
  });

  test("nothing exports a default, and no file has a name that says nothing", () => {
    const defaults = files.filter((file) =>
      /^export default/m.test(readFileSync(path.join(root, file), "utf8")),
    );
    const vague = files.filter((file) => /\/(?:utils?|helpers?|common|misc|manager|index)\.ts$/.test(file));
    expect([...defaults, ...vague]).toEqual([]);
  });

  test("every file opens by saying what it is", () => {
    const silent = files.filter((file) => !readFileSync(path.join(root, file), "utf8").startsWith("// "));
    expect(silent).toEqual([]);
  });
});

function withoutComments(file: string): string {
  return readFileSync(path.join(root, file), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\/\/.*$/gm, "");
}
