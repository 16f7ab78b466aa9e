import {
  type AuditItem,
  type AuditReply,
  type AuditReport,
  beijingDay,
  type FollowedItem,
  type FollowUp,
  REPLY_WORDS,
  type RoundMark,
  STATE_WORDS,
  UNIT_ANSWERS,
} from '../../model/index.js';

/** 第2次核对（2026-11-27）. */
export const roundWords = ({ number, at }: RoundMark): string => `第${number}次核对（${beijingDay(at)}）`;

/** What became of earlier comparisons' items, in a sentence; '' for the first comparison. */
export const progressWords = ({ items }: AuditReport, { round, items: followed }: FollowUp): string => {
  if (round.number === 1) return '';
  const now = new Set(items.map(({ id }) => id));
  const standing = followed.filter(({ item }) => now.has(item.id));
  const fresh = standing.filter(({ raised }) => raised.number === round.number).length;
  const corrected = followed.filter((each) => each.corrected?.number === round.number).length;
  return `${roundWords(round)}。与以前的核对相比：新提出${fresh}项，以前提出、现在仍有${standing.length - fresh}项，已更正${corrected}项。`;
};

/** 采纳（2026-11-27，张某）：……. */
export const replyWords = ({ kind, at, who, words }: AuditReply): string =>
  `${REPLY_WORDS[kind]}（${beijingDay(at)}，${who}）${words ? `：${words}` : ''}`;

/** Where an item stands and what was said of it last, in a sentence without its stop; '' where it is new and nobody has said anything. */
const followWords = ({ state, raised, replies }: FollowedItem, round: RoundMark): string =>
  [
    raised.number < round.number ? `${roundWords(raised)}已提出` : '',
    replies.length > 0 || raised.number < round.number ? STATE_WORDS[state] : '',
    ...replies.slice(-1).map(replyWords),
  ]
    .filter(Boolean)
    .join('，');

/** What has become of items, by their ids; empty where nothing is followed. */
export const followedById = (follow?: FollowUp): ReadonlyMap<string, FollowedItem> =>
  new Map(follow?.items.map((each) => [each.item.id, each]));

/** `followWords` of items of a report; '' where nothing is followed. */
export const standingWords = (follow?: FollowUp): ((item: AuditItem) => string) => {
  const followed = followedById(follow);
  return ({ id }) => {
    const known = followed.get(id);
    return known && follow ? followWords(known, follow.round) : '';
  };
};

/** The last that the unit itself has said; undefined where it has not. */
export const unitAnswer = ({ replies }: FollowedItem): AuditReply | undefined =>
  replies.filter(({ kind }) => UNIT_ANSWERS.some((each) => each === kind)).at(-1);
