import { describe, expect, it } from 'vitest';
import { type AuditedDocument, type AuditInput, compareLedgers } from '../../audit/index.js';
import { EMPTY_LIBRARY, type FileAnalysis } from '../../model/index.js';
import { analyse } from '../../pipeline/analyse.js';
import { readFiledLedgers, weighClaim } from '../../pipeline/index.js';
import { manuscriptWith, NATIONAL, ROW } from '../pipeline/filed-ledger/tables.js';
import { auditedDocuments } from './undecided.js';

const analysed = (text: string): FileAnalysis => analyse(manuscriptWith(text.split('\n')));
const documentsOf = (source: string, text: string): AuditedDocument[] =>
  auditedDocuments(source, analysed(text));

const LIST = (title: string, number: string, year = 2018, last = '本办法自发布之日起施行。'): string =>
  `${title}\n${number}\n第一条 为了加强管理，制定本办法。\n第二条 多次不按规定投放生活垃圾的，列入“黑名单”，并向社会公布。\n第三条 ${last}\n清水市市容管理局\n${year}年3月1日`;

const old = documentsOf('旧.txt', LIST('清水市生活垃圾投放办法', '清容发〔2018〕12号'));
const renewed = documentsOf(
  '新.txt',
  LIST(
    '清水市生活垃圾处理办法',
    '清容发〔2022〕1号',
    2022,
    '本办法自发布之日起施行。《清水市生活垃圾投放办法》（清容发〔2018〕12号）同时废止。',
  ),
);

const rowOf = (document: string, change: Readonly<Record<number, string>> = {}): string[] =>
  ROW.map((cell, at) => change[at] ?? (at === 1 ? document : cell));
const ledgerWith = (...rows: string[][]) => {
  const [ledger] = readFiledLedgers(
    manuscriptWith([
      '失信约束措施台账',
      '填报单位（盖章）：清水市市容管理局　　2021年1月19日',
      [NATIONAL, ...rows],
    ]),
  );
  return { source: '台账.docx', ledger: ledger! };
};
const itemsOf = (input: Partial<AuditInput>) =>
  compareLedgers({ ledgers: [], documents: [], unread: 0, units: [], ...input }).items;
const words = (input: Partial<AuditInput>) =>
  itemsOf(input).map(
    ({ kind, certain, document, row }) => `${kind} ${certain} ${document?.source ?? row?.index ?? ''}`,
  );

const OLD = '《清水市生活垃圾投放办法》（清容发〔2018〕12号）';
const NEW = '《清水市生活垃圾处理办法》（清容发〔2022〕1号）';

describe('comparing ledgers with documents', () => {
  it('tells of a row whose document another one has repealed', () => {
    const ledgers = [ledgerWith(rowOf(OLD), rowOf(NEW))];
    const found = itemsOf({ ledgers, documents: [...old, ...renewed] });
    expect(found.filter(({ kind }) => kind === 'ended')).toMatchObject([
      { row: { index: 1 }, document: { source: '旧.txt' }, reason: expect.stringContaining(NEW) },
    ]);
  });

  it('asks about a repealed document that no row names, and calls nothing wrong', () => {
    const found = words({ ledgers: [ledgerWith(rowOf(NEW))], documents: [...old, ...renewed] });
    expect(found).toContain('omitted false 旧.txt');
    expect(found).not.toContain('omitted true 新.txt');
  });

  it('names every flagged document where a unit has filed that there is nothing', () => {
    const [nothing] = readFiledLedgers(
      manuscriptWith([
        '失信约束措施台账',
        '填报单位：清水市市容管理局',
        [NATIONAL, ['', '经梳理，不涉及', ...Array(12).fill('')]],
      ]),
    );
    const ledgers = [{ source: '零报告.docx', ledger: nothing! }];
    expect(words({ ledgers, documents: renewed })).toEqual(['omitted true 新.txt']);
  });

  it('names units without a ledger', () => {
    const units = ['清水市市容管理局', '清水市水务局'];
    const found = itemsOf({ ledgers: [ledgerWith(rowOf(NEW))], documents: renewed, units });
    expect(found.filter(({ kind }) => kind === 'no-ledger').map(({ unit }) => unit)).toEqual([
      '清水市水务局',
    ]);
  });

  it('does not say that a document is missing where files could not be read', () => {
    const input = { ledgers: [ledgerWith(rowOf('《清水市公园开放时间表》'))], documents: [] };
    expect(words({ ...input, unread: 0 })).toEqual(['not-handed-in true 1']);
    expect(words({ ...input, unread: 2 })).toEqual(['not-handed-in false 1']);
  });

  it('tells of rows that name one document twice', () => {
    const found = words({ ledgers: [ledgerWith(rowOf(NEW), rowOf(NEW))], documents: renewed });
    expect(found.filter((each) => each.startsWith('repeated'))).toEqual(['repeated true 新.txt']);
  });

  it('takes the row of a notice for what the notice issues', () => {
    const issued = documentsOf(
      '印发.txt',
      `清水市市容管理局关于印发《清水市生活垃圾投放办法》的通知\n清容发〔2018〕12号\n各区市容管理局：\n现将《清水市生活垃圾投放办法》印发给你们，请遵照执行。\n清水市市容管理局\n2018年3月1日\n${LIST('清水市生活垃圾投放办法', '')}`,
    );
    expect(issued.map(({ row }) => row !== null)).toEqual([false, true]);
    const named = '《清水市市容管理局关于印发〈清水市生活垃圾投放办法〉的通知》（清容发〔2018〕12号）';
    expect(
      words({ ledgers: [ledgerWith(rowOf(named))], documents: issued }).filter((each) =>
        /omitted|not-handed/u.test(each),
      ),
    ).toEqual([]);
  });

  it('is not content with a copy in which nothing was found', () => {
    const empty = documentsOf(
      '摘要.txt',
      '清水市生活垃圾处理办法\n清容发〔2022〕1号\n第一条 略。\n清水市市容管理局\n2022年3月1日',
    );
    expect(empty[0]!.row).toBeNull();
    const ledgers = [ledgerWith(rowOf(NEW, { 3: '否' }))];
    const found = itemsOf({ ledgers, documents: [...empty, ...renewed] });
    expect(found.find(({ column }) => column === 'blacklist')).toMatchObject({
      certain: true,
      document: { source: '新.txt' },
    });
  });

  it('offers what a row may mean where nobody can tell, and asks about that document', () => {
    const found = itemsOf({ ledgers: [ledgerWith(rowOf('《清水市生活垃圾处理规定》'))], documents: renewed });
    expect(found).toMatchObject([
      { kind: 'unclear', certain: false, found: expect.stringContaining(NEW) },
      { kind: 'omitted', certain: false },
    ]);
  });

  it('gives an item the same id as long as document, row and column are the same', () => {
    const once = itemsOf({ ledgers: [ledgerWith(rowOf(NEW, { 3: '否' }))], documents: renewed });
    const again = itemsOf({
      ledgers: [ledgerWith(rowOf(OLD), rowOf(NEW, { 3: '否', 0: '2' }))],
      documents: [...old, ...renewed],
    });
    const idOf = (items: typeof once) => items.find(({ column }) => column === 'blacklist')!.id;
    expect(idOf(again)).toBe(idOf(once));
  });
});

