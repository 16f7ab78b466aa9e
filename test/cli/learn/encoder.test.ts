import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEncoder } from '../../../classifiers/index.js';
import { encoderFor, seeAll } from '../../../cli/learn/encoder.js';
import * as tiny from '../../classifiers/encoder-model.js';

const ENCODER: tiny.Files = { ...tiny.SETTINGS, 'onnx/model.onnx': tiny.tokenModel() };
const OTHER: tiny.Files = {
  ...tiny.SETTINGS,
  'onnx/model.onnx': tiny.tokenModel('last_hidden_state', tiny.scattered(tiny.TABLE.length, 8)),
};

const asked = async (fingerprint: string | null, model?: string) => {
  let said = '';
  const needed = fingerprint === null ? null : { fingerprint, weights: [] };
  const found = await encoderFor(needed, '第 3 号模型', model === undefined ? {} : { model }, (words) => {
    said += words;
  });
  return { found, said };
};

describe('the encoder that a model needs', () => {
  it('is none where the model has learned without one, and a folder that was given is said to have no effect', async () => {
    expect(await asked(null)).toEqual({ found: undefined, said: '' });
    const { found, said } = await asked(null, '某文件夹\u001b[2J');
    expect(found).toBeUndefined();
    expect(said).toMatch(/^注意：第 3 号模型没有用编码模型训练，--model 对判断不起作用.*train --model/u);
    expect(said).not.toContain('\u001b');
  });

  it('must be given where the model has learned with one', async () => {
    await expect(asked('0123456789abcdef')).rejects.toMatchObject({
      name: 'UsageError',
      message: '第 3 号模型是用编码模型（0123456789ab）训练的，没有编码模型不能判断',
      advice: expect.stringMatching(/--model .*qinggui models back/u),
    });
  });

  it.skipIf(!tiny.installed)('must be the same one, wherever it lies', async () => {
    const [folder, moved, other] = [
      await tiny.writeFiles(ENCODER),
      await tiny.writeFiles(ENCODER),
      await tiny.writeFiles(OTHER),
    ];
    const encoder = await openEncoder(folder);
    await encoder.close();
    expect(await asked(encoder.fingerprint, moved)).toEqual({ found: resolve(moved), said: '' });
    await expect(asked(encoder.fingerprint, other)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(
        `是另一个编码模型（${encoder.fingerprint.slice(0, 12)}），不是 ${other}`,
      ),
      advice: expect.stringMatching(/train --model .*models back/u),
    });
    for (const each of [folder, moved, other]) await rm(each, { recursive: true });
  });
});

it('each text is shown to the encoder once, and the user hears how far it is', async () => {
  const shown: string[] = [];
  let said = '';
  const encoder = {
    fingerprint: 'e',
    dimensions: 1,
    embed: async (texts: readonly string[]) => {
      shown.push(...texts);
      return texts.map((text) => Float32Array.of(text.length));
    },
    close: async () => undefined,
  };
  const texts = Array.from({ length: 1200 }, (_, at) => `第${at % 600}条`);
  const seen = await seeAll(encoder, texts, (words) => {
    said += words;
  });
  expect(shown).toHaveLength(600);
  expect(seen!.get('第7条')).toEqual({ encoder: 'e', vector: Float32Array.of(3) });
  expect(said).toContain('600 段文字');
  expect(said).toContain('已读 512/600');
  expect(await seeAll(null, texts, () => undefined)).toBeUndefined();
});
