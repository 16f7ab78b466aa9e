import { type Certificate, claimOf } from '../../audit/index.js';
import { beijingTime } from '../../model/index.js';
import type { CertificateLines } from '../../reports/index.js';
import { least, percent as percentOf } from './percent.js';

const percent = (share: number): string => percentOf(share, 4);

/** What a certificate says, in words for somebody who knows no statistics. */
export const certificateLines = (certificate: Certificate): CertificateLines => ({
  conclusion: conclusionOf(certificate),
  sections: [
    { heading: '一、抽查了什么', lines: whatOf(certificate) },
    { heading: '二、怎样抽取', lines: howOf(certificate) },
    { heading: '三、结果', lines: resultOf(certificate) },
    { heading: '四、结论怎样得出', lines: boundOf(certificate) },
    { heading: '五、不包括什么', lines: limitsOf(certificate) },
    { heading: '六、怎样核验', lines: checkOf(certificate) },
  ],
});

const conclusionOf = (certificate: Certificate): string[] => {
  const { statement, target, tally } = certificate;
  const confidence = percent(target.confidence);
  const { plain, careful } = claimOf(statement);
  if (plain.recall === null) return ['没有发现涉及的条款，也没有可能遗漏的，查全率无从说起。'];
  return [
    `以 ${confidence} 的把握：涉及的条款中，已经查出的不少于 ${least(plain.recall)}（假定抽查人没有看漏）。`,
    ...(tally.known.shown > 0
      ? [`计入抽查人自己可能的看漏，更谨慎的下限：${least(careful.recall ?? 0)}（前提见第五部分）。`]
      : ['没有混入已知条款，抽查人看漏多少无从估计，不能给出更谨慎的下限。']),
    ...(statement.picked ? ['本库抽过不止一次样，以上按可能挑选了其中一次计算。'] : []),
    reachedWords(certificate),
  ];
};

const reachedWords = ({ statement, target, tally }: Certificate): string => {
  const { plain, careful } = claimOf(statement);
  const aim = `事先定下的目标（${percent(target.recall)}）`;
  if ((plain.recall ?? 0) < target.recall)
    return `没有达到${aim}。这不等于查全率低于目标，只是这个样本不能证明。`;
  return tally.known.shown > 0 && (careful.recall ?? 0) < target.recall
    ? `假定抽查人没有看漏，达到${aim}；计入可能的看漏，没有达到。`
    : `达到${aim}。`;
};

const whatOf = ({ frame }: Certificate): string[] => [
  `总体：上次扫描读出、没有标为涉及（D 公开共享、B 黑名单、P 惩戒）的条款，以及标出后经人工排除的条款，共 ${frame.open} 条。`,
  `经人工确认涉及的条款 ${frame.positive} 条，不在抽查之列，计入已经查出的。`,
  `标出而尚未确认的条款 ${frame.pending} 条、未能读取的文件 ${frame.unread} 个，不在总体之中，本证书对它们没有结论。`,
  '总体在抽取之前固定，逐条列在“抽查总体.jsonl”，其校验值（SHA-256）为：',
  frame.hash,
];

const howOf = ({ design, draws, drawnAt, tally }: Certificate): string[] => [
  design.sizes.length === 1
    ? `从总体中不放回地随机抽取 ${design.sizes[0]} 条，每条被抽中的机会相同。`
    : `按工具的得分分为 ${design.sizes.length} 层（分界 ${design.cuts.join('、')}，抽取之前定下），各层随机抽取：${design.sizes
        .map((size, at) => `第 ${at + 1} 层 ${tally.strata[at]!.population} 条中抽 ${size} 条`)
        .join('；')}。`,
  `随机种子“${design.seed}”；抽取时间 ${beijingTime(drawnAt)}（北京时间）。用同一种子和同一总体，任何人可以抽出同样的条款。`,
  `另混入已确认涉及的条款 ${design.known} 条；抽查人看到的表中没有得分，也看不出哪些是混入的。`,
  design.looks > 1
    ? `事先定下可在 ${design.looks} 处看结果、达到目标即可停止；为此每处只用允许出错机会的 ${design.looks} 分之一。本证书在第 ${tally.look} 处，前 ${tally.answered} 条。`
    : '全部答完后只看一次结果。',
  draws.of === 1
    ? '本库只抽过这一次样。'
    : `注意：本库共抽过 ${draws.of} 次样，这是第 ${draws.number} 次${draws.reason && `，理由：${draws.reason}`}。${draws.others
        .map(
          ({ number, at, reason }) =>
            `第 ${number} 次在 ${beijingTime(at)}${reason && `（理由：${reason}）`}`,
        )
        .join('；')}。`,
];

