import type { Label, Territory } from '../model/index.js';
import { CREDIT_BY_HAND } from './catalogue/credit-by-hand.js';
import { readLines } from './catalogue/tables.js';
import type { MeasureId } from './measures/kinds.js';
import { findTerritory } from './territories.js';
import { titleKey } from './titles.js';

/** What is known of a version's articles without their wording. */
export interface CreditFacts {
  readonly title: string;
  /** 河南省; '' for national ones. */
  readonly province: string;
  /** Date of the version. */
  readonly date: string;
  /** Articles that provide for a measure, by code (35, 133.1). */
  readonly articles: ReadonlyMap<
    string,
    { readonly labels: readonly Label[]; readonly kinds: readonly MeasureId[] }
  >;
  /** True for an article in which nothing of the field stands. */
  readonly silent: (code: string) => boolean;
}

let lines: ReadonlyMap<string, readonly string[]> | undefined;

const load = (): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>();
  const byHand = CREDIT_BY_HAND.map(([title, date, articles]) => [title, '', date, articles, ''].join('\t'));
  for (const line of [...readLines('credit-articles.tsv'), ...byHand]) {
    const key = titleKey(line.slice(0, line.indexOf('\t')));
    map.set(key, [...(map.get(key) ?? []), line]);
  }
  return map;
};

/** The facts of the version of a date; null where its text was never read. */
export const creditFacts = (title: string, territory: Territory | null, date: string): CreditFacts | null => {
  lines ??= load();
  const found = (lines.get(titleKey(title)) ?? []).map(parse);
  return found.find((facts) => facts.date === date && facts.province === (territory?.province ?? '')) ?? null;
};

/** The facts of every version that has articles with a measure, in the order of the table. */
export const allCreditFacts = (): readonly CreditFacts[] => {
  lines ??= load();
  return [...lines.values()]
    .flat()
    .map(parse)
    .filter(({ articles }) => articles.size > 0);
};

const parse = (line: string): CreditFacts => {
  const [title = '', province = '', date = '', entries = '', silent = ''] = line.split('\t');
  const articles = new Map(
    entries
      .split(' ')
      .filter(Boolean)
      .map((entry) => {
        const [code = '', labels = '', kinds = ''] = entry.split(':');
        return [
          code,
          { labels: [...labels] as Label[], kinds: kinds.split(',').filter(Boolean) as MeasureId[] },
        ] as const;
      }),
  );
  return { title, province, date, articles, silent: (code) => isIn(silent, code) };
};

/** Whether 1-3,5,8-12 holds a number. */
const isIn = (runs: string, code: string): boolean => {
  const number = Number(code);
  return runs.split(',').some((run) => {
    const [from, to = from] = run.split('-').map(Number);
    return from !== undefined && number >= from && number <= to!;
  });
};

/** Where the statute of some facts holds; null for a national one. */
export const territoryOfFacts = ({ title, province }: CreditFacts): Territory | null =>
  province ? (findTerritory(title) ?? { province }) : null;
