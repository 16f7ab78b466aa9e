import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AllAnswers,
  type CertificateBody,
  certificateText,
  countsOf,
  drawSample,
  type FrameItem,
  frameOf,
  frameText,
  readAnswer,
  readCertificate,
  sealed,
  settled,
  standingOf,
  statementOf,
  verifyCertificate,
} from '../../audit/index.js';

const item = (kind: FrameItem['kind'], at: number): FrameItem => ({
  kind,
  source: `${at}.txt`,
  file: 'ab'.repeat(32),
  part: 0,
  passage: `p${at}`,
  text: 'cd'.repeat(32),
  score: 0.01,
});
const text = frameText([
  ...Array.from({ length: 300 }, (_, at) => item('open', at)),
  ...Array.from({ length: 60 }, (_, at) => item('positive', 1_000 + at)),
]);
const frame = frameOf(text);
const design = { seed: '种子', cuts: [], sizes: [200], known: 30, looks: 2 };
const sample = drawSample(frame, design);
/** Known positives are answered D but for the first three, all others 无 but for one. */
const answersTo = (until: number, hit = -1): Record<number, string> => {
  const overlooked = new Set(sample.known.slice(0, 3));
  return Object.fromEntries(
    sample.questions
      .slice(0, until)
      .map(({ item, stratum }, at) => [
        at + 1,
        stratum === null ? (overlooked.has(item) ? '' : 'D') : at === hit ? 'P' : '',
      ]),
  );
};
const certificate = (answers: AllAnswers, draws = 1) => {
  const { open: _, split: __, ...tally } = standingOf(sample, design.looks, answers);
  const body: CertificateBody = {
    format: 'qinggui-audit-certificate',
    version: 1,
    program: '0.1.0',
    madeAt: '2026-03-02T00:00:00.000Z',
    drawnAt: '2026-03-01T00:00:00.000Z',
    who: '甲',
    target: { recall: 0.95, confidence: 0.95 },
    frame: countsOf(frame),
    design,
    draws: { number: draws, of: draws, others: [], reason: '' },
    answers: answers as CertificateBody['answers'],
    reviewers: { first: '乙' },
    questions: [...sample.questions],
    tally: tally as CertificateBody['tally'],
    statement: statementOf(tally, frame.positive, {
      confidence: 0.95,
      looks: design.looks,
      draws,
    }) as CertificateBody['statement'],
  };
  return sealed(body);
};

describe('answers', () => {
  it.each([
    ['无', ''],
    [' d、P ', 'DP'],
    ['Ｒ，Ｂ', 'BR'],
    ['', null],
    ['是', null],
    ['无D', null],
  ])('reads “%s” as %j', (cell, answer) => {
    expect(readAnswer(cell)).toBe(answer);
  });

  it('of two count where both say so, and where they have agreed', () => {
    const answers = { first: { 1: 'D', 2: 'D', 3: 'B', 4: 'Q' }, second: { 1: 'P', 2: '', 3: '', 5: 'D' } };
    const agreed = { ...answers, agreed: { 3: 'B' } };
    expect([1, 2, 3, 4, 5].map((number) => settled(agreed, number))).toEqual([
      'hit',
      'split',
      'hit',
      'open',
      'open',
    ]);
    expect(settled({ first: { 4: 'Q' } }, 4)).toBe('none');
  });
});

describe('a look', () => {
  it('is reached when all before it are settled, and counts nothing behind it', () => {
    expect(standingOf(sample, 2, { first: answersTo(114) })).toMatchObject({
      look: 0,
      answered: 0,
      open: [115],
    });
    const half = standingOf(sample, 2, { first: answersTo(200) });
    expect(half).toMatchObject({ look: 1, answered: 115 });
    expect(half.open).toHaveLength(30);
    expect(half.strata[0]!.sample + half.known.shown).toBe(115);
    expect(standingOf(sample, 2, { first: answersTo(230) })).toMatchObject({
      look: 2,
      open: [],
      strata: [{ population: 300, sample: 200, hits: 0 }],
      known: { shown: 30, found: 27 },
    });
  });
});

describe('a certificate', () => {
  const whole = certificate({ first: answersTo(230) });

  it('comes out again from its file, with the frame and without', () => {
    const read = readCertificate(certificateText(whole))!;
    expect(read).toEqual(whole);
    expect(verifyCertificate(read, frame).map(({ holds }) => holds)).toEqual([true, true, true, true, true]);
    expect(verifyCertificate(read, null).map(({ holds }) => holds)).toEqual([true, null, null, true, true]);
  });

  it('has less to say with the oversights, and less where the best of several samples may have been picked', () => {
    const again = certificate({ first: answersTo(230) }, 3).statement;
    expect(whole.statement.careful.recall!).toBeLessThan(whole.statement.plain.recall!);
    expect(whole.statement.picked).toBeNull();
    expect(again.picked!.plain.total).toBeGreaterThan(again.plain.total);
    expect(again.picked!.careful.total).toBeGreaterThan(again.careful.total);
  });

  it.each([
    ['a hit', (it: CertificateBody) => ({ ...it, tally: { ...it.tally, look: 1 } }), ['hash', 'tally']],
    [
      'an answer',
      (it: CertificateBody) => ({ ...it, answers: { first: answersTo(230, hitAt()) } }),
      ['hash', 'tally'],
    ],
    [
      'the confidence',
      (it: CertificateBody) => ({ ...it, target: { ...it.target, confidence: 0.99 } }),
      ['hash', 'statement'],
    ],
    [
      'the seed',
      (it: CertificateBody) => ({ ...it, design: { ...it.design, seed: '另' } }),
      ['hash', 'draw'],
    ],
    [
      'the frame',
      (it: CertificateBody) => ({ ...it, frame: { ...it.frame, hash: 'ef'.repeat(32) } }),
      ['hash', 'frame'],
    ],
  ])('is seen to be changed: %s', (_, change, faults) => {
    const { hash, ...content } = whole;
    const checks = verifyCertificate({ ...change(content), hash }, frame);
    const wrong = checks.filter(({ holds }) => !holds).map(({ what }) => what);
    expect(wrong).toEqual(expect.arrayContaining(faults));
    // Sealed anew, the content still does not hold together.
    const resealed = verifyCertificate(sealed(change(content)), frame);
    expect(resealed.filter(({ holds }) => !holds).map(({ what }) => what)).toEqual(
      wrong.filter((what) => what !== 'hash'),
    );
  });

  it('is none of what is no certificate', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (other) => {
        expect(readCertificate(other)).toBeNull();
      }),
    );
  });
});

/** A question on an item of the population. */
const hitAt = (): number => sample.questions.findIndex(({ stratum }) => stratum === 0);
