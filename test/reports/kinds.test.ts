import { describe, expect, it } from 'vitest';
import { kindsOf } from '../../classifiers/index.js';
import type { FileAnalysis, ReadUnit } from '../../model/index.js';
import { inspectText, resultLine, resultLines, ScanTally, summaryText } from '../../reports/index.js';
import { analysis, manuscript, outcome, readDocument } from './analysis.js';
import { profile } from './samples.js';

const [first, second] = readDocument.units as readonly [ReadUnit, ReadUnit];
const withKinds: FileAnalysis = {
  ...analysis,
  documents: [{ ...readDocument, units: [first, { ...second, kinds: kindsOf(second.unit, ['D', 'P']) }] }],
};

describe('the kinds of a provision', () => {
  it('stand in its result, with words that stand where they say', () => {
    const [line] = resultLines(outcome, withKinds, { profile, allProvisions: true });
    expect(resultLine.parse(line)).toEqual(line);
    expect(line).toHaveProperty('provisions.0.kinds', null);
    expect(line).toMatchObject({
      provisions: [
        {},
        {
          kinds: {
            punishment: [{ kind: '限制评优', words: [{ in: 'text', text: '不得参加评优' }] }],
            disclosure: [{ kind: '记录' }],
            blacklist: [],
            subject: { kind: '个人' },
            actors: [{ kind: '行政机关', words: [{ text: '主管部门' }] }],
          },
        },
      ],
    });
  });

  it('are shown by an inspection with their first words', () => {
    const text = inspectText(outcome, manuscript, withKinds);
    expect(text).toContain('      惩戒措施：限制评优（不得参加评优）\n');
    expect(text).toContain('      对象：个人（个人）\n      实施主体：行政机关（主管部门）\n');
    expect(text).not.toContain('      名单：');
  });

  it('are counted by a scan: provisions by measure, and by whom they hit', () => {
    const tally = new ScanTally();
    tally.add(outcome, withKinds);
    tally.add(outcome, withKinds);
    const summary = tally.summary();
    expect(summary.measures).toEqual([{ kind: '限制评优', count: 2 }]);
    expect(summary.subjects).toEqual([{ kind: '个人', count: 2 }]);
    expect(summaryText(summary)).toMatch(/惩戒措施 +限制评优2处\n　?[ 　]*惩戒对象 +个人2处/u);
  });

  it('are no lines of a summary where there is no measure', () => {
    const tally = new ScanTally();
    tally.add(outcome, analysis);
    expect(summaryText(tally.summary())).not.toContain('惩戒对象');
  });
});
