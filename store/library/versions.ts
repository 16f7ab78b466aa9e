import type { Connection } from './schema.js';

interface FileRow {
  readonly statute: number;
  readonly file: number;
  readonly version: string;
  readonly hash: string;
}

/** A file that is shown, itself or as a part, with its articles without white space. */
interface Shown {
  readonly row: FileRow;
  readonly articles: ReadonlyMap<string, string>;
}

const VERSION = 's.key, s.date, s.province, s.city, s.county';

/**
 * Settles which files of one version (title, date, place) are shown: the first by path, then by content; those whose
 * articles are others are parts of it, as the books of a code; the rest are duplicates. It does not depend on the order
 * in which files and folders were imported. Within the caller's transaction.
 */
export const joinVersions = (connection: Connection): void => {
  separate(connection);
  const rows = connection
    .prepare(
      `select s.id as statute, f.id as file, f.hash, json_array(${VERSION}) as version
       from statutes s join files f on f.statute = s.id
       where (${VERSION}) in (select ${VERSION} from statutes s group by ${VERSION} having count(*) > 1)
       order by ${VERSION}, f.path, f.hash, f.folder`,
    )
    .all() as FileRow[];
  const groups = new Map<string, FileRow[]>();
  for (const row of rows) groups.set(row.version, [...(groups.get(row.version) ?? []), row]);
  for (const group of groups.values()) joinGroup(connection, group);
};

/** Every file stands for itself again. */
const separate = (connection: Connection): void => {
  connection.exec(
    `update articles set statute = (select f.statute from files f where f.id = articles.file)
     where file in (select f.id from files f join statutes s on s.id = f.statute where s.part_of is not null)`,
  );
  connection.exec(
    `update statutes set duplicate_of = null, differs = 0, part_of = null
     where duplicate_of is not null or part_of is not null`,
  );
};

const joinGroup = (connection: Connection, [first, ...others]: readonly FileRow[]): void => {
  const read = (row: FileRow): Shown => ({ row, articles: articlesOf(connection, row.file) });
  const shown: Shown[] = [read(first!)];
  for (const row of others) {
    const own = read(row);
    const same = shown.find(({ articles }) => overlap(articles, own.articles));
    if (same) {
      const differs = same.row.hash !== row.hash && !isEqual(same.articles, own.articles);
      connection
        .prepare('update statutes set duplicate_of = ?, differs = ? where id = ?')
        .run(same.row.statute, differs ? 1 : 0, row.statute);
    } else {
      connection.prepare('update statutes set part_of = ? where id = ?').run(first!.statute, row.statute);
      connection.prepare('update articles set statute = ? where file = ?').run(first!.statute, row.file);
      shown.push(own);
    }
  }
};

/** By number; what stands outside of articles is under ''. */
const articlesOf = (connection: Connection, file: number): ReadonlyMap<string, string> => {
  const rows = connection.prepare('select number, text from articles where file = ? order by id').all(file);
  const articles = new Map<string, string>();
  for (const { number, text } of rows as { number: string; text: string }[])
    articles.set(number, `${articles.get(number) ?? ''}${text.replace(/\s/gu, '')}`);
  return articles;
};

/** A text without articles is no part of another one. */
const overlap = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean => {
  const [numbers, others] = [a, b].map((articles) => [...articles.keys()].filter(Boolean)) as [
    string[],
    string[],
  ];
  return numbers.length === 0 || others.length === 0 || numbers.some((number) => b.has(number));
};

const isEqual = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([number, text]) => b.get(number) === text);
