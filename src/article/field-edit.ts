// What an edit is, and what it means: the content of a file before and after, compared without regard to layout.
// edit-article.ts makes the edit in the text and holds the result against this.
import { isObject } from "../base/value-checks.ts";
import { plainValue, type MapNode, type YamlNode } from "./yaml/yaml-node.ts";

/** What a key is set to: text, a list, or a number, boolean, null or map for the newsroom's own fields. */
export type EditValue =
  | string
  | number
  | boolean
  | null
  | readonly unknown[]
  | Readonly<Record<string, unknown>>;

/** A top-level key, or the way to a key inside a map, as `["image", "alt"]`. */
export type FieldPath = readonly [string, ...string[]];

/** One change. Clearing the last key of a map, or removing the last item of a list, takes the map or list away too. */
export type FieldEdit =
  | { readonly kind: "set"; readonly path: FieldPath; readonly value: EditValue }
  | { readonly kind: "clear"; readonly path: FieldPath }
  | { readonly kind: "add"; readonly path: FieldPath; readonly item: string }
  | { readonly kind: "remove"; readonly path: FieldPath; readonly item: string };

/** A file's content by key: text as written everywhere but in the newsroom's own fields, `x`, which have types. */
export type Content = Readonly<Record<string, unknown>>;

export function contentOf(root: MapNode): Content {
  return Object.fromEntries(root.entries.map(({ key, value }) => [key, contentOfItem(value, key)]));
}

/** The content of a value inside the top-level field `field`. */
export function contentOfItem(node: YamlNode, field: string): unknown {
  return field === "x" ? plainValue(node) : textsOf(node);
}

function textsOf(node: YamlNode): unknown {
  switch (node.kind) {
    case "empty":
      return null;
    case "text":
      return node.text;
    case "list":
      return node.items.map(textsOf);
    case "map":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, textsOf(value)]));
  }
}

/** The content after `edit`. Adding what is there or removing what is not changes nothing. */
export function meantBy(before: Content, edit: FieldEdit): Content {
  const after = change(before, edit.path, edit);
  return isObject(after) ? after : {};
}

function change(value: unknown, path: readonly string[], edit: FieldEdit): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return changeLeaf(value, edit);
  const map = isObject(value) ? value : {};
  const inner = Object.hasOwn(map, key) ? map[key] : undefined;
  const changed = change(inner, rest, edit);
  if (changed === inner) return value;
  const others = Object.entries(map).filter(([name]) => name !== key);
  const isGone = changed === undefined || (edit.kind !== "set" && isEmpty(changed));
  return Object.fromEntries(isGone ? others : [...others, [key, changed]]);
}

function changeLeaf(value: unknown, edit: FieldEdit): unknown {
  if (edit.kind === "set") return edit.value;
  if (edit.kind === "clear") return undefined;
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const holds = items.some((item) => isItem(item, edit));
  if (edit.kind === "add") return holds ? value : [...items, edit.item];
  return holds ? items.filter((item) => !isItem(item, edit)) : value;
}

/** True for the item an edit names: the text itself, or the author of that name written as a map. */
export function isItem(
  content: unknown,
  { item, path }: { readonly item: string; readonly path: FieldPath },
): boolean {
  return content === item || (path[0] === "authors" && isObject(content) && content["name"] === item);
}

/** The edit as it will be read: outside `x` every scalar is text, so that is what a number set there means. */
export function asRead(edit: FieldEdit): FieldEdit {
  return edit.kind === "set" && edit.path[0] !== "x" ? { ...edit, value: asTexts(edit.value) } : edit;
}

function asTexts(value: EditValue): EditValue {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (isList(value)) return value.map((item) => (isEditValue(item) ? asTexts(item) : item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, isEditValue(inner) ? asTexts(inner) : inner]),
  );
}

function isEditValue(value: unknown): value is EditValue {
  return (
    value !== undefined &&
    typeof value !== "function" &&
    typeof value !== "symbol" &&
    typeof value !== "bigint"
  );
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

/** Equal whatever the order of keys. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && sameContent(a[key], b[key]))
    );
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameContent(item, b[index]));
  }
  return Object.is(a, b);
}
