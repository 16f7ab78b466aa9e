/** Left out by the reader of lines, unlike a blank. */
const NOTHING = '\u200b';

/**
 * The text with comments (<!-- … -->) crossed out: every other character keeps its offset, and so does every line
 * break. A comment that is not closed is text.
 */
export const withoutComments = (text: string): string => {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', at + 4);
    if (end < 0) break;
    parts.push(text.slice(from, at), text.slice(at, end + 3).replace(/[^\r\n]/gu, NOTHING));
    from = end + 3;
  }
  return parts.join('') + text.slice(from);
};
