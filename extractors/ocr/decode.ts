/** A character that the reader saw, at a step along the line. */
export interface Reading {
  readonly char: string;
  /** 0 … 1. */
  readonly confidence: number;
  /** The step at which it is surest, counted from the line's start. */
  readonly step: number;
}

/** All that the reader gives for 〔 and 〕, which it was rarely shown; a true round bracket it is sure of. */
const OPENING = [...'〔[［【(（「'];
const CLOSING = [...'〕]］】)）」'];
/** A bracket around a year is 〔 or 〕 where the reader gives this at least a chance of so much. */
const CHANCE = 0.01;

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
  return yearBrackets(readings, (char, step) => {
    const at = alphabet.indexOf(char);
    return at < 0 ? 0 : scores[step * classes + at]!;
  });
};

/**
 * 〔2016〕: the brackets of an official number. The reader spreads its votes over all angular brackets; where 〔 or 〕
 * has a share of them, both are what they can only be around four digits.
 */
const yearBrackets = (
  readings: readonly Reading[],
  scoreOf: (char: string, step: number) => number,
): Reading[] => {
  const result = [...readings];
  const year = readings.map(({ char }) =>
    /^\d$/u.test(char) ? '0' : OPENING.includes(char) ? '(' : CLOSING.includes(char) ? ')' : '.',
  );
  const signs = year.join('');
  for (let at = signs.indexOf('(0000)'); at >= 0; at = signs.indexOf('(0000)', at + 1)) {
    const [open, close] = [readings[at]!, readings[at + 5]!];
    const chance = Math.max(scoreOf('〔', open.step), scoreOf('〕', close.step));
    if (chance < CHANCE) continue;
    const sum = (chars: readonly string[], step: number): number =>
      Math.min(
        1,
        chars.reduce((total, char) => total + scoreOf(char, step), 0),
      );
    result[at] = { ...open, char: '〔', confidence: sum(OPENING, open.step) };
    result[at + 5] = { ...close, char: '〕', confidence: sum(CLOSING, close.step) };
  }
  return result;
};
