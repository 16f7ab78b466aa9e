import { existsSync, readFileSync } from 'node:fs';
import type { LegalLevel, Territory } from '../model/index.js';
import { ENDED_LAWS, POLICY_DOCUMENTS, type PolicyDocument } from './catalogue/policy-documents.js';
import { findTerritory, holdsIn } from './territories.js';
import { titleKey } from './titles.js';

/** One version of a statute as the catalogue knows it. */
export interface Statute {
  readonly title: string;
  readonly level: LegalLevel;
  /** Where it holds; null for national ones. */
  readonly territory: Territory | null;
  /** ISO date of the version; '' where not known. */
  readonly date: string;
  /** As the source marks it: 现行有效, 试行, 废止或失效, '' where it says nothing. */
  readonly status: string;
  /** Number of articles; 0 where not known. */
  readonly articles: number;
}

type Row = readonly [
  title: string,
  level: string,
  region: string,
  date: string,
  status: string,
  articles: string,
];
let statutes: ReadonlyMap<string, readonly Row[]> | undefined;
let policies: ReadonlyMap<string, PolicyDocument> | undefined;

/** The catalogue stands beside the sources; the compiled program in dist/ looks there, too. */
const catalogueFile = (): URL =>
  ['./catalogue/statutes.tsv', '../../corpus/catalogue/statutes.tsv']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url)) ?? new URL('./catalogue/statutes.tsv', import.meta.url);

const load = (): ReadonlyMap<string, readonly Row[]> => {
  const map = new Map<string, Row[]>();
  const add = (row: Row): void => {
    const key = titleKey(row[0]);
    const same = map.get(key);
    if (same) same.push(row);
    else map.set(key, [row]);
  };
  for (const line of readFileSync(catalogueFile(), 'utf8').split('\n').slice(1)) {
    const [title, level, region, date, status, articles] = line.split('\t');
    if (title && level && articles) add([title, level, region ?? '', date ?? '', status ?? '', articles]);
  }
  for (const { title, endedBy, on } of ENDED_LAWS) {
    if (!map.has(titleKey(title))) add([title, 'law', '', '', `已于${on}由《${endedBy}》废止`, '0']);
  }
  return map;
};

const toStatute = ([title, level, region, date, status, articles]: Row): Statute => ({
  title,
  level: level as LegalLevel,
  territory: region ? territoryOf(title, region) : null,
  date,
  status,
  articles: Number(articles),
});

/** 自治县 stand in no list of cities: their name in the title narrows the province. */
const territoryOf = (title: string, province: string): Territory => {
  const named = findTerritory(title);
  if (named?.province === province) return named;
  const county = /^[\p{Script=Han}]{2,10}?(?:自治县|自治旗)/u.exec(title)?.[0];
  return county ? { province, county } : { province };
};

/**
 * The versions the catalogue has under a title, the newest first; [] where it has none, which says nothing about
 * the document. Where local statutes of several places share a title, those that hold in `territory`, if any.
 */
export const lookupStatute = (title: string, territory?: Territory | null): readonly Statute[] => {
  statutes ??= load();
  const key = titleKey(title);
  const found = (key ? (statutes.get(key) ?? []) : []).map(toStatute);
  const here = territory
    ? found.filter((statute) => !statute.territory || holdsIn(statute.territory, territory))
    : [];
  return (here.length > 0 ? here : found).sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
};

/** The central policy document with this 文号 or title, where the list has it. */
export const lookupPolicy = (title: string, number = ''): PolicyDocument | null => {
  policies ??= new Map(
    POLICY_DOCUMENTS.flatMap((document) =>
      [document.title, document.number, ...document.aliases]
        .filter(Boolean)
        .map((name) => [titleKey(name), document] as const),
    ),
  );
  for (const name of [number, title]) {
    const found = name && policies.get(titleKey(name));
    if (found) return found;
  }
  return null;
};
