import { followedItems, readUnitAnswer } from '../../audit/index.js';
import { type AuditReply, REPLY_WORDS, UNIT_ANSWERS, UsageError } from '../../model/index.js';
import { ANSWER_HEADS } from '../../reports/index.js';
import { addReplies, repliesOf, roundsOf } from '../../store/index.js';
import type { DatabaseOptions } from '../learn/database.js';
import { reviewerName } from '../review/reviewer.js';
import { filledFile, filledRows } from './filled.js';
import { withRounds } from './rounds.js';

export interface AnswersOptions extends DatabaseOptions {
  readonly reviewer?: string;
}

/** Some of what was written was not taken. */
const LEFT = 1;
const HEADS = [ANSWER_HEADS.id, ANSWER_HEADS.answer, ANSWER_HEADS.words] as const;

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
  withRounds(options, async (store, collection) => {
    const who = reviewerName(options.reviewer);
    const known = new Map(
      followedItems(await roundsOf(store, collection), await repliesOf(store, collection)).map((each) => [
        each.item.id,
        each,
      ]),
    );
    let left = false;
    for (const path of paths) {
      const rows = filledRows(await filledFile(path, '反馈事项表或者反馈意见'), HEADS);
      if (rows.length === 0)
        throw new UsageError(
          `${path} 中没有“${HEADS.join('”“')}”三栏`,
          '请用由 qinggui audit 写出、单位填写后保存的反馈事项表（.xlsx）或者反馈意见（.docx）',
        );
      const replies: AuditReply[] = [];
      const unread: string[] = [];
      const strange: string[] = [];
      for (const row of rows) {
        const id = row[ANSWER_HEADS.id].replace(/\s+/gu, '');
        const [answer, words] = [row[ANSWER_HEADS.answer], row[ANSWER_HEADS.words]];
        if (id === '' || (answer === '' && words === '')) continue;
        const read = readUnitAnswer(answer, words);
        if (!known.has(id)) strange.push(id);
        else if (!read) unread.push(id);
        // The answer that the tool itself has written into the workbook is not one of today.
        else if (!isLast(known.get(id)!.replies, read)) replies.push({ item: id, ...read, at: now(), who });
      }
      const added = await addReplies(store, collection, replies);
      say(`${path}：读入答复 ${added.length} 项${added.length > 0 ? `（${countsOf(added)}）` : ''}。\n`);
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

const isLast = (
  replies: readonly AuditReply[],
  { kind, words }: Pick<AuditReply, 'kind' | 'words'>,
): boolean => {
  const last = replies.filter((reply) => UNIT_ANSWERS.some((each) => each === reply.kind)).at(-1);
  return last?.kind === kind && last.words === words;
};

const countsOf = (replies: readonly AuditReply[]): string =>
  UNIT_ANSWERS.map(
    (kind) => [REPLY_WORDS[kind], replies.filter((reply) => reply.kind === kind).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${words} ${count}`)
    .join('，');
