import { type Block, body, heading, listed, subheading } from './blocks.js';
import { disposalsOf, progressOf, reasonsOf } from './counts.js';
import type { SummaryFigures } from './figures.js';
import { FILE_LIST } from './lists.js';

/** 三、存在的问题和未覆盖的范围. */
export const problemBlocks = (figures: SummaryFigures): Block[] => [
  heading('三、存在的问题和未覆盖的范围'),
  subheading('（一）规则检查发现的问题'),
  ...breachBlocks(figures),
  subheading('（二）未覆盖的范围'),
  ...uncoveredWords(figures).map(body),
];

const breachBlocks = (figures: SummaryFigures): Block[] => {
  const { breachErrors, breachWarnings, breachNotes, breachesSetAside, breachesByArticle } = figures;
  const aside = breachesSetAside > 0 ? `；另有${breachesSetAside}条已说明理由，不再列入` : '';
  return [
    body(
      `对照国办发〔2020〕49号和发改办财金〔2021〕15号逐条检查，共有错误${breachErrors}条，警告${breachWarnings}条，提示${breachNotes}条${aside}。错误是条文自身显示的问题；警告是本文件未见、可能由其他文件规定的内容；提示须人工核对。规则只认得一部分写法，未发现不等于没有问题。`,
    ),
    ...(breachesByArticle.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: [
              { head: '条款', width: 6_906 },
              { head: '错误和警告（条）', width: 3_000, centred: true },
            ],
            rows: breachesByArticle.map(({ article, count }) => [article, String(count)]),
          },
        ]
      : []),
  ];
};

const uncoveredWords = (figures: SummaryFigures): string[] => {
  const { unreadFiles, filesPartlyRead, filesFound } = figures;
  const { looked, unread } = progressOf(figures);
  const reasons = reasonsOf(unreadFiles)
    .map(({ reason, count }) => `${reason}（${count}份）`)
    .join('；');
  return [
    ...(unreadFiles.length > 0
      ? [
          `未能读取的文件${unreadFiles.length}份，其中已人工查阅${looked}份，尚未查阅${unread}份。原因：${reasons}。清单见附件“${FILE_LIST}”。`,
        ]
      : filesFound > 0
        ? ['没有未能读取的文件。']
        : []),
    ...(filesPartlyRead > 0
      ? [`已读取的文件中有${filesPartlyRead}份只读到一部分，未读到的部分不在以上数字之内。`]
      : []),
    '以上数字只说明已读取的文件。',
  ];
};

/** 四、下一步工作: what the figures leave to do, and nothing else. */
export const nextBlocks = (figures: SummaryFigures): Block[] => {
  const steps = nextSteps(figures);
  return [
    heading('四、下一步工作'),
    ...steps.map((step, index) => body(steps.length > 1 ? `（${NUMERALS[index]}）${step}` : step)),
  ];
};

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七'];

const nextSteps = (figures: SummaryFigures): string[] => {
  const { pending, conflict, unread } = progressOf(figures);
  const { 修订, 立法, 废止, open } = disposalsOf(figures);
  const unconfirmed = listed(
    [
      ['待确认的', pending],
      ['有冲突的', conflict],
    ],
    '件',
  );
  const unknown = listed(
    [
      ['国家层面依据待核实的', figures.national.待核实],
      ['地方性法规依据待核实的', figures.local.待核实],
    ],
    '件',
  );
  const changes = listed(
    [
      ['修订', 修订],
      ['立法', 立法],
      ['废止', 废止],
    ],
    '件',
  );
  return [
    ...(unconfirmed ? [`逐件确认台账：${unconfirmed}。`] : []),
    ...(unread > 0 ? [`人工查阅未能读取的文件${unread}份，属于清理范围的补入台账。`] : []),
    ...(figures.filesPartlyRead > 0 ? [`查阅只读到一部分的文件${figures.filesPartlyRead}份。`] : []),
    ...(unknown ? [`核实依据：${unknown}。`] : []),
    ...(open > 0 ? [`确定${open}件文件的处置方式。`] : []),
    ...(changes ? [`按规范完善方案和完成时限逐项落实：${changes}。`] : []),
    '不新出台与国办发〔2020〕49号要求不符的失信约束措施。',
  ];
};
