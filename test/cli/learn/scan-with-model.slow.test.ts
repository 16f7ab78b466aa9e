import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeModel, trainModel } from '../../../classifiers/index.js';
import type { ResultLine } from '../../../reports/index.js';
import { installModel, openStore, type Store } from '../../../store/index.js';
import { qinggui, type Run } from '../run.js';
import { pilloried, SMALL } from './small-corpus.js';

let folder: string;
let input: string;
let output: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-model-scan-'));
  input = join(folder, '规章');
  output = join(folder, '结果');
  mkdirSync(input);
  for (let at = 0; at < 3; at++)
    writeFileSync(
      join(input, `${at}.txt`),
      `清水市街区共治办法（${at}）\n\n第一条　为了街区整洁，制定本办法。\n\n第二条　${pilloried(at, '灰牌墙').slice(4)}\n\n清水市街区办公室\n2021年3月${at + 1}日\n`,
    );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scan = (): Promise<Run> => qinggui(['scan', input, '--output', output, '--no-ocr']);
const models = (...args: string[]): Promise<Run> => qinggui(['models', ...args, '--output', output]);
const labels = (): string[][] =>
  readFileSync(join(output, 'results.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ResultLine)
    .map((line) => (line.status === 'read' ? [...line.labels] : []));
const withStore = async (work: (store: Store) => Promise<unknown>): Promise<void> => {
  const store = await openStore(join(output, 'qinggui.db'));
  try {
    await work(store);
  } finally {
    await store.close();
  }
};
const D = [['D'], ['D'], ['D']];
const NONE = [[], [], []];

it('scans by the model of its database, and takes over what the model before had said', async () => {
  expect((await models('list')).stderr).toContain('找不到数据库');
  await scan();
  expect(labels()).toEqual(NONE);
  const bytes = trainModel([...SMALL.written, ...SMALL.references]);
  const { fingerprint, card } = decodeModel(bytes);
  await withStore((store) =>
    installModel(store, {
      bytes,
      fingerprint,
      card,
      figures: { corpus: { texts: 0, labels: [] }, decisions: { texts: 0, labels: [] } },
      basedOn: '',
      madeAt: '2026-03-01T00:00:00Z',
      note: '',
      judgements: 0,
    }),
  );
  const second = await scan();
  expect(second.stdout).not.toContain('未改动');
  expect(labels()).toEqual(D);
  expect(existsSync(join(output, '.qinggui-unpacked'))).toBe(false);
  expect((await scan()).stdout).toMatch(/其中3份未改动/u);
  expect((await models('back')).stdout).toContain('现在用清规自带的模型');
  expect((await scan()).stdout).toMatch(/其中3份未改动/u);
  expect(labels()).toEqual(NONE);
  expect((await models('use', '1')).stdout).toContain('现在用第 1 号');
  expect((await scan()).stdout).toMatch(/其中3份未改动/u);
  expect(labels()).toEqual(D);
  expect((await models()).stdout).toMatch(/现用\s+1/u);
  expect((await models('use', '7')).status).toBe(2);
});

it('judges by the same model in inspect, check and classify where the database is named', async () => {
  const database = ['--database', join(output, 'qinggui.db')];
  const line = JSON.stringify({ id: 1, text: pilloried(1, '灰牌墙') });
  expect(JSON.parse((await qinggui(['classify', ...database], line)).stdout)).toMatchObject({
    labels: ['D'],
  });
  expect(JSON.parse((await qinggui(['classify'], line)).stdout)).toMatchObject({ labels: [] });
  const inspect = ['inspect', join(input, '0.txt')];
  expect((await qinggui([...inspect, ...database])).stdout).toContain('模型判断');
  expect((await qinggui(inspect)).stdout).not.toContain('模型判断');
  expect((await qinggui(['check', join(input, '0.txt'), ...database])).status).not.toBe(2);
  const missing = await qinggui([...inspect, '--database', join(folder, '没有.db')]);
  expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('找不到数据库')]);
  expect(existsSync(join(folder, '没有.db'))).toBe(false);
});

it('tells once that the model is damaged, before the first file', async () => {
  await withStore((store) =>
    store.db
      .updateTable('models')
      .set({ bytes: Buffer.from('QGM1') })
      .execute(),
  );
  const run = await scan();
  expect([run.status, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toMatch(/错误：数据库中的第 1 号模型已损坏，不能使用\n建议：.*qinggui models back/u);
  await models('back');
  expect((await scan()).status).toBe(0);
});
