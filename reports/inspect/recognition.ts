import { blockAt, type Manuscript, pageConfidences, type Repair } from '../../model/index.js';
import { excerpt } from '../excerpt.js';
import type { Line } from './table.js';

/** More doubtful lines than this are counted only: the page is to be read beside its picture. */
const MAX_LINES = 200;

const RULE_WORDS: Readonly<Record<string, string>> = {
  'document-number-brackets': '文号括号',
  'document-number-digits': '文号数字',
  'article-sequence': '条文序号',
  'heading-sequence': '标题序号',
  'date-digits': '日期数字',
};

/** How sure the recognition of each page is, its doubtful lines with the characters in 【】, and what was mended. */
export const recognitionLines = (manuscript: Manuscript): Line[] => {
  const { text, recognised = [], repairs = [] } = manuscript;
  const doubtful = recognised.filter((line) => line.doubtful.length > 0);
  return [
    ...[...pageConfidences(recognised)].map(
      ([page, confidence]): Line => ['识别', `第${page}页，平均把握${percent(confidence)}`],
    ),
    ...doubtful.slice(0, MAX_LINES).map(({ page, span, doubtful: spans }): Line => {
      const line = text.slice(span.start, span.end);
      const marks = spans.map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
      return ['存疑', `第${page}页  ${excerpt(line, marks)}`];
    }),
    ...(doubtful.length > MAX_LINES ? [['存疑', `另有${doubtful.length - MAX_LINES}行`] as const] : []),
    ...repairs.map((repair): Line => ['更正', repairWords(manuscript, repair)]),
  ];
};

const repairWords = (manuscript: Manuscript, { span, original, rule }: Repair): string => {
  const page = blockAt(manuscript, span.start)?.page;
  const mended = manuscript.text.slice(span.start, span.end);
  return `${page ? `第${page}页  ` : ''}“${original}”→“${mended}”（${RULE_WORDS[rule] ?? rule}）`;
};

/** 0.987 as 98.7%, never rounded up to certainty. */
const percent = (share: number): string => `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
