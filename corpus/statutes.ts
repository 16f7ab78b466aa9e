import type { LegalLevel, Territory } from '../model/index.js';
import { type ArticleSet, readArticleSet } from './articles.js';
import { ENDED_STATUTES } from './catalogue/standing.js';
import { readLines } from './catalogue/tables.js';
import { EFFECTS, HAND_VERSIONS } from './catalogue/versions.js';
import { nameForms } from './names.js';
import { findTerritory, holdsIn } from './territories.js';
import { titleKey } from './titles.js';

/** A step in the life of a statute: adopted, 修正, 修订. */
export interface Step {
  readonly date: string;
  readonly act: 'adopted' | 'amended' | 'revised';
  /** 文号 of the decree; '' where not known. */
  readonly number: string;
  /** ISO date of effect; '' where not known. */
  readonly effectiveOn: string;
}

/** One version of a statute as the catalogue knows it. */
export interface Statute {
  readonly title: string;
  readonly level: LegalLevel;
  /** Where it holds; null for national ones. */
  readonly territory: Territory | null;
  /** ISO date of the version, or its year; '' where not known. */
  readonly date: string;
  /** ISO date from which the version is in force; '' where not known. */
  readonly effectiveOn: string;
  /** 文号 of the version's decree; '' where not known. */
  readonly number: string;
  /** As the source marks it: 现行有效, 试行, 废止或失效, '' where it says nothing. */
  readonly status: string;
  /** Number of articles; 0 where not known. */
  readonly articles: number;
  /** Their numbers; null where not known. */
  readonly articleSet: ArticleSet | null;
  /** This and earlier versions as the text tells them, oldest first; [] where not known. */
  readonly history: readonly Step[];
}

/** A line of statutes.tsv; cut into its fields when its title is asked for. */
type Row = string;

interface Catalogue {
  readonly byKey: ReadonlyMap<string, readonly Row[]>;
  readonly effects: ReadonlyMap<string, ReadonlyMap<string, string>>;
}
let catalogue: Catalogue | undefined;

const load = (): Catalogue => {
  const byKey = new Map<string, Row[]>();
  const add = (row: Row): void => {
    const key = titleKey(row.slice(0, row.indexOf('\t')));
    const same = byKey.get(key);
    if (same) same.push(row);
    else byKey.set(key, [row]);
  };
  for (const row of readLines('statutes.tsv')) add(row);
  for (const { title, level, date, effectiveOn, articles, number } of HAND_VERSIONS) {
    add([title, level, '', date, effectiveOn, number && `${date}a#${number}`, articles, ''].join('\t'));
  }
  for (const { title, level, by, on } of ENDED_STATUTES) {
    if (!byKey.has(titleKey(title)))
      add([title, level, '', '', '', '', '', `已于${on}由《${by}》废止`].join('\t'));
  }
  const effects = new Map(
    EFFECTS.map(([title, versions]) => [
      titleKey(title),
      new Map(versions.split(' ').map((pair) => pair.split('>') as [string, string])),
    ]),
  );
  return { byKey, effects };
};

const loaded = (): Catalogue => {
  catalogue ??= load();
  return catalogue;
};

const ACTS = { a: 'adopted', m: 'amended', r: 'revised' } as const;
/** Published so much later than adopted, a version is still the same one. */
export const SAME_VERSION_DAYS = 100;

/** Days between two dates; 0 where one is not known to the day. */
export const daysBetween = (from: string, to: string): number => {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Number.isNaN(days) ? 0 : days;
};

const toStatute = (row: Row, key: string): Statute => {
  const [title = '', level, region = '', date = '', effective = '', steps = '', articles = '', status = ''] =
    row.split('\t');
  const effects = loaded().effects.get(key);
  const told = steps
    .split(' ')
    .filter(Boolean)
    .map((step): Step => {
      const [head = '', number = ''] = step.split('#');
      const at = head.slice(0, -1);
      return {
        date: at,
        act: ACTS[head.slice(-1) as keyof typeof ACTS] ?? 'adopted',
        number,
        effectiveOn: effects?.get(at) ?? '',
      };
    });
  const known = new Set(told.map((step) => step.date));
  const more = [...(effects ?? [])]
    .filter(([at]) => !known.has(at) && at <= date)
    .map(([at, effectiveOn]): Step => ({ date: at, act: 'amended', number: '', effectiveOn }));
  const history = [...told, ...more].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const own = history.filter((step) => Math.abs(daysBetween(step.date, date)) <= SAME_VERSION_DAYS);
  const set = readArticleSet(articles);
  return {
    title,
    level: level as LegalLevel,
    territory: region ? territoryOf(title, region) : null,
    date,
    effectiveOn: effects?.get(date) || effective,
    number: own.find((step) => step.number)?.number ?? (history.length === 1 ? history[0]!.number : ''),
    status,
    articles: set?.count ?? 0,
    articleSet: set,
    history,
  };
};

/** 自治县 stand in no list of cities: their name in the title narrows the province. */
const territoryOf = (title: string, province: string): Territory => {
  const named = findTerritory(title);
  if (named?.province === province) return named;
  const county = /^[\p{Script=Han}]{2,10}?(?:自治县|自治旗)/u.exec(title)?.[0];
  return county ? { province, county } : { province };
};

const newestFirst = (a: Statute, b: Statute): number => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);

/** Every version under a key of `titleKey`, the newest first; [] where the catalogue has none. */
export const statutesUnder = (key: string): readonly Statute[] =>
  (key ? (loaded().byKey.get(key) ?? []) : []).map((row) => toStatute(row, key)).sort(newestFirst);

let byNumber: ReadonlyMap<string, readonly string[]> | undefined;

/** The keys of the statutes that a decree's 文号 promulgated or amended, normalised: 国务院令第654号. */
export const keysWithNumber = (number: string): readonly string[] => {
  if (!byNumber) {
    const map = new Map<string, string[]>();
    for (const [key, rows] of loaded().byKey) {
      for (const row of rows) {
        for (const [, told] of row.matchAll(/#([^\t ]{1,60})/gu)) {
          const keys = map.get(told!) ?? [];
          if (!keys.includes(key)) map.set(told!, [...keys, key]);
        }
      }
    }
    byNumber = map;
  }
  return byNumber.get(number) ?? [];
};

/** The keys of all titles, in the order of the table. */
export const statuteKeys = (): Iterable<string> => loaded().byKey.keys();

/**
 * The versions the catalogue has under a title or a customary short name, the newest first; [] where it has none, which
 * says nothing about the document. Where local statutes of several places share a title, those that hold in
 * `territory`, if any.
 */
export const lookupStatute = (title: string, territory?: Territory | null): readonly Statute[] => {
  for (const { key } of nameForms(title)) {
    const found = statutesUnder(key);
    if (found.length === 0) continue;
    const here = territory
      ? found.filter((statute) => !statute.territory || holdsIn(statute.territory, territory))
      : [];
    return here.length > 0 ? here : found;
  }
  return [];
};
