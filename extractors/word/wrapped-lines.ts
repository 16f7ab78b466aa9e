/** Narrower lines (in half-widths; a Chinese character is two) are verses, addresses, signatures, not wrapped text. */
const NARROWEST = 40;
/** A wrapped line may end this much before the margin, where a sign could not be parted from its neighbour. */
const SLACK = 4;
/** Fewer breaks in the middle of a sentence are chance. */
const FEWEST = 3;

const SENTENCE_END = /[。；：！？.;:!?…]$/;
const NEW_ITEM =
  /^(?:[\s　]|第[零〇一二三四五六七八九十百千\d]{1,7}[编章节条]|[（(]?[一二三四五六七八九十\d]{1,4}[）)、.．]|[①-⑳]|附件)/;

const width = (line: string): number => {
  let total = 0;
  for (let at = 0; at < line.length; at += 1) total += line.charCodeAt(at) > 0xff ? 2 : 1;
  return total;
};

/** The width at whose end most lines break: those up to SLACK narrower count for it. 0 where hardly any do. */
const marginOf = (widths: readonly number[]): number => {
  const lines = new Map<number, number>();
  for (const each of widths) lines.set(each, (lines.get(each) ?? 0) + 1);
  let margin = 0;
  let most = FEWEST - 1;
  for (const candidate of [...lines.keys()].sort((a, b) => a - b)) {
    let count = 0;
    for (let less = 0; less <= SLACK; less += 1) count += lines.get(candidate - less) ?? 0;
    if (count > most && candidate >= NARROWEST) [margin, most] = [candidate, count];
  }
  return margin;
};

/**
 * The lines of one paragraph, with breaks taken back that only the margin of some old page made: pasted text
 * often breaks every line at the same width, in the middle of words, and 信用 over two lines is found by no one.
 * A line goes on in the next one when it is as wide as most that break, ends no sentence, and the next begins
 * nothing new. `lines` are as they stand, with their indentation.
 */
export const joinWrappedLines = (lines: readonly string[]): string[] => {
  const open = lines.map((line, index) => {
    const next = lines[index + 1];
    const goesOn = next !== undefined && next.trim() !== '' && !NEW_ITEM.test(next);
    return goesOn && !SENTENCE_END.test(line.trimEnd()) ? width(line.trimEnd()) : 0;
  });
  const margin = marginOf(open.filter((each) => each > 0));
  if (margin === 0) return [...lines];
  const joined: string[] = [];
  lines.forEach((line, index) => {
    const before = index === 0 ? 0 : open[index - 1]!;
    if (before === 0 || Math.abs(before - margin) > SLACK) joined.push(line.trimEnd());
    else joined[joined.length - 1] += line.trimEnd();
  });
  return joined;
};
