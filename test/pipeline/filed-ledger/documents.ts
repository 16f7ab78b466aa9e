import type { LedgerDocument } from '../../../reports/index.js';
import { document, row } from '../../reports/samples.js';

const LONG = Array.from(
  { length: 60 },
  (_, at) => `第${at + 1}条：不按规定投放生活垃圾的，记入个人信用档案，情节严重的列入“黑名单”，并向社会公布`,
).join('；');

/** Rows: plain, tall enough to be drawn over several sheet rows, without a 文号, and with line breaks. */
export const FILED_ROWS = [
  row(),
  row({ document: '《清水市环卫作业规定》', summary: LONG, punishment: '是', nationalBasis: '是' }),
  row({ document: '《清水市公园管理办法》（清政发〔2016〕2号）', blacklist: '否', disposal: '废止' }),
  row({
    localBasis: '是',
    basisContent: '《甲条例》第三条：列入名单。\n《乙条例》第五条：记入档案。',
    disposal: '修订',
  }),
];

export const filedDocuments = (): LedgerDocument[] => FILED_ROWS.map((each) => document({ row: each }));
