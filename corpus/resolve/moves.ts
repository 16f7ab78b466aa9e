import { RENUMBERED } from '../catalogue/renumbered.js';
import { readTable } from '../catalogue/tables.js';
import { daysBetween, SAME_VERSION_DAYS } from '../statutes.js';
import { titleKey } from '../titles.js';

/** What is known of the articles between two versions. */
interface Moves {
  readonly from: string;
  readonly to: string;
  /** The new code of an article (133.1, 30); null where not known. */
  readonly of: (code: string) => string | null;
}

/** Revisions between the cited version and today's; more were never needed. */
const LONGEST_CHAIN = 8;

let moves: ReadonlyMap<string, readonly Moves[]> | undefined;

const load = (): ReadonlyMap<string, readonly Moves[]> => {
  const map = new Map<string, Moves[]>();
  const add = (title: string, entry: Moves): void => {
    const key = titleKey(title);
    map.set(key, [...(map.get(key) ?? []), entry]);
  };
  for (const [title, from, to, form, others] of RENUMBERED) {
    const known = readMoves(form);
    add(title, { from, to, of: (code) => known.get(code) ?? (others === 'kept' ? code : null) });
  }
  for (const [title = '', , from = '', to = '', form = ''] of readTable('renumbering.tsv')) {
    const known = readMoves(form);
    add(title, { from, to, of: (code) => known.get(code) ?? null });
  }
  return map;
};

/** 1-6>1 7>9 133.1>134.1: runs that moved by one distance. */
export const readMoves = (form: string): ReadonlyMap<string, string> => {
  const map = new Map<string, string>();
  for (const run of form.split(' ').filter(Boolean)) {
    const [old = '', now = ''] = run.split('>');
    const [first = '', last = first] = old.split('-');
    if (first.includes('.') || now.includes('.')) map.set(first, now);
    else {
      for (let code = Number(first); code <= Number(last); code++) {
        map.set(String(code), String(code - Number(first) + Number(now)));
      }
    }
  }
  return map;
};

const same = (a: string, b: string): boolean => a === b || Math.abs(daysBetween(a, b)) <= SAME_VERSION_DAYS;

/** The code that an article of the version of one date has in that of another; null where not known. */
export const movedTo = (key: string, from: string, to: string, code: string): string | null => {
  moves ??= load();
  const known = moves.get(key);
  if (!known || !from || !to) return null;
  let [at, now] = [from, code];
  for (let step = 0; step < LONGEST_CHAIN && !same(at, to); step++) {
    // The longest step first: two versions compared directly say more than a chain.
    const next = known
      .filter((entry) => same(entry.from, at) && entry.to <= to && entry.to > entry.from)
      .sort((a, b) => (a.to < b.to ? 1 : -1))
      .find((entry) => entry.of(now) !== null);
    if (!next) return null;
    [at, now] = [next.to, next.of(now)!];
  }
  return same(at, to) ? now : null;
};
