import { findDocumentNumbers } from '../../model/index.js';

/** 通过 adoption, 批准 approval, 公布 promulgation, 修正 amendment, 修订 revision, 施行 effect, 废止 end. */
export type Act = '通过' | '批准' | '公布' | '修正' | '修订' | '施行' | '废止';

/** One step in the life of a statute. */
export interface HistoryEntry {
  /** ISO. */
  readonly date: string;
  readonly act: Act;
  /** The decree's 文号, normalised; '' where none is named. */
  readonly number: string;
}

const DATE = /((?:19|20)\d{2})\s{0,2}年\s{0,2}(\d{1,2})\s{0,2}月\s{0,2}(\d{1,2})\s{0,2}日/gu;
/** The words that tell the act, the more telling first: 批准的《…关于修改〈…〉的决定》修正 is an amendment. */
const ACTS: readonly (readonly [RegExp, Act])[] = [
  [/废止/u, '废止'],
  [/修订(?!草案)/u, '修订'],
  [/修正(?!案)|修改/u, '修正'],
  [/批准/u, '批准'],
  [/公布|发布|令第/u, '公布'],
  [/施行/u, '施行'],
  [/通过/u, '通过'],
];
/** Titles in 《》 say 修改, 废止 of other texts: they are looked at only where nothing else tells. */
const TITLES = /《[^《》]{0,120}》|〈[^〈〉]{0,120}〉/gu;

/**
 * The steps told between a statute's title and its text: each begins with a date and reaches to the next one.
 * A date inside of 《》 begins none.
 */
export const readHistory = (head: string): HistoryEntry[] => {
  const dates = [...head.matchAll(DATE)];
  return dates.flatMap((match, i): HistoryEntry[] => {
    const said = head.slice(match.index + match[0].length, dates[i + 1]?.index ?? head.length);
    const plain = said.replace(TITLES, '');
    const act =
      ACTS.find(([words]) => words.test(plain))?.[1] ?? ACTS.find(([words]) => words.test(said))?.[1];
    if (!act) return [];
    const date = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
    const number = findDocumentNumbers(said).find((found) => /令/u.test(found.number))?.number ?? '';
    return [{ date, act, number: number.replace(/^中华人民共和国(?=国务院|主席)/u, '') }];
  });
};
