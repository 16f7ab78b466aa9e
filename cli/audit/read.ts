import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Answer, type AnswerLane, readAnswer, taskMark } from '../../audit/index.js';
import {
  type Block,
  DEFAULT_FILE_LIMITS,
  type Manuscript,
  printable,
  UsageError,
} from '../../model/index.js';
import { readSingle } from '../../pipeline/index.js';
import { TASK_HEADS } from '../../reports/index.js';
import { addAnswers, keepEveryCommit } from '../../store/index.js';
import type { DatabaseOptions } from '../learn/database.js';
import { reviewerName } from '../review/reviewer.js';
import { numbersOf } from './numbers.js';
import { chosen, withSamples } from './stored.js';

export interface ReadOptions extends DatabaseOptions {
  readonly lane: AnswerLane;
  readonly number?: number;
  readonly reviewer?: string;
}

const MEGABYTE = 1024 * 1024;
const LIMITS = { ...DEFAULT_FILE_LIMITS, bytes: 20 * MEGABYTE, unpackedBytes: 400 * MEGABYTE, pages: 500 };
const WORK = { workers: 1, timeout: 120_000, memory: 1_024 };
/** Some of what was written was not taken. */
const LEFT = 1;

/** `qinggui audit sample read`. Returns the exit status, 1 where something in the file was not taken. */
export const runRead = (
  path: string,
  options: ReadOptions,
  {
    say = (words: string): void => void process.stdout.write(words),
    now = () => new Date().toISOString(),
  } = {},
): Promise<number> =>
  withSamples(options, async (store, samples) => {
    const sample = chosen(samples, options.number);
    const { mark, rows } = filledIn(await manuscriptOf(path));
    if (mark !== taskMark(sample))
      throw new UsageError(
        `这个文件不是${taskMark(sample)}的抽查任务`,
        '请用由 qinggui audit sample draw 写出、填写后保存的表；不是最后一次抽样的，用 --number 写明第几次',
      );
    await keepEveryCommit(store);
    const who = reviewerName(options.reviewer);
    const wrong = rows.filter(({ number, answer }) => answer === null || number > sample.questions.length);
    const answers = rows.flatMap(({ number, answer }) =>
      answer === null || number > sample.questions.length
        ? []
        : [{ lane: options.lane, question: number, answer, who }],
    );
    const twice = answers.filter(
      ({ question }, at) => answers.findIndex((each) => each.question === question) !== at,
    );
    if (twice.length > 0)
      throw new UsageError(
        `编号重复：${numbersOf(twice.map(({ question }) => question))}`,
        '请恢复原来的编号',
      );
    const { added, refused } = await addAnswers(store, sample.id, answers, now());
    say(
      `读入 ${added} 条（${who}）；表中共填写 ${answers.length} 条，样本共 ${sample.questions.length} 条。\n`,
    );
    if (wrong.length > 0)
      say(
        `看不懂的填写，没有读入：编号 ${numbersOf(wrong.map(({ number }) => number))}。请填 D、B、P、Q、R 或“无”。\n`,
      );
    if (refused.length > 0)
      say(
        `与先前读入的不同，先前的保留：编号 ${numbersOf(refused.map(({ question }) => question))}。答案读入后不能更改；两人不一致的，合议后用 --lane agreed 读入。\n`,
      );
    return wrong.length + refused.length > 0 ? LEFT : 0;
  });

/** In a process of its own under limits: the file comes from somebody else. */
const manuscriptOf = async (path: string): Promise<Manuscript> => {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new UsageError(`读不到文件 ${path}`, '请核对路径');
  if (found.size > LIMITS.bytes) throw new UsageError(`文件过大：${path}`, '请核对是不是抽查任务');
  const { manuscript, reason } = await readSingle(
    await readFile(path),
    basename(path),
    { limits: LIMITS, ocr: false },
    WORK,
    'manuscript',
  );
  if (!manuscript)
    throw new UsageError(
      `不能读取这个文件：${reason?.message ?? '未知的原因'}`,
      reason?.advice || '请核对文件',
    );
  return manuscript;
};

interface FilledRow {
  readonly number: number;
  /** null for what is no answer. */
  readonly answer: Answer | null;
}

/** The mark of the sample and what was filled in; rows whose last cell is empty are left out. */
export const filledIn = ({
  text,
  blocks,
}: Pick<Manuscript, 'text' | 'blocks'>): {
  readonly mark: string;
  readonly rows: readonly FilledRow[];
} => {
  const said = (block: Block): string => text.slice(block.span.start, block.span.end).trim();
  const cells = blocks.filter(({ cell }) => cell);
  const head = cells.find((block) => said(block) === TASK_HEADS.at(-1));
  const first = cells.find(
    (block) => said(block) === TASK_HEADS[0] && block.cell?.table === head?.cell?.table,
  );
  if (!head || !first)
    throw new UsageError('表中没有“编号”和“是否涉及”两栏', '请用由 qinggui audit sample draw 写出的表');
  const inTable = cells.filter(({ cell }) => cell!.table === head.cell!.table && cell!.row > head.cell!.row);
  const answers = new Map(
    inTable
      .filter(({ cell }) => cell!.column === head.cell!.column)
      .map((block) => [block.cell!.row, said(block)]),
  );
  const rows = inTable
    .filter(({ cell }) => cell!.column === first.cell!.column)
    .flatMap((block) => {
      const answer = answers.get(block.cell!.row) ?? '';
      const number = /^\d{1,9}$/u.test(said(block)) ? Number(said(block)) : 0;
      return number > 0 && answer !== '' ? [{ number, answer: readAnswer(answer) }] : [];
    });
  const mark = blocks.map(said).find((line) => /^第 \d+ 次抽查（核对码 [0-9a-f]{12}）$/u.test(line));
  return { mark: printable(mark ?? ''), rows };
};
