import { randomBytes } from 'node:crypto';
import {
  type AskedQuestion,
  type AuditPlan,
  countsOf,
  type Design,
  drawSample,
  type Frame,
  FrameReader,
  type Question,
  sampleSize,
  strataOf,
  taskMark,
} from '../../audit/index.js';
import { UsageError } from '../../model/index.js';
import { writeAuditTask } from '../../reports/index.js';
import { addSample, lastScan, packText } from '../../store/index.js';
import { writeTo } from '../copy.js';
import { withDesk } from '../review/desk-context.js';
import type { DeskOptions } from '../review/options.js';
import { reviewerName } from '../review/reviewer.js';
import { taskTarget } from './places.js';
import { Population, type PopulationFile } from './population.js';

/** What `audit sample draw` is called with. */
export interface DrawOptions extends DeskOptions {
  readonly recall: number;
  readonly confidence: number;
  readonly hits: number;
  /** One a stratum, those of the lowest scores first; `null` for all of it. */
  readonly size?: readonly (number | null)[];
  readonly strata?: readonly number[];
  readonly known: number;
  readonly looks: number;
  readonly seed?: string;
  readonly again?: string;
  readonly reviewer?: string;
  readonly to?: string;
}

const SEED_BYTES = 16;

/** `qinggui audit sample draw`. Returns the exit status. */
export const runDraw = (
  options: DrawOptions,
  say = (words: string): void => void process.stdout.write(words),
): Promise<number> =>
  withDesk(options, async ({ store, collection, clock }) => {
    const target = await taskTarget(options, options.to);
    const scan = await lastScan(store, collection);
    if (!scan) throw new UsageError('还没有扫描过', '请先运行 qinggui scan');
    const population = await Population.of(store, collection, scan);
    const { frame, text, files } = await frozen(population);
    const design = designOf(frame, options);
    const { questions } = drawSample(frame, design);
    const plan: AuditPlan = {
      recall: options.recall,
      confidence: options.confidence,
      design,
      frame: countsOf(frame),
      strata: strataOf(frame.open, design.cuts).map(({ length }) => length),
    };
    const asked = await withWords(questions, population, files);
    const number = await addSample(store, collection, {
      at: clock(),
      who: reviewerName(options.reviewer),
      reason: options.again?.trim() ?? '',
      frameHash: frame.hash,
      frame: text,
      plan,
      questions: asked,
    });
    await writeTo(target, (path) => writeAuditTask(path, taskMark({ number, frameHash: frame.hash }), asked));
    say(drawnText(number, plan, target.path));
    return 0;
  });

const designOf = (frame: Frame, options: DrawOptions): AuditPlan['design'] => {
  const { known, looks, strata: cuts = [] } = options;
  if (frame.open.length === 0)
    throw new UsageError('没有可抽查的条款', '全部条款都已确认涉及或尚待确认，或没有读出条款');
  if (known > frame.positive)
    throw new UsageError(
      `混入的已知条款（${known} 条）多于已确认涉及的条款（${frame.positive} 条）`,
      '请先在复核页面确认台账行，或用 --known 写一个较小的数（0 为不混入，则不能估计抽查人的看漏率）',
    );
  const populations = strataOf(frame.open, cuts).map(({ length }) => length);
  const sizes = options.size
    ? populations.map((population, at) => options.size?.[at] ?? population)
    : [plannedSize(frame, options)];
  if (sizes.length !== (options.size?.length ?? 1) || sizes.length !== populations.length)
    throw new UsageError(
      `分为 ${populations.length} 层，而 --size 写了 ${options.size?.length ?? 0} 个数`,
      '分层抽查时，请用 --size 逐层写明条数（得分低的层在前），如 --size 500,300,全部',
    );
  const over = sizes.findIndex((size, at) => size > populations[at]!);
  if (over >= 0)
    throw new UsageError(
      `第 ${over + 1} 层只有 ${populations[over]} 条，不够抽 ${sizes[over]} 条`,
      '请减少条数，或写“全部”',
    );
  const seed = options.seed ?? randomBytes(SEED_BYTES).toString('hex');
  const design: Design = { seed, cuts, sizes, known };
  return { ...design, looks };
};

