// `--json=LIST` of commands whose JSON is not a row of `stet list`: only the keys that were named.
import { guessFor } from "../../base/nearest.ts";
import { StetError } from "../../base/stet-error.ts";

/** The keys of `list` (`at,slug`) in its order; every key for an empty list. Throws StetError usage for an unknown one. */
export function pickKeys(
  object: Readonly<Record<string, unknown>>,
  list: string,
): Readonly<Record<string, unknown>> {
  if (list === "") return object;
  const keys = Object.keys(object);
  return Object.fromEntries(
    list.split(",").map((name) => {
      if (!Object.hasOwn(object, name)) throw unknownKey(name, keys);
      return [name, object[name]];
    }),
  );
}

function unknownKey(name: string, keys: readonly string[]): StetError {
  const { question, details } = guessFor(name, keys);
  return new StetError("usage", "usage", `"${name}" is no key here${question}`, {
    hint: `keys: ${keys.join(" ")}`,
    ...details,
  });
}
