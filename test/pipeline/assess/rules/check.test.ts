import { describe, expect, it } from 'vitest';
import { extract } from '../../../../extractors/index.js';
import type { Breach } from '../../../../model/index.js';
import { analyse } from '../../../../pipeline/analyse.js';
import { manuscriptOf } from '../../../manuscripts.js';

const check = (text: string): (readonly Breach[] | null)[] =>
  analyse(manuscriptOf(text)).documents.map(({ breaches }) => breaches);
const only = (text: string): readonly Breach[] => check(text)[0]!;
const ids = (breaches: readonly Breach[] | null): string[] => (breaches ?? []).map(({ rule }) => rule);

const DRAFT = `清水市供水管理办法
第一条　为规范供水，制定本办法。
第二条　对失信的供水企业，列入“黑 名单”。
申请信用修复的企业，应当缴纳服务费。
第三条　本办法自发布之日起施行。`;

describe('what the rules find', () => {
  it('stands at exactly the words that are quoted, in the narrowest place, in order', () => {
    const manuscript = manuscriptOf(DRAFT);
    const breaches = analyse(manuscript).documents[0]!.breaches!;
    for (const { span, evidence, context } of breaches) {
      expect(manuscript.text.slice(span.start, span.end)).toBe(evidence);
      expect(manuscript.text.slice(context.start, context.start + context.text.length)).toBe(context.text);
      expect(context.start).toBeLessThanOrEqual(span.start);
    }
    const fee = breaches.find(({ rule }) => rule === '49-12-repair-fee')!;
    expect(fee).toMatchObject({ place: '第二条第二款', severity: 'error', sourcePlace: '第4段' });
    const starts = breaches.map(({ span }) => span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('leads into the source text where the format has one', async () => {
    const source = DRAFT.replace('第二条　对失信', '<b>第二条</b>　对失信');
    const page = `<html><body><h1>清水市供水管理办法</h1>${source
      .split('\n')
      .slice(1)
      .map((line) => `<p>${line}</p>`)
      .join('\n')}</body></html>`;
    const breaches = analyse(await extract(Buffer.from(page), 'html')).documents[0]!.breaches!;
    const { sourceSpan, evidence } = breaches.find(({ rule }) => rule === '49-12-repair-fee')!;
    expect(page.slice(sourceSpan!.start, sourceSpan!.end)).toBe(evidence);
  });

  it.each([
    ['a law', '中华人民共和国行政处罚法', null],
    ['an opinion of the State Council', '国务院关于加强供水信用监管的意见\n国发〔2021〕3号', null],
    ['a notice of a department', '清水市水务局关于供水信用监管的通知', []],
  ])('is nothing to speak of in %s', (_what, title, expected) => {
    expect(check(`${title}\n第一条　供水企业应当保障供水。`)[0]).toEqual(expected);
  });

  it('holds a duty for met where what the notice issues meets it', () => {
    const notice = `清水市水务局关于印发《清水市供水失信名单管理办法》的通知
清水水规〔2021〕3号
各供水企业：
对拒不整改的供水企业，列入供水失信黑名单。现将《清水市供水失信名单管理办法》印发给你们。
清水市水务局
2021年3月5日
清水市供水失信名单管理办法
第一条　列入前应当书面告知当事人事由、依据和陈述申辩的权利。`;
    const documents = check(notice);
    expect(documents).toHaveLength(2);
    expect(ids(documents[0]!)).toContain('49-8-decision-document');
    expect(ids(documents[0]!)).not.toContain('49-8-prior-notice');
  });

  it('gathers notes that say the same and warnings beyond the tenth', () => {
    const many = Array.from(
      { length: 40 },
      (_, index) => `${index + 1}．对第${index}类用户的失信行为，在小区公告栏公布。`,
    );
    const breaches = only(`清水市水务局关于供水的通知\n${many.join('\n')}`).filter(
      ({ rule }) => rule === '49-5-channel',
    );
    expect(breaches).toHaveLength(10);
    expect(breaches[0]!.also).toHaveLength(30);
  });

  it('does not depend on blanks and quotation marks inside words', () => {
    expect(ids(only(DRAFT))).toEqual(ids(only(DRAFT.replace('“黑 名单”', '黑名单'))));
  });
});
