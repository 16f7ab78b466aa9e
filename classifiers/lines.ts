/**
 * Line breaks as the cues read them. A break in mid-sentence (a hard wrap) joins; a break behind a heading, a label
 * or a cell ends the sentence although no sign says so.
 */
const DROPPED = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** A line that ends so is continued, or has ended its sentence itself. */
const OPEN_OR_ENDED = /[，、：；。！？,:;!?…（(《〈“"‘—-]$/;
/** The next line begins a new entry. 第三条 may as well go on with 本条例 of the line above. */
const MARK =
  /^(?:第[一二三四五六七八九十0-9]{1,3}[章节编]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|[0-9]{1,2}[、.．](?![0-9])|[①-⑳]|附件|备注|注[：:])/;
/** A label with its value: 创建者：张三. */
const LABELLED = /^[^，。；：:]{1,8}[：:][^，。；（(]{1,16}$/;
const LABEL_LINE = /^[^，。；：:]{1,8}[：:]/;
/** The end of a table cell in plain text. */
const CELL_END = /[|｜]$/;
/** A wrapped line is nearly as long as the longest; one that falls short by this share was ended on purpose. */
const FULL_LINE = 0.6;

/** The text with each line break that ends a sentence written as 。, of the same length. */
export const markBreaks = (text: string): string => {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  const bare = lines.map((line) => line.replace(DROPPED, ''));
  const longest = bare.reduce((most, line) => Math.max(most, line.length), 0);
  const following: string[] = [];
  let next = '';
  for (let at = lines.length - 1; at >= 0; at--) {
    following[at] = next;
    if (bare[at]) next = bare[at]!;
  }
  let marked = lines[0]!;
  for (let at = 1; at < lines.length; at++) {
    const before = bare[at - 1]!;
    const after = following[at - 1]!;
    const ends =
      before !== '' &&
      after !== '' &&
      !OPEN_OR_ENDED.test(before) &&
      (before.length < FULL_LINE * longest ||
        CELL_END.test(before) ||
        (LABELLED.test(before) && (before.length < longest || LABEL_LINE.test(bare[at - 2] ?? ''))) ||
        MARK.test(after));
    marked += (ends ? '。' : '\n') + lines[at]!;
  }
  return marked;
};
