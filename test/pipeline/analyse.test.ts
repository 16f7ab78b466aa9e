import { describe, expect, it } from 'vitest';
import { extract } from '../../extractors/index.js';
import type { SupportedFormat } from '../../model/index.js';
import { analyse } from '../../pipeline/analyse.js';
import { manuscriptOf } from '../manuscripts.js';
import { NATIONAL, ROW } from './filed-ledger/tables.js';

const read = async (text: string, format: SupportedFormat) =>
  analyse(await extract(Buffer.from(text), format)).documents;

describe('the way from a manuscript to rows', () => {
  const TEXT = `清水市房屋租赁管理办法

第一条　为规范房屋租赁，制定本办法。

第二条　中介机构发布虚假房源的，记入信用档案，并向社会公布。`;

  it('leads each provision back to its place in the source text', async () => {
    const [document] = await read(TEXT, 'txt');
    const flagged = document!.units.find((unit) => unit.classification.labels.includes('D'))!;
    const { start, end } = flagged.sourceSpan!;
    expect(flagged.place).toBe('第二条');
    expect(TEXT.slice(start, end)).toBe(flagged.unit.text);
  });

  it('leads provisions of a page back into its markup', async () => {
    const html = `<html><body><h1>清水市房屋租赁管理办法</h1><div id="zoom"><p>第一条　为规范房屋租赁，制定本办法。</p>
<p>第二条　中介机构发布虚假房源的，记入<b>信用档案</b>，并向社会公布。</p></div></body></html>`;
    const [document] = await read(html, 'html');
    const flagged = document!.units.find((unit) => unit.classification.labels.includes('D'))!;
    const { start, end } = flagged.sourceSpan!;
    expect(html.slice(start, end)).toContain('记入<b>信用档案</b>');
  });

  it.each([
    ['from pixels', '甲', '第2页第3段（识别文字）'],
    ['from pixels with a doubtful character among them', '信用档案', '第2页第3段（识别存疑）'],
    ['as text', null, '第2页第3段'],
  ])('says that the words of a finding were read %s', (_how, doubtful, expected) => {
    const plain = manuscriptOf(TEXT);
    const blocks = plain.blocks.map((block, index) => ({ ...block, paragraph: index + 1, page: 2 }));
    const recognised = blocks.map(({ span }) => {
      const at = doubtful === null ? -1 : plain.text.indexOf(doubtful, span.start);
      const found = at >= 0 && at < span.end ? [{ start: at, end: at + 1 }] : [];
      return { span, page: 2, box: { x: 0, y: 0, width: 1, height: 1 }, confidence: 0.9, doubtful: found };
    });
    const { documents } = analyse({ ...plain, blocks, pages: 2, ...(doubtful !== null && { recognised }) });
    const flagged = documents[0]!.units.find((unit) => unit.classification.labels.includes('D'))!;
    expect(flagged.sourcePlace).toBe(expected);
    // A unit without a finding says nothing of it.
    expect(documents[0]!.units.find((unit) => unit.classification.labels.length === 0)!.sourcePlace).toBe(
      '第2页第2段',
    );
  });

  it('gives an issued regulation the short names that the notice above it introduced', async () => {
    const documents = await read(
      `清水市财政局关于印发《清水市供应商管理办法》的通知
各县（区）财政局：
根据《中华人民共和国政府采购法》（以下简称《采购法》），我局制定了《清水市供应商管理办法》，现印发给你们。
清水市财政局
2020年3月5日
清水市供应商管理办法
第一条　为加强供应商管理，制定本办法。
第二条　供应商提供虚假材料的，依照《采购法》第七十七条的规定列入不良行为记录名单，并禁止参加政府采购活动。`,
      'txt',
    );
    const cited = documents[1]!.units.flatMap((unit) => unit.citations).map(({ title }) => title);
    expect(cited).toContain('中华人民共和国政府采购法');
  });

  it.each([
    ['in the paragraph before', '依照前款规定', ['第九条之一第一款']],
    ['in the article before, with 之一', '依照前条规定', ['第九条']],
    ['in its list', '违反前款第（二）项规定', ['第九条之一第一款第（二）项']],
  ])(
    'says by the tree of the document what a relative citation means: %s',
    async (_where, words, articles) => {
      const [document] = await read(
        `清水市房屋租赁管理办法
第九条　中介机构应当备案。
第九条之一　有下列情形之一的，记入信用档案：
（一）未备案的；
（二）隐瞒房源的。
${words}处理的，应当告知当事人。`,
        'txt',
      );
      const cited = document!.units.flatMap((unit) => unit.citations);
      expect(cited.map(({ refersTo }) => refersTo)).toEqual([{ document: 'self', articles }]);
    },
  );

  it('leaves 前款 open in a notice, whose passages are no articles', async () => {
    const [document] = await read(
      '清水市房管局关于租赁管理的通知\n一、中介机构应当备案。\n二、依照前款规定备案的，记入信用档案。',
      'txt',
    );
    const cited = document!.units.flatMap((unit) => unit.citations);
    expect(cited).toHaveLength(1);
    expect(cited[0]).not.toHaveProperty('refersTo');
  });

  const FORM = `${NATIONAL.join('\t')}\n`;
  const NOTICE = `清水市市容管理局关于报送失信约束措施台账的通知
各科室：
一、对多次不按规定投放垃圾的单位，列入“黑名单”，并向社会公布。
二、各科室应当按期报送。
清水市市容管理局
2021年1月9日
附件1
失信约束措施台账样式
`;

  it('finds nothing in the form of a ledger that a notice carries', async () => {
    const { documents, ledgers, notes } = analyse(
      await extract(Buffer.from(`${NOTICE}${FORM}${['示例', ...ROW.slice(1)].join('\t')}\n`), 'txt'),
    );
    const flagged = documents
      .flatMap(({ units }) => units)
      .filter((unit) => unit.classification.labels.length);
    expect(flagged.map(({ unit }) => unit.kind)).toEqual(['heading']);
    expect([ledgers, notes]).toEqual([[], []]);
  });

  it('reads a letter and the ledger that it hands in apart', async () => {
    const { documents, ledgers, notes } = analyse(
      await extract(Buffer.from(`${NOTICE}${FORM}${ROW.join('\t')}\n`), 'txt'),
    );
    const flagged = documents
      .flatMap(({ units }) => units)
      .filter((unit) => unit.classification.labels.length);
    expect(flagged.map(({ unit }) => unit.kind)).toEqual(['heading']);
    expect(ledgers.map(({ rows }) => rows.length)).toEqual([1]);
    expect(notes).toEqual([
      { code: 'filed-ledger', message: '含已填报的台账（1行），台账部分不作为规范性文件梳理' },
    ]);
  });

  it('finds no document in a file that is a ledger and nothing else', async () => {
    const { documents, ledgers } = analyse(
      await extract(
        Buffer.from(`失信约束措施台账\n填报单位（盖章）：清水市市容管理局\n${FORM}${ROW.join('\t')}\n`),
        'txt',
      ),
    );
    expect(documents).toEqual([]);
    expect(ledgers).toHaveLength(1);
  });
});
