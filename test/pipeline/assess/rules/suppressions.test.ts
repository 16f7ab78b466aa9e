import { describe, expect, it } from 'vitest';
import type { Breach, FileAnalysis } from '../../../../model/index.js';
import { type SuppressionEntry, Suppressions } from '../../../../pipeline/index.js';
import { readDocument } from '../../../reports/analysis.js';
import { breach } from '../../../reports/samples.js';

const entry = (change: Partial<SuppressionEntry>): SuppressionEntry => ({
  rule: '49-5-channel',
  file: '*',
  place: '',
  reason: '市条例第九条另有规定',
  at: '第1条',
  ...change,
});

const marked = (
  entries: readonly SuppressionEntry[],
  breaches: readonly Breach[],
  source = '市容/投放.docx',
) => {
  const suppressions = new Suppressions(entries);
  const analysis: FileAnalysis = { notes: [], ledgers: [], documents: [{ ...readDocument, breaches }] };
  const [document] = suppressions.apply(analysis, source).documents;
  return { reasons: document!.breaches!.map(({ suppression }) => suppression?.reason ?? null), suppressions };
};

describe('an entry of the list', () => {
  it.each<[why: string, change: Partial<SuppressionEntry>, holds: boolean]>([
    ['any file', { file: '*' }, true],
    ['the path', { file: '市容/投放.docx' }, true],
    ['the name alone', { file: '投放.docx' }, true],
    ['a pattern', { file: '市容/*.docx' }, true],
    ['a pattern whose ends overlap', { file: '市容/投放.docx*投放.docx' }, false],
    ['the title', { file: '清水市生活垃圾投放办法' }, true],
    ['the title in its marks', { file: '《清水市生活垃圾投放办法》' }, true],
    ['a part of the title', { file: '垃圾' }, false],
    ['another file', { file: '供水.docx' }, false],
    ['a path with the other slash', { file: '市容\\投放.docx' }, true],
    ['the very place', { place: '第二条第一款' }, true],
    ['the article around the place', { place: '第二条' }, true],
    ['an article whose number only begins alike', { place: '第二' }, false],
    ['another article', { place: '第三条' }, false],
    ['another rule', { rule: '49-12-repair-fee' }, false],
  ])('by %s', (_why, change, holds) => {
    const { reasons, suppressions } = marked([entry(change)], [breach({ place: '第二条第一款' })]);
    expect(reasons).toEqual([holds ? '市条例第九条另有规定' : null]);
    expect(suppressions.unused).toHaveLength(holds ? 0 : 1);
  });

  it('drops no breach and leaves the others as they are', () => {
    const { reasons } = marked([entry({})], [breach({}), breach({ rule: '49-12-repair-fee' })]);
    expect(reasons).toEqual(['市条例第九条另有规定', null]);
  });

  it('sets a note of several places aside only as a whole', () => {
    const several = breach({
      place: '第二条',
      also: [{ place: '第五条', sourcePlace: '第9段', span: { start: 0, end: 1 } }],
    });
    expect(marked([entry({ place: '第二条' })], [several]).reasons).toEqual([null]);
    expect(marked([entry({ place: '' })], [several]).reasons).toEqual(['市条例第九条另有规定']);
  });

  it('does not touch documents that the rules do not speak to', () => {
    const analysis: FileAnalysis = {
      notes: [],
      ledgers: [],
      documents: [{ ...readDocument, breaches: null }],
    };
    const applied = new Suppressions([entry({})]).apply(analysis, 'a.docx');
    expect(applied.documents[0]!.breaches).toBeNull();
  });
});
