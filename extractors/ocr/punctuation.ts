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
const WIDE = /[\p{Script=Han}〇\u3001-\u303f\uff00-\uffef“”‘’—…]/u;
/** A stroke that no text consists of, which the reader gives for signs that look like it; and the wide space. */
const LOOKALIKES = new Map([
  ['丶', '、'],
  ['\u3000', ' '],
]);
/** Strokes that look the same as numerals and signs: which of them it is only their neighbours tell. */
const LEVEL = /^[-—–－一]$/u;
const TWO_LEVEL = /^[=＝二]$/u;

/**
 * The characters of a line as Chinese text has them. Beside a Chinese character a sign is of full width; one between
 * digits or letters (a time, a decimal, an address) stays as it is, and so do the digits. A lone level stroke is 一
 * where only a numeral can stand, （—） and —、 at the start, and a dash in a line that is nothing but a page number.
 */
export const asPrinted = (characters: readonly string[]): string[] =>
  fullWidth(numerals(pageNumber(characters)));

const pageNumber = (characters: readonly string[]): string[] => {
  if (!/^[-—–－一] ?\d{1,4} ?[-—–－一]$/u.test(characters.join(''))) return [...characters];
  return characters.map((char, at) => (at === 0 || at === characters.length - 1 ? '—' : char));
};

const numerals = (characters: readonly string[]): string[] =>
  characters.map((char, at) => {
    const before = characters[at - 1] ?? '';
    const after = characters[at + 1] ?? '';
    const numeral = /^[（(]$/u.test(before) ? /^[）)]$/u.test(after) : at === 0 && after === '、';
    if (!numeral) return char;
    if (LEVEL.test(char)) return '一';
    return TWO_LEVEL.test(char) ? '二' : char;
  });

/** Signs in the width that Chinese text has them in. */
const fullWidth = (characters: readonly string[]): string[] => {
  const result = characters.map((char) => LOOKALIKES.get(char) ?? char);
  const worded = characters.filter((char) => /[^\d ]/u.test(char));
  const chinese = worded.filter((char) => WIDE.test(char)).length * 2 > worded.length;
  const open: number[] = [];
  let before = '';
  characters.forEach((char, at) => {
    const full = FULL.get(char);
    if (full) {
      const after = characters.slice(at + 1, at + 3).find((next) => next !== ' ') ?? '';
      // At a line's end the neighbour stands on another line, in a text that is Chinese where this line is.
      const edge = chinese && (before === '' || after === '');
      const wide = edge || WIDE.test(before) || WIDE.test(after);
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
