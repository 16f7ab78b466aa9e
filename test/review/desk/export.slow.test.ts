import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXPORT_KINDS, type ExportKind } from '../../../review/api.js';
import { exportFile, exportName, exportState } from '../../../review/desk/export.js';
import { Refused } from '../../../review/errors.js';
import type { ExportedFile } from '../../../review/server/desk.js';
import { logHead } from '../../../store/index.js';
import { FIRST, SECOND, TestCollection } from '../collection.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../texts.js';
import { sha256, Work } from './work.js';

let desk: TestCollection;
let work: Work;
beforeEach(async () => {
  desk = await TestCollection.make();
  work = new Work(desk);
});
afterEach(() => desk.close());

const FILES = { '01 市容.txt': CREDIT, '02 公园.txt': PLAIN, '03 广告.txt': SECOND_CREDIT };
const ROW_KINDS = EXPORT_KINDS.filter((kind) => kind !== 'log-jsonl' && kind !== 'contacts-docx');

const take = (kind: ExportKind, drafts = false) => exportFile(desk.context, kind, drafts, FIRST);

/** All that a file says, tags taken out. */
const wordsOf = async ({ bytes }: ExportedFile): Promise<string> => {
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.keys(zip.files).filter((name) => /\.xml$/u.test(name));
  return (await Promise.all(parts.map((name) => zip.file(name)?.async('string'))))
    .join('\n')
    .replace(/<[^>]*>/gu, '');
};

const propertiesOf = async ({ bytes }: ExportedFile): Promise<string> =>
  (await (await JSZip.loadAsync(bytes)).file('docProps/core.xml')?.async('string')) ?? '';

const formOf = async ({ bytes }: ExportedFile): Promise<ExcelJS.Worksheet> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book.worksheets[0]!;
};

describe('a form without rows', () => {
  it.each(ROW_KINDS)('is refused as %s while a document is pending, with how many are what', async (kind) => {
    await desk.scan(FILES);
    const refused = take(kind);
    await expect(refused).rejects.toThrow(Refused);
    await expect(refused).rejects.toThrow(
      '还没有已确认的台账行，而有 2 份待确认，不能作出“经梳理，不涉及”的结论',
    );
  });

  it('is refused while a file could not be read and nobody has looked into it, and given once somebody has', async () => {
    await desk.scan({ '02 公园.txt': PLAIN, '04 扫描件.pdf': { failed: '文件已损坏' } });
    await expect(take('ledger-xlsx')).rejects.toThrow('1 份未能读取且尚未人工查阅');
    await work.look(await work.idOf('扫描件'), '是通讯录');
    const file = await take('ledger-xlsx');
    expect(file.notes).toEqual([]);
    expect(await wordsOf(file)).toContain('经梳理，不涉及');
  });

  it('is given when everything was confirmed as not belonging in the ledger', async () => {
    await desk.scan(FILES);
    for (const name of ['市容', '广告']) await work.confirm(await work.idOf(name), FIRST, false);
    for (const kind of ['ledger-xlsx', 'ledger-docx'] as const)
      expect(await wordsOf(await take(kind))).toContain('经梳理，不涉及');
  });

  it('is refused where a confirmation was taken back by a later change', async () => {
    await desk.scan({ '01 市容.txt': CREDIT });
    const id = await work.idOf('市容');
    await work.confirm(id);
    await work.write(id, 'disposal', '立法');
    await expect(take('ledger-xlsx')).rejects.toThrow('1 份待确认');
  });

  it('is refused while two reviewers differ', async () => {
    await desk.scan({ '01 市容.txt': CREDIT });
    const id = await work.idOf('市容');
    await work.confirm(id);
    await work.confirm(id, SECOND, false);
    await expect(take('ledger-xlsx')).rejects.toThrow('1 份有冲突');
  });

  it('is never given where no file was read at all', async () => {
    await desk.scan({ '04 扫描件.pdf': { failed: '文件已损坏' } });
    await work.look(await work.idOf('扫描件'));
    await expect(take('ledger-docx')).rejects.toThrow('没有读取到任何文件');
  });

  it('says beforehand what it would answer', async () => {
    await desk.scan(FILES);
    expect((await exportState(desk.context, false)).refusal?.message).toContain('2 份待确认');
    expect(await exportState(desk.context, true)).toEqual({
      notes: ['草稿：有 2 份待确认，未经确认的内容不得报送'],
      refusal: null,
    });
  });
});

