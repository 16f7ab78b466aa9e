import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../store/index.js';
import { makeFolder, qinggui } from '../run.js';

let folder: string;
let output: string;
let drafts: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qinggui-outgoing-'));
  output = join(folder, '结果');
  makeFolder(join(folder, '规章'), 6);
  expect((await qinggui(['scan', join(folder, '规章'), '--output', output])).status).toBe(0);
  const run = await qinggui(['export', 'ledger-xlsx', '--drafts', '--output', output]);
  expect(run.status).toBe(0);
  drafts = run.stdout.split('\n')[0]!;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ours = (...args: string[]) => qinggui([...args, '--output', output]);

const edited = async (edit: (form: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<string> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(drafts);
  edit(book.worksheets[0]!, book);
  const path = join(folder, '改过.xlsx');
  await book.xlsx.writeFile(path);
  return path;
};

const stranger = async (name: string, bytes: Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
};

describe('qinggui export', () => {
  it('refuses a form that would say 不涉及 while rows are open, gives the rest, and ends with 1', async () => {
    const run = await ours('export');
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('还没有已确认的台账行');
    expect(run.stdout).toContain('联系人反馈表.docx');
    expect(await readdir(join(output, '导出'))).not.toContain('台账.xlsx');
  });

  it('keeps a ledger that a person has edited where it stands', async () => {
    const file = await readFile(drafts);
    await edited(() => undefined);
    await writeFile(drafts, await readFile(join(folder, '改过.xlsx')));
    const run = await ours('export', 'ledger-xlsx', '--drafts');
    expect(run.stdout).toContain('台账（草稿）.人工修改1.xlsx');
    expect((await readFile(drafts)).equals(file)).toBe(true);
  });

  it.each([
    [['export', '台账'], '没有这个种类：台账'],
    [['export', '--date', '2026-02-30'], '日期应形如'],
    [['import', '/nowhere/台账.xlsx'], '读不到文件'],
    [['log', 'verify', '--head', 'abc'], '64 位'],
  ])('says what is wrong with %j', async (args, words) => {
    const run = await ours(...args);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(words);
  });

  it('says where nothing was scanned', async () => {
    const run = await qinggui(['export', '--output', join(folder, '别处')]);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('找不到数据库');
  });
});

describe('qinggui import', () => {
  it('shows what would change, writes it when asked, and nothing twice', async () => {
    const path = await edited((form) => {
      form.getCell('J4').value = '立法';
    });
    const dry = await ours('import', path, '--dry-run');
    expect([dry.status, dry.stdout]).toEqual([
      0,
      expect.stringContaining('没有写入（--dry-run）：可写入 1 格'),
    ]);
    const run = await ours('import', path, '--reviewer', '某甲');
    expect(run.stdout).toContain('已写入 1 格，记在 某甲 名下');
    expect((await ours('import', path)).stdout).toContain('改动 0 格');
    expect((await ours('log', 'export')).stdout).toContain('"who":"某甲"');
  });

  it('ends with 1 where something was not taken in', async () => {
    const path = await edited((form) => {
      form.getCell('B4').value = '《没有的文件》';
      form.getCell('O4').value = '';
    });
    const run = await ours('import', path);
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('没有找到这份文件');
  });

  it('refuses files of strangers within the limits of reading', async () => {
    const bomb = new JSZip();
    bomb.file('[Content_Types].xml', '<Types/>');
    bomb.file('xl/workbook.xml', ' '.repeat(60_000_000), { compression: 'DEFLATE' });
    const book = new ExcelJS.Workbook();
    book
      .addWorksheet('表')
      .addRows(Array.from({ length: 5_000 }, (_, at) => [at, `=CMD|'/c calc'!A${at}`, '是']));
    const files: [string, Uint8Array][] = [
      ['空.xlsx', new Uint8Array()],
      ['文字.xlsx', new TextEncoder().encode('台账')],
      ['半个.xlsx', (await readFile(drafts)).subarray(0, 3_000)],
      ['炸弹.xlsx', await bomb.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })],
      ['很多行.xlsx', new Uint8Array(await book.xlsx.writeBuffer())],
      ['太大.xlsx', new Uint8Array(21 * 1024 * 1024)],
    ];
    for (const [name, bytes] of files) {
      const run = await ours('import', await stranger(name, bytes));
      expect([name, run.status]).toEqual([name, 2]);
      expect(run.stderr).toMatch(/^错误：.*\n建议：.+\n$/u);
    }
  });

  it('takes the document type of an attacker for nothing', async () => {
    const zip = await JSZip.loadAsync(await readFile(drafts));
    const sheet = await zip.file('xl/worksheets/sheet1.xml')!.async('string');
    zip.file(
      'xl/worksheets/sheet1.xml',
      sheet
        .replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>')
        .replace('无</t>', '&a;</t>'),
    );
    const run = await ours(
      'import',
      await stranger('实体.xlsx', await zip.generateAsync({ type: 'uint8array' })),
      '--dry-run',
    );
    const hostname = (await readFile('/etc/hostname', 'utf8').catch(() => '\0')).trim();
    expect(run.stdout + run.stderr).not.toContain(`“${hostname}”`);
  });
});

describe('qinggui log', () => {
  it('is proved by a hash that was written down, and shows where its end was cut off together with the record of it', async () => {
    const path = await edited((form) => {
      form.getCell('J5').value = '立法';
    });
    await ours('import', path);
    const whole = await ours('log', 'verify');
    expect(whole.status).toBe(0);
    const head = /[0-9a-f]{64}/u.exec(whole.stdout)![0];
    expect((await ours('log', 'verify', '--head', head)).stdout).toContain('所给的校验值是第');
    expect((await ours('log', 'export', '--to', join(folder, '日志.jsonl'))).status).toBe(0);
    const last = (await readFile(join(folder, '日志.jsonl'), 'utf8')).trimEnd().split('\n').at(-1)!;
    expect(JSON.parse(last)).toMatchObject({ end: true, head });

    const store = await openStore(join(output, 'qinggui.db'));
    const { seq, prev } = await store.db
      .selectFrom('decisions')
      .select(['seq', 'prev'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const triggers = await sql<{
      name: string;
    }>`select name from sqlite_master where type = 'trigger'`.execute(store.db);
    for (const { name } of triggers.rows) await sql`drop trigger ${sql.id(name)}`.execute(store.db);
    await store.db.deleteFrom('decisions').where('seq', '=', seq).execute();
    expect((await ours('log', 'verify')).stderr).toContain('末尾的记录缺失');
    await store.db
      .updateTable('decision_head')
      .set({ seq: seq - 1, hash: prev })
      .execute();
    await store.close();
    expect((await ours('log', 'verify')).status).toBe(0);
    const cut = await ours('log', 'verify', '--head', head);
    expect(cut.status).toBe(1);
    expect(cut.stderr).toContain('日志中没有所给的校验值');
  });

  it('lists who took what out', async () => {
    const run = await ours('log', 'views');
    expect(run.stdout).toMatch(/导出 {2}台账（草稿）\.xlsx/u);
    const lines = (await ours('log', 'views', '--json')).stdout.trimEnd().split('\n');
    expect(JSON.parse(lines[0]!)).toMatchObject({ action: 'export' });
  });
});
