// `stet help environment`: every variable that stet reads; a test compares the table with the source.
import { exampleSection, termSection, type Section, type Term } from "../page.ts";

const OWN: readonly Term[] = [
  ["STET_STORE", "the newsroom's folder, as --store"],
  ["STET_CEILING_DIRS", "folders above which no newsroom is looked for, with : between them"],
  ["STET_AUTHOR", "your byline, or your key in stet.yaml's authors: is:mine, author:@me and stet today"],
  ["STET_EDITOR", "the editor, before VISUAL and EDITOR; vi otherwise"],
  ["STET_PAGER", "the pager, before PAGER; less otherwise, cat or nothing for none"],
  ["STET_NO_INPUT", "anything: never ask, as --no-input"],
  ["STET_FORCE_TTY", "1: output as on a terminal, even in a pipe; 100: that many columns wide"],
  ["STET_NOW", "an instant: act as if it were then, as --now"],
  ["STET_COLOR", "auto, always or never, as --color"],
  ["STET_ASCII", "true: no symbols beyond ASCII, as --ascii"],
  ["STET_LOCK_TIMEOUT", "seconds to wait for another stet, as --lock-timeout"],
  ["STET_DEFAULT_STORE", "the newsroom where none is found above"],
  ["STET_PUBLISH_HUBS", "WebSub hubs told of changed feeds, with commas between them"],
  ["STET_PUBLISH_HOOK", "a program run after a publish, with the changed paths on its stdin"],
  ["STET_PUBLISH_HOOK_TIMEOUT", "seconds that program may take, 600 otherwise; 0: for ever"],
  ["STET_JSON_ERRORS", "1: errors as JSON on stderr, as with --json"],
];

const OTHERS: readonly Term[] = [
  ["VISUAL EDITOR", "the editor"],
  ["PAGER LESS", "the pager, and its options (where LESS is not set FRX, and less says how to leave)"],
  ["NO_COLOR", "anything: no colour"],
  ["FORCE_COLOR", "0 or false: no colour; 1, 2 or 3: colour, even in a pipe"],
  ["CLICOLOR CLICOLOR_FORCE", "0: no colour; and anything but 0: colour, even in a pipe"],
  ["TERM", "dumb: no colour, no questions, no pager; linux: symbols in ASCII"],
  ["LC_ALL LC_CTYPE LANG", "an encoding other than UTF-8: symbols in ASCII"],
  ["ACCESSIBLE", "anything but 0: plain lines that nothing redraws; stet help accessibility"],
  ["CI", "anything: never ask"],
  ["TZ", "the zone that stet init offers"],
  ["PATH PATHEXT", "where programs are looked for"],
  ["GITHUB_WORKSPACE", "the folder that findings for GitHub are placed in"],
  ["USER HOME USERPROFILE", "your name and folder"],
  ["PWD", "the working folder, where it was removed meanwhile"],
  ["SSH_CONNECTION", "stet preview says how the other machine gets at it"],
  ["BROWSER", "what stet preview --open starts; several, with colons between them"],
  ["XDG_CONFIG_HOME", "where stet config keeps what is yours; ~/.config otherwise"],
  ["SHELL", "the shell that stet completion --install installs for"],
  ["XDG_DATA_HOME ZDOTDIR", "where it puts the script for bash and zsh, and finds .zshrc"],
  ["BASH_COMPLETION_USER_DIR", "where it puts the script for bash, before XDG_DATA_HOME"],
  ["XDG_STATE_HOME", "where the rows of the last list are remembered; ~/.local/state otherwise"],
];

export function environmentSections(): readonly Section[] {
  return [
    exampleSection([
      "STET_NOW=2026-12-24T18:00:00+01:00 stet list is:live --count",
      "STET_JSON_ERRORS=1 stet show the-salt-ledger",
    ]),
    termSection("stet's own", OWN),
    termSection("Everybody's", OTHERS),
  ];
}
