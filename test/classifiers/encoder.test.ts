import { cp, rm } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Encoder, openEncoder } from '../../classifiers/index.js';
import * as tiny from './encoder-model.js';

const opened = async (
  files: tiny.Files,
  use: (encoder: Encoder, folder: string) => Promise<void>,
): Promise<void> => {
  const folder = await tiny.writeFiles(files);
  const encoder = await openEncoder(folder);
  try {
    await use(encoder, folder);
  } finally {
    await encoder.close();
    await rm(folder, { recursive: true });
  }
};

const ENCODER: tiny.Files = { ...tiny.SETTINGS, 'onnx/model.onnx': tiny.tokenModel() };

/** What the tiny encoder should say, worked out from its table: the mean over the framed text, before scaling. */
const meanOf = (text: string): number[] => {
  const tokens = ['[CLS]', ...text, '[SEP]'].map((entry) => {
    const known = tiny.VOCABULARY.indexOf(entry);
    return known < 0 ? tiny.VOCABULARY.indexOf('[UNK]') : known;
  });
  return Array.from({ length: tiny.DIMENSIONS }, (_, column) => {
    const sum = tokens.reduce((total, id) => total + tiny.TABLE[id * tiny.DIMENSIONS + column]!, 0);
    return sum / tokens.length;
  });
};
const scaled = (vector: readonly number[]): number[] => vector.map((value) => value / Math.hypot(...vector));
const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + value * b[at]!, 0);
const near = (vector: Float32Array, expected: readonly number[]): void => {
  expect(vector).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(vector[at]).toBeCloseTo(value, 5);
};

