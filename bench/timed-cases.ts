// Every command whose time is compared with a peer's: one entry a row of the table, with its goal.
import path from "node:path";
import {
  changeArticle,
  changeHeadline,
  changeHugoArticle,
  filesIn,
  hasIndex,
  removeEdition,
  removeHugoSite,
  removeIndex,
} from "./change-article.ts";
import type { Corpus } from "./generate-newsroom.ts";
import { rareWordOf } from "./rare-word.ts";
import type { Subject } from "./row.ts";
import type { Contender } from "./time-interleaved.ts";
import { find, hugo, pandoc, ripgrep, startOfNode, stet } from "./tools.ts";

/** The peer's name as printed, and up to how many articles it is asked. */
export interface Peer extends Contender {
  readonly label: string;
  readonly most: number;
}

export interface TimedCase extends Omit<Subject, "unit" | "measure"> {
  readonly stet: Contender;
  readonly peer: Peer;
  /** What else is worth saying, after the runs. */
  readonly remark?: (corpus: Corpus, seconds: number) => string;
  /** Why the figure means nothing yet; empty when it does. */
  readonly flaw?: (corpus: Corpus) => string;
}

const UNLIMITED = Number.POSITIVE_INFINITY;
/** Hugo took 44 s to list 100,000 articles, and 0.94 GB to build 10,000. */
const HUGO_LISTS = 100_000;
const HUGO_BUILDS = 10_000;

const warmList = stet(() => ["list", "-n", "50"]);
const publish = stet(() => ["publish", "-q"]);
const hugoList = { label: "hugo list all", most: HUGO_LISTS, calls: [hugo("list", "all")] };
const plainList: Peer = { label: "warm stet list", most: UNLIMITED, calls: [warmList] };
const hugoBuild = hugo("--quiet");

const startAlone: Peer = { label: "node -e 0", most: UNLIMITED, calls: [startOfNode] };

export const TIMED_CASES: readonly TimedCase[] = [
  {
    name: "version",
    what: "stet --version",
    stet: { calls: [stet(() => ["--version"])] },
    peer: startAlone,
    goals: [{ most: 1.25, from: 1 }],
  },
  {
    name: "help",
    what: "stet -h",
    stet: { calls: [stet(() => ["-h"])] },
    peer: startAlone,
    // Node's own start and 30 ms.
    goals: [{ most: 2.3, from: 1 }],
  },
  {
    name: "list-warm",
    what: "stet list -n 50, index warm",
    stet: { setUp: [warmList], calls: [warmList] },
    peer: { label: "find + node -e 0", most: UNLIMITED, calls: [find, startOfNode] },
    goals: [{ most: 1.5, from: 100_000 }],
    flaw: flawOfIndex,
  },
  {
    name: "list-json",
    what: "stet list section:world is:live --json",
    stet: { setUp: [warmList], calls: [stet(() => ["list", "section:world", "is:live", "--json"])] },
    peer: hugoList,
    goals: [{ most: 0.1, from: 10_000 }],
    flaw: flawOfIndex,
  },
  {
    name: "search",
    what: 'stet search "two words"',
    stet: { setUp: [warmList], calls: [stet(({ probe }) => ["search", probe.phrase])] },
    peer: { label: 'rg -il "two words"', most: UNLIMITED, calls: [ripgrep(({ probe }) => probe.phrase)] },
    goals: [{ most: 1, from: 100_000 }],
  },
  {
    name: "search-rare",
    what: "stet search of one rare word",
    stet: { setUp: [warmList], calls: [stet((corpus) => ["search", rareWordOf(corpus)])] },
    peer: { label: "rg -il of it", most: UNLIMITED, calls: [ripgrep(rareWordOf)] },
    goals: [{ most: 1, from: 100_000 }],
  },
  {
    name: "stats",
    what: "stet stats",
    stet: { setUp: [warmList], calls: [stet(() => ["stats"])] },
    peer: plainList,
    goals: [],
  },
  {
    name: "first-index",
    what: "stet list -n 1, no index yet",
    stet: { before: removeIndex, calls: [stet(() => ["list", "-n", "1"])] },
    peer: hugoList,
    goals: [
      { most: 2, from: 10_000 },
      { most: 1, from: 100_000 },
    ],
    remark: rateOf,
    flaw: flawOfIndex,
  },
  {
    name: "list-after-change",
    what: "stet list -n 50, one article changed",
    stet: { setUp: [warmList], before: changeArticle, calls: [warmList] },
    peer: plainList,
    goals: [{ most: 1.1, from: 100_000 }],
    flaw: flawOfIndex,
  },
  {
    name: "render",
    what: "stet render SLUG --to html",
    stet: { setUp: [warmList], calls: [stet(({ probe }) => ["render", probe.slug, "--to", "html"])] },
    peer: { label: "pandoc -s, one file", most: UNLIMITED, calls: [pandoc] },
    goals: [{ most: 1, from: 100_000 }],
  },
  {
    name: "show",
    what: "stet show SLUG",
    stet: { setUp: [warmList], calls: [stet(({ probe }) => ["show", probe.slug])] },
    peer: startAlone,
    goals: [],
  },
  {
    name: "publish-all",
    what: "stet publish, everything new",
    stet: { setUp: [warmList], before: removeEdition, calls: [publish] },
    peer: { label: "hugo", most: HUGO_BUILDS, before: removeHugoSite, calls: [hugoBuild] },
    goals: [{ most: 1, from: 10_000 }],
    remark: (corpus, seconds) => `${rateOf(corpus, seconds)}; ${remarkFiles(corpus)}`,
  },
  {
    name: "publish-change",
    what: "stet publish, one article changed",
    stet: { setUp: [publish], before: changeArticle, calls: [publish] },
    peer: {
      label: "hugo, one changed",
      most: HUGO_BUILDS,
      setUp: [hugoBuild],
      before: changeHugoArticle,
      calls: [hugoBuild],
    },
    goals: [{ most: 0.05, from: 10_000 }],
  },
  {
    name: "publish-headline",
    what: "stet publish, one headline changed",
    stet: { setUp: [publish], before: changeHeadline, calls: [publish] },
    peer: {
      label: "hugo, one changed",
      most: HUGO_BUILDS,
      setUp: [hugoBuild],
      before: changeHugoArticle,
      calls: [hugoBuild],
    },
    goals: [{ most: 0.05, from: 10_000 }],
  },
  {
    name: "publish-nothing",
    what: "stet publish, nothing to do",
    stet: { setUp: [publish], calls: [publish] },
    peer: plainList,
    goals: [{ most: 1.5, from: 100_000 }],
  },
];

function rateOf({ articles }: Corpus, seconds: number): string {
  return `${Math.round(articles / seconds).toLocaleString("en")} articles/s`;
}

function flawOfIndex(corpus: Corpus): string {
  return hasIndex(corpus) ? "" : "there is no index: every file was read";
}

function remarkFiles({ newsroom, hugo: site }: Corpus): string {
  const own = filesIn(path.join(newsroom, "public")).toLocaleString("en");
  return `${own} files, hugo's ${filesIn(path.join(site, "public")).toLocaleString("en")}`;
}
