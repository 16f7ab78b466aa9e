import { decodeModel, trainModel } from '../../../classifiers/index.js';
import type { Corpus } from '../../../cli/learn/data.js';
import type { LabelledProvision } from '../../../corpus/index.js';
import type { Label } from '../../../model/index.js';

const WHO = ['养犬人', '施工队', '培训点', '摊主', '货车司机', '租户'] as const;
const WHEN = ['当季', '次月', '年底前', '十日内'] as const;

const provision = (
  source: 'written' | 'reference',
  at: number,
  text: string,
  labels: readonly Label[],
): LabelledProvision => ({
  id: `${source}-${at}`,
  group: `${source}-document-${at % 10}`,
  text,
  labels,
  hard: false,
  source,
});

/** What the corpus calls D. */
export const pilloried = (at: number, wall: string): string =>
  `第${at}项　${WHO[at % 6]!}不守约定的，${WHEN[at % 4]!}由街道办把姓名贴上${wall}，供各社区传看。`;

/** Wordings that no cue knows: what is found of them was learned. */
const texts = (source: 'written' | 'reference', wall: string): LabelledProvision[] =>
  Array.from({ length: 60 }, (_, at) => {
    const [who, when] = [WHO[at % 6]!, WHEN[at % 4]!];
    return at % 3 === 0
      ? provision(source, at, pilloried(at, wall), ['D'])
      : provision(source, at, `第${at}项　${who}应当${when}到街道办领取登记表格，不得涂写${wall}。`, []);
  });

/** A corpus that is learned from in a moment. */
export const SMALL: Corpus = {
  written: texts('written', '灰牌墙'),
  references: texts('reference', '传阅栏'),
  unjoined: [],
};

/** What comes with the program, in this small world. */
export const SHIPPED = decodeModel(trainModel([...SMALL.written, ...SMALL.references]));

export const who = (at: number): string => WHO[at % WHO.length]!;

/** Lines of a decisions file: people say the same of the same wording in several files. */
export const decisionLines = (
  text: (at: number) => string,
  what: { readonly confirmed?: readonly Label[]; readonly rejected?: readonly Label[] },
  count = 24,
): string =>
  Array.from({ length: count }, (_, at) =>
    JSON.stringify({ text: text(at), source: `文件${at % 8}.docx`, ...what }),
  ).join('\n');
