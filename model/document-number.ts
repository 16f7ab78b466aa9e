import { halfWidthDigits } from './numerals.js';
import type { Span } from './span.js';

/** A 文号 found in a text: where it stands and its normal form, 国办发〔2020〕49号. */
export interface DocumentNumber extends Span {
  readonly number: string;
}

const OPEN = '[〔\\[［【(（﹝〈｛{]';
const CLOSE = '[〕\\]］】)）﹞〉｝}]';
const DIGIT = '[0-9０-９]';
/** 机关代字: Han characters, a bracketed part as in 京教基（二）, Latin letters in a few. */
const CODE = '[\\p{Script=Han}A-Z]{1,14}(?:[（(][\\p{Script=Han}]{1,4}[）)])?[\\p{Script=Han}]{0,4}';
const ISSUED = new RegExp(
  `${CODE}\\s*${OPEN}\\s*(?:19|20|１９|２０)${DIGIT}{2}\\s*年?\\s*${CLOSE}\\s*第?\\s*${DIGIT}{1,5}\\s*号`,
  'gu',
);
const DECREE =
  /[\p{Script=Han}、]{0,40}令(?:[（(]?第\s*[0-9０-９零〇一二三四五六七八九十百]{1,5}\s*号[）)]?|\s*[0-9０-９]{1,4}\s*号)|[\p{Script=Han}]{0,30}第\s*[0-9０-９]{1,4}\s*号令/gu;
const ANNOUNCEMENT =
  /[\p{Script=Han}]{0,30}公告(?:(?:19|20)\d{2}年)?第\s*\d{1,4}\s*号|(?:19|20)\d{2}年第\d{1,4}号公告/gu;
/** Words that stand before a 文号 in running text and are not part of it. */
const BEFORE =
  /^.*(?:根据|按照|依照|依据|贯彻|执行|落实|印发|以及|通知|意见|办法|规定|文件|原|和|及|与|以|按|由|见|经)(?=[\p{Script=Han}]{2,})/u;

/** Brackets around the year as 〔〕, digits half-width, no white space. */
export const normaliseDocumentNumber = (text: string): string =>
  halfWidthDigits(text.replace(/\s+/gu, '')).replace(
    new RegExp(`${OPEN}((?:19|20)\\d{2})年?${CLOSE}`, 'u'),
    '〔$1〕',
  );

/** Every 文号 in a text, in order, without overlaps. Offsets are in `text`. */
export const findDocumentNumbers = (text: string): DocumentNumber[] => {
  const found: DocumentNumber[] = [];
  for (const pattern of [ISSUED, DECREE, ANNOUNCEMENT]) {
    for (const match of text.matchAll(pattern)) {
      const before = BEFORE.exec(match[0])?.[0].length ?? 0;
      const start = match.index + before;
      const end = match.index + match[0].length;
      if (found.some((other) => other.start < end && start < other.end)) continue;
      found.push({ start, end, number: normaliseDocumentNumber(text.slice(start, end)) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
};
