import { type BothWays, shippedModel } from '../../classifiers/index.js';
import { padTo, printable, UsageError } from '../../model/index.js';
import {
  currentModel,
  type Store,
  type StoredModel,
  stepBack,
  storedModels,
  useModel,
} from '../../store/index.js';
import { type DatabaseOptions, withExistingStore } from './database.js';
import { shortOf } from './encoder.js';
import { cardOf, isOfThisVersion } from './model-in-use.js';
import { nameOf, neededText, percent } from './train-text.js';

type Say = (words: string) => void;
const print: Say = (words) => process.stdout.write(words);

/** `qinggui models list`: the models of a database, with the one in use marked. Returns the exit status. */
export const runModels = (options: DatabaseOptions, say = print): Promise<number> =>
  withExistingStore(options, async (store) => {
    const current = await currentModel(store);
    const models = await storedModels(store);
    say(
      [
        ROW('', '编号', '建立时间', '学习的条款', '平均精度 D/B/P/R', '召回率 D/B/P/R', '说明'),
        ...models.map((model) => lineOf(model, model.id === current?.id)),
        ROW(current ? '' : '现用', '0', '清规自带', partsOf(shippedModel().card.provisions), '', '', ''),
        '“平均精度”“召回率”是建立时交叉验证所得（%）；改用：qinggui models use <编号>；退回上一个：qinggui models back',
        '',
      ].join('\n'),
    );
    return 0;
  });

/** `qinggui models use`: puts a model into use; 0 is the one that comes with the program. Returns the exit status. */
export const runUse = (
  id: number,
  options: DatabaseOptions,
  { now = () => new Date().toISOString(), say = print } = {},
): Promise<number> =>
  withExistingStore(options, async (store) => {
    const current = await currentModel(store);
    if ((current?.id ?? 0) === id) say(`现在用的就是${nameOf(current)}。\n`);
    else if (await useModel(store, id === 0 ? null : id, now())) await sayInUse(store, say);
    else throw new UsageError(`没有第 ${id} 号模型`, '用 qinggui models 查看有哪些模型；0 是清规自带的模型');
    return 0;
  });

/** `qinggui models back`: one step back. Returns the exit status, 1 where there is none. */
export const runBack = (options: DatabaseOptions, say = print): Promise<number> =>
  withExistingStore(options, async (store) => {
    if (!(await stepBack(store))) {
      say('没有可以退回的：一直用清规自带的模型，或已全部退回。\n');
      return 1;
    }
    await sayInUse(store, say);
    return 0;
  });

const sayInUse = async (store: Store, say: Say): Promise<void> => {
  const current = await currentModel(store);
  say(`现在用${nameOf(current)}；下次扫描用它判断。\n`);
  if (current && !isOfThisVersion(current))
    say('注意：它由其他版本的清规训练，扫描时改用自带的模型。重新训练：qinggui train\n');
  else if (current && cardOf(current).encoder !== undefined) say(`${neededText(cardOf(current).encoder!)}\n`);
};

const ROW = (...cells: [string, string, string, string, string, string, string]): string =>
  cells
    .map((cell, at) => padTo(cell, WIDTHS[at]!))
    .join('')
    .trimEnd();
const WIDTHS = [6, 6, 18, 38, 24, 24, 0];

const lineOf = (model: StoredModel, isCurrent: boolean): string => {
  const { labels } = (model.figures as BothWays).corpus;
  const shares = (pick: (label: (typeof labels)[number]) => number | null): string =>
    labels
      .filter(({ label }) => label !== 'Q')
      .map((label) => percent(pick(label)))
      .join('/');
  return ROW(
    isCurrent ? '现用' : '',
    String(model.id),
    localTime(model.madeAt),
    partsOf(cardOf(model).provisions),
    shares(({ after }) => after.averagePrecision),
    shares(({ after }) => after.recall),
    remarkOf(model),
  );
};

const remarkOf = (model: StoredModel): string => {
  const { encoder } = cardOf(model);
  return [
    printable(model.note),
    encoder === undefined ? '' : `（用编码模型 ${shortOf(encoder)}）`,
    isOfThisVersion(model) ? '' : '（其他版本训练，不再使用）',
  ].join('');
};

const partsOf = ({ written, reference, decision }: Readonly<Record<string, number>>): string =>
  `编写 ${written ?? 0}，法规 ${reference ?? 0}，判断 ${decision ?? 0}`;

/** 2026-03-01 09:05 where the user is. */
const localTime = (iso: string): string => {
  const time = new Date(iso);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
};
