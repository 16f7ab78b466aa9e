import { findTerritory, resolveCitation, territoryName, titleKey } from '../../corpus/index.js';
import {
  EMPTY_LIBRARY,
  inMarks,
  type LibraryVersion,
  type Resolution,
  UsageError,
} from '../../model/index.js';
import { type OpenLibrary, openLibrary } from '../../store/index.js';
import { isDay } from '../parsers.js';
import { lacking, wantedArticle } from './article-argument.js';
import { type CorpusOptions, libraryPath } from './location.js';
import {
  articleText,
  catalogueText,
  type FoundArticle,
  headOf,
  type Standing,
  standingOf,
  standingText,
  startOf,
  tooEarlyText,
} from './show-text.js';

export interface ShowOptions extends CorpusOptions {
  /** The version of this day, ISO. */
  readonly date?: string;
  /** A province or city, where statutes of several places have one title. */
  readonly place?: string;
  readonly json?: boolean;
}

/**
 * `qinggui corpus show 法名 第X条`: a statute's facts, and the wording of its articles. Returns the exit status, 1 where
 * the text, an article or its paragraph is not at hand.
 */
export const runShow = async (
  title: string,
  articles: readonly string[],
  options: ShowOptions,
): Promise<number> => {
  const wanted = articles.map((given) => wantedArticle(given));
  const date = dateOf(options);
  const library = await openLibrary(libraryPath(options));
  try {
    const citation = { title, number: '', articles: wanted.map(({ number }) => number) };
    const context = { territory: findTerritory(options.place ?? ''), date };
    const known = resolveCitation(citation, { ...context, library });
    const catalogued = resolveCitation(citation, { ...context, library: EMPTY_LIBRARY });
    const standing = standingOf(known, catalogued);
    const versions = versionsHere(library, title, known, options);
    const version = inForceOn(versions, date);
    if (!version && versions.length === 0 && !known.statute) throw notFound(title, known, library);
    if (!version) return withoutText(catalogued, standing, versions, library, options);
    const numbers = library.articleNumbers(version.id);
    const found = wanted.map((each) => ({ wanted: each, article: library.article(version.id, each.number) }));
    if (options.json) writeJson({ ...factsOf(version), ...standing, numbers }, found);
    else
      process.stdout.write(
        headOf(version, numbers) +
          (known.statute || standing.standing === 'ended' ? standingText(standing) : '') +
          found.map((each) => articleText(each, numbers)).join(''),
      );
    return found.every((each) => each.article && !lacking(each.wanted, each.article)) ? 0 : 1;
  } finally {
    library.close();
  }
};

const dateOf = ({ date }: ShowOptions): string | null => {
  if (date === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) throw new UsageError(`看不懂日期：${date}`, '请写成 2021-01-22');
  if (!isDay(date)) throw new UsageError(`没有这一天：${date}`, '请核对日期，写成 2021-01-22');
  return date;
};

const factsOf = ({ id: _, ...facts }: LibraryVersion): object => facts;

const writeJson = (facts: object, found: readonly FoundArticle[]): void => {
  const wanted = found.map(({ wanted: { number, ...part }, article }) => ({
    number,
    text: article?.text ?? null,
    path: article?.path ?? [],
    lacking: article ? lacking({ number, ...part }, article) : '',
  }));
  process.stdout.write(`${JSON.stringify({ ...facts, wanted }, null, 2)}\n`);
};

/** What can be said where the library has no text of that day: what the catalogue knows. */
const withoutText = (
  catalogued: Resolution,
  standing: Standing,
  versions: readonly LibraryVersion[],
  library: OpenLibrary,
  { date, json }: ShowOptions,
): number => {
  const early = date && versions.length > 0 ? tooEarlyText(date, versions, library) : '';
  const { statute, range, articles } = catalogued;
  if (json) {
    const facts = statute ? { ...statute, ...standing, range } : standing;
    const wanted = articles.map(({ cited }) => ({
      wanted: { number: cited, paragraph: null, item: null },
      article: null,
    }));
    writeJson({ ...facts, ...(early && { note: early.trim() }) }, wanted);
  } else process.stdout.write(early + (statute ? catalogueText(catalogued, standing) : ''));
  return 1;
};

/** The library's versions of the statute, of one place. */
const versionsHere = (
  library: OpenLibrary,
  title: string,
  { statute }: Resolution,
  { place }: ShowOptions,
): readonly LibraryVersion[] => {
  const own = library.versions(titleKey(title));
  const all = own.length > 0 || !statute ? own : library.versions(titleKey(statute.title));
  if (all.length === 0) return [];
  const nameOf = ({ territory }: LibraryVersion): string => (territory ? territoryName(territory) : '全国');
  const here = all.filter((version) => !place || nameOf(version).includes(place));
  const places = [...new Set(here.map(nameOf))];
  if (places.length === 1) return here;
  const had = [...new Set(all.map(nameOf))].join('、');
  throw new UsageError(
    places.length === 0
      ? `法规库中没有${place}的${inMarks(title)}`
      : `${inMarks(title)}有多个地方的同名法规：${places.join('、')}`,
    `请用 --place 选一个地方（${had}）`,
  );
};

/** The version that held on a day, the newest without one; undefined where all came later. */
const inForceOn = (versions: readonly LibraryVersion[], date: string | null): LibraryVersion | undefined => {
  if (date === null) return versions[0];
  const then = versions.filter((version) => startOf(version) <= date);
  return [...then].sort((a, b) => (startOf(a) < startOf(b) ? 1 : startOf(a) > startOf(b) ? -1 : 0))[0];
};

const MOST_OFFERED = 8;

const notFound = (title: string, { alternatives }: Resolution, library: OpenLibrary): UsageError => {
  const key = titleKey(title);
  const imported = library
    .all()
    .filter((version) => key.length > 1 && titleKey(version.title).includes(key))
    .map((version) => version.title);
  const near = [...new Set([...alternatives.map((each) => each.title), ...imported])].slice(0, MOST_OFFERED);
  return new UsageError(
    `法规库和目录中都没有${inMarks(title)}`,
    near.length > 0
      ? `名称相近的有：${near.map(inMarks).join('、')}`
      : '请核对名称，或者用 qinggui corpus search 按内容查找；没有收录不等于没有这部法规',
  );
};
