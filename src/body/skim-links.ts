// The links of a body without parsing it, where they are plainly written. Whenever a bracket could mean anything else this
// gives up, and the parser decides: a differential fuzz holds this to it.

/** What a body says without the addresses of its links, and where those lead. */
export interface SkimmedLinks {
  /** The Markdown with nothing of a link but LINK and its words, and nothing of an image but its words in brackets. */
  readonly text: string;
  /** As articleLinks gives them. */
  readonly articles: readonly string[];
  /** As imagesOf gives them. */
  readonly images: readonly string[];
}

/** Stands before the words of a link: no character of a text, and none that ends a word. */
export const LINK: string = "\0";

/**
 * The links `[words](address)` and images of a body that has no code spans, HTML, escapes, references to characters or
 * tables; other brackets are words. Undefined where the parser must look. O(markdown).
 */
export function skimLinks(markdown: string): SkimmedLinks | undefined {
  if (!markdown.includes("[")) return { text: markdown, articles: [], images: [] };
  return OTHERS.some((sign) => markdown.includes(sign)) ? undefined : readLinks(markdown);
}

/** Indented code, and what notes and addresses elsewhere are defined by. */
const OTHERS = ["    ", "\t", "\r", "]:"];

/** Brackets with nothing but words between them; behind them an address without a title, or no address. */
const BRACKETS = /\[([^[\]\n]*)\](?:\(([^\s()<>[\]\0-\x1F\x7F]+)\)|(?!\())/y;

interface Found {
  readonly articles: Set<string>;
  /** Images that are paragraphs by themselves. */
  readonly figures: Set<string>;
  readonly others: Set<string>;
}

function readLinks(markdown: string): SkimmedLinks | undefined {
  const found: Found = { articles: new Set(), figures: new Set(), others: new Set() };
  let text = "";
  let from = 0;
  for (let start = markdown.indexOf("["); start !== -1; start = markdown.indexOf("[", from)) {
    BRACKETS.lastIndex = start;
    const [brackets, words, address] = BRACKETS.exec(markdown) ?? [];
    if (brackets === undefined) return undefined;
    const end = start + brackets.length;
    if (address !== undefined && !note(found, address, { markdown, start, end })) return undefined;
    const isLink = address !== undefined && markdown[start - 1] !== "!";
    text += markdown.slice(from, start) + (isLink ? `${LINK}${words}` : `[${words}]`);
    from = end;
  }
  const images = inOrder(found);
  return images && { text: text + markdown.slice(from), articles: [...found.articles], images };
}

/** Addresses that come out of encoding and decoding as they are. */
const SIMPLE_SOURCE = /^\/?[\w-][\w./-]*$/;
const SIMPLE_ARTICLE = /^article:([\p{L}\p{N}-]{1,200})$/u;
const MAY_BE_ARTICLE = /^article:/i;

/** False where only the parser knows what the address is. */
function note(
  { articles, figures, others }: Found,
  address: string,
  place: { readonly markdown: string; readonly start: number; readonly end: number },
): boolean {
  if (place.markdown[place.start - 1] === "!") {
    (isAlone(place) ? figures : others).add(address);
    return SIMPLE_SOURCE.test(address);
  }
  if (!MAY_BE_ARTICLE.test(address)) return true;
  const slug = SIMPLE_ARTICLE.exec(address)?.[1];
  if (slug !== undefined) articles.add(slug);
  return slug !== undefined;
}

/** True for an image that is certainly a paragraph by itself; its `start` is that of the brackets. */
function isAlone({ markdown, start, end }: { markdown: string; start: number; end: number }): boolean {
  const isFirst = start === 1 || markdown.startsWith("\n\n", start - 3);
  const behind = markdown.slice(end, end + 2);
  return isFirst && (behind === "" || behind === "\n" || behind === "\n\n");
}

/** The figures come first; an image elsewhere may be one, too. */
function inOrder({ figures, others }: Found): string[] | undefined {
  const images = new Set([...figures, ...others]);
  return others.size > 0 && images.size > 1 ? undefined : [...images];
}
