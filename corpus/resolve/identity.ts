import type { LegalLevel, LibraryVersion, StatuteLibrary, StatuteRef, Territory } from '../../model/index.js';
import type { ArticleSet } from '../articles.js';
import { articleNumber, readArticleSet, writeArticleSet } from '../articles.js';
import { daysBetween, SAME_VERSION_DAYS, type Statute, type Step, statutesUnder } from '../statutes.js';
import { territoryName } from '../territories.js';

/** A version as the catalogue or the user's library has it. */
export interface Version extends StatuteRef {
  readonly status: string;
  readonly set: ArticleSet | null;
  /** The version's id in the library; null where its text is not at hand. */
  readonly libraryId: number | null;
  /** Known from the user's library alone. */
  readonly fromLibrary?: boolean;
}

/** A statute with all its versions: what a title means in one territory. */
export interface Identity {
  /** The key of its title. */
  readonly key: string;
  readonly title: string;
  readonly level: LegalLevel;
  readonly territory: Territory | null;
  /** Newest first; at least one. */
  readonly versions: readonly Version[];
  /** All steps that any version tells, oldest first. */
  readonly history: readonly Step[];
  /** A policy document or one of ministries, which has no versions and no articles. */
  readonly document: boolean;
  /** What ended a document of ministries; null where nothing did, and for statutes, whose end standingOf finds. */
  readonly ended: { readonly by: string; readonly on: string } | null;
  /** What a person has to know of it; ''. */
  readonly note: string;
}

/** From when a version counts: its effect, else its date. */
export const startOfVersion = ({ effectiveOn, date }: Pick<StatuteRef, 'effectiveOn' | 'date'>): string =>
  effectiveOn || date;

/** The statutes that stand under a key, one a territory, from catalogue and library together. */
export const identitiesUnder = (key: string, library: StatuteLibrary): readonly Identity[] => {
  const statutes = statutesUnder(key);
  const imported = key ? library.versions(key) : [];
  const places = new Map<string, { statutes: Statute[]; imported: LibraryVersion[] }>();
  const at = (territory: Territory | null): { statutes: Statute[]; imported: LibraryVersion[] } => {
    const name = territory ? territoryName(territory) : '';
    const place = places.get(name) ?? { statutes: [], imported: [] };
    places.set(name, place);
    return place;
  };
  for (const statute of statutes) at(statute.territory).statutes.push(statute);
  for (const version of imported) {
    // A library that knows the province alone speaks of the catalogue's statute of that title all the same.
    const same = statutes.find(
      ({ territory }) => territory?.province === version.territory?.province && territory !== null,
    );
    at(same ? same.territory : version.territory).imported.push(version);
  }
  return [...places.values()].map((place) => join(key, place.statutes, place.imported, library));
};

const join = (
  key: string,
  statutes: readonly Statute[],
  imported: readonly LibraryVersion[],
  library: StatuteLibrary,
): Identity => {
  const left = [...imported];
  const take = (date: string): LibraryVersion | undefined => {
    const at = left.findIndex(
      (version) => version.date === date || (date !== '' && version.date !== '' && near(version.date, date)),
    );
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const known = statutes.map((statute): Version => {
    const own = take(statute.date);
    const { title, level, territory, number, date, effectiveOn, status } = statute;
    return {
      title,
      level,
      territory,
      number: number || own?.number || '',
      date: date || own?.date || '',
      effectiveOn: effectiveOn || own?.effectiveOn || '',
      status,
      set: (own && setOf(own, library)) ?? statute.articleSet,
      libraryId: own?.id ?? null,
    };
  });
  const more = left.map((version): Version => {
    const { title, level, territory, number, date, effectiveOn, status, id } = version;
    return {
      title,
      level,
      territory: statutes[0]?.territory ?? territory,
      number,
      date,
      effectiveOn,
      status,
      set: setOf(version, library),
      libraryId: id,
      fromLibrary: true,
    };
  });
  const versions = [...known, ...more].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const newest = versions[0]!;
  const steps = new Map(statutes.flatMap(({ history }) => history.map((step) => [step.date, step])));
  return {
    key,
    title: newest.title,
    level: newest.level,
    territory: newest.territory,
    versions,
    history: [...steps.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    document: false,
    ended: null,
    note: '',
  };
};

const near = (a: string, b: string): boolean =>
  a.length === 10 && b.length === 10 && Math.abs(daysBetween(a, b)) <= SAME_VERSION_DAYS;

const setOf = (version: LibraryVersion, library: StatuteLibrary): ArticleSet | null => {
  const numbers = library.articleNumbers(version.id).flatMap((name) => {
    const number = articleNumber(name);
    return number ? [number] : [];
  });
  return readArticleSet(writeArticleSet(numbers));
};
