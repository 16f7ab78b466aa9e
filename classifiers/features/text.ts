import { ARTICLE_HEAD } from '../../corpus/index.js';

/** The length of the article's number at the head of a compact text: it says nothing of what the article orders. */
export const numberLength = (text: string): number =>
  text.charCodeAt(0) === 0x7b2c ? (ARTICLE_HEAD.exec(text)?.[0].length ?? 0) : 0;
