import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LedgerInput, writeLedger } from '../../../reports/index.js';
import { FILLS } from '../../../reports/ledger/style.js';
import { atTwoTimes } from '../../clock.js';
import { shared } from '../../shared.js';
import { document, evidence, file, input, profile, row, unreadable } from '../samples.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'));
});
afterAll(() => rm(folder, { recursive: true }));

const write = async (change: Partial<LedgerInput> = {}): Promise<string> => {
  const path = join(folder, '台账.xlsx');
  await writeLedger(path, input(change));
  return path;
};

const sheets = async (change: Partial<LedgerInput> = {}) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await write(change));
  return {
    book,
    form: book.getWorksheet('失信约束措施台账')!,
    evidence: book.getWorksheet('证据')!,
    files: book.getWorksheet('文件清单')!,
  };
};

const textsOf = (sheet: ExcelJS.Worksheet, at: number, columns: number): string[] =>
  Array.from({ length: columns }, (_, index) => sheet.getCell(at, index + 1).text);

const fillOf = (cell: ExcelJS.Cell): string | undefined =>
  cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined;
const COLOUR = (name: keyof typeof FILLS): string | undefined => {
  const fill = FILLS[name];
  return fill.type === 'pattern' ? fill.fgColor?.argb : undefined;
};

/** Every text of a sheet, one line a row, merged cells once. */
const allText = (sheet: ExcelJS.Worksheet): string => {
  const lines: string[] = [];
  sheet.eachRow((each) => {
    const cells: string[] = [];
    each.eachCell((cell) => {
      if (cell.master === cell) cells.push(cell.text);
    });
    lines.push(cells.join('\t'));
  });
  return lines.join('\n');
};

/** As a grid of dropdowns and their prompts: exceljs gives one entry a cell. */
const validationsOf = (sheet: ExcelJS.Worksheet): Record<string, ExcelJS.DataValidation | undefined> =>
  (sheet as ExcelJS.Worksheet & { dataValidations: { model: Record<string, ExcelJS.DataValidation> } })
    .dataValidations.model;

const HEADINGS = {
  national:
    '序号	规章、规范性文件或其他文件名称(含文号)	是否涉及信用信息共享公开	是否涉“黑名单”认定	是否涉及失信惩戒措施	相关内容摘要	是否有国家层面依据	是否有地方性法规依据	依据的具体内容	处置方式	完成时间	责任单位	责任人姓名及职务	电话',
  district:
    '序号	规章、规范性文件名称（含文号）	是否涉及信用信息纳入公开	是否涉及“黑名单”认定	是否涉及惩戒措施	相关内容摘要	是否有国家层面依据	是否有地方性法规依据	依据的具体内容	处置方式	完成时间	责任单位	责任人姓名及职务	电话',
} as const;