const resultOf = ({ tally, reviewers }: Certificate): string[] => [
  ...tally.strata.map(
    ({ population, sample, hits }, at) =>
      `${tally.strata.length > 1 ? `第 ${at + 1} 层：` : ''}${population} 条中看了 ${sample} 条，发现遗漏 ${hits} 条。`,
  ),
  tally.known.shown > 0
    ? `混入的 ${tally.known.shown} 条已知条款，抽查人认出 ${tally.known.found} 条。`
    : '没有混入已知条款。',
  `抽查人：${reviewers.first ?? ''}${reviewers.second ? `；另一人独立再看：${reviewers.second}` : ''}${reviewers.agreed ? `；不一致的经合议：${reviewers.agreed}` : ''}。`,
];

const boundOf = ({ statement, frame, tally }: Certificate): string[] => {
  const { plain, careful, picked } = statement;
  const hits = tally.strata.reduce((sum, each) => sum + each.hits, 0);
  return [
    `样本中的遗漏就是这么多时，总体中的遗漏至多可能有多少条，用超几何分布精确算出：至多 ${plain.total} 条（含样本中发现的 ${hits} 条）。若实际多于这个数，出现这样的样本的机会不超过 ${percent(statement.alpha)}。`,
    ...(tally.strata.length > 1
      ? ['分层的，每一层各用其中一份出错机会，各层的上限相加；全部看过的层没有出错机会。']
      : []),
    ...(plain.recall === null
      ? []
      : [
          `查全率下限 =（${frame.positive} + ${hits}）÷（${frame.positive} + ${plain.total}）= ${least(plain.recall)}。`,
        ]),
    ...(tally.known.shown > 0
      ? [
          `更谨慎的一个：由混入的已知条款推算，抽查人每条看漏的机会至多 ${percent(careful.overlooked)}（用去一半出错机会）；据此总体中的遗漏至多 ${careful.total} 条，查全率下限 ${least(careful.recall ?? 0)}。`,
        ]
      : []),
    ...(picked
      ? [
          `以上按只抽这一次计算。本库抽过不止一次，报出的可能是挑选的一次，只能以 ${least(picked.plain.recall ?? 0)} 为下限（遗漏至多 ${picked.plain.total} 条）${tally.known.shown > 0 ? `，更谨慎的为 ${least(picked.careful.recall ?? 0)}` : ''}。`,
        ]
      : []),
  ];
};

const limitsOf = ({ frame }: Certificate): string[] => [
  `未能读取的文件（${frame.unread} 个）、没有放进扫描文件夹的文件、文件中没有读出的部分（如无法识别的图片）。`,
  `标出而尚未确认的条款（${frame.pending} 条）。`,
  '已确认的条款是否真的涉及：本证书说的是“有没有漏”，不是“有没有错标”。',
  '更谨慎的下限假定：没有标出的涉及条款，并不比混入的已知条款更难看出；各条看漏与否互不影响。这一点不能由数据证明，实际可能更难看出。',
  '扫描之后新增、修改的文件。',
  '按得分高低依次审看、连续若干条都不涉及就停止的做法，不是随机样本，没有控制出错机会的停止规则，本证书不采用。',
];

const checkOf = ({ hash, madeAt, who, program }: Certificate): string[] => [
  '用命令 qinggui audit verify 抽查证书.json 可以重新算出以上全部：校验值、抽取、计数、下限。',
  '证书的校验值（SHA-256）：',
  hash,
  `出具：${who}，${beijingTime(madeAt)}（北京时间），清规 ${program}。`,
];
