import { filledRows, readUnitAnswer } from '../../audit/index.js';
import {
  type AuditReply,
  type FollowedItem,
  type Manuscript,
  REPLY_WORDS,
  UNIT_ANSWERS,
} from '../../model/index.js';
import { ANSWER_HEADS } from '../../reports/index.js';

/** By these columns a filled workbook or letter is known. */
export const ANSWER_COLUMNS = [ANSWER_HEADS.id, ANSWER_HEADS.answer, ANSWER_HEADS.words] as const;

/** What a unit has written into a workbook or letter. */
export interface GivenAnswers {
  /** Those that say something new. */
  readonly replies: readonly Pick<AuditReply, 'item' | 'kind' | 'words'>[];
  /** Items whose answer is none that could be understood. */
  readonly unread: readonly string[];
  /** What is no item of this collection. */
  readonly strange: readonly string[];
}

/**
 * The answers in a filled workbook or letter; null where it has not the columns for them.
 *
 * @param items what was raised here, with what was said of it.
 */
export const givenAnswers = (
  manuscript: Pick<Manuscript, 'text' | 'blocks'>,
  items: readonly FollowedItem[],
): GivenAnswers | null => {
  const rows = filledRows(manuscript, ANSWER_COLUMNS);
  if (rows.length === 0) return null;
  const known = new Map(items.map((each) => [each.item.id, each]));
  const replies: Pick<AuditReply, 'item' | 'kind' | 'words'>[] = [];
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
    else if (!isLast(known.get(id)!.replies, read)) replies.push({ item: id, ...read });
  }
  return { replies, unread, strange };
};

const isLast = (
  replies: readonly AuditReply[],
  { kind, words }: Pick<AuditReply, 'kind' | 'words'>,
): boolean => {
  const last = replies.filter((reply) => UNIT_ANSWERS.some((each) => each === reply.kind)).at(-1);
  return last?.kind === kind && last.words === words;
};

/** 采纳 2，说明 1; '' for none. */
export const answerCounts = (replies: readonly Pick<AuditReply, 'kind'>[]): string =>
  UNIT_ANSWERS.map(
    (kind) => [REPLY_WORDS[kind], replies.filter((reply) => reply.kind === kind).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${words} ${count}`)
    .join('，');