describe('the official form', () => {
  it.each(['national', 'district'] as const)('has the %s headings to the letter', async (form) => {
    const sheet = (await sheets({ form })).form;
    expect(textsOf(sheet, 3, 14).join('\t')).toBe(HEADINGS[form]);
    const notices = shared('seed/notices.txt');
    if (notices) expect(await readFile(notices, 'utf8')).toContain(HEADINGS[form]);
  });

  it('names the unit in the title of the district form alone', async () => {
    expect((await sheets({ form: 'national' })).form.getCell('A1').text).toBe('失信约束措施台账');
    expect((await sheets({ form: 'district' })).form.getCell('A1').text).toBe(
      '清水市云溪区市容管理局失信约束措施台账',
    );
    expect(
      (await sheets({ form: 'district', profile: { ...profile, unit: '' } })).form.getCell('A1').text,
    ).toBe('＿＿＿＿＿＿失信约束措施台账');
  });

  it('has the line for the stamp, and the date or blanks for it', async () => {
    const blank = (await sheets()).form;
    expect(blank.getCell('A2').text).toBe('填报单位（盖章）：清水市云溪区市容管理局');
    expect(blank.getCell('J2').text.replaceAll('　', '')).toBe('年月日');
    expect((await sheets({ date: '2021-01-09' })).form.getCell('J2').text).toBe('2021年1月9日');
    await expect(write({ date: '明天' })).rejects.toThrow(RangeError);
  });

  it('has the four notes in the words of its own notice', async () => {
    const national = allText((await sheets({ form: 'national' })).form);
    const district = allText((await sheets({ form: 'district' })).form);
    expect(national).toContain('注：1. “是否有国家层面依据”栏，是指是否有法律');
    expect(national).toContain('无需修订可填“保留”');
    expect(national).toContain('“责任人”填写该单位的负责相关工作的领导同志。');
    expect(district).toContain('无需填写具体表述。');
    expect(district).not.toContain('保留”；');
    const notices = shared('seed/notices.txt');
    if (!notices) return;
    const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
    const official = plain(await readFile(notices, 'utf8'));
    for (const text of [national, district])
      for (const note of text.split('\n').filter((line) => /^(?:注：)?[1-4]\. /.test(line)))
        expect(official).toContain(plain(note));
  });

  it('fills the fourteen columns and numbers the rows', async () => {
    const sheet = (
      await sheets({ documents: () => [document(), document({ row: row({ disposal: '废止' }) })] })
    ).form;
    expect(textsOf(sheet, 4, 14)).toEqual([
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
    ]);
    expect(sheet.getCell('A4').value).toBe(1);
    expect([sheet.getCell('A5').value, sheet.getCell('J5').value]).toEqual([2, '废止']);
  });

  it('marks what is proposed, what is unknown and what only the unit can fill', async () => {
    const sheet = (await sheets()).form;
    expect(fillOf(sheet.getCell('C4'))).toBe(COLOUR('proposed'));
    expect(fillOf(sheet.getCell('H4'))).toBe(COLOUR('unknown'));
    expect(fillOf(sheet.getCell('J4'))).toBe(COLOUR('missing'));
    expect(allText(sheet)).toMatch(/预填，待人工确认[\s\S]*待核实，请人工判断[\s\S]*须由填报单位填写/);
  });

  it('offers the answers as dropdowns, with the reason where there is one', async () => {
    const validations = validationsOf((await sheets()).form);
    for (const cell of ['C4', 'D4', 'E4', 'G4', 'H4'])
      expect(validations[cell]).toMatchObject({ type: 'list', formulae: ['"是,否,待核实"'] });
    expect(validations.J4).toMatchObject({ type: 'list', formulae: ['"保留,修订,立法,废止"'] });
    expect(validations.H4).toMatchObject({ promptTitle: '预填理由', prompt: row().reasons.localBasis });
    expect(validations.F4).toBeUndefined();
  });

  it('cuts a long reason at what a prompt can hold and points to the evidence', async () => {
    const reasons = { ...row().reasons, disposal: '理由'.repeat(300) };
    const validations = validationsOf(
      (await sheets({ documents: () => [document({ row: row({ reasons }) })] })).form,
    );
    expect(validations.J4!.prompt).toHaveLength(255);
    expect(validations.J4!.prompt).toMatch(/（详见“证据”表）$/);
  });

  it('prints on landscape A4, one page wide, with heads and page numbers on each page', async () => {
    const { form } = await sheets();
    expect(form.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    });
    expect(form.headerFooter.oddFooter).toContain('&P');
    expect(form.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(form.getCell('F4').alignment.wrapText).toBe(true);
    expect(form.getCell('F4').border.bottom?.style).toBe('thin');
    expect(form.getCell('F4').font.name).toBe('仿宋');
  });

  it('prints from the title to the last note, and not the legend', async () => {
    const zip = await JSZip.loadAsync(await readFile(await write()));
    const workbook = (await zip.file('xl/workbook.xml')!.async('string')).replaceAll('&apos;', "'");
    expect(workbook).toContain(`'失信约束措施台账'!$A$1:$N$8</definedName>`);
    expect(workbook).toContain(`'失信约束措施台账'!$3:$3`);
    const { form } = await sheets();
    expect(form.getCell('A8').text).toMatch(/^4\. /);
    expect(form.getCell('A10').text).toMatch(/^以下不打印/);
  });

  it('goes on over further sheet rows, merged elsewhere, where a text is higher than a row can be', async () => {
    const summary = '第三条：多次违反规定的，由主管部门记入信用档案并向社会公布。\n'.repeat(60);
    const { form } = await sheets({ documents: () => [document({ row: row({ summary }) }), document()] });
    let at = 4;
    let read = '';
    for (; form.getCell(at, 2).master === form.getCell('B4'); at += 1) {
      read += form.getCell(at, 6).text;
      expect(form.getRow(at).height).toBeLessThanOrEqual(409);
    }
    expect(at).toBeGreaterThan(6);
    expect(read).toBe(summary);
    expect(form.getCell(at, 1).value).toBe(2);
  });
});

