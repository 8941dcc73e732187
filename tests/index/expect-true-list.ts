// A list as somebody asks for it who has changed files behind stet's back: compared with a look at every file.
import { expect } from "vitest";
import type { Desk, DeskOptions } from "../../src/desk/desk.ts";
import { listArticles } from "../../src/desk/find/list-articles.ts";
import { readEntries } from "../../src/desk/find/read-entries.ts";
import { readQuery } from "../../src/desk/find/read-query.ts";
import { lookAtFiles, pathsSorted } from "./look-at-files.ts";
import { withDesk } from "./make-newsroom.ts";

/** What a list says: one line a file, `path: headline` or `path: -`, in the order of the paths. */
export async function listed(desk: Desk): Promise<string[]> {
  const query = readQuery(desk, ["is:invalid OR -is:invalid"]);
  const { files } = await listArticles(desk, { query, sort: [{ field: "path", isDescending: false }] });
  return [...files].map(({ path, head }) => `${path}: ${head?.headline ?? "-"}`);
}

/** The same by looking at every file. */
function looked(desk: Desk): string[] {
  const { node } = readQuery(desk, ["is:invalid OR -is:invalid"]);
  const entries = lookAtFiles(desk, node);
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return pathsSorted(desk, entries, "path").map(
    (path) => `${path}: ${byPath.get(path)?.article?.headline ?? "-"}`,
  );
}

/** Lists with a desk of its own; returns the lines once they, and what is wrong with files, are what the files say. */
export async function trueList(root: string, options: Partial<DeskOptions> = {}): Promise<string[]> {
  return withDesk(
    root,
    async (desk) => {
      const found = await listed(desk);
      expect(found).toEqual(looked(desk));
      expect(await complaints(desk)).toEqual(complaintsOfFiles(desk));
      return found;
    },
    options,
  );
}

async function complaints(desk: Desk): Promise<string[]> {
  const { problems } = await listArticles(desk, { query: readQuery(desk, []) });
  return problems.map(({ file, message }) => `${file}: ${message}`).sort();
}

function complaintsOfFiles(desk: Desk): string[] {
  return [...readEntries(desk)]
    .flatMap(({ problems }) => problems)
    .filter(({ severity }) => severity === "error")
    .map(({ file, message }) => `${file}: ${message}`)
    .sort();
}
