import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeModel, openEncoder, seeTexts, trainModel } from '../../../classifiers/index.js';
import type { ResultLine } from '../../../reports/index.js';
import { installModel, openStore } from '../../../store/index.js';
import * as tiny from '../../classifiers/encoder-model.js';
import { qinggui, type Run } from '../run.js';
import { pilloried, SMALL } from './small-corpus.js';

let folder: string;
let input: string;
let output: string;
let database: string;
let model: string;
let other: string;

beforeAll(async () => {
  if (!tiny.installed) return;
  folder = mkdtempSync(join(tmpdir(), 'qinggui-scan-encoder-'));
  input = join(folder, '规章');
  output = join(folder, '结果');
  database = join(output, 'qinggui.db');
  for (const each of [input, output]) mkdirSync(each);
  for (let at = 0; at < 3; at++)
    writeFileSync(
      join(input, `${at}.txt`),
      `清水市街区共治办法（${at}）\n\n第一条　为了街区整洁，制定本办法。\n\n第二条　${pilloried(at, '灰牌墙').slice(4)}\n\n清水市街区办公室\n2021年3月${at + 1}日\n`,
    );
  model = await tiny.writeFiles({ ...tiny.SETTINGS, 'onnx/model.onnx': tiny.tokenModel() });
  other = await tiny.writeFiles({
    ...tiny.SETTINGS,
    'onnx/model.onnx': tiny.tokenModel('last_hidden_state', tiny.scattered(tiny.TABLE.length, 8)),
  });
  const encoder = await openEncoder(model);
  const provisions = [...SMALL.written, ...SMALL.references];
  const seen = await seeTexts(
    encoder,
    provisions.map(({ text }) => text),
  );
  await encoder.close();
  const bytes = trainModel(provisions, 1, seen);
  const learned = decodeModel(bytes);
  const store = await openStore(database);
  await installModel(store, {
    bytes,
    fingerprint: learned.fingerprint,
    card: { ...learned.card, encoder: encoder.fingerprint },
    figures: { corpus: { texts: 0, labels: [] }, decisions: { texts: 0, labels: [] } },
    basedOn: '',
    madeAt: '2026-03-01T00:00:00Z',
    note: '',
    judgements: 0,
  });
  await store.close();
});
afterAll(() => {
  for (const each of [folder, model, other]) if (each) rmSync(each, { recursive: true, force: true });
});

const scan = (...args: string[]): Promise<Run> =>
  qinggui(['scan', input, '--output', output, '--no-ocr', ...args]);
const labels = (): (readonly string[])[] =>
  readFileSync(join(output, 'results.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ResultLine)
    .map((line) => (line.status === 'read' ? line.labels : ['未能读取']));

/** The steps build on each other: each test goes on where the one before ended. */
describe.skipIf(!tiny.installed)('a scan by a model that was learned with an encoder', () => {
  it('is refused before the first file without the encoder, with another and with no folder at all', async () => {
    const without = await scan();
    expect([without.status, without.stdout]).toEqual([2, '']);
    expect(without.stderr).toMatch(/第 1 号模型是用编码模型（[0-9a-f]{12}）训练的.*\n建议：.*--model/u);
    const wrong = await scan('--model', other);
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('训练时所用的是另一个编码模型');
    expect((await scan('--model', join(folder, '没有'))).stderr).toContain('找不到模型文件夹');
  });

  it('reads every file with it, and keeps what was made', async () => {
    const run = await scan('--model', model);
    expect(run.stderr).not.toContain('注意');
    expect(run.status).toBe(0);
    expect(labels()).toEqual([['D'], ['D'], ['D']]);
    expect((await scan('--model', model)).stdout).toMatch(/其中3份未改动/u);
  });

  it('inspect, check and classify judge with it as well', async () => {
    const by = ['--database', database, '--model', model];
    const file = join(input, '0.txt');
    expect((await qinggui(['inspect', file, ...by])).stdout).toContain('模型判断');
    expect((await qinggui(['check', file, ...by])).status).not.toBe(2);
    const line = JSON.stringify({ id: 1, text: pilloried(1, '灰牌墙') });
    expect(JSON.parse((await qinggui(['classify', ...by], line)).stdout)).toMatchObject({ labels: ['D'] });
    for (const command of [['inspect', file], ['check', file], ['classify']]) {
      const refused = await qinggui([...command, '--database', database], line);
      expect([refused.status, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toContain('没有编码模型不能判断');
    }
  });

  it('one step back, it needs no encoder, and says that the one given has no effect', async () => {
    expect((await qinggui(['models', 'back', '--output', output])).status).toBe(0);
    const plain = await scan();
    expect([plain.status, plain.stderr.includes('注意')]).toEqual([0, false]);
    expect(labels()).toEqual([[], [], []]);
    const given = await scan('--model', model);
    expect(given.status).toBe(0);
    expect(given.stderr).toContain('--model 对判断不起作用');
    expect(labels()).toEqual([[], [], []]);
  });
});
