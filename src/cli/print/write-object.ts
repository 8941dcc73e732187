// One article as data, for `stet show`: a JSON object, what a jq expression makes of it, or a template's line.
import { jsonText } from "../../base/json-text.ts";
import { StetError } from "../../base/stet-error.ts";
import type { Desk } from "../../desk/desk.ts";
import { LIST_FIELDS, rowOf, USUAL_FIELDS, type ListedFile } from "../../desk/find/list-fields.ts";
import { fieldsNamed } from "./choose-output.ts";
import { print, type Session } from "../session.ts";
import type { Words } from "../line/words.ts";
import { lookOf } from "./write-rows.ts";

/** Writes what `--json`, `--jq` or `--format` asks for. Throws StetError usage for a field that is none, or two outputs. */
export async function writeObject(
  session: Session,
  desk: Desk,
  words: Words,
  file: ListedFile,
): Promise<void> {
  const [json, jq, format] = [words.text("json"), words.text("jq"), words.text("format")];
  if (format !== undefined) {
    const other = json === undefined ? "jq" : "json";
    if (words.text(other) !== undefined)
      throw new StetError("usage", "usage", `--${other} and --format are two outputs; choose one`);
    return writeTemplate(session, desk, format, file);
  }
  const fields = json === undefined || json === "" ? USUAL_FIELDS : fieldsNamed(json, LIST_FIELDS);
  const row = rowOf(desk, file, fields);
  if (jq === undefined) return print(session, jsonText(row));
  const { writeJq } = await import("./write-jq.ts");
  return writeJq(session, jq, row);
}

async function writeTemplate(session: Session, desk: Desk, text: string, file: ListedFile): Promise<void> {
  const [{ parseTemplate }, { printTemplate }] = await Promise.all([
    import("../templates/parse-template.ts"),
    import("../templates/print-template.ts"),
  ]);
  const template = parseTemplate(text, LIST_FIELDS);
  const row = rowOf(desk, file, fieldsNamed(template.fields.join(","), LIST_FIELDS));
  await session.io.stdout.write(printTemplate(template, row, lookOf(session, desk)));
}
