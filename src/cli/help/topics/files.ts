// `stet help files`: what lies where on the disk, and what may be deleted.
import { termSection, textSection, type Section } from "../page.ts";

export function fileSections(): readonly Section[] {
  return [
    termSection("The newsroom", [
      ["stet.yaml", "its settings; the folder that holds it is the newsroom (stet help config)"],
      ["articles/", "the articles, one YAML file each; stet.yaml says how new ones are filed"],
      [".stet/", "stet's own, kept out of git by a .gitignore of its own"],
    ]),
    termSection("In .stet", [
      ["index/", "what lists and searches ask; made anew whenever it is missing or damaged"],
      ["cache/complete/", "the words a shell completes, made of the index"],
      ["drafts/", "texts that an edit could not save: stet edit --resume"],
      ["trash/", "removed articles: stet restore"],
      ["undo/", "what stet undo takes back"],
      ["publish/", "which files of the site are stet's, and what the last publish saw"],
      ["tmp/", "files being written; what a crash leaves is cleared by the next command"],
      ["log/", "how publishing went: stet log --runs"],
      ["lock.db", "held while something is written"],
      ["recent.json", "what @last, @prev and @new mean"],
      ["local.yaml", "stet config set --local"],
    ]),
    termSection("Outside", [
      ["$XDG_STATE_HOME/stet", "the rows of the last list in each terminal, for twelve hours"],
    ]),
    textSection(
      "Notes",
      "The newsroom is the nearest folder with a stet.yaml from where you are upwards, unless -C, --store or STET_STORE name another. The index, the cache and tmp may be deleted at any time; drafts and trash hold your work, and without publish/ what has changed meanwhile on the site passes for somebody else's.",
    ),
  ];
}
