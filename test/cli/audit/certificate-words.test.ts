import { describe, expect, it } from 'vitest';
import { type Certificate, statementOf } from '../../../audit/index.js';
import { certificateLines } from '../../../cli/audit/certificate-words.js';

const KNOWN = { shown: 30, found: 30 };

/** A certificate on 1,000 provisions of which all but `left` were looked at, without a hit. */
const certificate = (
  left: number,
  { draws = 1, known = KNOWN }: { draws?: number; known?: { shown: number; found: number } } = {},
): Certificate => {
  const strata = [{ population: 1000, sample: 1000 - left, hits: 0 }];
  const tally = { look: 1, answered: 1000 - left + known.shown, strata, known };
  return {
    format: 'qinggui-audit-certificate',
    version: 1,
    program: '0',
    madeAt: '2026-03-01T16:00:00.000Z',
    drawnAt: '2026-03-01T00:00:00.000Z',
    who: '甲',
    target: { recall: 0.95, confidence: 0.95 },
    frame: { hash: 'ab'.repeat(32), open: 1000, positive: 100, pending: 0, unread: 0 },
    design: { seed: '种', cuts: [], sizes: [1000 - left], known: known.shown, looks: 1 },
    draws: {
      number: draws,
      of: draws,
      others: Array.from({ length: draws - 1 }, (_, at) => ({
        number: at + 1,
        at: '2026-02-01T00:00:00.000Z',
        reason: '',
        frameHash: 'cd'.repeat(32),
      })),
      reason: draws > 1 ? '种子写错' : '',
    },
    answers: {},
    reviewers: { first: '乙' },
    questions: [],
    tally,
    statement: statementOf(tally, 100, { confidence: 0.95, looks: 1, draws }),
    hash: 'ef'.repeat(32),
  } as unknown as Certificate;
};
const concluded = (of: Certificate): string => certificateLines(of).conclusion.join('\n');

describe('what a certificate concludes', () => {
  it('is that the target was reached where it was with the reviewers’ oversights', () => {
    expect(concluded(certificate(0))).toMatch(/达到事先定下的目标（95%）。$/u);
  });

  it('is reached only if nobody overlooks anything where it was without them alone', () => {
    const words = concluded(certificate(100, { known: { shown: 30, found: 20 } }));
    expect(words).toMatch(/假定抽查人没有看漏，达到事先定下的目标（95%）；计入可能的看漏，没有达到。$/u);
  });

  it('is no proof of the contrary where the sample is too small', () => {
    expect(concluded(certificate(900))).toContain('没有达到事先定下的目标（95%）。这不等于查全率低于目标');
  });

  it('reckons with the best of several samples having been picked', () => {
    const [once, twice] = [certificate(550), certificate(550, { draws: 2 })].map(concluded) as [
      string,
      string,
    ];
    expect(twice).toContain('本库抽过不止一次样');
    const least = (words: string): number => Number(/不少于 ([\d.]+)%/u.exec(words)![1]);
    expect(least(twice)).toBeLessThan(least(once));
  });

  it('has its times in China’s and each hash in a line of its own', () => {
    const lines = certificateLines(certificate(0)).sections.flatMap((section) => section.lines);
    expect(lines).toContain('ef'.repeat(32));
    expect(lines).toContain('出具：甲，2026-03-02 00:00（北京时间），清规 0。');
  });
});
