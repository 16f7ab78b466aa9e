import type { Citation } from '../../model/index.js';

/** 《…》另有规定的，从其规定; 与《…》不一致的: the sentence leaves the matter to the text and rests nothing on it. */
const RESERVED_AFTER = /^[^，。；\n]{0,24}?(?:另有规定|不一致的|相抵触)/u;
const RESERVED_BEFORE = /(?:不同于|以下简称为?)[^，。；：\n]{0,6}$/u;

/** Whether the sentence names a text only to give way to it, or to tell it from another. */
export const isReserved = ({ start, end }: Citation, text: string): boolean =>
  RESERVED_AFTER.test(text.slice(end, end + 40)) ||
  RESERVED_BEFORE.test(text.slice(Math.max(0, start - 20), start));
