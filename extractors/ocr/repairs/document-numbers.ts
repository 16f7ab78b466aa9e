import type { Mending } from './mending.js';

const GAP = '[ \\u3000]{0,2}';
/** Brackets around the year as recognition gives them, round ones left out: some documents have those. */
const SQUARE_OPEN = '[〔［\\[【「『﹝〈＜<{｛〖]';
const SQUARE_CLOSE = '[〕］\\]】」』﹞〉＞>}｝〗]';
/** A bracket that was taken for a stroke. */
const STROKE = '[1lI|!｜]';
const DIGIT = '[0-9０-９OoQlI|]';
const YEAR = `[12１２lI|]${DIGIT}{3}`;
const SERIAL = `${DIGIT}{1,5}`;
/** Words at the end of an issuer's short name with which its numbers begin: 国办发, 云政办函, 发改财金规, 国令. */
const CODE_END = '[发函字办令规通电党政府告议批]';

const SHAPE = new RegExp(
  `(${GAP})([（(]|${SQUARE_OPEN}|${STROKE})?(${GAP})(${YEAR})(${GAP})([）)]|${SQUARE_CLOSE}|${STROKE})?(${GAP})(第?)(${SERIAL})${GAP}号$`,
);
const ENDS_AS_CODE = new RegExp(`[\\p{Script=Han}]${CODE_END}$`, 'u');
const ENDS_IN_HAN = /[\p{Script=Han}]{2}$/u;

/** How far before its 号 a year's bracket stands. */
const REACH = 24;

/**
 * Years of 文号 in 〔〕, where recognition read another bracket, a stroke or nothing, and digits that it took for letters.
 * An issuer's short name must stand before. Round brackets on both sides are left: they may have been printed so.
 */
export const mendDocumentNumbers = (text: string): Mending[] => {
  const found: Mending[] = [];
  for (let at = text.indexOf('号'); at >= 0; at = text.indexOf('号', at + 1)) {
    const base = Math.max(0, at + 1 - REACH);
    const match = SHAPE.exec(text.slice(base, at + 1));
    if (match)
      found.push(
        ...mendingsOf(match, base, text.slice(Math.max(0, base + match.index - 4), base + match.index)),
      );
  }
  return found;
};

const mendingsOf = (match: RegExpExecArray, base: number, code: string): Mending[] => {
  const [
    ,
    lead = '',
    open = '',
    before = '',
    rawYear = '',
    after = '',
    rawClose = '',
    gap = '',
    ordinal = '',
    rawSerial = '',
  ] = match;
  const year = digits(rawYear);
  // 〔2020149号: a stroke after the year is its bracket when a number is left behind it.
  const close = rawClose;
  const square = isSquare(open) || isSquare(close);
  const round = /[（(]/.test(open) && /[）)]/.test(close);
  if (round || !plausible(year)) return [];
  if (!(square ? ENDS_IN_HAN : ENDS_AS_CODE).test(code)) return [];
  // Without any true bracket both must at least have been seen as strokes.
  if (!square && !(isStroke(open) && (isStroke(close) || close === ''))) return [];
  const start = base + match.index + lead.length;
  const end = start + open.length + before.length + rawYear.length + after.length + close.length;
  const mendings: Mending[] = [];
  const original = match[0].slice(lead.length, lead.length + end - start);
  const bracketed = `〔${year}〕`;
  if (original !== bracketed) mendings.push({ start, end, to: bracketed, rule: 'document-number-brackets' });
  const serial = digits(rawSerial);
  const from = end + gap.length + ordinal.length;
  if (serial !== rawSerial && /^\d+$/.test(serial) && !/^[０-９]+$/.test(rawSerial))
    mendings.push({ start: from, end: from + rawSerial.length, to: serial, rule: 'document-number-digits' });
  return mendings;
};

const isSquare = (bracket: string): boolean =>
  new RegExp(`^(?:${SQUARE_OPEN}|${SQUARE_CLOSE})$`).test(bracket);
const isStroke = (bracket: string): boolean => new RegExp(`^${STROKE}$`).test(bracket);

/** Letters that look like digits as these, full width as half width. */
const digits = (text: string): string =>
  text
    .replace(/[OoQ]/g, '0')
    .replace(/[lI|]/g, '1')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** A year in which a document that is still kept may have been issued. */
const plausible = (year: string): boolean => Number(year) >= 1949 && Number(year) <= 2049;
