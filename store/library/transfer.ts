import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { UsageError } from '../../model/index.js';
import type { LibraryFile, StatuteEntry } from './entry.js';
import { type LibraryState, makeEmpty } from './open.js';
import { type Connection, LIBRARY_VERSION } from './schema.js';
import { indexedWords } from './tokens.js';
import { joinVersions } from './versions.js';

/** A file as the library has it. */
export interface FileBefore {
  readonly id: number;
  readonly hash: string;
  readonly parser: string;
  readonly problem: string;
}

/** What an import has to put into the library beside the staged files. */
export interface Changes {
  readonly folder: string;
  readonly parser: string;
  readonly state: LibraryState;
  /** The folder's files when the import began. */
  readonly before: ReadonlyMap<string, FileBefore>;
  /** Ids of files that are no longer in the folder. */
  readonly gone: readonly number[];
}

/** Files written between two turns of the event loop, in which Ctrl-C is heard. */
const AT_ONCE = 8;

/** The files that were imported from a folder, by path. */
export const filesBefore = (connection: Connection, folder: string): Map<string, FileBefore> => {
  const rows = connection
    .prepare('select id, path, hash, parser, problem from files where folder = ? order by path')
    .all(folder) as (FileBefore & { path: string })[];
  return new Map(rows.map(({ path, ...row }) => [path, row]));
};

/**
 * Puts the staged files into the library within the caller's transaction; false where `signal` ended it.
 *
 * @throws UsageError where another import was faster.
 */
export const putChanges = async (
  connection: Connection,
  { folder, parser, state, before, gone }: Changes,
  signal: AbortSignal | undefined,
): Promise<boolean> => {
  mustBeAsBefore(connection, folder, state, before);
  if (state !== 'current') makeEmpty(connection);
  for (const id of gone) remove(connection, id);
  const insert = inserter(connection, folder, parser);
  const next = connection.prepare(
    'select rowid as id, file from staged where rowid > ? order by rowid limit ?',
  );
  for (let last = 0; ; ) {
    await setImmediate();
    if (signal?.aborted) return false;
    const rows = next.all(last, AT_ONCE) as { id: number; file: string }[];
    if (rows.length === 0) break;
    for (const { id, file } of rows) {
      const read = JSON.parse(file) as LibraryFile;
      const had = before.get(read.path);
      if (had) remove(connection, had.id);
      insert(read);
      last = id;
    }
  }
  joinVersions(connection);
  writeFingerprint(connection);
  return true;
};

const mustBeAsBefore = (
  connection: Connection,
  folder: string,
  state: LibraryState,
  before: ReadonlyMap<string, FileBefore>,
): void => {
  const version = (connection.prepare('pragma user_version').get() as { user_version: number }).user_version;
  const isSame =
    (version === LIBRARY_VERSION) === (state === 'current') &&
    (state !== 'current' ||
      JSON.stringify([...filesBefore(connection, folder)]) === JSON.stringify([...before]));
  if (!isSame) throw new UsageError('导入期间法规库被另一个导入改动', '请等另一个导入结束后重新运行同一命令');
};

const inserter = (connection: Connection, folder: string, parser: string): ((file: LibraryFile) => void) => {
  const statute = connection.prepare(
    `insert into statutes (key, title, level, province, city, county, number, date, effective_on, status, facts)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const file = connection.prepare(
    'insert into files (folder, path, hash, parser, statute, problem) values (?, ?, ?, ?, ?, ?)',
  );
  const article = connection.prepare(
    'insert into articles (statute, file, position, number, path, text) values (?, ?, ?, ?, ?, ?)',
  );
  const words = connection.prepare('insert into article_words (rowid, title, text) values (?, ?, ?)');
  const insertStatute = (entry: StatuteEntry): number => {
    const { province = '', city = '', county = '' } = entry.territory ?? {};
    const { key, title, level, number, date, effectiveOn, status } = entry;
    const facts = JSON.stringify(entry.facts);
    const row = [key, title, level, province, city, county, number, date, effectiveOn, status, facts];
    return Number(statute.run(...row).lastInsertRowid);
  };
  return ({ path, hash, statute: entry, problem }) => {
    const id = entry && insertStatute(entry);
    const owner = file.run(folder, path, hash, parser, id, problem).lastInsertRowid;
    for (const { position, number, path: above, text } of entry?.articles ?? []) {
      const row = article.run(id, owner, position, number, above.join('\n'), text).lastInsertRowid;
      words.run(row, indexedWords(entry!.title), indexedWords(`${number} ${text}`));
    }
  };
};

const remove = (connection: Connection, file: number): void => {
  for (const statement of [
    'delete from article_words where rowid in (select id from articles where file = ?)',
    'delete from articles where file = ?',
    'delete from statutes where id = (select statute from files where id = ?)',
    'delete from files where id = ?',
  ])
    connection.prepare(statement).run(file);
};

const writeFingerprint = (connection: Connection): void => {
  const hash = createHash('sha256').update(`${LIBRARY_VERSION}\n`);
  const files = connection
    .prepare('select path, hash, parser from files order by path, hash, folder')
    .all() as { path: string; hash: string; parser: string }[];
  for (const file of files) hash.update(`${file.path}\n${file.hash}\n${file.parser}\n`);
  connection
    .prepare("insert or replace into facts (name, value) values ('fingerprint', ?)")
    .run(files.length > 0 ? hash.digest('hex').slice(0, 16) : '');
};
