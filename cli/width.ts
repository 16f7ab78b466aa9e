/** Characters that take two columns on a terminal: CJK, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Control characters and combining marks: nothing, or worse, on a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/gu;
const ESCAPE = String.fromCharCode(27);
const COLOUR = new RegExp(`${ESCAPE}\\[[0-9;]*m`, 'gu');

/** Columns that a text takes on a terminal. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const char of text.replace(COLOUR, '')) width += WIDE.test(char) ? 2 : 1;
  return width;
};

/** A text without characters that could move the cursor or turn the line around. File names are strangers' text. */
export const printable = (text: string): string => text.replace(CONTROL, '�');

/** A path in at most `columns` columns: the beginning gives way to …, since the file's name stands at the end. */
export const shortened = (path: string, columns: number): string => {
  const plain = printable(path);
  if (displayWidth(plain) <= columns) return plain;
  let kept = '';
  let width = 1;
  for (const char of [...plain].reverse()) {
    width += displayWidth(char);
    if (width > columns) break;
    kept = char + kept;
  }
  return `…${kept}`;
};
