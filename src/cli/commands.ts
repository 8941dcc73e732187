// Every command of stet, in the order help lists them. A new command is one file and one line here.
import { approve } from "./commands/approve.ts";
import { calendar } from "./commands/calendar.ts";
import { check } from "./commands/check.ts";
import { completion } from "./commands/completion.ts";
import { config } from "./commands/config.ts";
import { correct } from "./commands/correct.ts";
import { diff } from "./commands/diff.ts";
import { doctor } from "./commands/doctor.ts";
import { due } from "./commands/due.ts";
import { edit } from "./commands/edit.ts";
import { embargo } from "./commands/embargo.ts";
import { exportCommand } from "./commands/export.ts";
import { indexCommand } from "./commands/index-command.ts";
import { init } from "./commands/init.ts";
import { kill } from "./commands/kill.ts";
import { list } from "./commands/list.ts";
import { log } from "./commands/log.ts";
import { man } from "./commands/man.ts";
import { newCommand } from "./commands/new.ts";
import { pick } from "./commands/pick.ts";
import { preview } from "./commands/preview.ts";
import { publish } from "./commands/publish.ts";
import { related } from "./commands/related.ts";
import { rename } from "./commands/rename.ts";
import { render } from "./commands/render.ts";
import { restore } from "./commands/restore.ts";
import { rm } from "./commands/rm.ts";
import { schedule } from "./commands/schedule.ts";
import { schema } from "./commands/schema.ts";
import { search } from "./commands/search.ts";
import { set } from "./commands/set.ts";
import { show } from "./commands/show.ts";
import { stats } from "./commands/stats.ts";
import { submit } from "./commands/submit.ts";
import { tags } from "./commands/tags.ts";
import { theme } from "./commands/theme.ts";
import { today } from "./commands/today.ts";
import { undo } from "./commands/undo.ts";
import { why } from "./commands/why.ts";
import { withdraw } from "./commands/withdraw.ts";
import type { CommandDeclaration } from "./line/declaration.ts";

export const COMMANDS: readonly CommandDeclaration[] = [
  newCommand,
  edit,
  set,
  rename,
  rm,
  restore,
  undo,
  list,
  search,
  related,
  show,
  pick,
  stats,
  tags,
  calendar,
  today,
  submit,
  approve,
  schedule,
  embargo,
  correct,
  withdraw,
  kill,
  why,
  due,
  render,
  exportCommand,
  publish,
  preview,
  check,
  log,
  diff,
  init,
  config,
  doctor,
  indexCommand,
  schema,
  theme,
  completion,
  man,
];
