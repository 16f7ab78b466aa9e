/**
 * Characters of the symbol fonts (Wingdings, Symbol), which Word keeps in the private area F000 … F0FF,
 * as the signs that a reader sees. What is not here becomes a space.
 */
const SYMBOLS: Readonly<Record<number, string>> = {
  // Wingdings 2, in which ticks and crosses are set.
  61519: '✗',
  61520: '✓',
  61521: '☒',
  61522: '☑',
  61523: '☒',
  61548: '●',
  61549: '○',
  61550: '■',
  61551: '□',
  61553: '□',
  61554: '□',
  61556: '◆',
  61557: '◆',
  61558: '❖',
  61560: '☒',
  61599: '•',
  61603: '□',
  61607: '■',
  61608: '□',
  61611: '★',
  61618: '☆',
  61623: '•',
  61656: '➢',
  61664: '→',
  61672: '→',
  61691: '×',
  61692: '✓',
  61693: '☒',
  61694: '☑',
};

/** The sign that a character of a symbol font shows; 0x00 … 0xFF and 0xF000 … 0xF0FF mean the same. */
export const symbol = (code: number): string => SYMBOLS[0xf000 | (code & 0xff)] ?? ' ';

/**
 * Light normalisation: every kind of line break as '\n', odd spaces and tabs as plain ones, symbol-font
 * characters as signs; zero-width characters, soft hyphens, direction marks and controls dropped.
 * The full-width space stays: it separates 第一条 from its text.
 */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]/g, ' ')
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is dropped here
      /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]/g,
      '',
    )
    .replace(/[\uf000-\uf0ff]/g, (char) => symbol(char.charCodeAt(0)));
