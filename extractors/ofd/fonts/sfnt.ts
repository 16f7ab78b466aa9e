/** A font's tables by their tags (OpenType, "Organization of an OpenType Font"). */
export type Tables = ReadonlyMap<string, DataView>;

const KINDS: ReadonlySet<number> = new Set([0x00010000, 0x4f54544f, 0x74727565]);
const MAX_TABLES = 100;

/** The tables of a TrueType or OpenType font; none for what is neither. Tables that reach out of the file are left out. */
export const tablesOf = (bytes: Uint8Array): Tables => {
  const tables = new Map<string, DataView>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 12 || !KINDS.has(view.getUint32(0))) return tables;
  const count = Math.min(view.getUint16(4), MAX_TABLES);
  for (let i = 0; i < count; i++) {
    const entry = 12 + 16 * i;
    if (entry + 16 > view.byteLength) break;
    const [offset, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    if (offset + length > view.byteLength) continue;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
};
