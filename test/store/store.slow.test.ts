import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileAnalysis, reason } from '../../model/index.js';
import {
  analysedFiles,
  announceOutput,
  beginScan,
  confirmOutput,
  filesOf,
  findKept,
  findManuscript,
  findMembers,
  findOutput,
  findSummary,
  finishScan,
  keptOfCollection,
  openStore,
  pack,
  placeOf,
  recordFiles,
  rootsOf,
  type ScannedFile,
  type Store,
  saveSummary,
  unpack,
} from '../../store/index.js';
import { DIALECTS, freshDatabases } from './databases.js';

/** The newest finished scan of a collection, or null. */
const latestScan = async (store: Store, collection: string): Promise<number | null> => {
  const row = await store.db
    .selectFrom('scans')
    .select((of) => of.fn.max('id').as('id'))
    .where('collection', '=', collection)
    .where('finished', '=', 1)
    .executeTakeFirst();
  return row?.id ?? null;
};

const { folder, fresh } = freshDatabases();

const HASH = 'a'.repeat(64);
const VERSIONS = { manuscript: '1', analysis: '1+1' };
const ANALYSIS: FileAnalysis = {
  notes: [{ code: 'x', message: '〔２０２１〕𠀀' }],
  documents: [],
  ledgers: [],
};
const FLAGGED: FileAnalysis = { notes: [], documents: [], ledgers: [] };
const RESULTS = {
  hash: HASH,
  manuscript: { version: '1', format: 'txt' as const, data: pack({ text: '正文' }) },
  analysis: { version: '1+1', data: pack(ANALYSIS), flagged: pack(FLAGGED) },
};

const file = (index: number, more: Partial<ScannedFile> = {}): ScannedFile => ({
  position: placeOf(index),
  source: `文件夹/${index}.txt`,
  bytes: 10,
  hash: HASH,
  format: 'txt',
  status: 'read',
  reused: false,
  ...more,
});

const all = async (store: Store, scan: number): Promise<ScannedFile[]> => {
  const files: ScannedFile[] = [];
  for await (const { file } of analysedFiles(store, scan, VERSIONS.analysis, 'flagged')) files.push(file);
  return files;
};

