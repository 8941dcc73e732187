// Where the links and pins of an article lead, for the rules about them: asked of the index, each name once for a run.
import { slugKey } from "../../article/slug.ts";
import { stateAt, type State } from "../../article/state.ts";
import { articleLinks, articleSlug } from "../../body/body-links.ts";
import { parseBody } from "../../body/parse-body.ts";
import { filesNamed, type NamedFile } from "../../index/names.ts";
import type { Index } from "../../index/open-index.ts";
import { fileAt } from "../../index/select-files.ts";
import { askIndex } from "../ask-index.ts";
import type { Desk } from "../desk.ts";
import type { Newsroom, Place, Story } from "./rule.ts";

/** A link or pin; `what` is what to call it in a message. */
export interface Pointer {
  readonly name: string;
  readonly what: string;
  readonly place: Place;
}

/** The `article:` links of the body and the pinned related articles. */
export function* pointersOf({ article }: Story): Generator<Pointer> {
  const { body, related } = article;
  for (const name of /article:/i.test(body) ? articleLinks(parseBody(body)) : [])
    yield { name, what: `the link article:${name}`, place: { way: ["body"], at: linkAt(body, name) } };
  for (const [at, name] of related.entries())
    yield { name, what: `related ${name}`, place: { way: ["related", at] } };
}

/** Where it stands among the links, written with percent signs perhaps; else the first that might be it. */
function linkAt(body: string, name: string): number {
  const links = [...body.matchAll(/article:[^\s)>\]"'?#]+/gi)];
  const [first] = links;
  return (links.find(([href]) => articleSlug(href) === name) ?? first)?.index ?? 0;
}

/** The state of the article that a name leads to; undefined where it leads to none, or to two. */
export type StateOfTarget = (name: string) => State | undefined;

const known = new WeakMap<Newsroom, StateOfTarget>();

/** What the names of this run lead to; the rules that ask share the answers. */
export function stateOfTarget(newsroom: Newsroom): StateOfTarget {
  const lookUp = known.get(newsroom) ?? rememberingStates(newsroom);
  known.set(newsroom, lookUp);
  return lookUp;
}

function rememberingStates({ desk }: Newsroom): StateOfTarget {
  const states = new Map<string, State | undefined>();
  return (name) => {
    const key = slugKey(name.replace(/^id:/, ""));
    if (!states.has(key))
      states.set(
        key,
        askIndex(desk, (index) => findState(desk, index, key)),
      );
    return states.get(key);
  };
}

/** A slug beats a former slug, and both an id. */
function findState(desk: Desk, index: Index, key: string): State | undefined {
  const named = filesNamed(index, key);
  for (const kind of ["slug", "former", "id"] as const) {
    const [path, ...others] = pathsOf(named, kind);
    if (others.length > 0) return undefined;
    const head = path === undefined ? undefined : fileAt(index, path)?.head;
    if (head !== undefined) return stateAt(head, desk.now);
  }
  return undefined;
}

function pathsOf(named: readonly NamedFile[], kind: NamedFile["kind"]): string[] {
  return [...new Set(named.filter((file) => file.kind === kind).map(({ path }) => path))];
}
