// Changes fields of an existing file and nothing else: comments, order, quoting, line ends and every other byte
// stay (article-format.md "Machine edits"). Each edit is read back and compared with what it meant to do.
import { StetError } from "../base/stet-error.ts";
import {
  asRead,
  contentOf,
  contentOfItem,
  isItem,
  meantBy,
  sameContent,
  type FieldEdit,
} from "./field-edit.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { readYaml } from "./yaml/read-yaml.ts";
import { clearAt, setAt } from "./splice-field.ts";
import { addItem, removeItems } from "./splice-list.ts";
import { entryOf, type MapNode, type YamlNode } from "./yaml/yaml-node.ts";

export type { EditValue, FieldEdit } from "./field-edit.ts";

/**
 * The file's text with `edits` made in turn. An edit that changes nothing returns the same text. Throws StetError
 * (invalid) when the file is no mapping within `limits`, or when a change would reach beyond its field, as through a
 * shared anchor.
 */
export function editArticle(text: string, edits: readonly FieldEdit[], limits: Limits = LIMITS): string {
  return edits.reduce((edited, edit) => editOnce(edited, edit, limits), text);
}

function editOnce(text: string, given: FieldEdit, limits: Limits): string {
  const edit = asRead(given);
  const root = readMapping(text, limits);
  if (root === undefined) throw unreadable();
  const before = contentOf(root);
  const meant = meantBy(before, edit);
  if (sameContent(before, meant)) return text;
  const edited = apply(text, root, edit, limits);
  const after = readMapping(edited, limits);
  if (after === undefined || !sameContent(contentOf(after), meant)) throw cannotEdit(edit);
  return edited;
}

function readMapping(text: string, limits: Limits): MapNode | undefined {
  const { root, findings } = readYaml(text, limits);
  return root?.kind === "map" && findings.length === 0 ? root : undefined;
}

function unreadable(): StetError {
  return new StetError("invalid", "yaml-syntax", "the file cannot be read as an article", {
    hint: "stet check shows why",
  });
}

function cannotEdit(edit: FieldEdit): StetError {
  const message = `${edit.path.join(".")} cannot be changed by itself: another field shares it, or it is laid out unusually`;
  return new StetError("invalid", "schema", message, { hint: "change it with stet edit" });
}

function apply(text: string, root: MapNode, edit: FieldEdit, limits: Limits): string {
  if (edit.kind === "clear") return clearAt(text, root, edit.path);
  const node = nodeAt(root, edit.path);
  const list = node?.kind === "list" && !node.isAlias ? node : undefined;
  if (edit.kind === "remove") {
    const goes = (item: YamlNode): boolean => isItem(contentOfItem(item, edit.path[0]), edit);
    if (list === undefined) return text;
    return list.items.every(goes) ? clearAt(text, root, edit.path) : removeItems(text, list, goes);
  }
  if (edit.kind === "add") {
    if (list !== undefined) return addItem(text, list, edit.item);
    return node === undefined || node.kind === "empty" ? setAt(text, root, edit.path, [edit.item]) : text;
  }
  if (list === undefined || !Array.isArray(edit.value)) return setAt(text, root, edit.path, edit.value);
  return setItems(text, root, { path: edit.path, value: edit.value, limits });
}

interface ItemsSetting {
  readonly path: FieldEdit["path"];
  readonly value: readonly unknown[];
  readonly limits: Limits;
}

/**
 * A list set to items of which the first ones stay in order: the others go, the new ones follow, and the lines and
 * comments of those that stay survive. Any other list is written anew.
 */
function setItems(text: string, root: MapNode, { path, value, limits }: ItemsSetting): string {
  const list = nodeAt(root, path);
  if (list?.kind !== "list") return text;
  const field = path[0];
  const staying = list.items.filter((item) =>
    value.some((wanted) => sameContent(contentOfItem(item, field), wanted)),
  );
  const isInOrder = staying.every((item, index) => sameContent(contentOfItem(item, field), value[index]));
  if (staying.length === 0 || !isInOrder) return setAt(text, root, path, value);
  const removed = removeItems(text, list, (item) => !staying.includes(item));
  return value.slice(staying.length).reduce<string>((extended, item) => {
    const again = readMapping(extended, limits);
    const node = again === undefined ? undefined : nodeAt(again, path);
    return node?.kind === "list" ? addItem(extended, node, item) : extended;
  }, removed);
}

function nodeAt(root: MapNode, path: readonly string[]): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>(
    (node, key) => (node?.kind === "map" ? entryOf(node, key)?.value : undefined),
    root,
  );
}