describe.each(DIALECTS)('the store on %s', (dialect) => {
  let store: Store;
  let target: string;
  beforeEach(async ({ skip }) => {
    const made = await fresh(dialect);
    if (made === null) return skip('PostgreSQL does not start here');
    target = made;
    store = await openStore(target);
  });
  afterEach(async () => {
    await store?.close();
  });

  it('opens an existing database without changing it', async () => {
    const scan = await beginScan(store, '.', VERSIONS.analysis);
    await recordFiles(store, scan, [file(0)], RESULTS);
    await finishScan(store, '.', scan);
    await store.close();
    store = await openStore(target);
    expect(await latestScan(store, '.')).toBe(scan);
    expect(await all(store, scan)).toEqual([file(0)]);
    for await (const each of filesOf(store, scan)) expect(each).toEqual(file(0));
  });

  it('knows which folders a scan was given, in their order', async () => {
    const scan = await beginScan(store, '.', VERSIONS.analysis, ['/规章/乙', '/规章/甲']);
    expect(await rootsOf(store, scan)).toEqual(['/规章/乙', '/规章/甲']);
    expect(await rootsOf(store, scan + 1)).toEqual([]);
  });

  it('opens a database of a version that did not keep the folders of a scan', async () => {
    const scan = await beginScan(store, '.', VERSIONS.analysis, ['/规章']);
    await store.db.schema.alterTable('scans').dropColumn('roots').execute();
    await sql`delete from kysely_migration where name >= '004-scan-roots'`.execute(store.db);
    await store.close();
    store = await openStore(target);
    expect(await rootsOf(store, scan)).toEqual([]);
    // The process may have ended before the migration was written down.
    await sql`delete from kysely_migration where name >= '004-scan-roots'`.execute(store.db);
    await store.close();
    store = await openStore(target);
    const next = await beginScan(store, '..', VERSIONS.analysis, ['/规章']);
    expect(await rootsOf(store, next)).toEqual(['/规章']);
  });

  it('gives back what was kept of a content', async () => {
    const scan = await beginScan(store, '.', VERSIONS.analysis);
    await recordFiles(store, scan, [file(0)], RESULTS);
    expect(await findKept(store, HASH, VERSIONS)).toEqual({ format: 'txt', packed: false, analysed: true });
    expect(unpack((await findManuscript(store, HASH, '1'))!)).toEqual({ text: '正文' });
    for (const [units, analysis] of [['all', ANALYSIS] as const, ['flagged', FLAGGED] as const])
      for await (const each of analysedFiles(store, scan, VERSIONS.analysis, units))
        expect(each).toEqual({ file: file(0), analysis });
  });

  it('keeps the manuscript and asks for a new analysis when the classifier has changed', async () => {
    const scan = await beginScan(store, '.', VERSIONS.analysis);
    await recordFiles(store, scan, [file(0)], RESULTS);
    expect(await findKept(store, HASH, { ...VERSIONS, analysis: '1+2' })).toEqual({
      format: 'txt',
      packed: false,
      analysed: false,
    });
    await expect(analysedFiles(store, scan, '1+2', 'all').next()).rejects.toThrow('is gone');
  });

  it('keeps nothing of a content when the extractor has changed, until it is made again', async () => {
    const scan = await beginScan(store, '.', VERSIONS.analysis);
    await recordFiles(store, scan, [file(0)], RESULTS);
    const next = { manuscript: '2', analysis: '2+1' };
    expect(await findKept(store, HASH, next)).toBeNull();
    const again = { ...RESULTS, manuscript: { ...RESULTS.manuscript, version: '2' }, analysis: undefined };
    await recordFiles(store, scan, [file(1)], { hash: again.hash, manuscript: again.manuscript });
    expect(await findKept(store, HASH, next)).toEqual({ format: 'txt', packed: false, analysed: false });
    expect(await findKept(store, HASH, VERSIONS)).toBeNull();
  });

  it('keeps the reason why a content can not be read', async () => {
    const scan = await beginScan(store, '.', VERSIONS.analysis);
    const why = reason('needs-ocr');
    await recordFiles(store, scan, [file(0, { status: 'failed', format: 'pdf', reason: why })], {
      hash: HASH,
      manuscript: { version: '1', format: 'pdf', reason: why },
    });
    expect(await findKept(store, HASH, VERSIONS)).toEqual({
      format: 'pdf',
      reason: why,
      packed: false,
      analysed: false,
    });
    expect(await findManuscript(store, HASH, '1')).toBeNull();
    expect((await all(store, scan))[0]).toMatchObject({ status: 'failed', reason: why });
  });

  it('gives files in walk order, however they came and however many they are', async () => {
    const scan = await beginScan(store, '.', VERSIONS.analysis);
    const places = Array.from({ length: 450 }, (_, index) => (index * 197) % 450);
    for (let at = 0; at < places.length; at += 50)
      await recordFiles(
        store,
        scan,
        places.slice(at, at + 50).map((place) => file(place, { bytes: 5_000_000_000 })),
        RESULTS,
      );
    const files = await all(store, scan);
    expect(files.map((each) => each.position)).toEqual(
      Array.from({ length: 450 }, (_, index) => placeOf(index)),
    );
    expect(files[0]?.bytes).toBe(5_000_000_000);
  });

  it('makes duplicates of all but the first file with the same content, whatever was recorded first', async () => {
    const scan = await beginScan(store, '.', VERSIONS.analysis);
    const inside = (at: string) => ({ position: placeOf(1, at), source: `文件夹/3.zip/1.txt` });
    await recordFiles(store, scan, [file(7, { reused: true })], RESULTS);
    await recordFiles(store, scan, [
      file(8, { hash: 'b', status: 'failed', reason: reason('corrupt') }),
      file(5, { hash: '', status: 'failed', reason: reason('access') }),
      file(6, { hash: '', status: 'failed', reason: reason('access') }),
      file(4, { format: 'docx' }),
      file(9, { ...inside(placeOf(3)), format: 'docx' }),
    ]);
    await finishScan(store, '.', scan);
    const duplicate = {
      status: 'skipped',
      format: 'docx',
      reused: false,
      duplicateOf: '文件夹/3.zip/1.txt',
      reason: reason('duplicate', '文件夹/3.zip/1.txt'),
    };
    expect(await all(store, scan)).toMatchObject([
      { position: '000000003/000000001', status: 'read', format: 'docx' },
      { position: '000000004', ...duplicate },
      { position: '000000005', status: 'failed', reason: reason('access') },
      { position: '000000006', status: 'failed', reason: reason('access') },
      { position: '000000007', ...duplicate },
      { position: '000000008', status: 'failed' },
    ]);
  });

  it('keeps what is packed in a file', async () => {
    const scan = await beginScan(store, '.', VERSIONS.analysis);
    const members = [
      { path: '通知.docx', bytes: 3, hash: 'b', format: 'docx' as const },
      { path: '旧.doc', bytes: 0, hash: '', format: 'unknown' as const, reason: reason('encrypted') },
    ];
    await recordFiles(store, scan, [file(0)], {
      hash: HASH,
      manuscript: { version: '1', format: 'zip', reason: reason('unpacked', '2个'), members },
    });
    expect(await findKept(store, HASH, VERSIONS)).toEqual({
      format: 'zip',
      reason: reason('unpacked', '2个'),
      packed: true,
      analysed: false,
    });
    expect(await findMembers(store, HASH, '1')).toEqual(members);
    expect(await findMembers(store, HASH, '2')).toEqual([]);
  });

  it('records a file and its results wholly or not at all', async () => {
    const scan = await beginScan(store, '.', VERSIONS.analysis);
    await recordFiles(store, scan, [file(0, { hash: 'b' })]);
    await expect(recordFiles(store, scan, [file(0)], RESULTS)).rejects.toThrow();
    expect(await findKept(store, HASH, VERSIONS)).toBeNull();
  });

  it('drops what an interrupted scan left and keeps the last whole one while the next is under way', async () => {
    const first = await beginScan(store, '.', VERSIONS.analysis);
    await recordFiles(store, first, [file(0)], RESULTS);
    await finishScan(store, '.', first);
    const broken = await beginScan(store, '.', VERSIONS.analysis);
    await recordFiles(store, broken, [file(0)]);
    expect(await latestScan(store, '.')).toBe(first);
    const third = await beginScan(store, '.', VERSIONS.analysis);
    expect(await all(store, broken)).toEqual([]);
    expect(await latestScan(store, '.')).toBe(first);
    await finishScan(store, '.', third);
    expect(await latestScan(store, '.')).toBe(third);
    expect(await findKept(store, HASH, VERSIONS)).toMatchObject({ analysed: true });
  });

  it('forgets a content that the last three scans have not found, but nothing while another scan runs', async () => {
    const scanOf = async (collection: string, ...files: ScannedFile[]): Promise<number> => {
      const scan = await beginScan(store, collection, VERSIONS.analysis);
      await recordFiles(store, scan, files);
      await finishScan(store, collection, scan);
      return scan;
    };
    const first = await beginScan(store, '.', VERSIONS.analysis);
    await recordFiles(store, first, [file(0)], RESULTS);
    await finishScan(store, '.', first);
    await scanOf('.');
    await scanOf('.');
    expect(await findKept(store, HASH, VERSIONS)).not.toBeNull();
    const running = await beginScan(store, 'other', VERSIONS.analysis);
    await scanOf('.');
    expect(await all(store, first)).toEqual([]);
    expect(await findKept(store, HASH, VERSIONS)).not.toBeNull();
    await finishScan(store, 'other', running);
    await scanOf('.');
    expect(await findKept(store, HASH, VERSIONS)).toBeNull();
    expect(await findManuscript(store, HASH, '1')).toBeNull();
  });

  it('knows at once what is kept of the last whole scan', async () => {
    const scan = await beginScan(store, '.', VERSIONS.analysis);
    await recordFiles(store, scan, [file(0), file(1)], RESULTS);
    expect(await keptOfCollection(store, '.', VERSIONS)).toEqual(new Map());
    await finishScan(store, '.', scan);
    expect(await keptOfCollection(store, '.', VERSIONS)).toEqual(
      new Map([[HASH, { format: 'txt', packed: false, analysed: true }]]),
    );
    expect(await keptOfCollection(store, '/二', VERSIONS)).toEqual(new Map());
    expect(await keptOfCollection(store, '.', { manuscript: '2', analysis: '2+1' })).toEqual(new Map());
  });

  it('keeps collections apart', async () => {
    const one = await beginScan(store, '/一', VERSIONS.analysis);
    await finishScan(store, '/一', one);
    const two = await beginScan(store, '/二', VERSIONS.analysis);
    await finishScan(store, '/二', two);
    expect(await latestScan(store, '/一')).toBe(one);
    expect(await latestScan(store, '/二')).toBe(two);
    expect(await latestScan(store, '/三')).toBeNull();
  });

  it('says again what was said of the same results, and of no others', async () => {
    await saveSummary(store, '.', 'f1', '共 1 份');
    await saveSummary(store, '.', 'f2', '共 2 份');
    expect(await findSummary(store, '.', 'f2')).toBe('共 2 份');
    expect(await findSummary(store, '.', 'f1')).toBeNull();
    expect(await findSummary(store, '/二', 'f2')).toBeNull();
  });

  it('knows its own output through every step of its replacement', async () => {
    expect(await findOutput(store, '.', '台账.xlsx')).toBeNull();
    await announceOutput(store, '.', '台账.xlsx', { current: '', pending: 'h1' });
    expect(await findOutput(store, '.', '台账.xlsx')).toEqual({ fingerprint: '', hashes: ['h1'] });
    await confirmOutput(store, '.', '台账.xlsx', { fingerprint: 'f1', hash: 'h1' });
    expect(await findOutput(store, '.', '台账.xlsx')).toEqual({ fingerprint: 'f1', hashes: ['h1'] });
    await announceOutput(store, '.', '台账.xlsx', { current: 'h1', pending: 'h2' });
    expect(await findOutput(store, '.', '台账.xlsx')).toEqual({ fingerprint: '', hashes: ['h1', 'h2'] });
  });
});

describe('opening', () => {
  it('refuses a damaged SQLite file with advice', async () => {
    const { writeFileSync } = await import('node:fs');
    const path = join(folder, 'damaged.db');
    writeFileSync(path, '这不是数据库'.repeat(400));
    await expect(openStore(path)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('数据库文件已损坏'),
    });
  });

  it('refuses a server that does not answer without repeating the password', async () => {
    const opened = openStore('postgres://someone:geheim@localhost:1/none');
    await expect(opened).rejects.toMatchObject({ name: 'UsageError' });
    await expect(opened).rejects.not.toThrow(/geheim/);
  });
});
