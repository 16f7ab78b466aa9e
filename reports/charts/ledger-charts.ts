import type { KindCount } from '../summary.js';
import { type Bar, type BarGroup, barsDrawing } from './bars.js';
import { COLOURS, type Drawing } from './drawing.js';
import type { BasisFigures, DisposalFigures, KindFigures, ProgressFigures } from './figures.js';

/** Kinds with the most provisions first; kinds and groups without anything are left out. */
export const kindsDrawing = ({ punishment, disclosure, blacklist }: KindFigures): Drawing =>
  barsDrawing({
    title: '措施的种类（处）',
    unit: '处',
    groups: [
      kindGroup('失信惩戒措施', punishment, COLOURS.red),
      kindGroup('信用信息的处理', disclosure, COLOURS.blue),
      kindGroup('名单的设列和认定', blacklist, COLOURS.brown),
    ],
  });

const kindGroup = (heading: string, kinds: readonly KindCount<string>[], colour: string): BarGroup => ({
  heading,
  bars: kinds
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ kind, count }) => ({ name: kind, count, colour })),
});

/** Both questions with all three answers: that there is none is an answer too. */
export const basisDrawing = ({ national, local }: BasisFigures): Drawing =>
  barsDrawing({
    title: '依据情况（件）',
    unit: '件',
    groups: [
      { heading: '是否有国家层面依据', bars: answerBars(national) },
      { heading: '是否有地方性法规依据', bars: answerBars(local) },
    ],
  });

const answerBars = (answers: BasisFigures['national']): Bar[] => [
  { name: '是', count: answers.是, colour: COLOURS.green },
  { name: '否', count: answers.否, colour: COLOURS.red },
  { name: '待核实', count: answers.待核实, colour: COLOURS.brown },
];

/** All four of the form, and the rows of which a person has still to say. */
export const disposalDrawing = (figures: DisposalFigures): Drawing =>
  barsDrawing({
    title: '处置方式（件）',
    unit: '件',
    groups: [
      {
        heading: '',
        bars: [
          { name: '保留', count: figures.保留, colour: COLOURS.green },
          { name: '修订', count: figures.修订, colour: COLOURS.blue },
          { name: '立法', count: figures.立法, colour: COLOURS.purple },
          { name: '废止', count: figures.废止, colour: COLOURS.red },
          { name: '须人工确定', count: figures.open, colour: COLOURS.grey },
        ],
      },
    ],
  });

/** Each state as a part of all documents for the ledger, and of all files that could not be read. */
export const progressDrawing = ({ pending, confirmed, conflict, unread, looked }: ProgressFigures): Drawing =>
  barsDrawing({
    title: '人工确认进度（件）',
    unit: '件',
    groups: [
      {
        heading: '列入台账的文件',
        whole: pending + confirmed + conflict,
        bars: [
          { name: '已确认', count: confirmed, colour: COLOURS.green },
          { name: '有冲突', count: conflict, colour: COLOURS.red },
          { name: '待确认', count: pending, colour: COLOURS.grey },
        ],
      },
      {
        heading: '未能读取的文件',
        whole: unread + looked,
        bars:
          unread + looked === 0
            ? []
            : [
                { name: '已人工查阅', count: looked, colour: COLOURS.green },
                { name: '尚未查阅', count: unread, colour: COLOURS.brown },
              ],
      },
    ],
  });