describe('a unit with nothing to report', () => {
  const nothing = { documents: () => [] };

  it('files the form with 经梳理，不涉及 across the columns', async () => {
    const { form } = await sheets({ ...nothing, files: () => [file({ labels: [] })] });
    expect(form.getCell('A4').text).toBe('经梳理，不涉及');
    expect(form.getCell('N4').master).toBe(form.getCell('A4'));
    expect(fillOf(form.getCell('A4'))).toBe(COLOUR('proposed'));
    expect(allText(form)).toContain('已读取的1份文件中未发现失信约束措施。');
    expect(allText(form)).not.toContain('未能读取');
  });

  it('says that this is not said of files that could not be read', async () => {
    const { form } = await sheets({ ...nothing, files: () => [file(), unreadable, unreadable] });
    expect(form.getCell('A4').text).toBe('经梳理，不涉及');
    expect(fillOf(form.getCell('A4'))).toBe(COLOUR('unknown'));
    expect(allText(form)).toMatch(/已读取的1份文件中未发现[\s\S]*另有2份未能读取，须人工查阅/);
  });

  it('says that this is not said of the pages of a file that could not be read', async () => {
    const notes = [{ code: 'pages-need-ocr', message: '第2-5页是图像，没有文字' }];
    const { form, files } = await sheets({ ...nothing, files: () => [file({ notes }), file()] });
    expect(fillOf(form.getCell('A4'))).toBe(COLOUR('unknown'));
    expect(allText(form)).toContain('有1份只读到一部分');
    expect(files.getCell('J2').text).toBe('第2-5页是图像，没有文字');
    expect([2, 3].map((at) => fillOf(files.getCell(`A${at}`)))).toEqual([COLOUR('unknown'), undefined]);
    expect(files.getCell('A4').text).toContain('须部分查阅1份');
  });

  it('does not send a person to a file for a note on what was read', async () => {
    const notes = [{ code: 'tracked-changes', message: '文件含修订痕迹，已按“接受全部修订”读取' }];
    const { form, files } = await sheets({ ...nothing, files: () => [file({ notes })] });
    expect(fillOf(form.getCell('A4'))).toBe(COLOUR('proposed'));
    expect(files.getCell('J2').text).toBe(notes[0]!.message);
    expect(fillOf(files.getCell('A2'))).toBeUndefined();
  });

  it('asserts nothing where nothing was read', async () => {
    const { form } = await sheets({ ...nothing, files: () => [unreadable] });
    expect(allText(form)).not.toContain('经梳理，不涉及');
    expect(form.getCell('A4').text).toBe('待人工查阅后填写');
  });

  it('does not count duplicates and temporary files among the unread ones', async () => {
    const duplicate = file({
      status: 'skipped',
      reason: { code: 'duplicate', message: '与另一文件内容完全相同', advice: '无需处理' },
    });
    const { form } = await sheets({ ...nothing, files: () => [file(), duplicate] });
    expect(allText(form)).toContain('另有1份按规则跳过');
    expect(allText(form)).not.toContain('未能读取');
  });

  it('still shows documents that have hints alone', async () => {
    const hint = document({ row: null, evidence: [evidence({ label: 'Q', national: null, local: null })] });
    const { form, evidence: list } = await sheets({ documents: () => [hint] });
    expect(form.getCell('A4').text).toBe('经梳理，不涉及');
    expect(allText(form)).toContain('另有1件公文只有提示性内容');
    expect(textsOf(list, 2, 6)).toEqual([
      '—',
      hint.name,
      hint.source,
      '第十二条第一款',
      '第3页第12段',
      '提示：资格限制',
    ]);
  });
});

