import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeModel, openEncoder } from '../../../classifiers/index.js';
import { runClassify } from '../../../cli/classify.js';
import { type ClassifyLine, classifyLine } from '../../../cli/contracts.js';
import { type ModelInUse, modelOf } from '../../../cli/learn/model-in-use.js';
import { runBack, runModels, runUse } from '../../../cli/learn/models.js';
import { runTrain, type TrainOptions } from '../../../cli/learn/train.js';
import * as tiny from '../../classifiers/encoder-model.js';
import { pilloried, SHIPPED, SMALL } from './small-corpus.js';

let folder: string;
let database: string;
/** An encoder, a copy of it elsewhere, and another encoder. */
let model: string;
let copy: string;
let other: string;
let print: string;
const SETTINGS = tiny.SETTINGS;
const ENCODER = { ...SETTINGS, 'onnx/model.onnx': tiny.tokenModel() };
const NUMBERS = tiny.scattered(tiny.TABLE.length, 8);

beforeAll(async () => {
  if (!tiny.installed) return;
  folder = mkdtempSync(join(tmpdir(), 'qinggui-train-encoder-'));
  database = join(folder, 'qinggui.db');
  model = await tiny.writeFiles(ENCODER);
  copy = await tiny.writeFiles(ENCODER);
  other = await tiny.writeFiles({
    ...SETTINGS,
    'onnx/model.onnx': tiny.tokenModel('last_hidden_state', NUMBERS),
  });
  const encoder = await openEncoder(model);
  print = encoder.fingerprint.slice(0, 12);
  await encoder.close();
});
afterAll(() => {
  for (const each of [folder, model, copy, other]) if (each) rmSync(each, { recursive: true, force: true });
});

const train = async (more: Partial<TrainOptions> = {}) => {
  let said = '';
  let told = '';
  const status = await runTrain(
    { database, seed: 1, ...more },
    {
      corpus: SMALL,
      shipped: SHIPPED,
      now: () => '2026-03-01T00:00:00.000Z',
      say: (words) => {
        said += words;
      },
      tell: (words) => {
        told += words;
      },
    },
  );
  return { status, said, told };
};
const hearing = async (work: (say: (words: string) => void) => Promise<unknown>): Promise<string> => {
  let said = '';
  await work((words) => {
    said += words;
  });
  return said;
};
const classified = async (
  passage: string,
  options: Parameters<typeof runClassify>[1],
): Promise<ClassifyLine> => {
  const output = new PassThrough();
  const said = text(output);
  const input = Readable.from([Buffer.from(JSON.stringify({ id: 1, text: passage }))]);
  await runClassify({ input, output, errors: new PassThrough() }, options);
  output.end();
  return classifyLine.parse(JSON.parse(await said));
};

/** The steps build on each other: each test goes on where the one before ended. */
describe.skipIf(!tiny.installed)('a model that was learned with an encoder', () => {
  const known = pilloried(1, '灰牌墙');

  it('is compared with the one in use, installed, and listed with its encoder', async () => {
    const { status, said, told } = await train({ model });
    expect(told).toContain('正在用编码模型读 120 段文字');
    expect(said).toContain(`编码模型：“新”用 ${print}，“现用”不用。`);
    expect(said).toContain('已安装为第 1 号模型');
    expect(said).toContain(`它判断时需要编码模型（${print}）：请在命令后加上 --model`);
    expect(status).toBe(0);
    expect(await hearing((say) => runModels({ database }, say))).toContain(`（用编码模型 ${print}）`);
  });

  it('judges with the same encoder, wherever it lies, and each text by its vector', async () => {
    const inUse: ModelInUse = (await modelOf({ database, model: copy }))!;
    expect(inUse.encoder).toBe(copy);
    expect(inUse.learned.encoder!.fingerprint.startsWith(print)).toBe(true);
    const [here, there] = [
      await classified(known, { database, model }),
      await classified(known, { database, model: copy }),
    ];
    expect(here.labels).toEqual(['D']);
    expect(there).toEqual(here);
  });

  it('judges nothing without its encoder or with another', async () => {
    await expect(classified(known, { database })).rejects.toMatchObject({
      name: 'UsageError',
      message: `数据库中的第 1 号模型是用编码模型（${print}）训练的，没有编码模型不能判断`,
    });
    await expect(classified(known, { database, model: other })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('训练时所用的是另一个编码模型'),
    });
  });

  it('is the same when it is learned again, and is not installed twice', async () => {
    const { status, said } = await train({ model: copy });
    expect(status).toBe(0);
    expect(said).toContain('第 1 号');
    expect(said).toContain('相同，不必安装');
  });

  it('is judged without its encoder where a new one has none or another, and the user hears it', async () => {
    const without = await train();
    expect(without.said).toContain(
      `编码模型：“新”不用；现用模型训练时用过 ${print}，本次没有给出，比较时“现用”一边不用编码模型`,
    );
    await runUse(1, { database }, { now: () => '2026-03-02T00:00:00.000Z', say: () => undefined });
    const withOther = await train({ model: other, force: true });
    expect(withOther.said).toMatch(/编码模型：“新”用 [0-9a-f]{12}；现用模型训练时用过/u);
    expect(withOther.said).toContain('已安装为');
    expect(await hearing((say) => runBack({ database }, say))).toContain(`判断时需要编码模型（${print}）`);
  });

  it('gives way to the one before, which needs no encoder', async () => {
    await runUse(0, { database }, { now: () => '2026-03-03T00:00:00.000Z', say: () => undefined });
    expect(await modelOf({ database })).toBeNull();
    const [plain, given] = [
      await classified(known, { database }),
      await classified(known, { database, model }),
    ];
    expect(given).toEqual(plain);
  });

  it('is written to a file with --save-to, and the bytes say which encoder', async () => {
    const path = join(folder, 'model.qgm');
    expect((await train({ saveTo: path, model })).status).toBe(0);
    const saved = decodeModel(readFileSync(path));
    expect(saved.encoder!.fingerprint.startsWith(print)).toBe(true);
    expect(saved.encoder!.weights.map((weights) => weights.length)).toEqual(
      new Array(5).fill(tiny.DIMENSIONS),
    );
  });
});
