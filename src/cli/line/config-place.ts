// Where a command looks for the person's configuration.
import type { ConfigPlace } from "../../desk/config.ts";
import type { Session } from "../session.ts";
import { directoryOf } from "./directory-of.ts";

/** The environment as the person set it, without what configuration has put in. */
export function configPlaceOf(session: Session): ConfigPlace {
  const { io, globals } = session;
  return { env: io.ownEnv ?? io.env, cwd: directoryOf(session), store: globals.text("store") };
}
