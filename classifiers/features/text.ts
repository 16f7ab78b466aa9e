/** 第三十五条, 第三十五条之一 at the head of an article says nothing of what it orders. */
const NUMBER = /^第[一二三四五六七八九十百千零〇0-9]{1,8}条(?:之[一二三四五六七八九十])?/;

/** The length of the article's number at the head of a compact text. */
export const numberLength = (text: string): number =>
  text.charCodeAt(0) === 0x7b2c ? (NUMBER.exec(text)?.[0].length ?? 0) : 0;
