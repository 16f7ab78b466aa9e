import { numberIn } from './geometry.js';

/** The distances of a TextCode. */
export interface Deltas {
  /** How many the file gives, at most as many as were asked for. */
  readonly given: number;
  /** The distance after the character of this index; the last one given holds for all that follow. */
  at(index: number): number;
}

/**
 * DeltaX or DeltaY (GB/T 33190-2016, 11.3): numbers, `g n d` for n times d. No more than `most` are made, whatever n
 * is. Undefined where there are none.
 */
export const deltasOf = (text: string | undefined, most: number): Deltas | undefined => {
  if (!text?.trim() || most <= 0) return undefined;
  const words = text.trim().split(/[\s,]+/);
  const values: number[] = [];
  for (let i = 0; i < words.length && values.length < most; i++) {
    if (words[i] !== 'g') {
      values.push(numberIn(words[i]) ?? 0);
      continue;
    }
    const times = Number(words[i + 1]);
    const value = numberIn(words[i + 2]) ?? 0;
    i += 2;
    const room = most - values.length;
    for (let n = 0; n < room && n < times; n++) values.push(value);
  }
  const last = values.at(-1) ?? 0;
  return { given: values.length, at: (index) => values[index] ?? last };
};
