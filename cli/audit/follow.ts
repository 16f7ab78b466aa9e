import {
  AUDIT_WORDS,
  type FollowedItem,
  type ItemState,
  printable,
  type ReplyKind,
  STATE_WORDS,
  UsageError,
} from '../../model/index.js';
import { columnWords, replyWords, roundWords, subjectWords } from '../../reports/index.js';
import { addReplies } from '../../store/index.js';
import type { DatabaseOptions } from '../learn/database.js';
import { reviewerName } from '../review/reviewer.js';
import { withRounds } from './rounds.js';

export interface FollowOptions extends DatabaseOptions {
  readonly unit?: string;
  readonly state?: ItemState;
  readonly as?: ReplyKind;
  readonly words?: string;
  readonly reviewer?: string;
  readonly json?: boolean;
}

/** `qinggui audit follow`: lists what was raised and what has become of it, or says something of some items. Returns the exit status. */
export const runFollow = (
  ids: readonly string[],
  options: FollowOptions,
  {
    say = (words: string): void => void process.stdout.write(words),
    now = () => new Date().toISOString(),
  } = {},
): Promise<number> =>
  withRounds(options, async (store, collection, items) => {
    if (ids.length === 0 && options.as === undefined) {
      const shown = items.filter(
        ({ item, state }) =>
          (options.unit === undefined || item.unit === options.unit) &&
          (options.state === undefined || state === options.state),
      );
      say(options.json ? `${JSON.stringify(shown, null, 2)}\n` : listText(shown, items));
      return 0;
    }
    const { as: kind, words = '' } = options;
    if (kind === undefined || ids.length === 0)
      throw new UsageError(
        '要写明编号和 --as',
        '如 qinggui audit follow 3fa92b0c11de --as 办结 --words 已核对；只看清单的，都不写',
      );
    const strange = ids.filter((id) => !items.some(({ item }) => item.id === id));
    if (strange.length > 0)
      throw new UsageError(`没有这些事项：${strange.join('、')}`, '请用 qinggui audit follow 查看编号');
    const who = reviewerName(options.reviewer);
    const added = await addReplies(
      store,
      collection,
      ids.map((item) => ({ item, kind, words: words.trim(), at: now(), who })),
    );
    say(`已记录 ${added.length} 项。\n`);
    return 0;
  });

const listText = (shown: readonly FollowedItem[], all: readonly FollowedItem[]): string => {
  const states = (Object.keys(STATE_WORDS) as ItemState[]).flatMap((state) => {
    const count = all.filter((each) => each.state === state).length;
    return count > 0 ? [`${STATE_WORDS[state]} ${count}`] : [];
  });
  return [
    `共提出过 ${all.length} 项：${states.join('，') || '无'}。`,
    ...shown.flatMap(({ item, state, raised, corrected, replies }) => [
      `${item.id}  ${STATE_WORDS[state]}  ${AUDIT_WORDS[item.kind]}${item.certain ? '' : '（请核对）'}  ${subjectWords(item)}${item.column ? `  ${columnWords(item.column)}` : ''}`,
      `  ${[item.unit, `${roundWords(raised)}提出`, corrected ? `${roundWords(corrected)}不再发现` : '', ...replies.map(replyWords)].filter(Boolean).join('；')}`,
    ]),
    '',
  ]
    .map(printable)
    .join('\n');
};
