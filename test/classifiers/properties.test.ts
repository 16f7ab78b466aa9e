import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../classifiers/index.js';
import { processorTime } from '../processor-time.js';
import { FIXTURES, readFixture } from './fixtures.js';

const SENTENCES = FIXTURES.flatMap(([, name]) => readFixture(name).map((line) => line.text));
const PIECES = [
  ...SENTENCES,
  '信用',
  '记入',
  '失信',
  '名单',
  '列入',
  '惩戒',
  '三年内不得申请',
  '。',
  '；',
  '\n',
  '“',
  '　',
  '《信用条例》',
  '😀',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
);
const input = fc.record({ text, lead: text, path: fc.array(text, { maxLength: 3 }) });

describe('for any text whatever', () => {
  test('evidence is exactly where it says, and every label has some', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { labels, scores, evidence } = classify(given);
        for (const one of evidence) {
          expect(given.text.slice(one.start, one.end)).toBe(one.text);
          expect(one.text.length).toBeGreaterThan(0);
          expect(labels).toContain(one.label);
        }
        for (const label of labels) expect(evidence.some((one) => one.label === label)).toBe(true);
        for (const score of Object.values(scores)) expect(score >= 0 && score <= 1).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('the same input gives the same result, whatever was classified in between', () => {
    fc.assert(
      fc.property(input, input, (given, other) => {
        const first = classify(given);
        classify(other);
        expect(classify(given)).toEqual(first);
      }),
    );
  });

  test('white space between characters changes no label and no score', () => {
    const space = fc.array(fc.constantFrom('', ' ', '\r', '　', '\u00a0', '\t'), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.constantFrom(...SENTENCES), space, (sentence, spaces) => {
        const spaced = [...sentence].map((unit, i) => unit + spaces[i % spaces.length]).join('');
        const plain = classify({ text: sentence });
        const other = classify({ text: spaced });
        expect(other.labels).toEqual(plain.labels);
        expect(other.scores).toEqual(plain.scores);
        expect(other.evidence.map((one) => one.text.replace(/\s/g, ''))).toEqual(
          plain.evidence.map((one) => one.text.replace(/\s/g, '')),
        );
      }),
    );
  });

  test('a hard wrap at any width changes no label and no score', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SENTENCES), fc.integer({ min: 10, max: 40 }), (sentence, width) => {
        const units = [...sentence.replace(/\s/g, '')];
        const wrapped = units.map((unit, i) => (i > 0 && i % width === 0 ? `\n${unit}` : unit)).join('');
        const plain = classify({ text: sentence });
        const other = classify({ text: wrapped });
        expect(other.labels).toEqual(plain.labels);
        expect(other.scores).toEqual(plain.scores);
      }),
      { numRuns: 300 },
    );
  });
});

test.each(['信用', '列入名单', '年内不得', '信用信息记入不良失信列入限制公布', '根据信用', '《', '依法 '])(
  'time grows with the length, not faster: %s over and over',
  (piece) => {
    const timed = (length: number): number => {
      const hostile = piece.repeat(length / piece.length);
      const spent = processorTime();
      classify({ text: hostile });
      return spent();
    };
    timed(10_000);
    const short = Math.min(...[0, 1, 2].map(() => timed(20_000)));
    // Eight times the text: linear is 8, quadratic 64. The constant covers what else the process does.
    const bound = 30 * short + 60;
    // One of three runs within the bound is enough, and mostly it is the first.
    expect([0, 1, 2].some(() => timed(160_000) < bound)).toBe(true);
  },
);