/** The size that the target needs, at each look's share of what may go wrong. */
const plannedSize = (frame: Frame, { recall, confidence, hits, looks }: DrawOptions): number => {
  const size = sampleSize({
    population: frame.open.length,
    positives: frame.positive,
    recall,
    confidence: 1 - (1 - confidence) / looks,
    hits,
  });
  if (size === null)
    throw new UsageError(
      `已确认涉及的条款 ${frame.positive} 条，预留 ${hits} 条遗漏时，多大的样本都不能证明这个目标`,
      '请减少 --hits、降低 --recall，或用 --size 自定条数（结论按实际结果给出）',
    );
  return size;
};

/** Where a file's items begin among those of their kind. */
interface FileOfFrame extends Pick<PopulationFile, 'source' | 'hash'> {
  readonly open: number;
  readonly positive: number;
}

/** The frame and its text, packed: words are read and left again file by file. */
const frozen = async (
  population: Population,
): Promise<{ readonly frame: Frame; readonly text: Uint8Array; readonly files: readonly FileOfFrame[] }> => {
  const reader = new FrameReader();
  const files: FileOfFrame[] = [];
  async function* pieces(): AsyncGenerator<string> {
    for await (const { source, hash, lines } of population.files()) {
      const { open, positive } = reader.counts;
      files.push({ source, hash, open, positive });
      yield lines.map(({ line }) => reader.take(line)).join('');
    }
  }
  const text = await packText(pieces());
  return { frame: reader.end(), text, files };
};

/** Reads the files again that what was drawn stands in. */
const withWords = async (
  questions: readonly Question[],
  population: Population,
  files: readonly FileOfFrame[],
): Promise<AskedQuestion[]> => {
  const asked = new Array<AskedQuestion>(questions.length);
  const byFile = new Map<FileOfFrame, number[]>();
  for (const [at, { item, stratum }] of questions.entries()) {
    const file = fileOf(files, stratum === null ? 'positive' : 'open', item);
    byFile.set(file, [...(byFile.get(file) ?? []), at]);
  }
  for (const [file, places] of byFile) {
    const lines = await population.linesAgain(file);
    const of = (kind: 'open' | 'positive') => lines.filter(({ line }) => line.kind === kind);
    const items = { open: of('open'), positive: of('positive') };
    for (const at of places) {
      const question = questions[at]!;
      const kind = question.stratum === null ? 'positive' : 'open';
      asked[at] = { ...question, ...items[kind][question.item - file[kind]]!.words! };
    }
  }
  return asked;
};

/** The last file that begins no later than an item: those behind it begin later, those before hold earlier ones or none. */
const fileOf = (files: readonly FileOfFrame[], kind: 'open' | 'positive', item: number): FileOfFrame => {
  let [low, high] = [0, files.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (files[middle]![kind] <= item) low = middle;
    else high = middle - 1;
  }
  return files[low]!;
};

const drawnText = (number: number, { design, frame, strata }: AuditPlan, path: string): string =>
  [
    `${taskMark({ number, frameHash: frame.hash })}已抽取并存入数据库，不能更改。`,
    `总体：没有标出的条款 ${frame.open} 条；已确认涉及的 ${frame.positive} 条；标出而未确认的 ${frame.pending} 条、未能读取的文件 ${frame.unread} 个不在其中。`,
    `总体的校验值（SHA-256）：${frame.hash}`,
    `随机种子：${design.seed}`,
    ...design.sizes.map(
      (size, at) =>
        `${design.sizes.length > 1 ? `第 ${at + 1} 层` : '样本'}：${strata[at]} 条中抽 ${size} 条`,
    ),
    `另混入已确认涉及的条款 ${design.known} 条，以了解抽查人是否看漏；表中不作区分。`,
    path,
    '请抽查人在复核页面的“抽查”中逐条回答（qinggui review），或者在表中“是否涉及”一栏填写，再用 qinggui audit sample read 读入；不要让抽查人看到以上数字。',
    '',
  ].join('\n');
