// `stet schema article|newsroom`: JSON Schema for editors that complete and check YAML.
import { StetError } from "../../base/stet-error.ts";
import type { CommandDeclaration } from "../line/declaration.ts";
import { EXIT } from "../exit-codes.ts";
import { print, type Session } from "../session.ts";
import type { Words } from "../line/words.ts";

export const schema: CommandDeclaration = {
  name: "schema",
  group: "store",
  summary: "Print the JSON Schema of an article or of stet.yaml",
  arguments: [{ name: "article|newsroom" }],
  examples: ["stet schema article > article.schema.json", "stet schema newsroom"],
  options: [],
  notes: ["Inside a newsroom the article's schema offers its sections and authors."],
  seeAlso: ["new", "check"],
  run: runSchema,
};

async function runSchema(words: Words, session: Session): Promise<number> {
  const { articleSchema, newsroomSchema } = await import("../../article/schema.ts");
  const [what = ""] = words.args;
  if (what === "newsroom") await print(session, JSON.stringify(newsroomSchema(), undefined, 2));
  else if (what === "article")
    await print(session, JSON.stringify(articleSchema(await settingsHere(session)), undefined, 2));
  else throw new StetError("usage", "usage", `there is no schema "${what}"`, { hint: "stet schema article" });
  return EXIT.ok;
}

/** Outside a newsroom the schema is the general one. */
async function settingsHere(session: Session) {
  try {
    return (await session.desk()).settings;
  } catch (error) {
    if (error instanceof StetError && error.code === "no-store") return undefined;
    throw error;
  }
}
