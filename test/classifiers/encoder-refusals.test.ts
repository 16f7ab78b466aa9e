import { rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadLibrary } from '../../classifiers/encoder/library.js';
import { openEncoder } from '../../classifiers/index.js';
import { UsageError } from '../../model/index.js';
import * as tiny from './encoder-model.js';

const ENCODER: tiny.Files = { ...tiny.SETTINGS, 'onnx/model.onnx': tiny.tokenModel() };
const without = (name: string): tiny.Files =>
  Object.fromEntries(Object.entries(ENCODER).filter(([file]) => file !== name));
const nothing = new Float32Array(tiny.TABLE.length).fill(Number.NaN);

const refusalOf = async (work: Promise<unknown>): Promise<UsageError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UsageError);
  return error as UsageError;
};

/** Opens the model and embeds one text; gives the refusal, which must name the folder. */
const refused = async (files: tiny.Files, below = ''): Promise<UsageError> => {
  const folder = await tiny.writeFiles(files);
  try {
    const error = await refusalOf(
      openEncoder(join(folder, below)).then(async (encoder) => {
        try {
          await encoder.embed(['失信']);
        } finally {
          await encoder.close();
        }
      }),
    );
    expect(error.message).toContain(folder);
    return error;
  } finally {
    await rm(folder, { recursive: true });
  }
};

describe('before the library is needed', () => {
  it.each([
    ['no such folder', ENCODER, 'nowhere', /找不到模型文件夹.*nowhere/u, /核对路径/u],
    ['a file in place of the folder', ENCODER, 'config.json', /应当是文件夹/u, /写模型所在的文件夹/u],
    ['an empty folder', { 'onnx/x': '' }, 'onnx', /缺少文件.*config\.json/u, /应有/u],
    ['no config.json', without('config.json'), '', /缺少文件.*config\.json/u, /应有/u],
    ['no tokenizer.json', without('tokenizer.json'), '', /缺少文件.*tokenizer\.json/u, /应有/u],
    [
      'no tokenizer settings',
      without('tokenizer_config.json'),
      '',
      /缺少文件.*tokenizer_config\.json/u,
      /应有/u,
    ],
    ['a folder for a file', { ...without('config.json'), 'config.json/x': '' }, '', /缺少文件/u, /应有/u],
    ['half a config.json', { ...ENCODER, 'config.json': '{"a":' }, '', /已损坏.*config\.json/u, /重新复制/u],
    ['a config.json that says nothing', { ...ENCODER, 'config.json': 'null' }, '', /已损坏/u, /重新复制/u],
    [
      'PyTorch weights alone',
      { ...tiny.SETTINGS, 'model.safetensors': '' },
      '',
      /没有 ONNX 权重/u,
      /optimum-cli/u,
    ],
    [
      'two unknown weights',
      { ...tiny.SETTINGS, 'onnx/encoder_model.onnx': '', 'onnx/decoder_model.onnx': '' },
      '',
      /几个 \.onnx/u,
      /改名为 model\.onnx/u,
    ],
  ] as const)('%s: what, where, what to do', async (_, files, below, message, advice) => {
    const error = await refused(files, below);
    expect(error.message).toMatch(message);
    expect(error.advice).toMatch(advice);
  });
});

describe.skipIf(!tiny.installed)('when the library meets', () => {
  const whole = tiny.tokenModel();
  const weights = (content: string | Uint8Array): tiny.Files => ({
    ...tiny.SETTINGS,
    'onnx/model.onnx': content,
  });
  it.each([
    [
      'weights cut short',
      weights(whole.subarray(0, whole.length / 2)),
      /权重无法打开.*model\.onnx/u,
      /下载完整/u,
    ],
    ['empty weights', weights(''), /权重无法打开/u, /下载完整/u],
    [
      'the pointer of Git LFS',
      weights('version https://git-lfs.github.com/spec/v1\n'),
      /权重无法打开/u,
      /LFS/u,
    ],
    ['a tokenizer of nothing', { ...ENCODER, 'tokenizer.json': '{}' }, /分词设置无法使用/u, /重新复制/u],
    ['a model that reads pictures', weights(tiny.pictureModel()), /不能把一段文字变成向量/u, /句向量模型/u],
    ['a model that fills gaps', weights(tiny.tokenModel('logits')), /不能把一段文字变成向量/u, /句向量模型/u],
    [
      'a model that translates',
      { ...ENCODER, 'config.json': '{"model_type": "t5"}' },
      /不能把一段文字变成向量/u,
      /句向量模型/u,
    ],
    [
      'a vocabulary larger than the weights',
      weights(tiny.tokenModel('last_hidden_state', tiny.TABLE.slice(0, tiny.DIMENSIONS))),
      /不能把一段文字变成向量/u,
      /句向量模型/u,
    ],
    ['weights that are no numbers', weights(tiny.tokenModel('x', nothing)), /不是有效的数/u, /fp32/u],
  ])('%s: what, where, what to do', async (_, files, message, advice) => {
    const error = await refused(files);
    expect(error.message).toMatch(message);
    expect(error.advice).toMatch(advice);
  });

  describe('a wish for the network', () => {
    afterEach(() => void vi.restoreAllMocks());

    it('it refuses at once, and nothing tries to connect', async () => {
      const connect = vi.spyOn(Socket.prototype, 'connect');
      const fetched = vi.spyOn(globalThis, 'fetch');
      const library = await loadLibrary();
      expect(library.env.allowRemoteModels).toBe(false);
      // A name as the hub has them, asked for without the option that keeps a call local.
      await expect(library.AutoModel.from_pretrained('someone/some-model', {})).rejects.toThrow(
        /not found locally/u,
      );
      await expect(library.env.fetch()).rejects.toThrow('no network');
      await refused(without('tokenizer.json'));
      expect(connect).not.toHaveBeenCalled();
      expect(fetched).not.toHaveBeenCalled();
    });
  });
});

describe('the optional library', () => {
  const missing = (name: string): Error =>
    Object.assign(new Error(`Cannot find package '${name}' imported from library.js`), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
  it.each([
    [
      'is not installed',
      missing('@huggingface/transformers'),
      /本机没有安装.*@huggingface/u,
      /npm install @huggingface\/transformers/u,
    ],
    ['lacks a part of its own', missing('sharp'), /无法载入/u, /npm ci/u],
    ['does not load', new Error('invalid ELF header'), /无法载入.*invalid ELF header/u, /npm ci/u],
  ])('%s: what, and what to do', async (_, thrown, message, advice) => {
    const error = await refusalOf(loadLibrary(() => Promise.reject(thrown)));
    expect(error.message).toMatch(message);
    expect(error.advice).toMatch(advice);
    expect(error.cause).toBe(thrown);
  });
});
