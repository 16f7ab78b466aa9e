import { UsageError } from '../../model/index.js';
import { ANSWER_COLUMNS, answerCounts, givenAnswers } from '../../review/index.js';
import { addReplies } from '../../store/index.js';
import type { DatabaseOptions } from '../learn/database.js';
import { reviewerName } from '../review/reviewer.js';
import { filledFile } from './filled.js';
import { withRounds } from './rounds.js';

export interface AnswersOptions extends DatabaseOptions {
  readonly reviewer?: string;
}

/** Some of what was written was not taken. */
const LEFT = 1;

/**
 * `qinggui audit answers`: takes in what units have written into the workbook or the letter. Returns the exit status, 1 where
 * something was not understood.
 */
export const runAnswers = (
  paths: readonly string[],
  options: AnswersOptions,
  {
    say = (words: string): void => void process.stdout.write(words),
    now = () => new Date().toISOString(),
  } = {},
): Promise<number> =>
  withRounds(options, async (store, collection, items) => {
    const who = reviewerName(options.reviewer);
    let left = false;
    for (const path of paths) {
      const given = givenAnswers(await filledFile(path, '反馈事项表或者反馈意见'), items);
      if (!given)
        throw new UsageError(
          `${path} 中没有“${ANSWER_COLUMNS.join('”“')}”三栏`,
          '请用由 qinggui audit 写出、单位填写后保存的反馈事项表（.xlsx）或者反馈意见（.docx）',
        );
      const { replies, unread, strange } = given;
      const added = await addReplies(
        store,
        collection,
        replies.map((reply) => ({ ...reply, at: now(), who })),
      );
      say(`${path}：读入答复 ${added.length} 项${added.length > 0 ? `（${answerCounts(added)}）` : ''}。\n`);
      if (unread.length > 0)
        say(
          `看不懂的答复，没有读入：编号 ${unread.join('、')}。“单位答复”栏请以采纳、说明或者不采纳开头。\n`,
        );
      if (strange.length > 0)
        say(`不是这里提出的事项，没有读入：编号 ${strange.join('、')}。请核对结果目录。\n`);
      left ||= unread.length + strange.length > 0;
    }
    return left ? LEFT : 0;
  });
