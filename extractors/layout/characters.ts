import { withoutRadicals } from '../radicals.js';

/** The character as a reader means it, or null where the font does not say. */
export const readable = (code: number): string | null => {
  // A soft hyphen is only there when it is shown.
  if (code === 0xad) return '-';
  if (code === 0x09 || code === 0x0a || code === 0x0d || code === 0xa0) return ' ';
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return null;
  if ((code >= 0xfffd && code <= 0xffff) || (code >= 0xe000 && code <= 0xf8ff)) return null;
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return withoutRadicals(String.fromCodePoint(code));
};
