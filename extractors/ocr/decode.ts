/** A character that the reader saw, at a step along the line. */
export interface Reading {
  readonly char: string;
  /** 0 … 1. */
  readonly confidence: number;
  /** The step at which it is surest, counted from the line's start; a step is 8 pixels of the reader's picture. */
  readonly step: number;
}

/**
 * The characters of a line by the rule of CTC: the likeliest class of each step, repetitions without a blank between
 * them taken as one, blanks dropped.
 *
 * @param scores steps × classes, row by row
 */
export const decode = (scores: Float32Array, alphabet: readonly string[]): Reading[] => {
  const classes = alphabet.length;
  const steps = Math.floor(scores.length / classes);
  const readings: Reading[] = [];
  let previous = 0;
  for (let step = 0; step < steps; step += 1) {
    const from = step * classes;
    let best = 0;
    for (let at = 1; at < classes; at += 1) if (scores[from + at]! > scores[from + best]!) best = at;
    const confidence = scores[from + best]!;
    if (best !== 0 && best !== previous) readings.push({ char: alphabet[best]!, confidence, step });
    else if (best !== 0 && confidence > readings.at(-1)!.confidence)
      readings[readings.length - 1] = { char: alphabet[best]!, confidence, step };
    previous = best;
  }
  return readings;
};
