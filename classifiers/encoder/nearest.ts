/** A text of an index that is like the one asked for. */
export interface Neighbour {
  /** Its place among the texts that the index was made of. */
  readonly position: number;
  /** The cosine of the angle between both: above 0, 1 for the same text but for rounding. */
  readonly similarity: number;
}

/**
 * The `count` highest scores above 0, the highest first, equal ones by position. `scores` has one for each position;
 * `count` should be small: each place in the answer is kept in order while all scores are looked at once.
 */
export const highest = (scores: Float64Array, count: number): Neighbour[] => {
  const best: Neighbour[] = [];
  for (let position = 0; position < scores.length; position++) {
    const similarity = scores[position]!;
    if (!(similarity > (best.length < count ? 0 : (best.at(-1)?.similarity ?? Number.POSITIVE_INFINITY))))
      continue;
    let at = best.length;
    while (at > 0 && best[at - 1]!.similarity < similarity) at--;
    best.splice(at, 0, { position, similarity });
    if (best.length > count) best.pop();
  }
  return best;
};
