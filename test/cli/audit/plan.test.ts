import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { share } from '../../../cli/audit/options.js';
import { type PlanOptions, runPlan } from '../../../cli/audit/plan.js';

const planned = (options: Partial<PlanOptions>) => {
  let text = '';
  const status = runPlan(
    { population: 3_000, positives: 120, recall: 0.95, confidence: 0.95, ...options },
    (words) => {
      text += words;
    },
  );
  return { status, text };
};

describe('the plan of a sample', () => {
  it('lists how many to look at by how many misses are allowed for', () => {
    const { status, text } = planned({});
    expect(status).toBe(0);
    expect(text).toContain('遗漏至多可有 6 条');
    expect(text).toMatch(/^\s+0 条\s+1044 条\s+34\.8%$/mu);
    expect(text).toMatch(/^\s+2 条\s+1976 条\s+65\.87%$/mu);
    expect(text).not.toContain('不能证明”');
  });

  it('says of one allowance alone where it is given', () => {
    const { text } = planned({ hits: 2 });
    expect(text).toContain('1976 条');
    expect(text).not.toContain('1044 条');
  });

  it('says that no sample shows the target, and what to do', () => {
    const { status, text } = planned({ hits: 7 });
    expect(status).toBe(1);
    expect(text).toMatch(/7 条\s+不能证明/u);
    expect(text).toContain('降低目标');
  });

  it('asks for nearly all where nothing was confirmed, and for nothing where nothing is left', () => {
    expect(planned({ positives: 0, hits: 0 }).text).toMatch(/2851 条\s+95\.03%/u);
    expect(planned({ population: 0, hits: 0 }).text).toMatch(/0 条\s+0 条\s+–/u);
  });

  it('is JSON for machines', () => {
    expect(JSON.parse(planned({ hits: 0, json: true }).text)).toEqual({
      population: 3_000,
      positives: 120,
      recall: 0.95,
      confidence: 0.95,
      sizes: [{ hits: 0, sample: 1_044 }],
    });
  });
});

it.each([
  ['0.95', 0.95],
  ['95%', 0.95],
  ['99.5％', 0.995],
])('reads the share %s', (text, value) => {
  expect(share('--recall')(text)).toBeCloseTo(value, 12);
});

it.each(['0', '1', '100%', '95', '-0.5', '1e-3', '', 'abc', '0.9.5'])('refuses the share “%s”', (text) => {
  expect(() => share('--recall')(text)).toThrow(InvalidArgumentError);
});
