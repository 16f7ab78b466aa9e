import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LibraryWriter, openLibrary, type StatuteEntry } from '../../store/index.js';
import { guarded, libraryRefusal } from '../../store/library/refusals.js';
import { indexedWords, matchExpression } from '../../store/library/tokens.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-library-'));
  path = join(folder, '库', 'corpus.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const statute = (
  title: string,
  articles: readonly (readonly [number: string, text: string])[],
  more: Partial<StatuteEntry> = {},
): StatuteEntry => ({
  key: title.replace('中华人民共和国', ''),
  title,
  level: 'law',
  territory: null,
  number: '',
  date: '2020-01-01',
  effectiveOn: '',
  status: '',
  facts: {},
  articles: articles.map(([number, text], position) => ({ number, text, path: ['第一章 总则'], position })),
  ...more,
});

/** One import of a folder: path and content stand for each other. */
const importAll = async (
  files: Readonly<Record<string, StatuteEntry | null>>,
  parser = '1',
  root = '/法规',
): Promise<number | null> => {
  const writer = await LibraryWriter.open(path, root, parser);
  try {
    for (const [name, entry] of Object.entries(files)) {
      const hash = `${name}:${JSON.stringify(entry)}`;
      if (writer.kept(name, hash) === null)
        writer.write({ path: name, hash, statute: entry, problem: entry ? '' : '没有正文' });
    }
    return await writer.finish();
  } finally {
    writer.close();
  }
};

const setVersion = (version: number): void => {
  const database = new Database(path);
  database.exec(`pragma user_version = ${version}`);
  database.close();
};

const CREDIT = statute('中华人民共和国样品法', [
  ['第一条', '为了管理样品，制定本法。'],
  ['第二条', '失信人员列入严重失信主体名单。'],
  ['第二条之一', '样品编号 AB12 应当公示。'],
]);

