import type {
  LegalLevel,
  LibraryArticle,
  LibraryVersion,
  StatuteLibrary,
  Territory,
} from '../../model/index.js';
import { connectForReading } from './open.js';
import { NOTHING, type OpenLibrary } from './open-library.js';
import { guarded } from './refusals.js';
import type { Connection } from './schema.js';
import { matchExpression } from './tokens.js';

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
from statutes s where s.duplicate_of is null and s.part_of is null`;
const NEWEST_FIRST = 'order by s.date desc, articles desc, source';
/** How much more a word in a statute's title tells than one in its text. */
const TITLE_WEIGHT = 3;

/**
 * Opens the library at `path`; an empty one where nothing was imported. The content it shows is that of the moment
 * of opening: an import beside it does not change what one run sees. Whatever it is asked later, it may throw UsageError
 * as well: a damaged file shows its damage where it is read.
 *
 * @throws UsageError for a file that is no library of this version, or can not be read.
 */
export const openLibrary = async (path: string): Promise<OpenLibrary> => {
  const connection = path ? await connectForReading(path) : null;
  if (!connection) return NOTHING;
  try {
    return guarded(path, () => new SqliteLibrary(connection, path));
  } catch (error) {
    connection.close();
    throw error;
  }
};

class SqliteLibrary implements OpenLibrary {
  readonly fingerprint: string;
  readonly size: number;
  readonly #connection: Connection;
  readonly #path: string;
  readonly #prepared = new Map<string, ReturnType<Connection['prepare']>>();
  readonly #known = new Map<string, readonly LibraryVersion[]>();

  constructor(connection: Connection, path: string) {
    this.#connection = connection;
    this.#path = path;
    connection.exec('begin');
    const row = connection.prepare("select value from facts where name = 'fingerprint'").get();
    this.fingerprint = (row as { value: string } | undefined)?.value ?? '';
    const count = connection
      .prepare('select count(*) as size from statutes where duplicate_of is null and part_of is null')
      .get();
    this.size = (count as { size: number }).size;
  }

  readonly all = (): readonly LibraryVersion[] =>
    this.#rows<StatuteRow>(`${STATUTES} order by s.title, s.date desc, source, s.id`).map(versionOf);

  readonly versions = (titleKey: string): readonly LibraryVersion[] => {
    const known = this.#known.get(titleKey);
    if (known) return known;
    const found = this.#rows<StatuteRow>(`${STATUTES} and s.key = ? ${NEWEST_FIRST}`, titleKey).map(
      versionOf,
    );
    this.#known.set(titleKey, found);
    return found;
  };

  readonly articleNumbers = (version: number): readonly string[] =>
    this.#rows<ArticleRow>(
      `select a.number from articles a join files f on f.id = a.file
       where a.statute = ? and a.number <> '' order by a.position, f.path, a.id`,
      version,
    ).map(({ number }) => number);

  readonly article = (version: number, number: string): LibraryArticle | null => {
    const [row] = this.#rows<ArticleRow>(
      'select number, path, text from articles where statute = ? and number = ? order by id limit 1',
      version,
      number,
    );
    return row ? articleOf(row) : null;
  };

  readonly search: StatuteLibrary['search'] = (words, limit) => {
    const expression = matchExpression(words);
    if (expression === '') return [];
    const rows = this.#rows<ArticleRow & { statute: number; score: number }>(
      `select a.number, a.path, a.text, a.statute, -bm25(article_words, ${TITLE_WEIGHT}, 1) as score
       from article_words w join articles a on a.id = w.rowid join statutes s on s.id = a.statute
       join files f on f.id = a.file
       where article_words match ? and s.duplicate_of is null
       order by score desc, s.title, s.date desc, f.path, a.position, a.id limit ?`,
      expression,
      limit,
    );
    return rows.map((row) => ({
      version: versionOf(this.#rows<StatuteRow>(`${STATUTES} and s.id = ?`, row.statute)[0]!),
      article: articleOf(row),
      score: row.score,
    }));
  };

  readonly leftOut = (): readonly { source: string; why: string }[] =>
    this.#rows("select path as source, problem as why from files where problem <> '' order by path, folder");

  readonly duplicates = (): readonly { source: string; of: string; differs: boolean }[] =>
    this.#rows<{ source: string; of: string; differs: number }>(
      `select f.path as source, o.path as "of", s.differs
       from files f join statutes s on s.id = f.statute join files o on o.statute = s.duplicate_of
       order by f.path, f.folder`,
    ).map((row) => ({ ...row, differs: row.differs === 1 }));

  readonly doubts = (): readonly { source: string; title: string; why: string }[] =>
    this.#rows(
      `select f.path as source, s.title, json_extract(s.facts, '$.levelDoubt') as why
       from files f join statutes s on s.id = f.statute
       where coalesce(json_extract(s.facts, '$.levelDoubt'), '') <> '' order by f.path, f.folder`,
    );

  readonly probe = (): void => {
    this.#rows(
      `select (select sum(length(text)) from articles), (select sum(length(path)) from files),
       (select count(*) from statutes where key = ''), (select count(*) from articles indexed by articles_by_number)`,
    );
  };

  readonly close = (): void => {
    // Prepared statements keep libsql's connection, and with it the lock, until they are collected.
    if (this.#connection.inTransaction) this.#connection.exec('rollback');
    this.#prepared.clear();
    this.#connection.close();
  };

  #rows<Row>(statement: string, ...values: unknown[]): Row[] {
    return guarded(this.#path, () => {
      const prepared = this.#prepared.get(statement) ?? this.#connection.prepare(statement);
      this.#prepared.set(statement, prepared);
      return prepared.all(...values) as Row[];
    });
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
