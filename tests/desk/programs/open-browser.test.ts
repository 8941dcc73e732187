// What shows an address on each system, and where nobody would see it.
import { expect, test } from "vitest";
import { browserCommands, hasScreen } from "../../../src/desk/programs/open-browser.ts";

const URL = "http://127.0.0.1:4000/";

test.each([
  ["linux", {}, [["xdg-open", URL]]],
  ["darwin", {}, [["open", URL]]],
  ["darwin", { BROWSER: "  " }, [["open", URL]]],
  // A bare name would be looked for in the newsroom's folder first.
  ["win32", { SystemRoot: "D:\\Windows" }, [["D:\\Windows\\explorer.exe", URL]]],
  ["win32", {}, [["C:\\Windows\\explorer.exe", URL]]],
  [
    "win32",
    { BROWSER: "C:\\ff.exe -new-tab;edge" },
    [
      ["C:\\ff.exe", "-new-tab", URL],
      ["edge", URL],
    ],
  ],
  [
    "linux",
    { BROWSER: "firefox:w3m -o x:" },
    [
      ["firefox", URL],
      ["w3m", "-o", "x", URL],
    ],
  ],
  ["linux", { BROWSER: "chrome --app=%s" }, [["chrome", `--app=${URL}`]]],
])("%s %j", (platform, env, commands) => {
  expect(browserCommands({ platform, env }, URL)).toEqual(commands);
});

test.each([
  ["linux", {}, false],
  ["freebsd", { DISPLAY: "" }, false],
  ["linux", { DISPLAY: ":0" }, true],
  ["linux", { WAYLAND_DISPLAY: "wayland-0" }, true],
  ["linux", { WSL_DISTRO_NAME: "Debian" }, true],
  ["linux", { BROWSER: "w3m" }, true],
  ["darwin", {}, true],
  ["win32", {}, true],
])("a screen on %s %j: %s", (platform, env, expected) => {
  expect(hasScreen({ platform, env })).toBe(expected);
});
