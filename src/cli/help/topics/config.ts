// `stet help config`: the keys of stet.yaml, out of its schema.
import { newsroomSchema } from "../../../article/schema.ts";
import { describedProperties } from "../described-properties.ts";
import { exampleSection, lineSection, termSection, textSection, type Section } from "../page.ts";

export function configSections(): readonly Section[] {
  return [
    exampleSection([
      "stet init courier --name 'The Courier' --timezone Europe/Brussels",
      "stet schema newsroom",
    ]),
    lineSection("A stet.yaml", [
      "stet: 1",
      "name: The Courier",
      "timezone: Europe/Brussels",
      "sections:",
      "  world: World",
      "  world/europe: Europe",
      "queries:",
      "  hot: status:review updated:-7d..",
    ]),
    termSection("Keys", describedProperties(newsroomSchema())),
    textSection(
      "Notes",
      "Only stet: 1 must be there. The file belongs to the newsroom and names no program to run: editor and pager come from the environment (stet help environment).",
    ),
  ];
}
