// Links to the newsroom's own site by address: they go on pointing where an article was, and nobody checks them.
import { slugKey } from "../../article/slug.ts";
import type { Settings } from "../../article/settings.ts";
import { withoutCode } from "../../body/prose-of.ts";
import { filesNamed } from "../../index/names.ts";
import { fileAt } from "../../index/select-files.ts";
import { askIndex } from "../keep-index/ask-index.ts";
import { permalinkOf } from "../permalink.ts";
import type { Newsroom, Rule } from "./rule.ts";

export const OWN_LINKS: Rule = {
  code: "own-link",
  severity: "warning",
  summary: "A link leads to an article of the newsroom by its address instead of article:slug.",
  begin: (newsroom) => {
    const { url } = newsroom.desk.settings;
    return function* ({ article: { body } }) {
      if (url === undefined || !body.includes(url)) return;
      for (const { index, address } of addressesUnder(withoutCode(body), url)) {
        const slug = slugAt(newsroom, address);
        if (slug === undefined) continue;
        yield {
          place: { way: ["body"], at: index },
          message: "this address is an article of the newsroom",
          hint: `link to article:${slug}: it follows a new slug, and is checked`,
        };
      }
    };
  },
};

function* addressesUnder(body: string, url: string): Generator<{ index: number; address: string }> {
  for (let index = body.indexOf(url); index !== -1; index = body.indexOf(url, index + 1)) {
    const address = /^[^\s<>()[\]"?#]*/.exec(body.slice(index, index + 2_000))?.[0] ?? "";
    yield { index, address };
  }
}

/** The slug of the article whose page is at an address: one of its steps is a name, and its permalink is the address. */
function slugAt({ desk }: Newsroom, address: string): string | undefined {
  const steps = decoded(address).split("/").filter(Boolean);
  for (const step of steps.toReversed()) {
    const file = askIndex(desk, (index) =>
      filesNamed(index, slugKey(step)).find(({ path }) =>
        isPageOf(desk.settings, fileAt(index, path)?.head, address),
      ),
    );
    if (file !== undefined) return file.slug;
  }
  return undefined;
}

type Head = Parameters<typeof permalinkOf>[1];

function isPageOf(settings: Settings, head: Head | undefined, address: string): boolean {
  const page = head === undefined ? undefined : permalinkOf(settings, head);
  return page !== undefined && decoded(page).replace(/\/$/, "") === decoded(address).replace(/\/$/, "");
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
