import {
  type BothWays,
  mistakes,
  type Reached,
  type SetBothWays,
  type Setback,
  TOLERANCE,
} from '../../classifiers/index.js';
import { type Label, padTo } from '../../model/index.js';
import type { StoredModel } from '../../store/index.js';
import type { Corpus, LearningData } from './data.js';
import { shortOf } from './encoder.js';

/** The labels as tables name them. */
export const LABEL_NAMES: Readonly<Record<Label, string>> = {
  D: 'D 信用信息共享公开',
  B: 'B “黑名单”认定',
  P: 'P 失信惩戒措施',
  Q: 'Q 资格限制（提示）',
  R: 'R 信用修复',
};

/** What is learned from. */
export const dataText = (
  { written, references, unjoined }: Corpus,
  { judged, replaced }: LearningData,
  decisions: { readonly given: number; readonly added: number } = { given: 0, added: 0 },
): string =>
  [
    ...(decisions.given > 0
      ? [`读入判断 ${decisions.given} 条，其中新的 ${decisions.added} 条，已存入数据库。`]
      : []),
    `学习的条款：编写的 ${written.length} 条；法规库中的 ${references.length} 条${unjoined.length > 0 ? `（另有 ${unjoined.length} 条，法规库中没有原文）` : ''}；人工判断的 ${judged} 条${replaced > 0 ? `，其中与前两类相同的 ${replaced} 条以人工判断为准` : ''}。`,
    '',
  ].join('\n');

/** What was taken over from the review. */
export const reviewedText = ({
  given,
  added,
  passedOver,
}: {
  readonly given: number;
  readonly added: number;
  readonly passedOver: number;
}): string =>
  [
    given > 0 ? `复核中已确认的台账行里有判断 ${given} 条，其中新的 ${added} 条。\n` : '',
    passedOver > 0
      ? `有 ${passedOver} 份文件更正了识别文字或重新扫描过，之后还没有打开，其判断这次没有学到；打开一次 qinggui review 后即可。\n`
      : '',
  ].join('');

/** References that can not be learned from. */
export const lackingText = (
  { missing, has }: { readonly missing: number; readonly has: number },
  force = false,
): string =>
  [
    `法规库中缺少法规条文：应学 ${missing + has} 条，本次只有 ${has} 条。学得少的模型在真实文件上较差，${force ? '因有 --force 仍继续；比较时两边都没有这些条文。' : '没有训练。'}`,
    '建议：先导入法规文本：qinggui corpus import 法规文件夹；确要这样训练，请加 --force',
    '',
  ].join('\n');

/** That there is nothing new to learn. */
export const sameText = (inUse: StoredModel | null): string =>
  `学得的模型与现用的（${nameOf(inUse)}）相同，不必安装：没有新的判断。\n`;

/** The figures side by side, and what they compare. */
export const comparisonText = (
  { corpus, decisions }: BothWays,
  inUse: StoredModel | null,
  folds: number,
  encoders: Encoders = {},
): string =>
  [
    `现用模型：${nameOf(inUse)}`,
    `比较的办法：按文件把条款分成 ${folds} 份，每份由没有学过这些文件的模型判断。“现用”只学现用模型学过的条款，“新”学本次的全部条款，其余都相同；不直接用现用模型，因为它学过这些条款，会显得过好。`,
    ...encodersText(encoders),
    '',
    ...tableOf('编写的条款和法规条文', corpus),
    '',
    ...(decisions.texts > 0
      ? [
          ...tableOf('人工判断的条款', decisions),
          `判断错的标签（D、B、P、R，多给的和漏掉的）：现用 ${mistakes(decisions, 'before')} 处，新 ${mistakes(decisions, 'after')} 处`,
          '',
        ]
      : []),
    '',
  ].join('\n');

