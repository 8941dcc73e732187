import { describe, expect, test } from "vitest";
import { configKey, editConfig, readConfig } from "../../src/article/config.ts";

const values = (text: string, level: "user" | "local" = "user"): Record<string, string> =>
  Object.fromEntries(readConfig(text, level, "config.yaml").values);

describe("readConfig", () => {
  test("keys, inner ones too, and lists", () => {
    expect(values("author: Ilse  # me\npublish:\n  hook: make\n  hubs: [a, b]\n")).toEqual({
      author: "Ilse",
      "publish.hook": "make",
      "publish.hubs": "a,b",
    });
  });

  test.each(["editor: evil", "pager: evil", "publish: {hook: evil}", "default_store: /elsewhere"])(
    "a newsroom's local file never has %s",
    (text) => {
      const { values: found, problems } = readConfig(text, "local", "local.yaml");
      expect([...found]).toEqual([]);
      expect(problems.map(({ severity }) => severity)).toEqual(["warning"]);
    },
  );

  test.each(["color: purple", "lock-timeout: soon", "autor: me", "a: [", "ascii:"])(
    "%s is passed over, with a warning",
    (text) => {
      const { values: found, problems } = readConfig(text, "user", "config.yaml");
      expect([...found]).toEqual([]);
      expect(problems[0]?.severity).toBe("warning");
    },
  );

  test.each(["", "# nothing yet\n", "\n"])("%j has no values and nothing wrong", (text) => {
    expect(readConfig(text, "user", "config.yaml")).toEqual({ values: new Map(), problems: [] });
  });
});

describe("editConfig", () => {
  const TEXT = "# mine\nauthor: Ilse  # me\ncolor: never\n";

  test("changes one value and keeps the comments", () => {
    expect(editConfig(TEXT, "author", "Jo")).toBe("# mine\nauthor: Jo  # me\ncolor: never\n");
  });

  test("takes a key out", () => {
    expect(editConfig(TEXT, "color", undefined)).toBe("# mine\nauthor: Ilse  # me\n");
  });

  test("takes the last key out", () => {
    expect(editConfig("# mine\nauthor: Ilse\n", "author", undefined)).toBe("# mine\n");
  });

  test("begins a file, and one of comments alone", () => {
    expect(editConfig("", "publish.hook", "make site")).toBe("publish:\n  hook: make site\n");
    expect(editConfig("# mine\n", "ascii", "true")).toBe('# mine\nascii: "true"\n');
  });

  test.each([
    ["author", "Ilse: #1"],
    ["editor", "'x' -w"],
    ["publish.hubs", "https://a/,https://b/"],
  ])("%s reads back as %s", (name, value) => {
    expect(values(editConfig(TEXT, name, value))[name]).toBe(value);
    expect(values(editConfig("", name, value))[name]).toBe(value);
  });
});

test("an unknown key names the nearest", () => {
  expect(() => configKey("pagr")).toThrow('"pagr" is not a key of the configuration. Did you mean "pager"?');
});
