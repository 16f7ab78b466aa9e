import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../extractors/index.js';
import { readFiledLedgers } from '../../../pipeline/index.js';
import { shared } from '../../shared.js';
import { DISTRICT, manuscriptWith, NATIONAL, type Part, ROW } from './tables.js';

const second = ['2', '《清水市环卫作业规定》', ...ROW.slice(2)];
const ledgersOf = (...parts: Part[]) => readFiledLedgers(manuscriptWith(parts));
const titlesOf = (...parts: Part[]) => ledgersOf(...parts).map(({ rows }) => rows.map(({ title }) => title));
const ONE = [['清水市生活垃圾投放办法']];

describe('a filed ledger', () => {
  it('is read row by row, answers as values, the document’s title and number apart', () => {
    const manuscript = manuscriptWith([
      '失信约束措施台账',
      '填报单位（盖章）：清水市市容管理局　　　2021年1月19日',
      [NATIONAL, ROW],
      '注：1. “是否有国家层面依据”栏，是指是否有法律、行政法规或者党中央、国务院政策文件的依据。',
      '2. “依据的具体内容”栏，填写相关依据的某条款及其具体表述。',
      '以上情况属实。',
    ]);
    const [ledger] = readFiledLedgers(manuscript);
    expect(ledger).toMatchObject({ form: 'national', unit: '清水市市容管理局', date: '2021-01-19' });
    expect(manuscript.text.slice(ledger!.span.start, ledger!.span.end)).toMatch(
      /^失信约束措施台账\n.*具体表述。$/su,
    );
    const [row] = ledger!.rows;
    expect(row).toMatchObject({
      title: '清水市生活垃圾投放办法',
      documentNumber: '清政发〔2018〕12号',
      disclosure: 'yes',
      blacklist: 'yes',
      punishment: 'no',
      nationalBasis: 'no',
      localBasis: 'no',
      disposal: '修订',
    });
    for (const [at, cell] of Object.values(row!.cells).entries()) {
      expect(cell.text).toBe(ROW[at]);
      expect(cell.spans.map(({ start, end }) => manuscript.text.slice(start, end))).toEqual([ROW[at]]);
    }
  });

  const merged = (text: string, columns: number) => [{ text, columns }, ...Array(columns - 1).fill(null)];
  const reordered = [0, 1, 9, 3, 2, 4, 7, 6, 8, 5];
  it.each<readonly [string, readonly Part[], readonly (readonly string[])[]]>([
    [
      'broken headings, other brackets and quotation marks',
      [[NATIONAL.map((h) => h.replace('是否', '是\n 否').replaceAll(/[“”]/g, '"').replace('(', '（')), ROW]],
      ONE,
    ],
    [
      'columns in another order and fewer of them',
      [[reordered.map((at) => NATIONAL[at]!), reordered.map((at) => ROW[at]!)]],
      ONE,
    ],
    [
      'headings over two rows',
      [
        [
          [
            ...NATIONAL.slice(0, 2).map((text) => ({ text, rows: 2 })),
            ...merged('是否涉及', 3),
            { text: NATIONAL[5], rows: 2 },
            ...merged('是否有依据', 2),
            ...NATIONAL.slice(8).map((text) => ({ text, rows: 2 })),
          ],
          [
            null,
            null,
            '信用信息共享公开',
            '“黑名单”认定',
            '失信惩戒措施',
            null,
            '国家层面',
            '地方性法规',
            ...Array(6).fill(null),
          ],
          ROW,
        ],
      ],
      ONE,
    ],
    [
      'title, unit and date as rows of the table',
      [[merged('失信约束措施台账', 14), merged('填报单位：清水市市容管理局', 14), NATIONAL, ROW]],
      ONE,
    ],
    [
      'numbers of the columns below the headings',
      [[NATIONAL, NATIONAL.map((_, at) => `${at + 1}`), ROW]],
      ONE,
    ],
    [
      'a note and a group’s heading across the table',
      [[NATIONAL, merged('一、规范性文件', 14), ROW, merged('注：本表由办公室填写。', 14)]],
      ONE,
    ],
    [
      'rows without a number',
      [[NATIONAL, ['', ...ROW.slice(1)], ['', ...second.slice(1)]]],
      [['清水市生活垃圾投放办法', '清水市环卫作业规定']],
    ],
    [
      'the form’s own samples left in',
      [[NATIONAL, ['示例', ...ROW.slice(1)], second]],
      [['清水市环卫作业规定']],
    ],
    [
      'empty numbered lines left in',
      [
        [
          NATIONAL,
          ROW,
          ['2', ...Array(13).fill('')],
          ['3', ...Array(10).fill(''), '清水市市容管理局', '', ''],
        ],
      ],
      ONE,
    ],
    [
      'a table that goes on over a page',
      [[NATIONAL, ROW], [second]],
      [['清水市生活垃圾投放办法', '清水市环卫作业规定']],
    ],
    [
      'headings repeated on a new page',
      [
        [NATIONAL, ROW],
        [NATIONAL, second],
      ],
      [['清水市生活垃圾投放办法', '清水市环卫作业规定']],
    ],
    [
      'two units in one file',
      [[NATIONAL, ROW], '清水市教育局失信约束措施台账', [DISTRICT, second]],
      [['清水市生活垃圾投放办法'], ['清水市环卫作业规定']],
    ],
    [
      'another table',
      [
        [
          ['序号', '姓名', '单位', '职务'],
          ['1', '张某', '市容管理局', '科员'],
        ],
      ],
      [],
    ],
    [
      'a list of measures that asks for no ground',
      [
        [
          ['序号', '文件名称', '黑名单', '惩戒措施', '信用信息共享'],
          ['1', '《甲办法》', '是', '是', '是'],
        ],
      ],
      [],
    ],
  ])('is told by its headings: %s', (_what, parts, titles) => {
    expect(titlesOf(...parts)).toEqual(titles);
  });

  it('joins what a page break or a high sheet cell has cut', () => {
    const cut = [
      NATIONAL,
      ROW.with(5, '第十二条：多次不按规'),
      ['', '', '', '', '', '定投放的，记入档案。', ...Array(8).fill('')],
    ];
    const [ledger] = ledgersOf(cut);
    expect(ledger!.rows).toHaveLength(1);
    expect(ledger!.rows[0]!.cells.summary.text).toBe('第十二条：多次不按规定投放的，记入档案。');
    expect(ledger!.rows[0]!.cells.summary.spans).toHaveLength(2);
  });

  it('gives each row what a merged cell says for several', () => {
    const shared = { text: '清水市市容管理局', rows: 2 };
    const [ledger] = ledgersOf([
      NATIONAL,
      [...ROW.slice(0, 11), shared, ...ROW.slice(12)],
      [...second.slice(0, 11), null, ...second.slice(12)],
    ]);
    expect(ledger!.rows.map(({ cells }) => cells.responsibleUnit.text)).toEqual([shared.text, shared.text]);
  });

  it.each([
    ['across the table', [NATIONAL, merged('经梳理，不涉及', 14)]],
    ['in the second column', [NATIONAL, ['1', '无', ...Array(12).fill('')]]],
    ['with a stroke', [NATIONAL, ['1', '/', '否', '否', '否', '/', ...Array(8).fill('')]]],
  ])('of a unit without anything to clean up has no rows: %s', (_how, table) => {
    const [ledger] = ledgersOf('失信约束措施台账', table);
    expect(ledger).toMatchObject({ rows: [] });
  });

  it('of a unit without anything may say so below an empty table', () => {
    expect(
      ledgersOf([NATIONAL, ['1', ...Array(13).fill('')]], '经梳理，我局不涉及失信约束措施。'),
    ).toHaveLength(1);
  });

  it.each([
    ['empty', [NATIONAL, ['1', ...Array(13).fill('')]]],
    ['only with its samples', [NATIONAL, ['示例', ...ROW.slice(1)]]],
    ['with a heading row alone', [NATIONAL]],
    ['with what the tool writes where a person must look', [NATIONAL, merged('待人工查阅后填写', 14)]],
  ])('is not a form that nobody has filled in: %s', (_how, table) => {
    expect(ledgersOf('失信约束措施台账样式', table, '注：1. 经梳理，不需清理规范的也请报送。')).toEqual([]);
  });

  it.each([
    ['国家', NATIONAL, 'national'],
    ['区县', DISTRICT, 'district'],
  ] as const)('tells the form of the %s by its headings', (_name, headings, form) => {
    expect(ledgersOf([headings, ROW])[0]!.form).toBe(form);
  });

  it.each([
    [['清水市教育局失信约束措施台账'], '清水市教育局', null],
    [['填报单位（盖章）：清水市教育局', '2021年1月19日'], '清水市教育局', '2021-01-19'],
    [['填报单位：清水市教育局（公章） 填报日期：2021-1-9'], '清水市教育局（公章）', '2021-01-09'],
    [['附件1', '失信约束措施台账', '填报单位（盖章）：', '   年  月  日'], '', null],
  ])('knows unit and day from the lines above: %j', (lines, unit, date) => {
    expect(ledgersOf(...lines, [NATIONAL, ROW])[0]).toMatchObject({ unit, date });
  });

  it('knows the unit from the cell beside', () => {
    const [ledger] = ledgersOf([['填报单位：', '清水市教育局', '', '', '2021年1月9日'], NATIONAL, ROW]);
    expect(ledger).toMatchObject({ unit: '清水市教育局', date: '2021-01-09' });
  });

  it('stays linear in rows that go on without end', () => {
    const more = Array.from({ length: 20_000 }, () => [null, null, null, null, null, '续。']);
    const [ledger] = ledgersOf([NATIONAL, ROW], more);
    expect(ledger!.rows).toHaveLength(1);
    const [one] = ledgersOf([NATIONAL, ROW, ...more]);
    expect(one!.rows[0]!.cells.summary.text).toHaveLength(ROW[5]!.length + 40_000);
  });

  it('stays linear in what a hostile table merges', () => {
    const tall = Array.from({ length: 3000 }, (_, at) => [
      { text: `${at}`, rows: 1_000_000, columns: 16_000 },
    ]);
    expect(ledgersOf([NATIONAL, ROW, ...tall])).toHaveLength(1);
  });
});

describe('the two forms in the official notices', () => {
  const FILE = shared('seed/notices.txt');
  it.skipIf(!FILE)('are forms as issued, and ledgers once their samples are numbered', async () => {
    const text = readFileSync(FILE!, 'utf8');
    const read = async (content: string) => readFiledLedgers(await extract(Buffer.from(content), 'txt'));
    expect(await read(text)).toEqual([]);
    const filled = await read(text.replaceAll('\n示例\t', '\n1\t'));
    expect(filled.map(({ form, rows }) => [form, rows.length])).toEqual([
      ['district', 3],
      ['national', 3],
    ]);
    expect(filled[1]!.rows.map((row) => [row.title, row.blacklist, row.disposal])).toEqual([
      ['XX市垃圾分类管理条例', 'yes', '修订'],
      ['XX市交通运输局关于加强信用管理的通知', 'yes', '废止'],
      ['XX市个人信用信息管理办法', 'no', '废止'],
    ]);
  });
});
