import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  beginScan,
  keepEveryCommit,
  lockFolder,
  openStore,
  recordFiles,
  workingRefusal,
} from '../../store/index.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-open-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (path: string, statement: string): void => {
  const database = new Database(path);
  database.exec(statement);
  database.close();
};

describe('a database with what persons have decided', () => {
  it('has every commit on the disk before it is answered', async () => {
    const store = await openStore(join(folder, 'decided.db'));
    const level = async () =>
      (await sql<{ synchronous: number }>`pragma synchronous`.execute(store.db)).rows[0]?.synchronous;
    try {
      expect(await level()).toBe(1);
      await keepEveryCommit(store);
      expect(await level()).toBe(2);
    } finally {
      await store.close();
    }
  });
});

describe('a database that is not to be used', () => {
  it('is left as it is when it belongs to another program', async () => {
    const path = join(folder, 'mail.db');
    run(path, 'CREATE TABLE mails (subject TEXT)');
    const before = readFileSync(path);
    await expect(openStore(path)).rejects.toMatchObject({
      name: 'UsageError',
      message: `${path} 是其他程序的数据库`,
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['mail.db']);
  });

  it('is refused when a newer version wrote it', async () => {
    const path = join(folder, 'newer.db');
    await (await openStore(path)).close();
    run(path, "INSERT INTO kysely_migration (name, timestamp) VALUES ('999-future', '2030')");
    await expect(openStore(path)).rejects.toMatchObject({
      message: expect.stringContaining('更新版本'),
      advice: expect.stringContaining('升级'),
    });
  });

  it.each([
    ['a text', 'this is no database, however long it may be'.repeat(100), '已损坏，或不是数据库'],
    ['a folder', null, '打不开或无法建立'],
  ])('is refused when it is %s', async (_, content, message) => {
    const path = join(folder, 'x.db');
    if (content === null) mkdirSync(path);
    else writeFileSync(path, content);
    await expect(openStore(path)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(message),
    });
  });

  it('is refused by its address without repeating the password in it', async () => {
    const refused = await openStore('mysql://user:secret@host/base').catch((error: Error) => error);
    expect(refused).toMatchObject({ name: 'UsageError' });
    expect(String(refused)).not.toContain('secret');
  });

  it('is taken up again where the process ended in the first migration', async () => {
    const path = join(folder, 'half.db');
    await (await openStore(path)).close();
    run(path, 'DELETE FROM kysely_migration; DROP TABLE outputs; DROP TABLE summaries');
    await (await openStore(path)).close();
    run(path, 'SELECT * FROM outputs');
  });
});

it('says what went wrong in a transaction that SQLite has ended by itself', async () => {
  const store = await openStore(join(folder, 'small.db'));
  try {
    await sql`PRAGMA max_page_count = 30`.execute(store.db);
    const scan = await beginScan(store, '.', '1');
    const analysis = { version: '1', data: new Uint8Array(500_000), flagged: new Uint8Array() };
    const failed = await recordFiles(
      store,
      scan,
      [{ position: '0', source: 'a', bytes: 1, hash: 'h', format: 'txt', status: 'read', reused: false }],
      { hash: 'h', analysis },
    ).catch((error: unknown) => error);
    expect(workingRefusal(failed, 'small.db')).toMatchObject({
      message: '磁盘空间不足，无法写入数据库：small.db',
    });
  } finally {
    await store.close();
  }
});

describe('an output folder', () => {
  it('belongs to one process at a time, and leaves no trace of that', async () => {
    const unlock = await lockFolder(folder);
    expect(readdirSync(folder)).toEqual(['qinggui.lock']);
    await expect(lockFolder(folder)).rejects.toMatchObject({
      name: 'UsageError',
      message: `另一个清规程序正在使用结果目录 ${folder}`,
    });
    await unlock();
    expect(readdirSync(folder)).toEqual([]);
    await (await lockFolder(folder))();
  });

  it('is free in spite of a lock file that a killed process has left', async () => {
    writeFileSync(join(folder, 'qinggui.lock'), '');
    await (await lockFolder(folder))();
    expect(readdirSync(folder)).toEqual([]);
  });
});
