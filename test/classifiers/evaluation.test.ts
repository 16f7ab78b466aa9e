import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibrationOf,
  changesBetween,
  confusionOf,
  figuresByGroup,
  figuresOf,
  type Judged,
} from '../../classifiers/index.js';
import { LABELS, type Label } from '../../model/index.js';

const ZERO = { D: 0, B: 0, P: 0, Q: 0, R: 0 };

/** `gold` and `given` as letters: text('a', 'DP', 'D', {D: 0.9}). */
const text = (
  id: string,
  gold: string,
  given: string,
  scores: Partial<Record<Label, number>> = {},
): Judged => ({
  id,
  gold: LABELS.filter((label) => gold.includes(label)),
  labels: LABELS.filter((label) => given.includes(label)),
  scores: { ...ZERO, ...scores },
});
const of = <T extends { label: Label }>(list: readonly T[], label: Label): T =>
  list.find((each) => each.label === label)!;

describe('figures', () => {
  const judged = [
    text('1', 'D', 'D', { D: 0.9 }),
    text('2', 'D', 'D', { D: 0.8 }),
    text('3', '', 'D', { D: 0.7 }),
    text('4', 'D', '', { D: 0.3 }),
    text('5', '', '', { D: 0.1 }),
    text('6', 'P', 'PQ', { P: 0.6, Q: 0.5 }),
  ];

  it('are those that one counts by hand', () => {
    const { texts, labels, microPrecision, microRecall, microF1, macroF1 } = figuresOf(judged);
    expect(texts).toBe(6);
    expect(of(labels, 'D')).toEqual({
      label: 'D',
      support: 3,
      right: 2,
      wrong: 1,
      missed: 1,
      precision: 2 / 3,
      recall: 2 / 3,
      f1: 2 / 3,
      precisionAt: { '0.90': 3 / 4, '0.95': 3 / 4, '0.99': 3 / 4 },
    });
    // Q's false alarm is not counted: D 2 right, 1 wrong, 1 missed; P 1 right.
    expect([microPrecision, microRecall, microF1]).toEqual([3 / 4, 3 / 4, 6 / 8]);
    expect(macroF1).toBeCloseTo((2 / 3 + 1) / 2);
  });

  it('are null where nothing was there to be right or wrong about', () => {
    const { labels, microF1, macroF1 } = figuresOf([text('1', '', '')]);
    expect([microF1, macroF1]).toEqual([null, null]);
    expect(of(labels, 'R')).toMatchObject({
      precision: null,
      recall: null,
      f1: null,
      precisionAt: { '0.95': null },
    });
    expect(of(figuresOf([text('1', '', 'R')]).labels, 'R')).toMatchObject({
      precision: 0,
      recall: null,
      f1: 0,
    });
  });

  it('take ties whole at a fixed recall', () => {
    const tied = [
      text('1', 'D', '', { D: 0.5 }),
      text('2', '', '', { D: 0.5 }),
      text('3', '', '', { D: 0.5 }),
    ];
    expect(of(figuresOf(tied).labels, 'D').precisionAt['0.95']).toBeCloseTo(1 / 3);
  });

  it('reach 0.90 and 0.95 earlier than 0.99 where a tenth or twentieth may be missed', () => {
    // 19 carry it at the head, 81 not, the last one carries it: 0.95 is reached before it, 0.99 only with it.
    const ranked = Array.from({ length: 101 }, (_, at) =>
      text(String(at), at < 19 || at === 100 ? 'D' : '', '', { D: (101 - at) / 102 }),
    );
    expect(of(figuresOf(ranked).labels, 'D').precisionAt).toEqual({ '0.90': 1, '0.95': 1, '0.99': 20 / 101 });
  });

  const anyScore = fc.integer({ min: 0, max: 1000 }).map((score) => score / 1000);
  const anyLabels = fc.subarray([...LABELS]);
  const anyText = fc.record({
    gold: anyLabels,
    labels: anyLabels,
    scores: fc.record({ D: anyScore, B: anyScore, P: anyScore, Q: anyScore, R: anyScore }),
  });
  const anyJudged = fc
    .array(anyText, { minLength: 1, maxLength: 30 })
    .map((texts) => texts.map((each, at): Judged => ({ id: String(at), ...each })));

  it('do not depend on the order of the texts', () => {
    fc.assert(
      fc.property(anyJudged, fc.infiniteStream(fc.nat()), (texts, keys) => {
        const order = texts.map((each) => [keys.next().value, each] as const);
        const mixed = order.sort(([a], [b]) => a - b).map(([, each]) => each);
        expect(figuresOf(mixed)).toEqual(figuresOf(texts));
        expect(confusionOf(mixed)).toEqual(confusionOf(texts));
        for (const [at, { bins, expectedError }] of calibrationOf(mixed).entries()) {
          const other = calibrationOf(texts)[at]!;
          expect(bins.map(({ texts, share }) => [texts, share])).toEqual(
            other.bins.map(({ texts, share }) => [texts, share]),
          );
          expect(expectedError).toBeCloseTo(other.expectedError!, 9);
        }
      }),
    );
  });

  it('count every text as right, wrong or missed exactly where it is', () => {
    fc.assert(
      fc.property(anyJudged, (texts) => {
        for (const { label, support, right, wrong, missed } of figuresOf(texts).labels) {
          expect(support).toBe(texts.filter(({ gold }) => gold.includes(label)).length);
          expect(right + wrong).toBe(texts.filter(({ labels }) => labels.includes(label)).length);
          expect(right + missed).toBe(support);
        }
      }),
    );
  });

  it('never give a lower precision at a recall when a text that carries the label scores higher', () => {
    // Distinct scores: with ties whole blocks of texts are taken at once.
    const distinct = fc
      .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 30 })
      .chain((scores) =>
        fc.tuple(
          fc.constant(scores),
          fc.array(fc.boolean(), { minLength: scores.length, maxLength: scores.length }),
        ),
      );
    fc.assert(
      fc.property(distinct, fc.nat(), ([scores, carried], pick) => {
        const at = pick % scores.length;
        const made = (raised: boolean): Judged[] =>
          scores.map((score, i) =>
            text(String(i), carried[i] ? 'B' : '', '', { B: raised && i === at ? 1 : score / 1000 }),
          );
        const before = of(figuresOf(made(false)).labels, 'B').precisionAt;
        const after = of(figuresOf(made(true)).labels, 'B').precisionAt;
        for (const recall of ['0.90', '0.95', '0.99'] as const) {
          const change = (after[recall] ?? 0) - (before[recall] ?? 0);
          expect(carried[at] ? change >= 0 : change <= 0).toBe(true);
        }
      }),
    );
  });
});

