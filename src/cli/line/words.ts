// A command's words once parsed: arguments in order, options by name, each read with the type it must have.
import { StetError } from "../../base/stet-error.ts";

export interface Words {
  readonly args: readonly string[];
  /** True when the option was given; `no-color` asks for `--no-color`. */
  flag(name: string): boolean;
  text(name: string): string | undefined;
  /** A repeatable option's values; empty when it was not given. */
  list(name: string): readonly string[];
  /** A whole number from 0 on; throws StetError (usage) for anything else. */
  count(name: string): number | undefined;
}

/** Words over commander's untyped option values, whose keys are camel case. */
export function wordsOf(args: readonly string[], options: Readonly<Record<string, unknown>>): Words {
  const valueOf = (name: string): unknown => options[camelCase(name)];
  return {
    args,
    // commander keeps `--no-color` as a `color` that is false.
    flag: (name) => (name.startsWith("no-") ? valueOf(name.slice(3)) === false : valueOf(name) === true),
    text: (name) => {
      const value = valueOf(name);
      return typeof value === "string" ? value : undefined;
    },
    list: (name) => {
      const value = valueOf(name);
      return Array.isArray(value) ? value.map(String) : [];
    },
    count: (name) => {
      const value = valueOf(name);
      if (typeof value !== "string") return undefined;
      if (/^\d{1,9}$/.test(value)) return Number(value);
      throw new StetError("usage", "usage", `--${name} takes a whole number, not "${value}"`);
    },
  };
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
