// Why a program did not start, for a person.

/** `there is no such program`; what the system says where that is not known. */
export function whyNotStarted(cause: NodeJS.ErrnoException): string {
  if (cause.code === "ENOENT") return "there is no such program";
  return cause.code === "EACCES" ? "it is no program, or may not be run" : cause.message;
}
