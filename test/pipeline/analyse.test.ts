import { describe, expect, it } from 'vitest';
import { extract } from '../../extractors/index.js';
import type { SupportedFormat } from '../../model/index.js';
import { analyse } from '../../pipeline/analyse.js';

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
});
