import { expect, test } from "vitest";
import {
  printCaddyRedirects,
  printGoneList,
  printNginxRedirects,
  printRedirectsFile,
  type RedirectMap,
} from "../../src/formats/redirect-map.ts";

const MAP: RedirectMap = {
  redirects: [
    { from: "/2026/10/old/", to: "https://courier.example/2026/10/new/" },
    { from: "/2026/10/%E5%B3%B6/", to: "/2026/10/new/" },
  ],
  gone: ["/2026/11/withdrawn/"],
};

test("nginx: maps with decoded paths", () => {
  expect(printNginxRedirects(MAP)).toBe(
    `map $uri $stet_redirect {
  default "";
  "/2026/10/old/" "https://courier.example/2026/10/new/";
  "/2026/10/島/" "/2026/10/new/";
}
map $uri $stet_gone {
  default 0;
  "/2026/11/withdrawn/" 1;
}
`,
  );
});

test("Caddy: directives with paths as requested", () => {
  expect(printCaddyRedirects(MAP)).toBe(
    `redir "/2026/10/old/" "https://courier.example/2026/10/new/" permanent
redir "/2026/10/%E5%B3%B6/" "/2026/10/new/" permanent
error "/2026/11/withdrawn/" 410
`,
  );
});

test("a _redirects file", () => {
  expect(printRedirectsFile(MAP)).toBe(
    `/2026/10/old/ https://courier.example/2026/10/new/ 301
/2026/10/%E5%B3%B6/ /2026/10/new/ 301
/2026/11/withdrawn/ /410.html 410
`,
  );
});

test("the list of what is gone", () => {
  expect(printGoneList(MAP.gone)).toBe("/2026/11/withdrawn/\n");
});

const HOSTILE = '/a"; return 200 "x"; # \\ {env.HOME} $host `*`\n/b%0Ac';

test("an address can add no line, word, variable or placeholder", () => {
  const map = { redirects: [{ from: HOSTILE, to: HOSTILE }], gone: [HOSTILE] };
  const encoded =
    "/a%22%3B%20return%20200%20%22x%22%3B%20#%20%5C%20%7Benv.HOME%7D%20%24host%20%60%2A%60%0A/b%0Ac";
  expect(printNginxRedirects(map).split("\n")[2]).toBe(
    `  "/a\\"; return 200 \\"x\\"; # \\\\ {env.HOME} $host \`*\`/bc" "${encoded}";`,
  );
  expect(printCaddyRedirects(map).split("\n")[0]).toBe(
    `redir "${encoded.replaceAll("%3B", ";").replace("%24", "$")}" "${encoded}" permanent`,
  );
  expect(printRedirectsFile(map)).toBe(`${encoded} ${encoded} 301\n${encoded} /410.html 410\n`);
});

test("nothing to say is said in the shape that a server can include", () => {
  const none = { redirects: [], gone: [] };
  expect(printNginxRedirects(none)).toBe(
    'map $uri $stet_redirect {\n  default "";\n}\nmap $uri $stet_gone {\n  default 0;\n}\n',
  );
  expect([printCaddyRedirects(none), printRedirectsFile(none)]).toEqual(["", ""]);
});
