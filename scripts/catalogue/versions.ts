import { articleNumber, writeArticleSet } from '../../corpus/articles.js';
import type { HistoryEntry, StatuteText } from '../../corpus/index.js';
import type { IndexRow } from './index-rows.js';

/** A version of a statute: its row of the index and, where it is at hand, its text. */
export interface Version {
  readonly row: IndexRow;
  readonly text: StatuteText | null;
  /** The row's date, else the text's. */
  readonly date: string;
}

/** Promulgation and approval follow an adoption within a year; later ones are acts of their own. */
const SAME_ACT_DAYS = 365;
/** Adopted one day, published the next: 2022-04-01 and 2022-04-02 are one version. */
const SAME_VERSION_DAYS = 3;

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Joins rows and texts; rows without date whose statute has another version of the same length are dropped. */
export const joinVersions = (
  rows: readonly IndexRow[],
  textOf: (file: string) => StatuteText | null,
): Version[] => {
  const all = rows
    .filter(({ book }) => !book)
    .map((row): Version => {
      const text = textOf(row.file);
      return { row, text, date: dateOf(row, text) };
    });
  const groups = new Map<string, Version[]>();
  for (const version of all) {
    const key = `${version.row.title}\t${version.row.province}`;
    groups.set(key, [...(groups.get(key) ?? []), version]);
  }
  return [...groups.values()].flatMap((versions) => {
    const kept: Version[] = [];
    // Those with a text first, so that of two rows of one version the one that says more is kept.
    const order = [...versions].sort(
      (a, b) => Number(b.text !== null) - Number(a.text !== null) || (a.date < b.date ? 1 : -1),
    );
    for (const version of order) if (!kept.some((other) => same(other, version))) kept.push(version);
    return kept;
  });
};

/** The index's date, unless it is the year alone, or the text tells of a later act: then a file was named wrongly. */
const dateOf = (row: IndexRow, text: StatuteText | null): string => {
  if (row.date.length !== 10) return text?.date || row.date;
  const last = (text?.history ?? [])
    .filter(({ act }) => act !== '施行' && act !== '废止')
    .reduce((latest, { date }) => (date > latest ? date : latest), '');
  return last && days(row.date, last) > SAME_ACT_DAYS ? last : row.date;
};

const same = (kept: Version, other: Version): boolean => {
  if (!other.row.date || !kept.row.date) return Math.abs(kept.row.articles - other.row.articles) <= 1;
  return Math.abs(days(kept.date, other.date)) <= SAME_VERSION_DAYS;
};

/**
 * A version's history in the catalogue's short form, oldest first: 1996-10-29a 2011-01-08m#国务院令第588号; a adopted,
 * m 修正, r 修订. An approval takes the place of the adoption before it, a promulgation gives it its number.
 */
export const historyForm = (history: readonly HistoryEntry[]): string => {
  const steps: { date: string; act: 'a' | 'm' | 'r'; number: string }[] = [];
  for (const { date, act, number } of history) {
    if (act === '施行' || act === '废止') continue;
    const before = steps.at(-1);
    const follows =
      before && date >= before.date && days(before.date, date) <= SAME_ACT_DAYS && before.number === '';
    if (before && follows && (act === '批准' || act === '公布')) {
      if (act === '批准') before.date = date;
      before.number = number;
    } else if (before?.date === date) {
      before.number ||= number;
    } else {
      steps.push({ date, act: act === '修正' ? 'm' : act === '修订' ? 'r' : 'a', number });
    }
  }
  return steps
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ date, act, number }) => `${date}${act}${number && `#${number}`}`)
    .join(' ');
};

/** The short form of a version's article numbers: exact from its text, `~count` from the index. */
export const articlesForm = ({ row, text }: Version): string => {
  const numbers = (text?.pieces ?? []).flatMap((piece) => {
    const number = articleNumber(piece.number);
    return number ? [number] : [];
  });
  return writeArticleSet(numbers) || (row.articles > 0 ? `~${row.articles}` : '');
};
