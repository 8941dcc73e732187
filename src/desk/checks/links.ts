// Where the links and pins of an article lead, for the rules about them: asked of the index, and kept for the rules
// that ask of the same name.
import { stateAt, type State } from "../../article/state.ts";
import { RecentMap } from "../../base/recent-map.ts";
import { articleLinks, articleSlug } from "../../body/body-links.ts";
import { parseBody } from "../../body/parse-body.ts";
import type { ArticleHead } from "../../index/file-row.ts";
import { fileMeant } from "../../index/names.ts";
import type { Index } from "../../index/open-index.ts";
import { fileAt } from "../../index/select-files.ts";
import { askIndex } from "../keep-index/ask-index.ts";
import type { Desk } from "../desk.ts";
import { liveFiles } from "../find/find-linked.ts";
import type { Place } from "../place-in-file.ts";
import type { Newsroom, Story } from "./rule.ts";

/** A link or pin; `what` is what to call it in a message, `effect` what readers get of one that is not live. */
export interface Pointer {
  readonly name: string;
  readonly what: string;
  readonly effect: string;
  readonly place: Place;
}

const PLAIN = "readers get its text without a link";

/** The `article:` links of the body, the pinned related articles, and the one that this one translates. */
export function* pointersOf({ article }: Story): Generator<Pointer> {
  const { body, related, translationOf } = article;
  for (const name of /article:/i.test(body) ? articleLinks(parseBody(body)) : [])
    yield {
      name,
      what: `the link article:${name}`,
      effect: PLAIN,
      place: { way: ["body"], at: linkAt(body, name) },
    };
  for (const [at, name] of related.entries())
    yield { name, what: `related ${name}`, effect: PLAIN, place: { way: ["related", at] } };
  if (translationOf !== undefined) {
    const what = `translation_of ${translationOf}`;
    yield { name: translationOf, what, effect: "its page is not named", place: { way: ["translation_of"] } };
  }
}

/** Where it stands among the links, written with percent signs perhaps; else the first that might be it. */
function linkAt(body: string, name: string): number {
  const links = [...body.matchAll(/article:[^\s)>\]"'?#]+/gi)];
  const [first] = links;
  return (links.find(([href]) => articleSlug(href) === name) ?? first)?.index ?? 0;
}

/** What is to be known of the article that a name leads to. */
export interface Target extends Pick<ArticleHead, "language"> {
  readonly path: string;
  readonly state: State;
}

/** Undefined where the name leads to no article, or to two. */
export type FindTarget = (name: string) => Target | undefined;

/** Links lead to what is new, and several rules ask for one. */
const NAMES_KEPT = 10_000;

const known = new WeakMap<Newsroom, FindTarget>();

/** What the names of this run lead to; the rules that ask share the answers. */
export function targetFinder(newsroom: Newsroom): FindTarget {
  const lookUp = known.get(newsroom) ?? rememberingTargets(newsroom);
  known.set(newsroom, lookUp);
  return lookUp;
}

function rememberingTargets({ desk }: Newsroom): FindTarget {
  const targets = new RecentMap<string, { readonly target: Target | undefined }>(NAMES_KEPT);
  return (name) => {
    const known = targets.get(name) ?? { target: askIndex(desk, (index) => findTarget(desk, index, name)) };
    targets.set(name, known);
    return known.target;
  };
}

function findTarget(desk: Desk, index: Index, name: string): Target | undefined {
  // As readers are led: by what is not live only where nothing live answers.
  const path = fileMeant(index, name, liveFiles(desk, index)) ?? fileMeant(index, name);
  const head = path === undefined ? undefined : fileAt(index, path)?.head;
  if (path === undefined || head === undefined) return undefined;
  return { path, language: head.language, state: stateAt(head, desk.now) };
}
