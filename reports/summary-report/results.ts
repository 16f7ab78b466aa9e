import type { YesNo } from '../../model/index.js';
import { flagsDrawing } from '../charts/flags.js';
import { basisDrawing, disposalDrawing, kindsDrawing } from '../charts/ledger-charts.js';
import { type Block, body, chart, heading, listed, subheading } from './blocks.js';
import { disposalsOf } from './counts.js';
import type { SummaryFigures } from './figures.js';
import { ROW_LIST } from './lists.js';

/** 二、清理规范情况: labels, kinds, basis and disposal, each in words and as a chart. */
export const resultBlocks = (figures: SummaryFigures): Block[] => [
  heading('二、清理规范情况'),
  subheading('（一）涉及的事项'),
  body(labelWords(figures)),
  chart(flagsDrawing({ counted: '件', years: figures.years })),
  subheading('（二）措施的种类'),
  body('种类按条款的写法判断，按处计；一处规定可有多种措施。'),
  chart(kindsDrawing(figures.kinds)),
  ...(figures.rows.length > 0 ? rowBlocks(figures) : [body(nothingWords(figures))]),
];

const labelWords = ({ documents, documentsByLabel: { D, B, P, Q, R } }: SummaryFigures): string => {
  if (documents === 0) return '已读取的文件中没有公文。';
  const hints = listed(
    [
      ['资格限制（未写明信用，可能属惩戒）', Q],
      ['信用修复', R],
    ],
    '件',
  );
  return `${documents}件公文中，涉及信用信息共享公开${D}件，涉及“黑名单”认定${B}件，涉及失信惩戒措施${P}件（一件公文可涉及多项）。${
    hints ? `另有提示性内容：${hints}。` : ''
  }`;
};

/** 不涉及 is said of the files that were read, and of no others. */
const nothingWords = ({ filesRead, unreadFiles }: SummaryFigures): string => {
  if (filesRead === 0) return '没有读取到任何文件，不能作出“不涉及”的结论。';
  const open = unreadFiles.filter(({ looked }) => !looked).length;
  const rest = open > 0 ? `另有${open}份文件未能读取且尚未人工查阅，其内容不在此结论之内。` : '';
  return `已读取的${filesRead}份文件没有列入台账的失信约束措施。${rest}`;
};

const rowBlocks = (figures: SummaryFigures): Block[] => {
  const { rows, national, local, rowsWithoutBasis } = figures;
  const disposals = disposalsOf(figures);
  return [
    subheading('（三）依据情况'),
    body(
      `台账${rows.length}件文件中，是否有国家层面依据：${answerWords(national)}；是否有地方性法规依据：${answerWords(local)}。两项均为“否”的${rowsWithoutBasis}件。`,
    ),
    chart(basisDrawing({ national, local })),
    subheading('（四）处置方式'),
    body(
      `台账${rows.length}件文件中，保留${disposals.保留}件，修订${disposals.修订}件，立法${disposals.立法}件，废止${disposals.废止}件，处置方式尚未确定${disposals.open}件。清单见附件“${ROW_LIST}”。`,
    ),
    chart(disposalDrawing(disposals)),
  ];
};

const answerWords = (answers: Readonly<Record<YesNo, number>>): string =>
  (['是', '否', '待核实'] as const).map((answer) => `“${answer}”${answers[answer]}件`).join('，');
