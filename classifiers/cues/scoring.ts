import type { Cue } from './cue.js';

/** The heading nearest to the text names a store of good or bad conduct, with points. */
const SCORE_SHEET =
  /(?:守信信息|失信信息|信用赋分|信用加分|信用扣分|扣分标准|加分标准|(?:信用|诚信)(?:积分|记分|评分|评价)(?:标准|细则|指标|目录)|信用信息目录|失信行为(?:清单|目录|分类)|不良行为(?:清单|认定标准|记分标准))(?!.*(?:政策|激励|附则|总则))/;
/** The same, where the last word on it is that points are lost. */
const LOSS_SHEET =
  /(?:失信信息|信用扣分|扣分标准|减分标准|失信行为(?:清单|目录|分类)|不良行为(?:清单|认定标准|记分标准)|失信记分)(?!.*(?:守信信息|加分标准|守信行为|政策))/;
/** A row of conduct: it has words enough and does not end as a heading does. */
const ROW = /^(?=.{8,})[^。；，]{1,80}(?:的|[）)]|[。；，]|[-+＋－—−]\d{1,3}分?|\d分)/;

export const SCORE_ROW_DISCLOSURE: Cue = {
  id: 'D.row-of-score-sheet',
  meaning: '信用信息目录、评价标准所列的行为',
  pattern: ROW,
  weight: 0.55,
  under: SCORE_SHEET,
};

export const SCORE_ROW_PUNISHMENT: Cue = {
  id: 'P.row-of-loss-sheet',
  meaning: '失信信息、扣分标准所列的行为',
  pattern: ROW,
  weight: 0.55,
  under: LOSS_SHEET,
};
