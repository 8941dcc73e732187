// A text a person named on the command line: a file, or `-` for stdin.
import { StetError } from "../base/stet-error.ts";
import { directoryOf } from "./line/directory-of.ts";
import type { Session } from "./session.ts";

/** A text file or stdin; CRLF line ends become LF, a byte order mark goes. */
export async function readText(session: Session, name: string): Promise<string> {
  const [{ decodeText }, { readUserFile }] = await Promise.all([
    import("../newsroom/read/decode-text.ts"),
    import("../newsroom/person/read-user-file.ts"),
  ]);
  const bytes = name === "-" ? await session.io.stdin.readAll() : readUserFile(directoryOf(session), name);
  const decoded = decodeText(Buffer.from(bytes));
  if (!decoded.ok) throw new StetError("invalid", "not-text", decoded.message, { where: { file: name } });
  return decoded.text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
}
