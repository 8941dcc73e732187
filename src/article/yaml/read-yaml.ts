// YAML text -> YamlNode tree or the findings that prevent it: scanned and parsed (scan-yaml.ts), composed by the
// library, then our own checks for duplicate keys and alias expansion, which the library does slowly or not at all.
import {
  Composer,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type Range,
  type Scalar,
} from "yaml";
import type { ErrorCode } from "../../base/stet-error.ts";
import type { Limits } from "../limits.ts";
import { scanYaml, type Property, type YamlScan } from "./scan-yaml.ts";
import type { MapEntry, TextNode, TextStyle, YamlNode } from "./yaml-node.ts";

/** One thing wrong at one place; `rawCode` is set where the library's words, or a lost text, need explain-yaml.ts. */
export interface YamlFinding {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string;
  readonly offset: number;
  readonly rawCode?: string;
}

export interface YamlReading {
  /** Absent when `findings` has a reason that leaves no tree to trust. */
  readonly root?: YamlNode;
  readonly findings: readonly YamlFinding[];
}

interface Conversion {
  readonly text: string;
  readonly scan: YamlScan;
  readonly doc: Document.Parsed;
  readonly limits: Limits;
  readonly findings: YamlFinding[];
  expansions: number;
  /** Set while the target of an alias is converted: everything found there is placed at the alias. */
  aliasRange?: Range;
}

/**
 * Reads one YAML 1.2 document. Never throws for any text: what is wrong comes back as findings, the first of them
 * the one to show. Time is bounded by `limits`; the largest text field allowed there is read in linear time.
 */
export function readYaml(text: string, limits: Limits): YamlReading {
  const scan = scanYaml(text, limits);
  if (scan.refused !== undefined) return { findings: [scan.refused] };
  const doc = compose(scan, text.length);
  if (doc === undefined) return { root: emptyNode(text.length), findings: [] };
  if (doc.errors.length > 0) return { findings: doc.errors.map(findingOf) };
  const conversion: Conversion = { text, scan, doc, limits, findings: [], expansions: 0 };
  const root =
    doc.contents === null ? emptyNode(text.length) : convert(conversion, doc.contents, text.length);
  return { root, findings: conversion.findings };
}

/** `schema` core and no key check of the library's: it is quadratic, and YAML 1.1 types would change what text says. */
function compose(scan: YamlScan, end: number): Document.Parsed | undefined {
  const composer = new Composer({ version: "1.2", schema: "core", uniqueKeys: false, prettyErrors: false });
  for (const doc of composer.compose(scan.tokens, true, end)) return doc;
  return undefined;
}

function findingOf(error: Document.Parsed["errors"][number]): YamlFinding {
  return { code: "yaml-syntax", message: error.message, offset: error.pos[0], rawCode: error.code };
}

function emptyNode(offset: number): YamlNode {
  return { kind: "empty", start: offset, end: offset, isAlias: false };
}

/** `fallback` places a value that the library gives no range. */
function convert(conversion: Conversion, node: unknown, fallback: number): YamlNode {
  if (!isNode(node)) return emptyNode(fallback);
  if (isAlias(node)) return convertAlias(conversion, node, fallback);
  const placed = placeOf(conversion, node, fallback);
  if (isScalar(node)) return convertScalar(conversion, node, placed);
  if (isSeq(node)) {
    refuseOver(conversion, node, {
      most: conversion.limits.items,
      what: "items in one list",
      at: placed.start,
    });
    const items = node.items.map((item) => convert(conversion, item, placed.end));
    return { kind: "list", isFlow: node.flow === true, items, ...placed };
  }
  if (isMap(node)) {
    refuseOver(conversion, node, {
      most: conversion.limits.keys,
      what: "keys in one mapping",
      at: placed.start,
    });
    return {
      kind: "map",
      isFlow: node.flow === true,
      entries: convertEntries(conversion, node.items),
      ...placed,
    };
  }
  return emptyNode(placed.start);
}

type Place = Pick<TextNode, "start" | "end" | "isAlias" | "propertiesStart" | "propertiesAreMeant">;

function placeOf(conversion: Conversion, node: Exclude<Node, Alias>, fallback: number): Place {
  const range = conversion.aliasRange ?? node.range ?? [fallback, fallback, fallback];
  const place = { start: range[0], end: range[1], isAlias: conversion.aliasRange !== undefined };
  const properties = place.isAlias ? [] : propertiesOf(conversion, node, place.start);
  const [first] = properties;
  if (first === undefined) return place;
  for (const property of properties) checkTag(conversion, property);
  const propertiesAreMeant = properties.every((property) => isMeant(conversion, property));
  return { ...place, propertiesStart: first.start, propertiesAreMeant };
}

