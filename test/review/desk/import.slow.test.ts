import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPreview } from '../../../review/api.js';
import { exportFile } from '../../../review/desk/export.js';
import { importChanges, previewImport } from '../../../review/desk/import.js';
import { BadRequest, Refused } from '../../../review/errors.js';
import { FIRST, SECOND, TestCollection } from '../collection.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../texts.js';
import { readHere, Work } from './work.js';

const FILES = { '01 市容.txt': CREDIT, '02 公园.txt': PLAIN, '03 广告.txt': SECOND_CREDIT };
const NAME = '《清水市市容环境卫生信用管理办法》（清城管〔2019〕12号）';

let desk: TestCollection;
let work: Work;
beforeEach(async () => {
  desk = await TestCollection.make();
  work = new Work(desk);
  await desk.scan(FILES);
});
afterEach(() => desk.close());

const ledger = async (kind: 'ledger-xlsx' | 'ledger-docx' = 'ledger-xlsx', drafts = true) =>
  (await exportFile(desk.context, kind, drafts, FIRST)).bytes;

/** As a person edits it and saves it again. */
const edited = async (
  bytes: Uint8Array,
  edit: (form: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  edit(book.worksheets[0]!, book);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

const preview = (bytes: Uint8Array, who = FIRST): Promise<ImportPreview> =>
  previewImport({ ...desk.context, readFile: readHere }, bytes, who);

const put = (form: ExcelJS.Worksheet, at: string, text: string): void => {
  form.getCell(at).value = text;
};

const said = ({ changes }: ImportPreview) => changes.map(({ name, field, to }) => [name, field, to]);

describe('a workbook that comes back', () => {
  it.each(['ledger-xlsx', 'ledger-docx'] as const)(
    'changes nothing where nobody has edited the %s',
    async (kind) => {
      await work.write(await work.idOf('市容'), 'summary', '=第二条\n  第三条');
      const found = await preview(await ledger(kind));
      expect(found.changes).toEqual([]);
      expect(found.unmatched).toEqual([]);
      expect(found.unchanged).toBe(2 * 13);
    },
  );

  it('changes exactly the cells that were edited, and those of the desk once they are taken in', async () => {
    const id = await work.idOf('市容');
    const bytes = await edited(await ledger(), (form) => {
      put(form, 'J4', '立法');
      put(form, 'F5', '第一段\n第二段');
      put(form, 'N5', '');
    });
    const found = await preview(bytes);
    expect(said(found)).toEqual([
      [NAME, 'disposal', '立法'],
      ['《青岭区户外广告设施管理细则》（青城管〔2018〕7号）', 'summary', '第一段\n第二段'],
      ['《青岭区户外广告设施管理细则》（青城管〔2018〕7号）', 'phone', ''],
    ]);
    expect(found.changes.every(({ conflict }) => conflict === '')).toBe(true);
    expect(found.unmatched).toEqual([]);
    await work.say(importChanges(found, '00000000-0000-4000-8000-000000000001').items);
    const { row } = await work.view(id);
    expect(row!.disposal).toMatchObject({ value: '立法', edited: true });
    expect((await preview(bytes)).changes).toEqual([]);
  });

  it('is known by its rows wherever they stand now, also when one was renamed, sorted or put in the middle', async () => {
    const bytes = await edited(await ledger(), (form) => {
      put(form, 'B4', '《某某办法》');
      const rows = [4, 5].map((row) =>
        Array.from({ length: 15 }, (_, at) => form.getCell(row, at + 1).value),
      );
      const added = ['', '《新增的通知》（清城管〔2021〕9号）', '是', '否', '否', '摘要'];
      form.unMergeCells('A6:N6');
      for (const [at, values] of [rows[1]!, added, rows[0]!].entries())
        for (let column = 1; column <= 15; column += 1)
          form.getCell(4 + at, column).value = values[column - 1] ?? null;
      put(form, 'A5', '7');
    });
    const found = await preview(bytes);
    expect(said(found)).toEqual([[NAME, 'document', '《某某办法》']]);
    expect(found.unmatched).toEqual([
      { row: '第7行《新增的通知》（清城管〔2021〕9号）', reason: '没有找到这份文件' },
    ]);
  });

  it('tells which rows of the ledger it does not have any more', async () => {
    const bytes = await edited(await ledger(), (form) => {
      for (let column = 1; column <= 15; column += 1) form.getCell(4, column).value = null;
    });
    const found = await preview(bytes);
    expect(found.changes).toEqual([]);
    expect(found.unmatched).toEqual([{ row: NAME, reason: '工作簿中没有此行' }]);
  });

  it('says nothing of a column that it does not have', async () => {
    const bytes = await edited(await ledger(), (form) => form.spliceColumns(14, 1));
    const found = await preview(bytes);
    expect(found.changes).toEqual([]);
    expect(found.unmatched).toEqual([{ row: '“电话”栏', reason: '工作簿中没有这一栏，未作比较' }]);
  });

  it('gives back words that look like a formula without the apostrophe that guarded them', async () => {
    const bytes = await edited(await ledger(), (form) => put(form, 'F4', "'=SUM(A1)"));
    expect(said(await preview(bytes))).toEqual([[NAME, 'summary', '=SUM(A1)']]);
  });

  it('takes a formula for what it showed', async () => {
    const bytes = await edited(await ledger(), (form) => {
      form.getCell('J4').value = { formula: 'HYPERLINK("http://example.invalid","立法")', result: '立法' };
    });
    expect(said(await preview(bytes))).toEqual([[NAME, 'disposal', '立法']]);
  });

  it('names an answer that is none, and takes the rest', async () => {
    const bytes = await edited(await ledger(), (form) => {
      put(form, 'C4', '涉及');
      put(form, 'J4', '立法');
    });
    const found = await preview(bytes);
    expect(said(found)).toEqual([[NAME, 'disposal', '立法']]);
    expect(found.unmatched[0]!.reason).toBe(
      '“是否涉及信用信息共享公开”只能填写：是、否、待核实；没有采用“涉及”',
    );
    await work.say(importChanges(found, '00000000-0000-4000-8000-000000000003').items);
  });

  it('refuses a cell that is longer than any', async () => {
    const bytes = await edited(await ledger(), (form) => put(form, 'F4', '长'.repeat(32_500)));
    const found = await preview(bytes);
    expect(found.changes).toEqual([]);
    expect(found.unmatched[0]!.reason).toBe('“相关内容摘要”超过 32000 字，没有采用');
  });
});

describe('a conflict', () => {
  it('is told where the cell was decided after the workbook was written, and is not taken in by itself', async () => {
    const id = await work.idOf('市容');
    await work.write(id, 'summary', '先写的');
    const exported = await ledger();
    await work.write(id, 'disposal', '修订');
    const found = await preview(
      await edited(exported, (form) => {
        put(form, 'J4', '立法');
        put(form, 'F4', '后写的');
      }),
    );
    expect(found.changes.map(({ field, conflict }) => [field, conflict])).toEqual([
      ['summary', ''],
      ['disposal', '初核员 在工作簿导出之后改为“修订”'],
    ]);
    expect(importChanges(found, '00000000-0000-4000-8000-000000000002').items[0]!.changes).toHaveLength(1);
    // A person who takes it on the page is not stopped: the request knows of the decision.
    const { document, field, seen, to } = found.changes[1]!;
    await work.change(document, { kind: 'cell', field, seen, after: to });
    expect((await work.view(id)).row!.disposal.value).toBe('立法');
  });

  it('is told where somebody has confirmed the row since', async () => {
    const exported = await ledger();
    await work.confirm(await work.idOf('市容'));
    const found = await preview(await edited(exported, (form) => put(form, 'J4', '立法')));
    expect(found.changes[0]!.conflict).toBe('初核员 在工作簿导出之后确认了这一行');
  });

  it('is told of a Word file, which does not say what it knew', async () => {
    const id = await work.idOf('市容');
    const exported = await ledger('ledger-docx');
    await work.write(id, 'disposal', '修订');
    const found = await preview(exported);
    expect(found.changes).toMatchObject([{ field: 'disposal', from: '修订' }]);
    expect(found.changes[0]!.conflict).toContain('无法判断先后');
  });
});

describe('a forged mark', () => {
  const markOf = async (bytes: Uint8Array, row: number): Promise<string> => {
    let mark = '';
    await edited(bytes, (form) => {
      mark = form.getCell(`O${row}`).text;
    });
    return mark;
  };

  it('of a later decision than there is hides no conflict', async () => {
    const exported = await ledger();
    await work.write(await work.idOf('市容'), 'disposal', '修订');
    const found = await preview(
      await edited(exported, (form) => {
        put(form, 'O4', form.getCell('O4').text.replace(/^(QG-\d+-)\d+/u, '$1999999'));
        put(form, 'J4', '立法');
      }),
    );
    expect(found.changes[0]!.conflict).toContain('无法判断先后');
  });

  it('of another row does not write one document’s words into another', async () => {
    const exported = await ledger();
    const second = await markOf(exported, 5);
    const found = await preview(await edited(exported, (form) => put(form, 'O4', second)));
    expect(found.changes).toEqual([]);
    expect(found.unmatched[0]!.reason).toMatch(/行标识/u);
  });

  it('of another database means nothing: the name counts', async () => {
    const found = await preview(
      await edited(await ledger(), (form) => {
        put(form, 'O4', form.getCell('O4').text.replace(/[0-9a-f]{8}$/u, '00000000'));
        put(form, 'J4', '立法');
      }),
    );
    expect(said(found)).toEqual([[NAME, 'disposal', '立法']]);
  });

  it('that is nonsense means nothing', async () => {
    const found = await preview(
      await edited(await ledger(), (form) => put(form, 'O4', 'QG-99999999999999-1-zz')),
    );
    expect(found.unmatched).toEqual([]);
  });
});

describe('names', () => {
  it('match by 文号 where the title was mended, and by nothing where two documents have the same', async () => {
    const bytes = await edited(await ledger(), (form) => {
      put(form, 'O4', '');
      put(form, 'B4', '《清水市市容环境卫生信用管理办法（修订）》（清城管〔2019〕12号）');
    });
    expect(said(await preview(bytes))).toEqual([
      [NAME, 'document', '《清水市市容环境卫生信用管理办法（修订）》（清城管〔2019〕12号）'],
    ]);
    await desk.scan({ ...FILES, '05 副本.txt': `${CREDIT}第六条  本办法由城市管理局解释。\n` });
    const found = await preview(await edited(bytes, (form) => put(form, 'B4', NAME)));
    expect(found.unmatched[0]!.reason).toBe('有 2 份文件都是这个名称，无法确定是哪一份');
  });
});

describe('what is no ledger of ours', () => {
  it('is refused in words', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('通讯录').addRows([
      ['姓名', '电话'],
      ['某某', '000'],
    ]);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    await expect(preview(bytes)).rejects.toThrow(BadRequest);
    await expect(preview(bytes)).rejects.toThrow('没有填写了内容的台账');
  });

  it('is refused from who only reads', async () => {
    const bytes = await ledger();
    await expect(preview(bytes, { name: '旁人', role: 'reader', lane: null })).rejects.toThrow(Refused);
  });

  it('tells the second reviewer nothing of what the first has decided', async () => {
    const id = await work.idOf('市容');
    const exported = await ledger();
    await work.write(id, 'disposal', '立法');
    const found = await preview(exported, SECOND);
    expect(found.changes).toEqual([]);
    expect(JSON.stringify(found)).not.toContain('立法');
  });
});

describe('a workbook of before somebody judged a passage', () => {
  it('does not bring the old draft back as if a person had written it', async () => {
    const id = await work.idOf('市容');
    const bytes = await ledger();
    const { passages } = await work.view(id);
    for (const { key, findings } of passages)
      if (findings.some(({ label }) => label === 'P')) await work.judge(id, key, 'P', 'rejected');
    const found = await preview(bytes);
    expect(found.changes.map(({ field }) => field)).toContain('punishment');
    for (const { conflict } of found.changes) expect(conflict).toContain('在工作簿导出之后对条款作了决定');
    expect(importChanges(found, '00000000-0000-4000-8000-000000000002').items).toEqual([]);
  });
});

describe('a workbook of the second reviewer', () => {
  it('is not matched by a name that only the first has written', async () => {
    await work.write(await work.idOf('市容'), 'document', '市容办法');
    const bytes = await edited(await ledger(), (form) => {
      put(form, 'B4', '市容办法');
      form.spliceColumns(15, 2);
    });
    const found = await preview(bytes, SECOND);
    expect(found.unmatched.map(({ reason }) => reason)).toContain('没有找到这份文件');
  });
});
