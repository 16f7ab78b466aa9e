/** Signs that the reader gives in half width and that Chinese text has in full width. */
const FULL = new Map([
  [',', '，'],
  [':', '：'],
  [';', '；'],
  ['(', '（'],
  [')', '）'],
  ['?', '？'],
  ['!', '！'],
]);
/** The reader has a class for a stroke that no text consists of, and gives it for signs that look like it. */
const STROKE = '丶';
const WIDE = /[\p{Script=Han}〇\u3001-\u303f\uff00-\uffef“”‘’—…]/u;

/**
 * Signs of a line in the width that Chinese text has them in: beside a Chinese character a sign is of full width. One
 * between digits or letters (a time, a decimal, an address) stays as it is, and so do the digits.
 */
export const fullWidth = (characters: readonly string[]): string[] => {
  const result = characters.map((char) => (char === STROKE ? '、' : char));
  const open: number[] = [];
  let before = '';
  characters.forEach((char, at) => {
    const full = FULL.get(char);
    if (full) {
      const wide =
        WIDE.test(before) || WIDE.test(characters.slice(at + 1, at + 3).find((next) => next !== ' ') ?? '');
      if (wide) result[at] = full;
      if (char === '(') open.push(at);
      if (char === ')') {
        // Both brackets of a pair have one width.
        const partner = open.pop();
        if (partner !== undefined && (wide || result[partner] === '（')) {
          result[partner] = '（';
          result[at] = '）';
        }
      }
    }
    if (char !== ' ') before = result[at]!;
  });
  return result;
};