/** The node's own anchor and tag: the last ones written before it. */
function propertiesOf({ scan }: Conversion, node: Exclude<Node, Alias>, start: number): readonly Property[] {
  const count = (node.anchor === undefined ? 0 : 1) + (node.tag === undefined ? 0 : 1);
  return count === 0 ? [] : scan.properties.filter((property) => property.start < start).slice(-count);
}

const CORE_TAGS = new Set(["!", "!!str", "!!int", "!!float", "!!bool", "!!null", "!!map", "!!seq"]);

function isMeant({ scan }: Conversion, { source }: Property): boolean {
  return source.startsWith("&") ? scan.aliased.has(source.slice(1)) : CORE_TAGS.has(source);
}

function checkTag(conversion: Conversion, { source, start }: Property): void {
  if (!source.startsWith("!") || CORE_TAGS.has(source)) return;
  conversion.findings.push({
    code: "yaml-lost-text",
    message: `"${source}" is read as a tag and lost`,
    hint: "put the whole value in quotes",
    offset: start,
    rawCode: "TAG",
  });
}

const STYLES: Readonly<Record<string, TextStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};

function convertScalar(conversion: Conversion, node: Scalar, placed: Place): YamlNode {
  const style = STYLES[node.type ?? "PLAIN"] ?? "plain";
  const comment = style === "block" || placed.isAlias ? undefined : commentAfter(conversion.text, placed.end);
  const commentStart = comment === undefined ? {} : { commentStart: comment };
  const text = node.source ?? "";
  if (text === "" && style === "plain") return { kind: "empty", ...placed, ...commentStart };
  return { kind: "text", text, value: node.value, style, ...placed, ...commentStart };
}

function commentAfter(text: string, end: number): number | undefined {
  let at = end;
  while (text[at] === " " || text[at] === "\t") at++;
  return text[at] === "#" && /\s/.test(text.charAt(at - 1)) ? at : undefined;
}

function convertAlias(conversion: Conversion, alias: Alias, fallback: number): YamlNode {
  const range: Range = conversion.aliasRange ?? alias.range ?? [fallback, fallback, fallback];
  conversion.expansions++;
  if (conversion.expansions > conversion.limits.aliases) {
    if (conversion.expansions === conversion.limits.aliases + 1) {
      const message = `aliases expand to more than ${conversion.limits.aliases} values`;
      conversion.findings.push({ code: "too-large", message, offset: range[0] });
    }
    return emptyNode(range[0]);
  }
  const target = alias.resolve(conversion.doc);
  if (target === undefined) {
    const message = `"*${alias.source}" is read as an alias and lost`;
    conversion.findings.push({ code: "yaml-lost-text", message, offset: range[0], rawCode: "ALIAS" });
    return emptyNode(range[0]);
  }
  const outer = conversion.aliasRange;
  conversion.aliasRange = range;
  const node = convert(conversion, target, range[0]);
  if (outer === undefined) delete conversion.aliasRange;
  else conversion.aliasRange = outer;
  return node;
}

function convertEntries(conversion: Conversion, pairs: readonly Pair[]): MapEntry[] {
  const seen = new Set<string>();
  return pairs.map((pair) => {
    const place = conversion.aliasRange ?? (isNode(pair.key) ? pair.key.range : undefined);
    const [keyStart, keyEnd]: readonly number[] = place ?? [0, 0];
    const key = isScalar(pair.key) ? (pair.key.source ?? "") : "";
    checkKey(conversion, key, { offset: keyStart ?? 0, seen });
    const value = convert(conversion, pair.value, afterColon(conversion.text, keyEnd ?? 0));
    return { key, keyStart: keyStart ?? 0, keyEnd: keyEnd ?? 0, value };
  });
}

function checkKey(
  conversion: Conversion,
  key: string,
  { offset, seen }: { readonly offset: number; readonly seen: Set<string> },
): void {
  if (key === "") {
    conversion.findings.push({ code: "yaml-syntax", message: "a key must be text", offset });
  } else if (seen.has(key)) {
    const message = `"${key}" stands here a second time`;
    conversion.findings.push({ code: "yaml-syntax", message, hint: "keep one of the two", offset });
  }
  seen.add(key);
}

function afterColon(text: string, keyEnd: number): number {
  const colon = /[ \t]*:/y;
  colon.lastIndex = keyEnd;
  return colon.test(text) ? colon.lastIndex : keyEnd;
}

interface Bound {
  readonly most: number;
  readonly what: string;
  readonly at: number;
}

function refuseOver(
  { findings }: Conversion,
  { items }: { readonly items: readonly unknown[] },
  { most, what, at }: Bound,
): void {
  if (items.length <= most) return;
  findings.push({ code: "too-large", message: `more than ${most} ${what}`, offset: at });
}
