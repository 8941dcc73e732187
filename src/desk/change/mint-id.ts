// An article's id: a UUID of version 7, minted once and never changed.

/**
 * A UUIDv7 (RFC 9562 section 5.7): 48 bits of `epochMs`, the rest from ten random bytes. Sorts by time of minting.
 */
export function mintId(epochMs: number, random: Uint8Array): string {
  const time = Math.max(0, Math.trunc(epochMs)).toString(16).padStart(12, "0");
  const bytes = random.slice(0, 10);
  const version = 0x70 | ((bytes[0] ?? 0) & 0x0f);
  const variant = 0x80 | ((bytes[2] ?? 0) & 0x3f);
  const tail = [version, bytes[1] ?? 0, variant, ...bytes.slice(3)].map((byte) =>
    byte.toString(16).padStart(2, "0"),
  );
  const digits = time + tail.join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