describe('the lists', () => {
  it('gives each evidence with its row, place, words, basis and reasons', async () => {
    const { evidence: list } = await sheets({
      documents: () => [document(), document({ evidence: [evidence({ label: 'P' }), evidence()] })],
    });
    expect(textsOf(list, 3, 17)).toEqual([
      '2',
      '《清水市生活垃圾投放办法》（清政发〔2018〕12号）',
      '市容/垃圾投放办法.docx',
      '第十二条第一款',
      '第3页第12段',
      '涉及失信惩戒措施',
      '多次不按规定投放垃圾的，由主管部门【记入个人信用档案】。',
      '将行为信息记入信用档案',
      '《云川省社会信用条例》第三十条',
      '《某法》第三条：已核实',
      '否',
      '本条没有援引国家层面依据。',
      '待核实',
      '引用的条例不在目录中。',
      '',
      '须人工确定',
      '地方性法规依据尚待核实，不能提出处置方式。',
    ]);
    // What is said of the whole document stands in its first line alone.
    expect(textsOf(list, 4, 17).slice(10)).toEqual([
      '否',
      '本条没有援引国家层面依据。',
      '待核实',
      '引用的条例不在目录中。',
      '',
      '',
      '',
    ]);
    expect(list.getCell('A5').text).toBe('合计：证据3条，其中涉及台账三栏3条，提示0条；台账2行。');
    expect(list.autoFilter).toBe('A1:Q4');
    expect(list.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });

  it('shows the evidence of the ledger before that of hints alone, and asks no basis of a hint', async () => {
    const hint = document({ name: '《提示》', row: null, evidence: [evidence({ label: 'Q' })] });
    const { evidence: list } = await sheets({
      documents: () => [hint, document({ evidence: [evidence(), evidence({ label: 'R' })] })],
    });
    expect([2, 3, 4].map((at) => textsOf(list, at, 2)[0])).toEqual(['1', '1', '—']);
    expect([3, 4].map((at) => textsOf(list, at, 15).slice(9).join(''))).toEqual(['', '']);
    expect(fillOf(list.getCell('A2'))).toBeUndefined();
    expect([3, 4].map((at) => fillOf(list.getCell(`A${at}`)))).toEqual([COLOUR('hint'), COLOUR('hint')]);
  });

  it('accounts for every file, in words and in counts', async () => {
    const { files } = await sheets({
      files: () => [file(), unreadable, file({ source: '-草稿.txt', format: 'txt' })],
    });
    expect(textsOf(files, 2, 9)).toEqual([
      '1',
      '市容/垃圾投放办法.docx',
      'Word 文档（docx）',
      '20.0 KB',
      '已读取',
      '',
      '',
      '1',
      '涉及信用信息共享公开\n涉及“黑名单”认定',
    ]);
    expect(textsOf(files, 3, 8).slice(4)).toEqual([
      '已跳过',
      '需要识别（OCR）：页面是图像，没有文字',
      '请提供文字版，或人工查阅',
      '',
    ]);
    expect(files.getCell('B4').text).toBe("'-草稿.txt");
    expect(files.getCell('A5').text).toBe(
      '合计：找到3份 = 已读取2份 + 已跳过1份 + 读取失败0份；其中须人工查阅1份。',
    );
  });
});

describe('the file', () => {
  it('holds no formula and no control character, whatever the texts hold', async () => {
    const bad = "=cmd|' /C calc'!A0\u0000\u0008_x003D_1\uD800";
    const path = await write({
      profile: { unit: bad, completion: bad, responsibleUnit: bad, responsiblePerson: bad, phone: bad },
      documents: () => [
        document({
          name: bad,
          source: bad,
          row: row({
            document: bad,
            summary: bad,
            basisContent: bad,
            reasons: { nationalBasis: bad, localBasis: bad, disposal: bad },
          }),
          evidence: [
            evidence({ provision: bad, place: bad, quotation: bad, meanings: [bad], citations: [bad] }),
          ],
        }),
      ],
      files: () => [file({ source: bad, reason: { code: 'internal', message: bad, advice: bad } })],
    });
    const zip = await JSZip.loadAsync(await readFile(path));
    for (const name of Object.keys(zip.files)) {
      const xml = await zip.file(name)!.async('string');
      expect(xml).not.toContain('<f>');
      expect(xml).not.toMatch(/(?<!_x005F)_x003D_/);
      for (const control of ['\u0000', '\u0008']) expect(xml).not.toContain(control);
    }
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    book.eachSheet((sheet) =>
      sheet.eachRow((each) =>
        each.eachCell((cell) => {
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
          expect(cell.text).not.toMatch(/^=/);
        }),
      ),
    );
  });

  it('is the same to the byte for the same input, whatever the clock says', async () => {
    const [before, after] = await atTwoTimes(async () => readFile(await write()));
    expect(after.equals(before)).toBe(true);
  });

  it('takes asynchronous passes', async () => {
    const { form } = await sheets({
      documents: async function* () {
        yield document();
      },
      files: async function* () {
        yield file();
      },
    });
    expect(form.getCell('A4').value).toBe(1);
  });

  it('appears whole or not at all', async () => {
    const path = join(folder, '未完成.xlsx');
    const broken = input({
      files: function* () {
        yield file();
        throw new Error('the store is gone');
      },
    });
    await expect(writeLedger(path, broken)).rejects.toThrow('the store is gone');
    expect((await readdir(folder)).filter((name) => name.startsWith('未完成'))).toEqual([]);
    await expect(writeLedger(join(folder, '没有的文件夹', '台账.xlsx'), input())).rejects.toThrow(/ENOENT/);
  });
});
