// Every command of stet, in the order help lists them. A new command is one file and one line here.
import { check } from "./commands/check.ts";
import { edit } from "./commands/edit.ts";
import { exportCommand } from "./commands/export.ts";
import { init } from "./commands/init.ts";
import { list } from "./commands/list.ts";
import { newCommand } from "./commands/new.ts";
import { rename } from "./commands/rename.ts";
import { render } from "./commands/render.ts";
import { restore } from "./commands/restore.ts";
import { rm } from "./commands/rm.ts";
import { schema } from "./commands/schema.ts";
import { set } from "./commands/set.ts";
import { show } from "./commands/show.ts";
import type { CommandDeclaration } from "./declaration.ts";

export const COMMANDS: readonly CommandDeclaration[] = [
  newCommand,
  edit,
  set,
  rename,
  rm,
  restore,
  list,
  show,
  render,
  exportCommand,
  check,
  init,
  schema,
];