describe('a basis that the ledger names', () => {
  const weigh: AuditInput['weigh'] = (claim, document) => weighClaim(claim, document, EMPTY_LIBRARY);
  const grounded = documentsOf(
    '有据.txt',
    '清水市食品小作坊管理办法\n清市监〔2022〕3号\n第一条 为了加强管理，制定本办法。\n第二条 食品生产经营者严重违法的，依照《中华人民共和国食品安全法》第一百一十三条的规定，记入食品安全信用档案，并向社会公布。\n清水市市场监督管理局\n2022年3月1日',
  );
  const said = (documents: readonly AuditedDocument[], name: string, content: string) =>
    itemsOf({
      ledgers: [ledgerWith(rowOf(name, { 6: '是', 7: '否', 8: content }))],
      documents,
      weigh,
    })
      .filter(({ kind }) => kind === 'basis')
      .map(({ certain, column, found, reason }) => ({ certain, column, words: `${found}|${reason}` }));

  it('is gainsaid with its verdict where it ended', () => {
    expect(said(renewed, NEW, '《中华人民共和国合同法》第六条')).toEqual([
      {
        certain: true,
        column: 'nationalBasis',
        words: expect.stringMatching(/已失效或已修订.*没有直接援引《中华人民共和国合同法》第六条/u),
      },
    ]);
  });

  it('is gainsaid where the article does not exist', () => {
    expect(said(renewed, NEW, '《中华人民共和国食品安全法》第九百条')).toMatchObject([
      { certain: true, words: expect.stringContaining('条文不存在') },
    ]);
  });

  it('is asked about where it holds and the document does not cite it', () => {
    expect(said(renewed, NEW, '《征信业管理条例》第十五条')).toMatchObject([
      { certain: false, words: expect.stringContaining('没有直接援引《征信业管理条例》第十五条，请核对') },
    ]);
  });

  it('is asked about where nothing is known of it', () => {
    expect(said(renewed, NEW, '《云川省生活垃圾条例》第三条')).toMatchObject([{ certain: false }]);
  });

  it('that ended is told also beside another one that holds', () => {
    const name = '《清水市食品小作坊管理办法》（清市监〔2022〕3号）';
    const content = '《中华人民共和国食品安全法》第一百一十三条';
    expect(grounded[0]!.row!.nationalBasis).toBe('是');
    expect(said(grounded, name, content)).toEqual([]);
    expect(said(grounded, name, `${content}；《中华人民共和国合同法》第六条`)).toEqual([
      {
        certain: true,
        column: 'basisContent',
        words: expect.stringContaining('《中华人民共和国合同法》第六条已失效'),
      },
    ]);
  });
});
