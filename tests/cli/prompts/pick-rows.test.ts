// The picker draws by itself: where its source could not look at everything within a key, and in a window that changed.
import process from "node:process";
import { PassThrough } from "node:stream";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { ArticleSource } from "../../../src/desk/find/source-row.ts";
import { pickRows } from "../../../src/cli/prompts/pick-rows.ts";
import { styleFor } from "../../../src/cli/style.ts";

const ROW = {
  path: "a",
  slug: "a",
  headline: "A",
  state: "draft",
  section: "",
  changed: "",
  summary: "",
} as const;

/** The picker on streams, and all that it wrote to them. */
function picking(source: ArticleSource, offersNew = false) {
  const streams = { input: new PassThrough(), output: new PassThrough() };
  const terminal = { isTerminal: true, columns: 80, write: () => Promise.resolve() };
  const style = styleFor(terminal, { env: {} }, "never", true);
  const context = { ...streams, signal: new AbortController().signal, clearPromptOnDone: true };
  let drawn = "";
  let look = (): void => undefined;
  const note = (piece: unknown): void => {
    drawn += String(piece);
    look();
  };
  streams.output.on("data", note);
  return {
    picked: pickRows({ source, many: false, verb: "pick", offersNew, style }, context),
    type: (keys: string) => streams.input.write(keys),
    note,
    drawn: () => drawn,
    shows: (text: string, from = 0): Promise<void> =>
      new Promise((seen) => {
        look = () => {
          if (drawn.includes(text, from)) seen();
        };
        look();
      }),
  };
}

test("a partial answer says so, is looked for further, and drawn when all is seen", async () => {
  let asked = 0;
  const picker = picking(() =>
    ++asked < 60 ? { rows: [ROW], total: 1, isPartial: true } : { rows: [ROW, ROW], total: 2 },
  );
  await picker.shows("2 of 2");
  expect(picker.drawn()).toContain("1+");
  picker.type("\r");
  expect(await picker.picked).toEqual(["a"]);
});

test("a key asks once for what it finds: the rest is for a pause", async () => {
  const asked: string[] = [];
  const picker = picking((term) => {
    asked.push(term);
    return { rows: [ROW], total: asked.length, isPartial: true };
  });
  await picker.shows("1+");
  const before = asked.length;
  picker.type("x");
  await picker.shows("x");
  expect(asked.slice(before).filter((term) => term === "x")).toEqual(["x"]);
  picker.type("\r");
  await picker.picked;
});

test("where nothing matches, Enter begins an article with what was typed, if that is offered", async () => {
  const found: ArticleSource = (term) => (term === "" ? { rows: [ROW], total: 1 } : { rows: [], total: 0 });
  const picker = picking(found, true);
  picker.type(" storm barrier ");
  await picker.shows("enter new article");
  picker.type("\r");
  expect(await picker.picked).toEqual({ headline: "storm barrier" });
  const other = picking(found);
  other.type("storm\r");
  await other.shows("nothing matches");
  other.type("\u0015\r");
  expect(await other.picked).toEqual(["a"]);
  expect(other.drawn()).not.toContain("new article");
});

test("nothing is begun of blanks, nor before all is known", async () => {
  const none: ArticleSource = (term) =>
    term === "partial" ? { rows: [], total: 0, isPartial: true } : { rows: [], total: 0 };
  const picker = picking(none, true);
  picker.type("   \r");
  picker.type("\u0015partial\r");
  await picker.shows("partial");
  picker.type("\u0015storm");
  await picker.shows("enter new article");
  picker.type("\r");
  expect(await picker.picked).toEqual({ headline: "storm" });
});

test("text and Enter in one piece choose what a second look finds, where the first looked at nothing", async () => {
  let looks = 0;
  const picker = picking((term) =>
    term === "x" && ++looks > 1
      ? { rows: [ROW], total: 1, isPartial: true }
      : { rows: [], total: 0, isPartial: true },
  );
  await picker.shows("looking");
  picker.type("x\r");
  expect(await picker.picked).toEqual(["a"]);
});

test("a key means the rows on the screen, also where another look would find others in their place", async () => {
  let looks = 0;
  const picker = picking((term) => {
    const path = term === "" ? "a" : `${++looks}`;
    return {
      rows: [
        { ...ROW, path },
        { ...ROW, path: `${path}, second` },
      ],
      total: 2,
      ...(term === "" ? {} : PARTIAL),
    };
  });
  await picker.shows("2 of 2");
  picker.type("x");
  await picker.shows("2+ of 2");
  picker.type("\r");
  expect(await picker.picked).toEqual(["1"]);
});

const PARTIAL = { isPartial: true } as const;

test("how many there are is not said while nobody knows", async () => {
  let looks = 0;
  const picker = picking(() =>
    ++looks < 60 ? { rows: [], total: 0, ...PARTIAL } : { rows: [ROW, ROW], total: 2 },
  );
  await picker.shows("0+");
  expect(picker.drawn()).not.toContain("0+ of");
  await picker.shows("2 of 2");
  picker.type("\r");
  expect(await picker.picked).toEqual(["a"]);
});

describe("in a window of another size", () => {
  /** The picker in one of 40 columns, and what it writes from when another has been made of it. */
  async function resized(term: string, columns: readonly number[]): Promise<string> {
    const picker = picking(() => ({ rows: [ROW], total: 1 }));
    const written = vi.spyOn(process.stderr, "write").mockImplementation((piece) => {
      picker.note(piece);
      return true;
    });
    const before = Object.getOwnPropertyDescriptor(process.stderr, "columns");
    const set = (value: number): void =>
      void Object.defineProperty(process.stderr, "columns", { value, configurable: true });
    onTestFinished(() => {
      written.mockRestore();
      Object.defineProperty(process.stderr, "columns", before ?? { value: undefined, configurable: true });
    });
    set(40);
    await picker.shows("1 of 1");
    if (term !== "") {
      const from = picker.drawn().length;
      picker.type(term);
      await picker.shows("1 of 1", from);
    }
    const from = picker.drawn().length;
    for (const each of columns) {
      set(each);
      process.stderr.emit("resize");
    }
    await picker.shows("1 of 1", from);
    picker.type("\r");
    await picker.picked;
    return picker.drawn().slice(from);
  }

  test("nothing is left standing: lines that were cut in two are more than were drawn", async () => {
    // From the line that is asked down, and room below for what is drawn there.
    expect(await resized("", [60])).toMatch(/^\r\u001B\[K\u001B\[C\u001B\[J\r\n{14}\u001B\[14A/);
  });

  test("what was typed stood in two lines, and stands in four of half their width", async () => {
    expect(await resized("x".repeat(60), [20])).toMatch(/^\r\u001B\[2A\u001B\[K/);
    expect(await resized("x".repeat(60), [90])).toMatch(/^\r\u001B\[K/);
  });

  test("of a window that is drawn smaller and larger the last size is drawn", async () => {
    const drawn = await resized("", [30, 20, 70, 60]);
    expect(drawn.match(/\u001B\[14A/g)).toHaveLength(1);
  });
});
