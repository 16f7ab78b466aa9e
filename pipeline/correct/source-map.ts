import type { OffsetMap, Piece } from '../../model/index.js';

/**
 * The way from a text over a second one to a third. What is generated in one of both steps is generated.
 *
 * @param first from the text to the second one.
 * @param then from the second text to the third.
 */
export const composed = (first: OffsetMap, then: OffsetMap): OffsetMap => {
  const pieces: Piece[] = [];
  let next = 0;
  for (const { at, source, length } of first) {
    while (next < then.length && then[next]!.at + then[next]!.length <= source) next++;
    for (let index = next; index < then.length && then[index]!.at < source + length; index++) {
      const piece = then[index]!;
      const from = Math.max(source, piece.at);
      const to = Math.min(source + length, piece.at + piece.length);
      append(pieces, {
        at: at + from - source,
        source: piece.source + from - piece.at,
        length: to - from,
      });
    }
  }
  return pieces;
};

/** Pieces that stand together in both texts are one. */
const append = (pieces: Piece[], piece: Piece): void => {
  const last = pieces.at(-1);
  if (last && last.at + last.length === piece.at && last.source + last.length === piece.source)
    pieces[pieces.length - 1] = { ...last, length: last.length + piece.length };
  else pieces.push(piece);
};
