import {
  EMPTY_LIBRARY,
  type LegalLevel,
  type LibraryArticle,
  type LibraryVersion,
  type StatuteLibrary,
  type Territory,
} from '../../model/index.js';
import { connectForReading } from './open.js';
import type { Connection } from './schema.js';
import { matchExpression } from './tokens.js';

/** A library that is open for reading. */
export interface OpenLibrary extends StatuteLibrary {
  /** Versions that can be looked up. */
  readonly size: number;
  /** One line a version, by title, the newest first. */
  readonly all: () => readonly LibraryVersion[];
  /** Files that gave no statute, and why, in Chinese. */
  readonly leftOut: () => readonly { readonly source: string; readonly why: string }[];
  /** Files that hold the same version as another one, which is shown in their place. */
  readonly duplicates: () => readonly { readonly source: string; readonly of: string }[];
  readonly close: () => void;
}

const NOTHING: OpenLibrary = {
  ...EMPTY_LIBRARY,
  size: 0,
  all: () => [],
  leftOut: () => [],
  duplicates: () => [],
  close: () => undefined,
};

interface StatuteRow {
  id: number;
  title: string;
  level: string;
  province: string;
  city: string;
  county: string;
  number: string;
  date: string;
  effective_on: string;
  status: string;
  articles: number;
  source: string;
}

interface ArticleRow {
  number: string;
  path: string;
  text: string;
}

const STATUTES = `
select s.id, s.title, s.level, s.province, s.city, s.county, s.number, s.date, s.effective_on, s.status,
  (select count(*) from articles a where a.statute = s.id and a.number <> '') as articles,
  (select min(f.path) from files f where f.statute = s.id) as source
from statutes s where s.duplicate_of is null`;
const NEWEST_FIRST = 'order by s.date desc, articles desc, source';
/** How much more a word in a statute's title tells than one in its text. */
const TITLE_WEIGHT = 3;

/**
 * Opens the library at `path`; an empty one where nothing was imported. The content it shows is that of the moment
 * of opening: an import beside it does not change what one run sees.
 *
 * @throws UsageError for a file that is no library.
 */
export const openLibrary = async (path: string): Promise<OpenLibrary> => {
  const connection = path ? await connectForReading(path) : null;
  return connection ? new SqliteLibrary(connection) : NOTHING;
};

class SqliteLibrary implements OpenLibrary {
  readonly fingerprint: string;
  readonly size: number;
  readonly #connection: Connection;
  readonly #known = new Map<string, readonly LibraryVersion[]>();

  constructor(connection: Connection) {
    this.#connection = connection;
    connection.exec('begin');
    const row = connection.prepare("select value from facts where name = 'fingerprint'").get();
    this.fingerprint = (row as { value: string } | undefined)?.value ?? '';
    const count = connection
      .prepare('select count(*) as size from statutes where duplicate_of is null')
      .get();
    this.size = (count as { size: number }).size;
  }

  readonly all = (): readonly LibraryVersion[] =>
    (this.#connection.prepare(`${STATUTES} order by s.title, s.date desc, source`).all() as StatuteRow[]).map(
      versionOf,
    );

  readonly versions = (titleKey: string): readonly LibraryVersion[] => {
    const known = this.#known.get(titleKey);
    if (known) return known;
    const statement = this.#connection.prepare(`${STATUTES} and s.key = ? ${NEWEST_FIRST}`);
    const found = (statement.all(titleKey) as StatuteRow[]).map(versionOf);
    this.#known.set(titleKey, found);
    return found;
  };

  readonly articleNumbers = (version: number): readonly string[] =>
    (
      this.#connection
        .prepare("select number from articles where statute = ? and number <> '' order by position, id")
        .all(version) as ArticleRow[]
    ).map(({ number }) => number);

  readonly article = (version: number, number: string): LibraryArticle | null => {
    const row = this.#connection
      .prepare('select number, path, text from articles where statute = ? and number = ? order by id limit 1')
      .get(version, number) as ArticleRow | undefined;
    return row ? articleOf(row) : null;
  };

  readonly search: StatuteLibrary['search'] = (words, limit) => {
    const expression = matchExpression(words);
    if (expression === '') return [];
    const rows = this.#connection
      .prepare(
        `select a.number, a.path, a.text, a.statute, -bm25(article_words, ${TITLE_WEIGHT}, 1) as score
         from article_words w join articles a on a.id = w.rowid join statutes s on s.id = a.statute
         where article_words match ? and s.duplicate_of is null
         order by score desc, s.title, s.date desc, a.position, a.id limit ?`,
      )
      .all(expression, limit) as (ArticleRow & { statute: number; score: number })[];
    return rows.map((row) => ({
      version: this.#version(row.statute),
      article: articleOf(row),
      score: row.score,
    }));
  };

  readonly leftOut = (): readonly { source: string; why: string }[] =>
    this.#connection
      .prepare("select path as source, problem as why from files where problem <> '' order by path, folder")
      .all() as { source: string; why: string }[];

  readonly duplicates = (): readonly { source: string; of: string }[] =>
    this.#connection
      .prepare(
        `select f.path as source, (select min(o.path) from files o where o.statute = s.duplicate_of) as "of"
         from files f join statutes s on s.id = f.statute where s.duplicate_of is not null order by f.path`,
      )
      .all() as { source: string; of: string }[];

  readonly close = (): void => {
    this.#connection.close();
  };

  #version(id: number): LibraryVersion {
    return versionOf(this.#connection.prepare(`${STATUTES} and s.id = ?`).get(id) as StatuteRow);
  }
}

const versionOf = (row: StatuteRow): LibraryVersion => ({
  id: row.id,
  title: row.title,
  level: row.level as LegalLevel,
  territory: territoryOf(row),
  number: row.number,
  date: row.date,
  effectiveOn: row.effective_on,
  status: row.status,
  articles: row.articles,
  source: row.source,
});

const territoryOf = ({ province, city, county }: StatuteRow): Territory | null =>
  province ? { province, ...(city && { city }), ...(county && { county }) } : null;

const articleOf = ({ number, path, text }: ArticleRow): LibraryArticle => ({
  number,
  text,
  path: path ? path.split('\n') : [],
});
