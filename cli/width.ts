import { displayWidth, printable } from '../model/index.js';

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
