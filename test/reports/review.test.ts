import { describe, expect, test } from 'vitest';
import type { FileAnalysis, ReadUnit } from '../../model/index.js';
import { inspectText, resultLine, resultLines, ScanTally, summaryText } from '../../reports/index.js';
import { analysis, manuscript, outcome, readDocument } from './analysis.js';
import { profile } from './samples.js';

const [first, second] = readDocument.units as readonly [ReadUnit, ReadUnit];
const words = '社会信用条例';
const start = first.unit.text.indexOf(words);
const seen = { label: 'D' as const, cue: 'D.sample', text: words, start, end: start + words.length };
const withheld: FileAnalysis = {
  ...analysis,
  documents: [
    {
      ...readDocument,
      units: [
        { ...first, classification: { ...first.classification, overruled: [seen], usefulness: 1 } },
        { ...second, classification: { ...second.classification, usefulness: 0.613 } },
      ],
    },
  ],
};

describe('a provision in which a cue saw what the learned score withheld', () => {
  test('stands in the results, without a label, with the words', () => {
    const [line] = resultLines(outcome, withheld, { profile, allProvisions: false });
    expect(resultLine.parse(line)).toEqual(line);
    expect(line).toMatchObject({
      provisions: [
        { labels: [], overruled: [{ label: 'D', text: words, start }], usefulness: 1 },
        { overruled: [], usefulness: 0.613 },
      ],
    });
  });

  test('is shown by an inspection, apart from what was found', () => {
    const text = inspectText(outcome, manuscript, withheld);
    expect(text).toContain('有线索而未列入，请人工判断（1处）');
    expect(text).toContain(words);
  });

  test('is counted by a scan, which says where to look', () => {
    const tally = new ScanTally();
    tally.add(outcome, withheld);
    expect(tally.summary().overruled).toBe(1);
    expect(summaryText(tally.summary())).toContain('有1处条款有线索而未列入，请人工判断');
    const without = new ScanTally();
    without.add(outcome, analysis);
    expect(summaryText(without.summary())).not.toContain('有线索而未列入');
  });
});

test('an inspection names the passages to look at first, the most useful first', () => {
  const text = inspectText(outcome, manuscript, withheld);
  expect(text).toContain('建议先复核：第一条（1.00）、第二条（0.61）');
  expect(inspectText(outcome, manuscript, analysis)).not.toContain('建议先复核');
});