describe('an export of rows', () => {
  it('holds what was confirmed, and tells what it leaves out', async () => {
    await desk.scan({ ...FILES, '04 扫描件.pdf': { failed: '文件已损坏' } });
    await work.confirm(await work.idOf('市容'));
    const file = await take('ledger-xlsx');
    expect(file.name).toBe('台账.xlsx');
    expect(file.notes).toEqual([
      '另有 1 份待确认，未列入',
      '另有 1 份文件未能读取且尚未人工查阅，其内容不在其中',
    ]);
    const words = await wordsOf(file);
    expect(words).toContain('清水市市容环境卫生信用管理办法');
    expect((await formOf(file)).getCell('B5').text).not.toContain('青岭区');
    expect(words).not.toContain('草稿');
  });

  it.each(ROW_KINDS)('says 草稿 in the file and in its name as %s with drafts', async (kind) => {
    await desk.scan(FILES);
    const file = await take(kind, true);
    expect(file.name).toBe(exportName(kind, true));
    expect(file.name).toContain('（草稿）');
    const zip = await JSZip.loadAsync(file.bytes);
    const everything = await Promise.all(
      Object.keys(zip.files).map((name) => zip.file(name)?.async('string') ?? ''),
    );
    expect(everything.join('')).toContain('草稿');
  });

  it.each(ROW_KINDS)(
    'gives the same bytes for the same state as %s, and leaves nothing behind',
    async (kind) => {
      await desk.scan(FILES);
      await work.confirm(await work.idOf('市容'));
      const folder = await mkdtemp(join(tmpdir(), 'qinggui-test-'));
      vi.stubEnv('TMPDIR', folder);
      try {
        expect(sha256((await take(kind)).bytes)).toBe(sha256((await take(kind)).bytes));
        expect(await readdir(folder)).toEqual([]);
      } finally {
        vi.unstubAllEnvs();
        await rm(folder, { recursive: true });
      }
    },
  );

  it('shows the second reviewer nothing of what the first has decided', async () => {
    await desk.scan(FILES);
    for (const kind of EXPORT_KINDS)
      await expect(exportFile(desk.context, kind, true, SECOND)).rejects.toThrow(Refused);
  });

  it('takes the rows in the words that the person has left', async () => {
    await desk.scan(FILES);
    const id = await work.idOf('市容');
    await work.write(id, 'disposal', '立法');
    await work.write(id, 'summary', '=HYPERLINK("x")');
    await work.confirm(id);
    const form = await formOf(await take('ledger-xlsx'));
    expect(form.getCell('J4').text).toBe('立法');
    expect(form.getCell('F4').value).toBe(`'=HYPERLINK("x")`);
  });

  it('makes a plan of confirmed rows alone, and of drafts where they are asked for', async () => {
    await desk.scan(FILES);
    await work.confirm(await work.idOf('市容'));
    expect(await wordsOf(await take('plan-docx'))).not.toContain('户外广告');
    expect(await wordsOf(await take('plan-docx', true))).toContain('户外广告');
  });

  it('has a contact form to be filled in by hand', async () => {
    await desk.scan(FILES);
    const file = await take('contacts-docx');
    expect(file.notes).toEqual(['联系人的姓名、职务和联系方式须人工填写']);
    const words = await wordsOf(file);
    expect(words).toContain('某某市城市管理局');
    expect(words).not.toContain('某某 科长');
  });
});

describe('an export while somebody decides', () => {
  it('is of one state of the log', async () => {
    await desk.scan(FILES);
    await work.confirm(await work.idOf('市容'));
    const second = await work.idOf('广告');
    let interrupted = false;
    const meaningOf: typeof desk.context.meaningOf = (cue) => {
      if (!interrupted) {
        interrupted = true;
        late = work.confirm(second);
      }
      return desk.context.meaningOf(cue);
    };
    let late: Promise<unknown> = Promise.resolve();
    const file = await exportFile({ ...desk.context, meaningOf }, 'ledger-xlsx', false, FIRST);
    await late;
    const { hash } = await logHead(desk.store);
    const rows = (await formOf(file)).getColumn(15).values.filter((value) => /^QG-/u.test(String(value)));
    const knowsOfIt = (await propertiesOf(file)).includes(hash);
    expect(rows).toHaveLength(knowsOfIt ? 2 : 1);
  });
});
