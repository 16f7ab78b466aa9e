import { progressDrawing } from '../charts/ledger-charts.js';
import { type Block, body, chart, heading, listed, subheading, text } from './blocks.js';
import { progressOf } from './counts.js';
import type { Agreement, SummaryFigures } from './figures.js';
import { beijingTime } from './moment.js';

/** 一、工作开展情况: what was read, who confirmed what, what people changed of the draft. */
export const workBlocks = (figures: SummaryFigures): Block[] => [
  heading('一、工作开展情况'),
  subheading('（一）文件梳理'),
  body(filesWords(figures)),
  body(
    figures.statutes > 0
      ? `所引条文按法规库（${figures.statutes}件）核对；库中没有的列为待核实。`
      : '没有法规库，所引条文的原文未经核对。',
  ),
  subheading('（二）人工确认'),
  ...confirmationBlocks(figures),
  subheading('（三）对预填结果的修改'),
  ...changeWords(figures).map(body),
  ...(figures.agreement ? [subheading('（四）复核'), body(agreementWords(figures.agreement))] : []),
  subheading(`（${figures.agreement ? '五' : '四'}）决定记录`),
  ...logBlocks(figures),
];

const filesWords = (figures: SummaryFigures): string => {
  const { filesFound, filesRead, filesByRule, filesPartlyRead, unreadFiles, documents } = figures;
  if (filesFound === 0) return '没有找到任何文件。';
  const parts = [
    `已读取${filesRead}份`,
    ...(filesByRule > 0 ? [`按规则跳过${filesByRule}份（重复、隐藏、临时文件等）`] : []),
    `未能读取${unreadFiles.length}份`,
  ];
  const partly = filesPartlyRead > 0 ? `中有${filesPartlyRead}份只读到一部分，` : '';
  return `共找到文件${filesFound}份：${parts.join('，')}。已读取的文件${partly}共含公文${documents}件（一份文件可含多件公文）。`;
};

const confirmationBlocks = (figures: SummaryFigures): Block[] => {
  const { rows, confirmations } = figures;
  if (rows.length === 0) return [body('台账没有列入文件。')];
  const progress = progressOf(figures);
  const { confirmed, conflict, pending } = progress;
  return [
    body(
      `台账共列入文件${rows.length}件，其中已经人工确认${confirmed}件，有冲突${conflict}件，待确认${pending}件。${
        confirmed === rows.length ? '' : '未经确认的内容为预填，不作为结论。'
      }`,
    ),
    chart(progressDrawing(progress)),
    ...(confirmations.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: [
              { head: '确认人', width: 2_400 },
              { head: '已确认（件）', width: 1_506, centred: true },
              { head: '首次确认（北京时间）', width: 3_000, centred: true },
              { head: '最近确认（北京时间）', width: 3_000, centred: true },
            ],
            rows: confirmations.map((each) => [
              each.who,
              String(each.rows),
              beijingTime(each.firstAt),
              beijingTime(each.lastAt),
            ]),
          },
        ]
      : []),
  ];
};

const changeWords = (figures: SummaryFigures): string[] => {
  const { findingsProposed, findingsConfirmed, findingsRejected, findingsUndecided, findingsAdded } = figures;
  const { documentsExcluded, cellsEdited, wordsCorrected } = figures;
  const cells = cellsEdited.reduce((sum, { count }) => sum + count, 0);
  const columns = listed(
    cellsEdited.map(({ column, count }) => [`“${column}”`, count]),
    '格',
  );
  return [
    `工具预填发现${findingsProposed}处：人工确认${findingsConfirmed}处，否定${findingsRejected}处，尚未判断${findingsUndecided}处。另由人工补充${findingsAdded}处。`,
    cells > 0 ? `人工修改台账${cells}格：${columns}。` : '台账各格未经人工改写。',
    ...(documentsExcluded > 0 ? [`人工确认不列入台账的公文${documentsExcluded}件。`] : []),
    ...(wordsCorrected > 0 ? [`人工更正识别文字${wordsCorrected}处。`] : []),
  ];
};

const agreementWords = ({ first, second, compared, same, kappa }: Agreement): string => {
  const people = `初核人${first}、复核人${second}在互不知晓的情况下`;
  if (compared === 0) return `${people}尚无共同判断的事项，未计算一致性。`;
  const figure =
    kappa === null ? 'κ（Cohen’s kappa）无法计算' : `κ（Cohen’s kappa）为${kappa.toFixed(2)}（保留两位小数）`;
  return `${people}共同判断${compared}处，其中相同${same}处，不同${compared - same}处，${figure}。`;
};

const logBlocks = ({ logEntries, logHead, logIntact }: SummaryFigures): Block[] => {
  if (logEntries === 0) return [body('尚无人工决定。')];
  const chain = logIntact ? '经校验前后相连、未被改动' : '校验未通过，须查明原因后再行报送';
  return [
    body(`人工决定逐条记入日志，共${logEntries}条，${chain}。最后一条的校验值（SHA-256）：`),
    text(logHead),
  ];
};
