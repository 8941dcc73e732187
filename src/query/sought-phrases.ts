// What a search looks for in a query's tree: the words and phrases that rank articles and that snippets show.
import type { Phrase, QueryField, QueryNode } from "./query.ts";
import { replaceTerms } from "./replace-terms.ts";

/** A phrase and where it is looked for; without a field in the headline, summary, body, authors and tags. */
export interface SoughtPhrase {
  readonly phrase: Phrase;
  readonly field?: TextField;
}

/** The fields whose words the full-text index holds. */
export type TextField = (typeof TEXT_FIELDS)[number];
const TEXT_FIELDS = ["headline", "summary", "body", "author", "correction"] as const;

/** The words and phrases that an article is wanted for, each once, in their order; what is negated is not among them. */
export function soughtPhrases(node: QueryNode): SoughtPhrase[] {
  const found = new Map<string, SoughtPhrase>();
  for (const sought of allSought(node)) found.set(JSON.stringify(sought), sought);
  return [...found.values()];
}

function allSought(node: QueryNode): SoughtPhrase[] {
  if (node.kind === "and" || node.kind === "or") return node.nodes.flatMap(allSought);
  if (node.kind === "words") return [{ phrase: node.phrase }];
  if (node.kind !== "text" || node.test.kind !== "phrase" || !isTextField(node.field)) return [];
  return node.test.phrase.words.length === 0 ? [] : [{ phrase: node.test.phrase, field: node.field }];
}

function isTextField(field: QueryField): field is TextField {
  return TEXT_FIELDS.some((known) => known === field);
}

/** The tree with free words looked for in bylines as well: what they mean in a search, and not in a list. */
export function withBylines(node: QueryNode): QueryNode {
  return replaceTerms(node, (term) => {
    if (term.kind !== "words") return term;
    const { phrase } = term;
    return { kind: "or", nodes: [term, { kind: "text", field: "author", test: { kind: "phrase", phrase } }] };
  });
}