describe('calibration', () => {
  it('sorts scores into tenths, 1 into the last, and compares their mean with the share that carries the label', () => {
    const judged = [
      text('1', '', '', { P: 0.04 }),
      text('2', '', '', { P: 0.3 }),
      text('3', 'P', '', { P: 0.35 }),
      text('4', 'P', 'P', { P: 1 }),
    ];
    const { bins, expectedError } = of(calibrationOf(judged), 'P');
    expect(bins.map(({ texts }) => texts)).toEqual([1, 0, 0, 2, 0, 0, 0, 0, 0, 1]);
    expect(bins[3]).toMatchObject({ from: 0.3, to: 0.4, texts: 2, share: 0.5 });
    expect(bins[3]!.meanScore).toBeCloseTo(0.325);
    expect(bins[1]).toMatchObject({ meanScore: null, share: null });
    expect(expectedError).toBeCloseTo((0.04 + 0.35 + 0) / 4);
  });

  it('is without error where scores are the shares, and has none for no texts', () => {
    const judged = Array.from({ length: 10 }, (_, at) => text(String(at), at < 7 ? 'D' : '', '', { D: 0.7 }));
    expect(of(calibrationOf(judged), 'D').expectedError).toBeCloseTo(0);
    expect(of(calibrationOf([]), 'D').expectedError).toBeNull();
  });
});

describe('confusion', () => {
  it('names what was given where a label was missed, and what was right where it was given wrongly', () => {
    const judged = [
      text('1', 'P', 'Q'),
      text('2', 'P', ''),
      text('3', 'DP', 'D'),
      text('4', 'Q', 'P'),
      text('5', '', 'P'),
      text('6', 'P', 'P'),
    ];
    expect(of(confusionOf(judged), 'P')).toEqual({
      label: 'P',
      missed: 3,
      givenInstead: [
        { label: 'D', texts: 1 },
        { label: 'Q', texts: 1 },
        { label: null, texts: 1 },
      ],
      wrong: 2,
      rightInstead: [
        { label: 'Q', texts: 1 },
        { label: null, texts: 1 },
      ],
    });
  });
});

describe('figures by group', () => {
  it('are given for groups of ten texts and more, the largest first', () => {
    const some = (field: string, count: number, given: string) =>
      Array.from({ length: count }, (_, at) => ({
        ...text(`${field}${at}`, 'D', at < 5 ? 'D' : given),
        field,
      }));
    const groups = figuresByGroup(
      [...some('养犬', 10, ''), ...some('税务', 12, 'D'), ...some('科研', 9, 'D'), ...some('', 20, 'D')],
      ({ field }) => field,
    );
    expect(groups).toEqual([
      { name: '税务', texts: 12, precision: 1, recall: 1, f1: 1 },
      { name: '养犬', texts: 10, precision: 1, recall: 0.5, f1: 10 / 15 },
    ]);
  });
});

describe('a comparison of two runs', () => {
  it('names each decision that changed, against what the texts carry now', () => {
    const before = [
      text('1', 'D', '', { D: 0.2 }),
      text('2', 'D', 'D', { D: 0.9 }),
      text('3', '', '', { R: 0.1 }),
      text('4', '', 'B', { B: 0.6 }),
      text('5', 'P', 'P', { P: 0.9 }),
      text('gone', 'D', 'D'),
    ];
    const now = [
      text('1', 'D', 'D', { D: 0.8 }),
      text('2', 'D', '', { D: 0.3 }),
      text('3', '', 'R', { R: 0.7 }),
      text('4', '', '', { B: 0.2 }),
      text('5', 'P', 'P', { P: 0.5 }),
      text('new', 'D', ''),
    ];
    expect(changesBetween(before, now)).toEqual([
      { kind: 'newly-right', id: '1', label: 'D', scoreBefore: 0.2, scoreNow: 0.8 },
      { kind: 'newly-missed', id: '2', label: 'D', scoreBefore: 0.9, scoreNow: 0.3 },
      { kind: 'new-false-alarm', id: '3', label: 'R', scoreBefore: 0.1, scoreNow: 0.7 },
      { kind: 'false-alarm-gone', id: '4', label: 'B', scoreBefore: 0.6, scoreNow: 0.2 },
    ]);
    expect(changesBetween(now, now)).toEqual([]);
  });
});
