import type { StatuteRef } from '../../model/index.js';
import { CATALOGUE_DATE } from '../catalogue/standing.js';
import { daysBetween, SAME_VERSION_DAYS } from '../statutes.js';
import { type Identity, startOfVersion, type Version } from './identity.js';

/** What holds today and what held when a document was issued. */
export interface Timeline {
  readonly today: Version;
  /** The version in force at the document's date, where it is another one than today's. */
  readonly past: Version | null;
  /** The newest version, where it is not in force yet; else null. */
  readonly coming: Version | null;
  /** The document is older than the first version that is known. */
  readonly before: boolean;
  /** Versions before today's, newest first. */
  readonly earlier: readonly Version[];
  /** The day that counts as today. */
  readonly now: string;
}

/**
 * The versions of a statute around a date. Today is the day of the catalogue, or the document's own where that is
 * later: no clock is asked, so that the same input gives the same result.
 */
export const timelineOf = (identity: Identity, date: string | null): Timeline => {
  const now = todayFor(date);
  const all = withHistory(identity);
  // A text without a date can not be put beside dated ones.
  const dated = all.filter((version) => startOfVersion(version) !== '');
  const versions = dated.length > 0 ? dated : all;
  const inForce = (day: string): Version | undefined =>
    versions.find((version) => startOfVersion(version) <= day);
  const today = inForce(now) ?? versions.at(-1)!;
  const newest = versions[0]!;
  const then = date ? inForce(date) : undefined;
  return {
    today,
    past: then && then !== today ? then : null,
    coming: newest !== today && startOfVersion(newest) > now ? newest : null,
    before: date !== null && then === undefined && today.date !== '',
    earlier: versions.slice(versions.indexOf(today) + 1),
    now,
  };
};

/** The day that counts as today for a document of a date. */
export const todayFor = (date: string | null): string =>
  date && date > CATALOGUE_DATE ? date : CATALOGUE_DATE;

/** The versions with the earlier ones of which only the date is known, newest first. */
const withHistory = (identity: Identity): readonly Version[] => {
  const { versions, history } = identity;
  const same = (a: string, b: string): boolean => a === b || Math.abs(daysBetween(a, b)) <= SAME_VERSION_DAYS;
  const steps = history
    .filter((step, at) => {
      if (versions.some(({ date }) => date !== '' && same(step.date, date))) return false;
      // The only step of a statute that has no date of its own is that statute.
      if (versions.every(({ date }) => date === '')) return false;
      return !history.slice(at + 1).some((later) => same(step.date, later.date));
    })
    .map(
      (step): Version => ({
        title: identity.title,
        level: identity.level,
        territory: identity.territory,
        number: step.number,
        date: step.date,
        effectiveOn: step.effectiveOn,
        status: '',
        set: null,
        libraryId: null,
      }),
    );
  return [...versions, ...steps].sort((a, b) => {
    const [one, two] = [startOfVersion(a), startOfVersion(b)];
    return one < two ? 1 : one > two ? -1 : 0;
  });
};

/** A version without what only the resolution needs. */
export const refOf = ({ title, level, territory, number, date, effectiveOn }: Version): StatuteRef => ({
  title,
  level,
  territory,
  number,
  date,
  effectiveOn,
});
