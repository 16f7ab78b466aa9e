import { type Answer, type AnswerLane, filledRows, readAnswer, taskMark } from '../../audit/index.js';
import { type Manuscript, printable, UsageError } from '../../model/index.js';
import { TASK_HEADS } from '../../reports/index.js';
import { addAnswers, keepEveryCommit } from '../../store/index.js';
import type { DatabaseOptions } from '../learn/database.js';
import { reviewerName } from '../review/reviewer.js';
import { filledFile } from './filled.js';
import { numbersOf } from './numbers.js';
import { chosen, withSamples } from './stored.js';

export interface ReadOptions extends DatabaseOptions {
  readonly lane: AnswerLane;
  readonly number?: number;
  readonly reviewer?: string;
}

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
    const { mark, rows } = filledIn(await filledFile(path, '抽查任务'));
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
  const [first, last] = [TASK_HEADS[0], TASK_HEADS.at(-1)!];
  const filled = filledRows({ text, blocks }, [first, last]);
  if (filled.length === 0)
    throw new UsageError(`表中没有“${first}”和“${last}”两栏`, '请用由 qinggui audit sample draw 写出的表');
  const rows = filled.flatMap((row) => {
    const answer = row[last]!;
    const number = /^\d{1,9}$/u.test(row[first]!) ? Number(row[first]) : 0;
    return number > 0 && answer !== '' ? [{ number, answer: readAnswer(answer) }] : [];
  });
  const mark = blocks
    .map(({ span }) => text.slice(span.start, span.end).trim())
    .find((line) => /^第 \d+ 次抽查（核对码 [0-9a-f]{12}）$/u.test(line));
  return { mark: printable(mark ?? ''), rows };
};