/** Fingerprints of the encoders with which both models were learned, where there were any. */
interface Encoders {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** A model that was learned with an encoder which is not at hand is judged without it, and may look worse than it is. */
const encodersText = ({ before, after }: Encoders): string[] => {
  if (before === after) return after === undefined ? [] : [`编码模型：两边都用 ${shortOf(after)}。`];
  const now = after === undefined ? '“新”不用' : `“新”用 ${shortOf(after)}`;
  if (before === undefined) return [`编码模型：${now}，“现用”不用。`];
  return [
    `编码模型：${now}；现用模型训练时用过 ${shortOf(before)}，本次没有给出，比较时“现用”一边不用编码模型，各项可能低于它实际的水平。`,
  ];
};

const NAME_WIDTH = 20;
const COUNT_WIDTH = 8;
const PAIR_WIDTH = 18;

const tableOf = (title: string, { texts, labels }: SetBothWays): string[] => [
  `${title}（${texts} 条），现用 → 新，%`,
  [
    padTo('', NAME_WIDTH),
    padTo('条数', COUNT_WIDTH),
    padTo('平均精度', PAIR_WIDTH),
    padTo('召回率', PAIR_WIDTH),
    '准确率',
  ].join(''),
  ...labels.map(({ label, support, before, after }) => {
    const pair = (pick: (reached: Reached) => number | null): string =>
      `${percent(pick(before))} → ${percent(pick(after))}`;
    return [
      padTo(LABEL_NAMES[label], NAME_WIDTH),
      padTo(String(support), COUNT_WIDTH),
      padTo(
        pair(({ averagePrecision }) => averagePrecision),
        PAIR_WIDTH,
      ),
      padTo(
        pair(({ recall }) => recall),
        PAIR_WIDTH,
      ),
      pair(({ precision }) => precision),
    ].join('');
  }),
];

/** 95.1; — where there was nothing to be right or wrong about. */
export const percent = (share: number | null): string => (share === null ? '—' : (share * 100).toFixed(1));

/** In what the new model is worse. */
export const refusedText = (setbacks: readonly Setback[], force = false): string =>
  [
    `新模型比现用的差，${force ? '因有 --force 仍然安装' : '没有安装'}：`,
    ...setbacks.map((setback) => `  ${setbackText(setback)}`),
    `允许的差距：平均精度 ${percent(TOLERANCE.averagePrecision)} 个百分点，召回率 ${percent(TOLERANCE.recall)} 个百分点，人工判断的条款上错误多出 ${percent(TOLERANCE.mistakes)}% 条。`,
    ...(force
      ? []
      : ['建议：核对近来的确认和排除是否有误；确要安装，请加 --force；判断已存入数据库，下次训练仍会用到']),
    '',
  ].join('\n');

const setbackText = (setback: Setback): string =>
  setback.on === 'decisions'
    ? `人工判断的条款：判断错的标签由 ${setback.before} 处增至 ${setback.after} 处`
    : `${LABEL_NAMES[setback.label]}：${setback.measure === 'recall' ? '召回率' : '平均精度'}由 ${percent(setback.before)}% 降至 ${percent(setback.after)}%`;

export const installedText = (id: number, fingerprint: string, where: string, encoder?: string): string =>
  [
    `已安装为第 ${id} 号模型（${fingerprint}），存在 ${where}`,
    `下次扫描用它重新判断，不重新读取文件。${encoder === undefined ? '' : neededText(encoder)}退回上一个模型：qinggui models back`,
    '',
  ].join('\n');

/** That a model is of no use without its encoder. */
export const neededText = (encoder: string): string =>
  `它判断时需要编码模型（${shortOf(encoder)}）：请在命令后加上 --model 文件夹。`;

export const savedText = (path: string, bytes: number, fingerprint: string): string =>
  `已写出模型 ${path}（${fingerprint}，${bytes} 字节）；没有与现用模型比较，没有安装\n`;

/** What a model is called. */
export const nameOf = (model: Pick<StoredModel, 'id' | 'fingerprint'> | null): string =>
  model ? `第 ${model.id} 号（${model.fingerprint}）` : '清规自带的模型';
