import type { Line } from './lines.js';

/** A run of lines this long that stood in the file before is a second copy of a text, not a phrase of the trade. */
const FEWEST_LINES = 10;
const FEWEST_CHARACTERS = 1500;
/** Lines long enough that two of them are equal by no accident. */
const TELLING = 40;

/**
 * The lines without second copies of the same text: pages keep a version for printing, dumps of databases one
 * without mark-up. Every line that is left out stands in the file once more, word for word.
 */
export const withoutCopies = (lines: readonly Line[]): readonly Line[] => {
  const first = new Map<string, number>();
  const kept: Line[] = [];
  let resumes = false;
  let i = 0;
  while (i < lines.length) {
    const line = lines[i]!;
    const telling = line.tight.length >= TELLING && !line.block.cell;
    const before = telling ? first.get(line.tight) : undefined;
    const length = before === undefined ? 1 : runLength(lines, before, i);
    const copy =
      length >= FEWEST_LINES &&
      lines.slice(i, i + length).reduce((sum, { tight }) => sum + tight.length, 0) >= FEWEST_CHARACTERS;
    // Short lines above it, such as its title, are part of the copy.
    for (let b = 1; copy && kept.at(-1) === lines[i - b] && before! - b >= 0; b++) {
      if (lines[i - b]!.tight !== lines[before! - b]!.tight) break;
      kept.pop();
    }
    for (let k = i; k < i + length; k++) {
      const { tight } = lines[k]!;
      if (tight.length >= TELLING && !first.has(tight)) first.set(tight, k);
      if (!copy) kept.push(resumes && k === i ? { ...lines[k]!, resumes } : lines[k]!);
    }
    resumes = copy;
    i += length;
  }
  return kept;
};

const runLength = (lines: readonly Line[], before: number, at: number): number => {
  let length = 1;
  while (
    at + length < lines.length &&
    before + length < at &&
    lines[at + length]!.tight === lines[before + length]!.tight
  )
    length++;
  return length;
};
