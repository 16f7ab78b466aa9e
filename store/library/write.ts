import { createHash } from 'node:crypto';
import type { LegalLevel, LibraryArticle, Territory } from '../../model/index.js';
import { connectForWriting } from './open.js';
import type { Connection } from './schema.js';
import { indexedWords } from './tokens.js';

/** A statute as one file holds it. */
export interface StatuteEntry {
  /** Under which titles are compared. */
  readonly key: string;
  readonly title: string;
  readonly level: LegalLevel | 'unknown';
  readonly territory: Territory | null;
  readonly number: string;
  readonly date: string;
  readonly effectiveOn: string;
  readonly status: string;
  /** Further facts, kept as they are given. */
  readonly facts: unknown;
  /** In order; `position` sorts articles of several files. */
  readonly articles: readonly (LibraryArticle & { readonly position: number })[];
}

/** A file of an imported folder: with its statute, or why it has none. */
export interface LibraryFile {
  readonly path: string;
  /** SHA-256 of the content, hex. */
  readonly hash: string;
  readonly statute: StatuteEntry | null;
  /** In Chinese; '' where a statute was read. */
  readonly problem: string;
}

/** A prepared insertion. */
interface Insert {
  run(...values: unknown[]): { lastInsertRowid: number | bigint };
}

/** Writes what one run imports from one folder, in one transaction: others see all of it or nothing. */
export class LibraryWriter {
  readonly #connection: Connection;
  readonly #folder: string;
  readonly #parser: string;
  readonly #before: ReadonlyMap<string, { id: number; hash: string; parser: string; problem: string }>;
  readonly #seen = new Set<string>();
  readonly #insert: Readonly<Record<'statute' | 'file' | 'article' | 'words', Insert>>;

  /** @param parser version of what reads the texts: files read by another one are read again. */
  static async open(path: string, folder: string, parser: string): Promise<LibraryWriter> {
    return new LibraryWriter(await connectForWriting(path), folder, parser);
  }

  private constructor(connection: Connection, folder: string, parser: string) {
    this.#connection = connection;
    this.#folder = folder;
    this.#parser = parser;
    connection.exec('begin immediate');
    const rows = connection
      .prepare('select id, path, hash, parser, problem from files where folder = ?')
      .all(folder) as { id: number; path: string; hash: string; parser: string; problem: string }[];
    this.#before = new Map(rows.map((row) => [row.path, row]));
    this.#insert = {
      statute: connection.prepare(
        `insert into statutes (key, title, level, province, city, county, number, date, effective_on, status, facts, duplicate_of)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      file: connection.prepare(
        'insert into files (folder, path, hash, parser, statute, problem) values (?, ?, ?, ?, ?, ?)',
      ),
      article: connection.prepare(
        'insert into articles (statute, file, position, number, path, text) values (?, ?, ?, ?, ?, ?)',
      ),
      words: connection.prepare('insert into article_words (rowid, title, text) values (?, ?, ?)'),
    };
  }

  /** What an earlier import made of the same content: '' or its problem; null where the file has to be read. */
  kept(path: string, hash: string): string | null {
    const before = this.#before.get(path);
    if (before?.hash !== hash || before.parser !== this.#parser) return null;
    this.#seen.add(path);
    return before.problem;
  }

  /** Takes a file in, in place of what an earlier import had under its path. */
  write(file: LibraryFile): void {
    const before = this.#before.get(file.path);
    if (before) this.#remove(before.id);
    this.#seen.add(file.path);
    const statute = file.statute && this.#statuteFor(file.statute);
    const id = this.#insert.file.run(
      this.#folder,
      file.path,
      file.hash,
      this.#parser,
      statute,
      file.problem,
    ).lastInsertRowid;
    for (const { position, number, path, text } of file.statute?.articles ?? []) {
      const row = this.#insert.article.run(
        statute,
        id,
        position,
        number,
        path.join('\n'),
        text,
      ).lastInsertRowid;
      this.#insert.words.run(row, indexedWords(file.statute!.title), indexedWords(`${number} ${text}`));
    }
  }

  /**
   * Removes what is no longer in the folder and makes everything visible.
   *
   * @returns how many files were removed.
   */
  finish(): number {
    const gone = [...this.#before].filter(([path]) => !this.#seen.has(path));
    for (const [, { id }] of gone) this.#remove(id);
    const hash = createHash('sha256');
    const files = this.#connection
      .prepare('select path, hash, parser from files order by path, hash')
      .all() as { path: string; hash: string; parser: string }[];
    for (const file of files) hash.update(`${file.path}\n${file.hash}\n${file.parser}\n`);
    this.#connection
      .prepare("insert or replace into facts (name, value) values ('fingerprint', ?)")
      .run(files.length > 0 ? hash.digest('hex').slice(0, 16) : '');
    this.#connection.exec('commit');
    return gone.length;
  }

  /** Without `finish` before, nothing of this run remains. */
  close(): void {
    this.#connection.close();
  }

  /**
   * The statute's row: a new one; or that of the same version whose articles are others, as the books of a code in
   * files of their own. A second file with the same articles is a duplicate, which is kept and not shown.
   */
  #statuteFor(entry: StatuteEntry): number {
    const { province = '', city = '', county = '' } = entry.territory ?? {};
    const same = this.#connection
      .prepare(
        `select id from statutes where key = ? and date = ? and province = ? and city = ? and county = ?
         and duplicate_of is null order by id`,
      )
      .all(entry.key, entry.date, province, city, county) as { id: number }[];
    const numbers = new Set(entry.articles.map(({ number }) => number).filter(Boolean));
    let duplicateOf: number | null = null;
    for (const { id } of same) {
      const own = this.#connection
        .prepare("select number from articles where statute = ? and number <> ''")
        .all(id) as { number: string }[];
      if (numbers.size > 0 && own.length > 0 && !own.some(({ number }) => numbers.has(number))) return id;
      duplicateOf ??= id;
    }
    const { lastInsertRowid } = this.#insert.statute.run(
      entry.key,
      entry.title,
      entry.level,
      province,
      city,
      county,
      entry.number,
      entry.date,
      entry.effectiveOn,
      entry.status,
      JSON.stringify(entry.facts),
      duplicateOf,
    );
    return Number(lastInsertRowid);
  }

  #remove(file: number): void {
    const run = (statement: string, ...values: unknown[]): void => {
      this.#connection.prepare(statement).run(...values);
    };
    const statute = this.#connection.prepare('select statute from files where id = ?').get(file) as {
      statute: number | null;
    };
    run('delete from article_words where rowid in (select id from articles where file = ?)', file);
    run('delete from articles where file = ?', file);
    run('delete from files where id = ?', file);
    if (statute.statute === null) return;
    const left = this.#connection.prepare('select 1 from files where statute = ?').get(statute.statute);
    if (left) return;
    // The first of its duplicates takes its place.
    const heir = this.#connection
      .prepare('select min(id) as id from statutes where duplicate_of = ?')
      .get(statute.statute) as { id: number | null };
    if (heir.id !== null) {
      run('update statutes set duplicate_of = null where id = ?', heir.id);
      run('update statutes set duplicate_of = ? where duplicate_of = ?', heir.id, statute.statute);
    }
    run('delete from statutes where id = ?', statute.statute);
  }
}
