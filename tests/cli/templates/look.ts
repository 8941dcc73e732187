// Looks for templates: Brussels, 22 November 2026 at nine in the morning; in a pipe, and on a terminal whose colours
// and links are written as tags.
import { PLAIN_STYLE } from "../../../src/render/lines/ansi-look.ts";
import type { TemplateLook } from "../../../src/cli/templates/template.ts";

const plain = (text: string): string => text;
const tag =
  (name: string) =>
  (text: string): string =>
    `<${name}>${text}</${name}>`;

export const PIPE: TemplateLook = {
  style: { ...PLAIN_STYLE, red: plain, green: plain },
  isTerminal: false,
  timezone: "Europe/Brussels",
  language: "en-GB",
  now: Date.parse("2026-11-22T09:00:00+01:00"),
};

export const TERMINAL: TemplateLook = {
  ...PIPE,
  isTerminal: true,
  style: {
    ...PIPE.style,
    bold: tag("bold"),
    red: tag("red"),
    hyperlinks: true,
    link: (text, url) => `<a ${url}>${text}</a>`,
  },
};
