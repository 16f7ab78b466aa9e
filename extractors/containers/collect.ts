/** What is set aside at first where a size is not known. */
const FIRST_BYTES = 64 * 1024;

/**
 * The pieces in one, or null where they are more than `maxBytes`. `expected` is a guess, and a wrong one costs time
 * alone: memory that is set aside is not taken before it is written to.
 */
export const collect = async (
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  expected: number,
  maxBytes: number,
): Promise<Uint8Array | null> => {
  let whole = new Uint8Array(Math.min(Math.max(expected, 0) || FIRST_BYTES, maxBytes));
  let length = 0;
  for await (const piece of pieces) {
    if (length + piece.length > maxBytes) return null;
    if (length + piece.length > whole.length) {
      const larger = new Uint8Array(Math.min(Math.max(whole.length * 2, length + piece.length), maxBytes));
      larger.set(whole.subarray(0, length));
      whole = larger;
    }
    whole.set(piece, length);
    length += piece.length;
  }
  // A view would keep alive all that was set aside.
  return length === whole.length ? whole : whole.slice(0, length);
};