describe.skipIf(!tiny.installed)('a model in a folder', () => {
  it('gives the mean over the tokens, with length 1', () =>
    opened(ENCODER, async (encoder) => {
      expect(encoder.dimensions).toBe(tiny.DIMENSIONS);
      const [vector] = await encoder.embed(['失信行为记入信用档案']);
      near(vector!, scaled(meanOf('失信行为记入信用档案')));
      expect(Math.hypot(...vector!)).toBeCloseTo(1, 6);
    }));

  it('puts texts that say the same nearer than texts that do not', () =>
    opened(ENCODER, async (encoder) => {
      const [asked, like, other] = await encoder.embed([
        '将失信行为记入信用档案',
        '失信行为应当记入档案',
        '养犬人应当牵犬绳',
      ]);
      expect(cosine(asked!, like!)).toBeGreaterThan(cosine(asked!, other!) + 0.1);
    }));

  it('gives a text the same vector to the last bit, whatever stands beside it', () =>
    opened(ENCODER, async (encoder) => {
      const text = fc.string({ unit: fc.constantFrom(...'失信记入档案犬绳x，𠀀 '), maxLength: 60 });
      await fc.assert(
        fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async (texts) => {
          const together = await encoder.embed(texts);
          const alone: Float32Array[] = [];
          for (const one of texts) alone.push(...(await encoder.embed([one])));
          expect(together).toEqual(alone);
          expect(together.every((vector) => vector.length === tiny.DIMENSIONS)).toBe(true);
        }),
        { numRuns: 30, seed: 5 },
      );
      expect(await encoder.embed([])).toEqual([]);
    }));

  it('reads a text up to the limit of the model, and still closes it with its mark', () =>
    opened(ENCODER, async (encoder) => {
      // 32 tokens less the two that frame the text.
      const first = '将失信行为记入信用档案'.repeat(9).slice(0, 30);
      const [cut, whole] = await encoder.embed([`${first}养犬人应当牵绳`, first]);
      expect(cut).toEqual(whole);
      near(cut!, scaled(meanOf(first)));
    }));

  it('takes the smallest of the limits that a model names', () =>
    opened({ ...ENCODER, 'sentence_bert_config.json': '{"max_seq_length": 5}' }, async (encoder) => {
      const [cut, whole] = await encoder.embed(['失信行为记入', '失信行']);
      expect(cut).toEqual(whole);
    }));

  it('counts the places of RoBERTa’s family from behind the padding', () =>
    opened(
      {
        ...ENCODER,
        'config.json': JSON.stringify({ model_type: 'roberta', max_position_embeddings: 7, pad_token_id: 1 }),
      },
      async (encoder) => {
        const [cut, whole] = await encoder.embed(['失信行为记入', '失信行']);
        expect(cut).toEqual(whole);
      },
    ));

  it('gives zeros for a text in which a tokenizer without marks sees nothing', () => {
    const tokenizer = JSON.parse(tiny.SETTINGS['tokenizer.json'] as string) as Record<string, unknown>;
    const bare = JSON.stringify({ ...tokenizer, post_processor: null });
    return opened({ ...ENCODER, 'tokenizer.json': bare }, async (encoder) => {
      expect(await encoder.embed(['', ' '])).toEqual([new Float32Array(16), new Float32Array(16)]);
    });
  });

  it.each([
    ['at the top of the folder', 'model.onnx'],
    ['quantised', 'onnx/model_quantized.onnx'],
    ['under a name of its own, where it is the only one', 'onnx/model_O2.onnx'],
  ])('has its weights %s', (_, name) =>
    opened({ ...tiny.SETTINGS, [name]: tiny.tokenModel() }, async (encoder) => {
      near((await encoder.embed(['失信']))[0]!, scaled(meanOf('失信')));
    }),
  );

  it('prefers exact weights to quantised ones', () =>
    opened({ ...ENCODER, 'model_quantized.onnx': 'not read' }, async (encoder) => {
      near((await encoder.embed(['失信']))[0]!, scaled(meanOf('失信')));
    }));

  it('may pool by itself', () =>
    opened({ ...tiny.SETTINGS, 'onnx/model.onnx': tiny.sentenceModel() }, async (encoder) => {
      near((await encoder.embed(['失信']))[0]!, scaled(meanOf('失信')));
    }));

  it('may name its output as it likes', () =>
    opened({ ...tiny.SETTINGS, 'onnx/model.onnx': tiny.tokenModel('output_0') }, async (encoder) => {
      near((await encoder.embed(['失信']))[0]!, scaled(meanOf('失信')));
    }));

  it('may be a classifier: its scores are the vector, as they are', () =>
    opened({ ...tiny.SETTINGS, 'onnx/model.onnx': tiny.scoreModel() }, async (encoder) => {
      expect(encoder.dimensions).toBe(3);
      const mean = meanOf('失信行为');
      const scores = [0, 1, 2].map((label) =>
        mean.reduce((sum, value, row) => sum + value * tiny.SCORES[row * 3 + label]!, 0),
      );
      near((await encoder.embed(['失信行为']))[0]!, scores);
    }));

  it('has a fingerprint of its content, not of its place', () =>
    opened(ENCODER, async (encoder, folder) => {
      expect(encoder.fingerprint).toMatch(/^[0-9a-f]{64}$/u);
      const copy = `${folder}-copy`;
      await cp(folder, copy, { recursive: true });
      const moved = await openEncoder(copy);
      expect(moved.fingerprint).toBe(encoder.fingerprint);
      await moved.close();
      await rm(copy, { recursive: true });
    }));

  it.each([
    [
      'weights',
      { 'onnx/model.onnx': tiny.tokenModel('last_hidden_state', tiny.scattered(tiny.TABLE.length, 8)) },
    ],
    ['weights in a second file', { 'onnx/model.onnx_data': 'x' }],
    ['tokenizer', { 'tokenizer.json': `${tiny.SETTINGS['tokenizer.json']} ` }],
    ['limit', { 'sentence_bert_config.json': '{"max_seq_length": 9}' }],
  ])('has another fingerprint with other %s', async (_, changed) => {
    await opened(ENCODER, (before) =>
      opened({ ...ENCODER, ...(changed as tiny.Files) }, async (after) => {
        expect(after.fingerprint).not.toBe(before.fingerprint);
      }),
    );
  });

  it('reads of an endless text only what its tokens can reach', () =>
    opened(ENCODER, async (encoder) => {
      const [endless, start] = await encoder.embed(['失信行为'.repeat(500_000), '失信行为'.repeat(8)]);
      expect(endless).toEqual(start);
    }));

  it('may be closed twice, and then no longer embeds', async () => {
    const folder = await tiny.writeFiles(ENCODER);
    const encoder = await openEncoder(folder);
    await encoder.close();
    await encoder.close();
    await expect(encoder.embed(['失信'])).rejects.toThrow('closed');
    await rm(folder, { recursive: true });
  });
});
