import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  classify,
  decodeModel,
  encodeModel,
  examplesOf,
  foldsByGroup,
  judgeAlone,
  judgeUnseen,
  shippedModel,
  trainModel,
  UnfitModel,
} from '../../classifiers/index.js';
import { type LabelledProvision, writtenProvisions } from '../../corpus/index.js';
import type { Label } from '../../model/index.js';

const provision = (at: number, text: string, labels: readonly Label[]): LabelledProvision => ({
  id: `t-${at}`,
  group: `document-${at % 12}`,
  text,
  labels,
  hard: false,
  source: 'written',
});

/** Wordings that no cue knows: what is found of them was learned. */
const LEARNABLE: readonly LabelledProvision[] = Array.from({ length: 72 }, (_, at) => {
  const who = ['养犬人', '施工队', '培训点', '摊主', '货车司机', '租户'][at % 6]!;
  const when = ['当季', '次月', '年底前', '十日内'][at % 4]!;
  return at % 3 === 0
    ? provision(at, `${who}不守约定的，${when}由街道办把姓名贴上灰牌墙，供各社区传看。`, ['D'])
    : provision(at, `${who}应当${when}到街道办领取${at % 2 ? '宣传手册' : '登记表格'}，并保持场地整洁。`, []);
});

test('a model learns wordings that no cue knows, and says by which words', () => {
  const model = decodeModel(trainModel(LEARNABLE));
  const { labels, evidence } = classify({ text: '业主不守约定的，月底由街道办把姓名贴上灰牌墙。' }, model);
  expect(labels).toEqual(['D']);
  expect(evidence).toEqual([
    expect.objectContaining({ label: 'D', cue: 'D.learned', text: expect.stringContaining('灰牌墙') }),
  ]);
  expect(classify({ text: '业主应当月底到街道办领取登记表格。' }, model).labels).toEqual([]);
});

test('the same texts and seed give the same bytes, another seed another model', () => {
  const bytes = trainModel(LEARNABLE, 1);
  expect(Buffer.compare(trainModel(LEARNABLE, 1), bytes)).toBe(0);
  expect(Buffer.compare(trainModel(LEARNABLE, 2), bytes)).not.toBe(0);
});

test('what a cue of the surest sees is never withheld, whatever was learned', () => {
  const against = Array.from({ length: 60 }, (_, at) =>
    provision(at, `第${at}项：将其违法信息记入信用档案，由第${at}科办理。`, []),
  );
  const model = decodeModel(trainModel([...LEARNABLE, ...against]));
  const text = '将其违法信息记入信用档案，由第七科办理。';
  const withheld = classify({ text }, model);
  expect(withheld.labels).toEqual([]);
  expect(withheld.overruled.map(({ cue }) => cue)).toContain('D.record-into-file');
  const sure = classify({ text }, { ...model, surest: new Set(['D.record-into-file']) });
  expect(sure.labels).toEqual(['D']);
  expect(sure.overruled).toEqual([]);
});

test('passing over the words of silent texts changes no label', () => {
  const model = shippedModel();
  const open = { ...model, gates: model.gates.map(() => Number.NEGATIVE_INFINITY) };
  const differing = writtenProvisions()
    .slice(0, 400)
    .filter(({ text }) => classify({ text }, model).labels.join() !== classify({ text }, open).labels.join());
  expect(differing.map(({ id }) => id)).toEqual([]);
});

test('evidence never cuts a character of two units in half', () => {
  const model = decodeModel(trainModel(LEARNABLE));
  const text = `𠮷字头的业主不守约定的，由街道办把姓名贴上灰牌墙𠮷${'𠮷'.repeat(30)}`;
  const { evidence } = classify({ text }, model);
  expect(evidence.length).toBeGreaterThan(0);
  for (const one of evidence) {
    expect(one.text).not.toMatch(/\p{Surrogate}/u);
    expect(text.slice(one.start, one.end)).toBe(one.text);
  }
});

