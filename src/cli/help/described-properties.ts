// The keys of a JSON Schema with what it says of them, as terms of a page: the schema is the one place they are told.
import type { JsonSchema } from "../../article/schema.ts";
import type { Term } from "./page.ts";

/** Every described key, nested ones behind a dot (`publish.to`), in the order of the schema. */
export function describedProperties(schema: unknown, prefix = ""): Term[] {
  return Object.entries(propertiesOf(schema)).flatMap(([name, value]) => {
    const key = prefix + name;
    const { description, items } = asSchema(value);
    const own: Term[] = typeof description === "string" ? [[key, description]] : [];
    return [...own, ...describedProperties(value, `${key}.`), ...describedProperties(items, `${key}.`)];
  });
}

function propertiesOf(schema: unknown): JsonSchema {
  return asSchema(asSchema(schema)["properties"]);
}

function asSchema(value: unknown): JsonSchema {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
