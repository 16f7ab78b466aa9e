import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../pipeline/analyse.js';
import { findBreaches } from '../../../../pipeline/assess/rules/check.js';
import { manuscriptOf } from '../../../manuscripts.js';

describe('hostile documents', () => {
  /** Milliseconds of a processor: a busy machine does not add to them. */
  const timed = (text: string): number => {
    const manuscript = manuscriptOf(text);
    const { documents } = analyse(manuscript);
    const before = process.cpuUsage();
    findBreaches(documents, manuscript);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const LINE = '对失信的企业列入黑名单并在公告栏公布身份证号码取消资格缴纳费用申请信用修复';

  it.each([
    ['one sentence without a stop', (n: number) => `第一条　${LINE.repeat(n)}`],
    ['an article with a finding in every sentence', (n: number) => `第一条　${`${LINE}。`.repeat(n)}`],
    [
      'many articles',
      (n: number) => Array.from({ length: n }, (_, index) => `第${index + 1}条　${LINE}。`).join('\n'),
    ],
    [
      'a list without end',
      (n: number) =>
        `第一条　有下列情形的，列入黑名单：\n${Array.from({ length: n }, (_, index) => `（${index}）${LINE}；`).join('\n')}`,
    ],
  ])('take time in proportion to their length: %s', (_what, make) => {
    timed(make(300));
    const small = timed(make(1500));
    const large = timed(make(6000));
    // Four times the text; the rest is the machine's noise.
    expect(large).toBeLessThan(10 * small + 400);
  });
});