test('an item that carries a label by the words above its list keeps it', () => {
  const { labels, overruled } = classify({
    text: '（五）其他情形。',
    lead: '具有下列情形之一的，列入黑名单，并实施联合惩戒：',
  });
  expect(labels).toEqual(expect.arrayContaining(['B', 'P']));
  expect(overruled).toEqual([]);
});

describe('a model file', () => {
  const bytes = trainModel(LEARNABLE);

  test('gives back what went in', () => {
    const model = decodeModel(bytes);
    expect(Buffer.compare(encodeModel(model), bytes)).toBe(0);
    expect(model.card.provisions).toEqual({ written: LEARNABLE.length });
    expect(model.card.labels.D).toBe(24);
  });

  test('is refused when it is cut off or changed anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (at) => {
        expect(() => decodeModel(bytes.subarray(0, at))).toThrow(UnfitModel);
      }),
      { numRuns: 40 },
    );
    const changed = Uint8Array.from(bytes);
    changed[bytes.length - 5]! ^= 1;
    expect(() => decodeModel(changed)).toThrow(UnfitModel);
    expect(() => decodeModel(new TextEncoder().encode('QGM1'))).toThrow(UnfitModel);
    const model = decodeModel(bytes);
    const broken = { ...model, combinations: [null as never, ...model.combinations.slice(1)] };
    expect(() => decodeModel(encodeModel(broken))).toThrow(UnfitModel);
  });

  test('of the program is small and loads in no time', () => {
    expect(shippedModel().card.provisions.written).toBe(writtenProvisions().length);
    expect(encodeModel(shippedModel()).length).toBeLessThan(2_000_000);
  });
});

test('folds part no document and are as even as documents allow', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 200 }),
      fc.integer({ min: 2, max: 6 }),
      fc.integer(),
      (numbers, count, seed) => {
        const groups = numbers.map((number) => `g${number}`);
        const folds = foldsByGroup(groups, count, seed);
        const foldOf = new Map<string, number>();
        for (const [at, group] of groups.entries()) {
          expect(folds[at]).toBe(foldOf.get(group) ?? folds[at]);
          foldOf.set(group, folds[at]!);
        }
        const sizes = Array.from({ length: count }, (_, fold) => folds.filter((one) => one === fold).length);
        const largest = Math.max(
          ...[...foldOf.keys()].map((name) => groups.filter((g) => g === name).length),
        );
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(largest);
        expect([...foldsByGroup(groups, count, seed)]).toEqual([...folds]);
      },
    ),
    { numRuns: 60 },
  );
});

test('cross-validation judges each text once, by a model that has not seen its document', () => {
  const examples = examplesOf(LEARNABLE);
  const { judged } = judgeUnseen(examples, { folds: 3, seed: 1, judged: () => true }, { judged: judgeAlone });
  expect(judged.size).toBe(LEARNABLE.length);
  const right = [...judged].filter(
    ([{ provision }, { labels }]) => labels.join() === provision.labels.join(),
  );
  expect(right.length).toBeGreaterThan(60);
});

describe('a model learned with an encoder', () => {
  /** Sees one thing that the words do not tell: whether the text is about the grey board. */
  const seen = (text: string) => ({
    encoder: 'e1',
    vector: Float32Array.from([text.includes('灰牌墙') ? 1 : 0, 0.1]),
  });
  const model = decodeModel(
    trainModel(
      LEARNABLE,
      1,
      LEARNABLE.map(({ text }) => seen(text)),
    ),
  );

  test('weighs what the encoder sees of a text', () => {
    const text = '物业公司应当及时告知各业主。';
    const blind = classify({ text, vector: seen(text).vector }, model);
    const sighted = classify({ text, vector: seen('灰牌墙').vector }, model);
    expect(sighted.scores.D).toBeGreaterThan(blind.scores.D);
    expect(model.encoder?.fingerprint).toBe('e1');
  });

  test('judges no text without its vector', () => {
    expect(() => classify({ text: '企业应当守法经营。' }, model)).toThrow('vectors');
  });

  test('goes through its bytes unchanged', () => {
    expect(decodeModel(encodeModel(model)).encoder).toEqual(model.encoder);
  });
});
