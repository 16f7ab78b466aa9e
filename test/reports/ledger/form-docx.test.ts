import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../../extractors/index.js';
import { readFiledLedgers } from '../../../pipeline/index.js';
import { type LedgerInput, writeLedgerDocx } from '../../../reports/index.js';
import { FORMS } from '../../../reports/ledger/forms.js';
import { atTwoTimes } from '../../clock.js';
import { FILED_ROWS, filedDocuments } from '../../pipeline/filed-ledger/documents.js';
import { document, file, input, profile, row, unreadable } from '../samples.js';
import { readWord } from '../word/xml.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-docx-'));
});
afterAll(() => rm(folder, { recursive: true }));

const path = (): string => join(folder, '台账.docx');
const written = async (change: Partial<LedgerInput> = {}) => {
  await writeLedgerDocx(path(), input(change));
  return readWord(path());
};

describe('the official form on paper', () => {
  it('has title, unit and date in one line, heads, rows and notes of the national form, in this order', async () => {
    const { texts, document: xml, headers } = await written({ date: '2021-01-19' });
    expect(texts).toEqual([
      '失信约束措施台账',
      '填报单位（盖章）：清水市云溪区市容管理局2021年1月19日',
      ...FORMS.national.headings,
      '1',
      '《清水市生活垃圾投放办法》（清政发〔2018〕12号）',
      '是',
      '是',
      '否',
      '第十二条：多次不按规定投放垃圾的，记入个人信用档案；情节严重的，列入“黑名单”。',
      '否',
      '待核实',
      '',
      '',
      '2021年6月底',
      '清水市云溪区市容管理局',
      '张某 副局长',
      '0999-12345678',
      ...FORMS.national.notes,
    ]);
    expect(xml).toContain('w:orient="landscape"');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(headers).toEqual([]);
  });

  it('has the unit in the title of the district form, and the date above the line of the unit', async () => {
    const { texts } = await written({ form: 'district' });
    expect(texts.slice(0, 3)).toEqual([
      '清水市云溪区市容管理局失信约束措施台账',
      '　　　年　　月　　日',
      '填报单位（盖章）：清水市云溪区市容管理局',
    ]);
    expect(texts.slice(3, 17)).toEqual(FORMS.district.headings);
    expect(texts.slice(-4)).toEqual(FORMS.district.notes);
  });

  it('takes what a person has written in a row, also 立法 and columns of its own', async () => {
    const { rows } = await written({
      documents: () => [
        document({ row: { ...row(), disposal: '立法', phone: '', completion: '2021年底', confirmed: true } }),
      ],
    });
    expect(rows[1]!.slice(9)).toEqual([
      '立法',
      '2021年底',
      '清水市云溪区市容管理局',
      profile.responsiblePerson,
      '',
    ]);
  });

  it('bears 草稿 behind its pages and says of how many files it speaks as long as it is a draft', async () => {
    const { headers, texts } = await written({ draft: true });
    expect(headers).toHaveLength(1);
    expect(headers[0]).toContain('string="草稿"');
    expect(texts.slice(-2)).toEqual([
      '1. 本表根据已读取的1份文件预填，须逐行人工确认。',
      '2. 另有1份未能读取，须人工查阅（见“文件清单”），其内容不在上述结论之内。',
    ]);
    expect((await written()).texts.join()).not.toContain('份文件预填');
  });

  it('numbers three hundred rows, and keeps every character of a very long cell in a row that may be split', async () => {
    const summary = `第三条：${'多次违反规定的，记入信用档案。'.repeat(2_000)}`;
    const { rows, document: xml } = await written({
      documents: () =>
        Array.from({ length: 300 }, (_, at) => document(at === 7 ? { row: row({ summary }) } : {})),
    });
    expect(rows.slice(1).map(([number]) => number)).toEqual(
      Array.from({ length: 300 }, (_, at) => String(at + 1)),
    );
    expect(rows[8]![5]).toBe(summary);
    // Of the heads and three hundred rows, the long one alone may be split.
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(300);
  });

  it('keeps formulas as text, lines as paragraphs, and no character that XML forbids', async () => {
    const bad = "=cmd|' /C calc'!A0\u0000\n<w:fldSimple/>\uD800";
    const { rows, document: xml } = await written({
      documents: () => [document({ row: row({ document: bad, summary: bad }) })],
    });
    expect(rows[1]![1]).toBe("=cmd|' /C calc'!A0·\n<w:fldSimple/>·");
    expect(xml).not.toContain('<w:fldSimple');
    expect(xml).not.toContain('w:instrText');
  });

  it('is the same to the byte for the same input, whatever the clock says', async () => {
    const [first, second] = await atTwoTimes(async () => {
      await writeLedgerDocx(path(), input({ draft: true }));
      return readFile(path());
    });
    expect(second.equals(first)).toBe(true);
  });

  it('comes back row by row when the tool reads it', async () => {
    await writeLedgerDocx(path(), input({ draft: true, date: '2021-01-19', documents: filedDocuments }));
    const [ledger] = readFiledLedgers(await extract(await readFile(path()), 'docx'));
    expect(ledger).toMatchObject({ form: 'national', unit: profile.unit, date: '2021-01-19' });
    expect(ledger!.rows.map(({ cells }) => [cells.document.text, cells.summary.text])).toEqual(
      FILED_ROWS.map(({ document: name, summary }) => [name, summary]),
    );
  });

  it('refuses a date that is none', async () => {
    await expect(writeLedgerDocx(path(), input({ date: '明天' }))).rejects.toThrow(RangeError);
  });
});

describe('the return of a unit with nothing to report', () => {
  it.each(['national', 'district'] as const)('is the %s form with 经梳理，不涉及', async (form) => {
    const { rows, texts } = await written({ form, documents: () => [], files: () => [file()] });
    expect(rows).toEqual([FORMS[form].headings, ['经梳理，不涉及']]);
    expect(texts.slice(-4)).toEqual(FORMS[form].notes);
  });

  it('asserts nothing where nothing was read', async () => {
    const { rows } = await written({ documents: () => [], files: () => [unreadable] });
    expect(rows[1]).toEqual(['待人工查阅后填写']);
  });
});
