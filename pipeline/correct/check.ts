import { blockAt, type Correction, contains, type Manuscript, RefusedCorrection } from '../../model/index.js';

/** What breaks a line for a reader of the text, and what no text of a page holds. */
const BREAK = /[\n\v\f\r\u0085\u2028\u2029]/u;
const UNPRINTABLE = /[^\P{Cc}\t]|\p{Cs}/u;

/** Throws a RefusedCorrection for what can not be a correction of any text. */
export const checkForm = (correction: Correction): void => {
  const { span, replacement } = correction;
  const isSpan = Number.isSafeInteger(span.start) && Number.isSafeInteger(span.end);
  if (!isSpan || span.start < 0 || span.end <= span.start)
    // Without a word of its own, nothing would show that the text has changed beneath it.
    throw new RefusedCorrection(
      correction,
      '更正没有选中任何文字',
      '请至少选中一个字；补漏字时请连同相邻的字一起选中',
    );
  if (BREAK.test(replacement))
    throw new RefusedCorrection(correction, '更正后的文字不能换行', '请逐行更正，不要输入换行');
  if (UNPRINTABLE.test(replacement))
    throw new RefusedCorrection(correction, '更正后的文字含有无法显示的字符', '请重新输入更正后的文字');
};

/** Throws a RefusedCorrection for one whose original stands in the text, but not within one line of one block. */
export const checkPlace = (manuscript: Manuscript, correction: Correction): void => {
  const { span, original } = correction;
  const block = blockAt(manuscript, span.start);
  if (BREAK.test(original) || !block || !contains(block.span, span))
    throw new RefusedCorrection(correction, '一处更正不能跨行或跨段', '请逐行、逐段分别更正');
  if (isCut(manuscript.text, span.start) || isCut(manuscript.text, span.end))
    throw new RefusedCorrection(correction, '更正的起止位置切开了一个字', '请选中完整的字后再更正');
};

/** Throws a RefusedCorrection for the first that overlaps the one before it. @param sorted by where they begin. */
export const checkApart = (sorted: readonly Correction[]): void => {
  for (const [index, correction] of sorted.entries())
    if (index > 0 && correction.span.start < sorted[index - 1]!.span.end)
      throw new RefusedCorrection(
        correction,
        `“${sorted[index - 1]!.original}”与“${correction.original}”两处更正有重叠`,
        '同一处文字只能更正一次，请合并为一处更正',
      );
};

/** Whether an offset stands between the two halves of a character beyond the first 65,536. */
const isCut = (text: string, offset: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
