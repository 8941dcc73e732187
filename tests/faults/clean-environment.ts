// The environment of the processes the fault tests start: nothing of the machine's but what a process cannot do without.

/** PATH and TMPDIR as they are, the zone fixed, and `more`. */
export function cleanEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { PATH = "", TMPDIR } = process.env;
  return { PATH, TZ: "UTC", LANG: "C.UTF-8", ...(TMPDIR === undefined ? {} : { TMPDIR }), ...more };
}