describe('the library of statute texts', () => {
  it('is empty where nothing was imported, and makes no file by being read', async () => {
    const library = await openLibrary(path);
    expect([library.fingerprint, library.all(), library.search(['失信'], 5)]).toEqual(['', [], []]);
    library.close();
    const none = await openLibrary('');
    expect(none.versions('样品法')).toEqual([]);
  });

  it('gives versions, articles and hits for words of any length', async () => {
    await importAll({ 'a.md': CREDIT });
    const library = await openLibrary(path);
    const [version] = library.versions('样品法');
    expect(version).toMatchObject({ title: '中华人民共和国样品法', articles: 3, source: 'a.md' });
    expect(library.articleNumbers(version!.id)).toEqual(['第一条', '第二条', '第二条之一']);
    expect(library.article(version!.id, '第二条')).toEqual({
      number: '第二条',
      text: '失信人员列入严重失信主体名单。',
      path: ['第一章 总则'],
    });
    expect(library.article(version!.id, '第九条')).toBeNull();
    const found = (...words: string[]): string[] =>
      library.search(words, 9).map(({ article }) => article.number);
    expect(found('失信')).toEqual(['第二条']);
    expect(found('严重失信主体名单')).toEqual(['第二条']);
    expect(found('单')).toEqual(['第二条']);
    expect(found('失信', '名单')).toEqual(['第二条']);
    expect(found('失信', '样品')).toEqual(['第二条']); // 样品 stands in the title
    expect(found('ab12')).toEqual(['第二条之一']);
    expect(found('信失')).toEqual([]);
    expect(found('，', '"', '*')).toEqual([]);
    library.close();
  });

  it('keeps what has not changed, replaces what has, drops what is gone', async () => {
    await importAll({ 'a.md': CREDIT, 'b.md': statute('旧办法', [['第一条', '旧词。']]), '_index.md': null });
    const first = await openLibrary(path);
    expect(first.leftOut()).toEqual([{ source: '_index.md', why: '没有正文' }]);
    first.close();
    const removed = await importAll({ 'a.md': statute('中华人民共和国样品法', [['第一条', '新词。']]) });
    const second = await openLibrary(path);
    expect(removed).toBe(2);
    expect(second.all().map(({ title }) => title)).toEqual(['中华人民共和国样品法']);
    expect(second.search(['旧词'], 5)).toEqual([]);
    expect(second.search(['失信'], 5)).toEqual([]);
    expect(second.search(['新词'], 5)).toHaveLength(1);
    expect(second.fingerprint).not.toBe(first.fingerprint);
    second.close();
  });

  it('has the same fingerprint for the same texts, whatever was there between', async () => {
    await importAll({ 'a.md': CREDIT });
    const before = await openLibrary(path);
    before.close();
    await importAll({ 'a.md': CREDIT, 'b.md': statute('某法', [['第一条', '一。']]) });
    await importAll({ 'a.md': CREDIT });
    const after = await openLibrary(path);
    expect(after.fingerprint).toBe(before.fingerprint);
    after.close();
  });

  it('joins the books of one code and shows of two files with one version the first', async () => {
    await importAll({
      '一编.md': statute('样品法典', [['第一条', '甲。']]),
      '二编.md': statute('样品法典', [['第二条', '乙。']]),
      '副本.md': statute('样品法典', [['第一条', '甲。']]),
    });
    const library = await openLibrary(path);
    const [version, ...others] = library.versions('样品法典');
    expect(others).toEqual([]);
    expect(library.articleNumbers(version!.id)).toEqual(['第一条', '第二条']);
    expect(library.duplicates()).toEqual([{ source: '副本.md', of: '一编.md', differs: false }]);
    expect(library.search(['甲'], 9)).toHaveLength(1);
    library.close();
    // The copy takes the place of what is gone.
    await importAll({ '副本.md': statute('样品法典', [['第一条', '甲。']]) });
    const left = await openLibrary(path);
    expect(left.all().map(({ source }) => source)).toEqual(['副本.md']);
    left.close();
  });

  it('shows the newest version first and tells places apart', async () => {
    await importAll({
      'a.md': statute('生活垃圾管理条例', [['第一条', '一。']], { date: '2010-01-01' }),
      'b.md': statute('生活垃圾管理条例', [['第一条', '二。']], { date: '2019-01-01' }),
      'c.md': statute('生活垃圾管理条例', [['第一条', '三。']], {
        date: '2019-01-01',
        territory: { province: '浙江省', city: '杭州市' },
      }),
    });
    const library = await openLibrary(path);
    expect(library.versions('生活垃圾管理条例').map(({ source, territory }) => [source, territory])).toEqual([
      ['b.md', null],
      ['c.md', { province: '浙江省', city: '杭州市' }],
      ['a.md', null],
    ]);
    library.close();
  });

  it('leaves nothing of an import that does not come to its end', async () => {
    await importAll({ 'a.md': CREDIT });
    const writer = await LibraryWriter.open(path, '/法规', '1');
    writer.write({ path: 'b.md', hash: 'x', statute: statute('某法', [['第一条', '一。']]), problem: '' });
    writer.close();
    const library = await openLibrary(path);
    expect(library.all().map(({ title }) => title)).toEqual(['中华人民共和国样品法']);
    library.close();
  });

  it('shows of two files with one version the same one, whatever was imported first, and tells other words apart', async () => {
    const texts = {
      'a/法.md': statute('样品法', [['第一条', '甲。']]),
      'b/法.md': statute('样品法', [['第一条', '乙。']]),
    };
    const seen: unknown[] = [];
    for (const order of [
      ['a/法.md', 'b/法.md'],
      ['b/法.md', 'a/法.md'],
    ] as const) {
      path = join(folder, `${order[0][0]}.db`);
      // Two folders: each file is imported by a run of its own.
      for (const name of order) await importAll({ [name]: texts[name] }, '1', `/法规/${name[0]}`);
      const library = await openLibrary(path);
      const [version] = library.versions('样品法');
      seen.push([
        library.fingerprint,
        version!.source,
        library.article(version!.id, '第一条')!.text,
        library.duplicates(),
      ]);
      library.close();
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toMatchObject([
      expect.any(String),
      'a/法.md',
      '甲。',
      [{ source: 'b/法.md', differs: true }],
    ]);
  });

  it('keeps what can not be read now, a file or all below a folder', async () => {
    await importAll({
      'a.md': CREDIT,
      '省/b.md': statute('甲法', [['第一条', '一。']]),
      'c.md': statute('乙法', [['第一条', '一。']]),
    });
    const writer = await LibraryWriter.open(path, '/法规', '1');
    expect(writer.size).toBe(3);
    expect([writer.unread('a.md', '没有权限'), writer.unread('新.md', '没有权限')]).toEqual([true, false]);
    writer.unreadFolder('省/');
    expect(await writer.finish()).toBe(1);
    writer.close();
    const library = await openLibrary(path);
    expect(library.all().map(({ source }) => source)).toEqual(['a.md', '省/b.md']);
    expect(library.leftOut()).toEqual([{ source: '新.md', why: '没有权限' }]);
    library.close();
  });

  it('fills a library of an earlier version anew in one step, names its folders, and refuses a later one', async () => {
    await importAll({ 'a.md': CREDIT }, '1', '/旧');
    setVersion(1);
    await expect(openLibrary(path)).rejects.toMatchObject({
      message: expect.stringContaining('旧版本'),
      advice: expect.stringContaining('qinggui corpus import "/旧"'),
    });
    const given = await LibraryWriter.open(path, '/法规', '1');
    expect([given.size, given.emptied]).toEqual([0, ['/旧']]);
    given.close(); // Given up: nothing is emptied.
    await expect(openLibrary(path)).rejects.toMatchObject({ advice: expect.stringContaining('/旧') });
    await importAll({ 'b.md': statute('甲法', [['第一条', '一。']]) });
    const library = await openLibrary(path);
    expect(library.all().map(({ title }) => title)).toEqual(['甲法']);
    library.close();
    setVersion(99);
    for (const open of [() => openLibrary(path), () => LibraryWriter.open(path, '/法规', '1')])
      await expect(open()).rejects.toMatchObject({ message: expect.stringContaining('更新版本') });
  });

  it('lets one import alone: a second one that was faster is not undone', async () => {
    const slow = await LibraryWriter.open(path, '/法规', '1');
    slow.write({ path: 'a.md', hash: 'x', statute: CREDIT, problem: '' });
    await importAll({ 'a.md': CREDIT });
    await expect(slow.finish()).rejects.toMatchObject({ message: expect.stringContaining('另一个导入') });
    slow.close();
    const library = await openLibrary(path);
    expect(library.size).toBe(1);
    library.close();
  });

  it('leaves no log beside the file, and the library as it was where the end is interrupted', async () => {
    await importAll({ 'a.md': CREDIT });
    expect(readdirSync(join(folder, '库'))).toEqual(['corpus.db']);
    const writer = await LibraryWriter.open(path, '/法规', '1');
    writer.write({ path: 'a.md', hash: 'x', statute: statute('甲法', [['第一条', '一。']]), problem: '' });
    expect(await writer.finish(AbortSignal.abort())).toBeNull();
    writer.close();
    const library = await openLibrary(path);
    expect(library.all().map(({ title }) => title)).toEqual(['中华人民共和国样品法']);
    library.close();
  });

  it('names a damaged and a locked library, and says what to do', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `${i}.md`,
        statute(`样品法${i}`, [['第一条', `样品${i}。`.repeat(200)]]),
      ]),
    );
    await importAll(many);
    const holder = new Database(path);
    holder.exec('begin exclusive');
    const hasty = new Database(path, { timeout: 20 });
    const locked = (): never =>
      guarded(path, () => hasty.prepare('select count(*) from files').get()) as never;
    expect(locked).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/法规库正被另一个命令使用.*corpus\.db/u),
        advice: expect.stringContaining('另一个导入'),
      }),
    );
    hasty.close();
    holder.exec('rollback');
    holder.close();
    const bytes = readFileSync(path);
    bytes.fill(7, Math.floor(bytes.length / 4), Math.floor(bytes.length / 4) * 3);
    writeFileSync(path, bytes);
    const damaged = async (): Promise<void> => {
      const library = await openLibrary(path);
      try {
        library.probe();
      } finally {
        library.close();
      }
    };
    await expect(damaged()).rejects.toMatchObject({
      message: expect.stringMatching(/法规库文件已损坏.*corpus\.db/u),
      advice: expect.stringContaining('重新导入'),
    });
  });

  it('knows SQLite’s extended codes, which libsql gives no name', () => {
    // 1544: the folder of a file with a log can not be written to; 517: another one has written since.
    for (const [rawCode, words] of [
      [1544, '没有权限'],
      [517, '另一个命令'],
      [267, '已损坏'],
    ] as const) {
      const error = Object.assign(new Error('?'), { code: `UNKNOWN_SQLITE_ERROR_${rawCode}`, rawCode });
      expect(libraryRefusal('库.db', error).message).toMatch(new RegExp(`${words}.*库\\.db`, 'u'));
    }
  });

  it('takes an empty file for a library of nothing', async () => {
    const empty = join(folder, 'empty.db');
    writeFileSync(empty, '');
    expect((await openLibrary(empty)).fingerprint).toBe('');
  });

  it('does not touch a database of another program, and says what is no library', async () => {
    const other = join(folder, 'mail.db');
    const database = new Database(other);
    database.exec('CREATE TABLE mails (subject TEXT)');
    database.close();
    await expect(LibraryWriter.open(other, '/法规', '1')).rejects.toMatchObject({ name: 'UsageError' });
    await expect(openLibrary(other)).rejects.toMatchObject({
      message: `${other} 不是清规的法规库，是其他程序的数据库`,
    });
    const text = join(folder, 'text.db');
    writeFileSync(text, '不是数据库'.repeat(500));
    await expect(openLibrary(text)).rejects.toMatchObject({ name: 'UsageError' });
  });
});

describe('the words of the full-text index', () => {
  it('finds every stretch of a text in it: a query is a run of the index’s words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'失信惩戒名单，。A1 '), { minLength: 2, maxLength: 30 }),
        (chars) => {
          const text = chars.join('');
          const database = new Database(':memory:');
          database.exec("create virtual table words using fts5(text, content='')");
          database.prepare('insert into words (rowid, text) values (1, ?)').run(indexedWords(text));
          for (const [run] of text.matchAll(/[\u4e00-\u9fff]+/gu))
            for (let from = 0; from < run.length; from++)
              for (let to = from + 1; to <= run.length; to++) {
                const query = matchExpression([run.slice(from, to)]);
                expect(
                  database.prepare('select rowid from words where words match ?').all(query),
                ).toHaveLength(1);
              }
          database.close();
        },
      ),
      { numRuns: 30 },
    );
  });
});
