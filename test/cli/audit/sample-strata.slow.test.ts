import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Certificate } from '../../../audit/index.js';
import { schemaOf } from '../../../cli/contracts.js';
import { frameTextOf, openStore, samplesOf } from '../../../store/index.js';
import { qinggui } from '../run.js';
import { confirmRows } from './confirm-rows.js';

/** Two strata, three looks, and a sample drawn before: each takes its part of what may go wrong. */
const SIZES = [40, 30] as const;
const [LOOKS, KNOWN] = [3, 15];

const ARTICLES = [
  '本市行政区域内的经营活动适用本办法，由第N科负责。',
  '违反第N项规定的，三年内不得申请许可。',
  '第N科应当将第N项检查结果记入档案，并向社会公布。',
  '经营者应当诚实守信，自觉接受第N科的监督。',
  '有第N种情形的，列入严重失信主体名单，向社会公布，并限制参加政府采购。',
  '第N科应当建立经营者名录，载明其名称、住所和第N项联系方式。',
  '有第N种情形的，由第N科约谈其负责人。',
];
const NUMBERS = '二三四五六七八九';

let folder: string;
let output: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qinggui-strata-'));
  output = join(folder, '结果');
  mkdirSync(join(folder, '规章'));
  for (let file = 0; file < 24; file++) {
    const articles = ARTICLES.map(
      (words, at) => `第${NUMBERS[at]}条　${words.replaceAll('N', String(file * 7 + at))}`,
    );
    const title = `清水市第${file}类经营活动管理办法`;
    writeFileSync(
      join(folder, '规章', `${file}.txt`),
      [
        title,
        `清政规〔2020〕${file + 1}号`,
        `第一条　为了管理第${file}类经营活动，制定本办法。`,
        ...articles,
      ].join('\n'),
    );
  }
  expect((await qinggui(['scan', join(folder, '规章'), '--output', output])).status).toBe(0);
  // The list of documents is made by the first command that needs it.
  expect((await ours('draw', '--size', '5', '--known', '0')).status).toBe(0);
  await confirmRows(output);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ours = (...args: string[]) => qinggui(['audit', 'sample', ...args, '--output', output]);

/** Scores of what was drawn from in the first sample. */
const openScores = async (): Promise<number[]> => {
  const store = await openStore(join(output, 'qinggui.db'));
  try {
    const { id } = (await samplesOf(store, '.'))[0]!;
    const lines = (await text(frameTextOf(store, id))).trim().split('\n');
    return lines
      .map((line) => JSON.parse(line) as { kind: string; score: number })
      .filter(({ kind }) => kind === 'open')
      .map(({ score }) => score)
      .sort((a, b) => a - b);
  } finally {
    await store.close();
  }
};

/** The task with the first answers filled in: by words, save that every fifth grave one is overlooked. */
const filled = async (name: string, until: number): Promise<string> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(output, '抽查任务.xlsx'));
  const sheet = book.worksheets[0]!;
  for (let number = 1; number <= until; number++) {
    const words = String(sheet.getCell(number + 2, 4).value);
    const isGrave = /严重失信主体名单/u.test(words) && number % 5 !== 0;
    sheet.getCell(number + 2, 5).value = isGrave ? 'DBP' : /第\d*3项检查结果/u.test(words) ? 'D' : '无';
  }
  const path = join(folder, name);
  await book.xlsx.writeFile(path);
  return path;
};

const certified = async (name: string): Promise<Certificate> => {
  const run = await ours('certificate', '--to', join(folder, name));
  expect(run.stderr).toBe('');
  const path = join(folder, name, '抽查证书.json');
  const verified = await qinggui(['audit', 'verify', path]);
  expect(verified.stdout).toContain('证书全部重算一致');
  expect(verified.status).toBe(0);
  const [certificate, frame] = await Promise.all(
    [path, join(folder, name, '抽查总体.jsonl')].map((each) => readFile(each, 'utf8')),
  );
  const isCertificate = ajv.compile(schemaOf('audit-certificate'));
  expect(isCertificate(JSON.parse(certificate!)), ajv.errorsText(isCertificate.errors)).toBe(true);
  const isLine = ajv.compile(schemaOf('audit-frame-line'));
  for (const line of frame!.trim().split('\n'))
    expect(isLine(JSON.parse(line)), ajv.errorsText(isLine.errors)).toBe(true);
  return JSON.parse(certificate!) as Certificate;
};
const ajv = new Ajv2020({ strict: false });

/** C(n, k), exact. */
const choose = (n: number, k: number): bigint => {
  if (k < 0 || k > n) return 0n;
  let value = 1n;
  for (let i = 1; i <= k; i++) value = (value * BigInt(n - k + i)) / BigInt(i);
  return value;
};

interface Counts {
  readonly population: number;
  readonly sample: number;
  readonly hits: number;
}

/**
 * The largest K with P(X ≤ hits) > 1/parts, in whole numbers alone and one K after the other from the largest possible down:
 * another way than the program's.
 */
const mostExactly = ({ population, sample, hits }: Counts, parts: bigint): number => {
  const all = choose(population, sample);
  for (let positives = population - sample + hits; positives > hits; positives--) {
    let favourable = 0n;
    for (let i = 0; i <= hits; i++)
      favourable += choose(positives, i) * choose(population - positives, sample - i);
    if (favourable * parts > all) return positives;
  }
  return hits;
};

/** What the certificate must say, from its counts alone. */
const boundBy = ({ tally, frame }: Certificate, parts: bigint): { most: number[]; recall: number } => {
  const most = tally.strata.map((stratum) => mostExactly(stratum, parts));
  const found = frame.positive + tally.strata.reduce((sum, { hits }) => sum + hits, 0);
  return { most, recall: found / (frame.positive + most.reduce((sum, each) => sum + each, 0)) };
};

describe('qinggui audit sample in strata, with several looks', () => {
  it('draws of each stratum what was fixed, and counts the sample that was drawn before', async () => {
    const scores = await openScores();
    const cut = scores[Math.floor(scores.length / 2)]!;
    const drawn = await ours(
      ...['draw', '--strata', String(cut), '--size', SIZES.join(','), '--known', String(KNOWN)],
      ...['--looks', String(LOOKS), '--seed', '第18期', '--again', '改为分层', '--recall', '0.6'],
    );
    expect(drawn.stderr).toBe('');
    const [below, above] = [
      scores.filter((score) => score < cut).length,
      scores.filter((s) => s >= cut).length,
    ];
    expect(drawn.stdout).toContain(`第 1 层：${below} 条中抽 40 条`);
    expect(drawn.stdout).toContain(`第 2 层：${above} 条中抽 30 条`);
    // All of a stratum would leave nothing to chance, and the test nothing to check.
    expect(Math.min(below - SIZES[0], above - SIZES[1])).toBeGreaterThan(10);
  });

  it('states at the first look what may be said there, and says that there are more', async () => {
    const all = SIZES[0] + SIZES[1] + KNOWN;
    const first = Math.ceil(all / LOOKS);
    await ours('read', await filled('一.xlsx', first - 1), '--number', '2');
    expect((await ours('certificate')).stderr).toContain('还不能出具证书：未答 1 条');
    expect((await ours('read', await filled('一.xlsx', first + 2))).status).toBe(0);
    expect((await ours('status')).stdout).toContain('分 3 次看结果，已到第 1 次');
    const certificate = await certified('一');
    const { tally, statement, questions } = certificate;
    expect(tally).toMatchObject({ look: 1, answered: first });
    expect(tally.strata.map(({ sample }) => sample)).toEqual(
      [0, 1].map((at) => questions.slice(0, first).filter(({ stratum }) => stratum === at).length),
    );
    // 1/20 over three looks and two strata.
    const { most, recall } = boundBy(certificate, 120n);
    expect(statement.plain.most).toEqual(most);
    expect(statement.plain.recall).toBeCloseTo(recall, 12);
  });

  it('states at the last look the sum of both strata, as computed here in whole numbers', async () => {
    const all = SIZES[0] + SIZES[1] + KNOWN;
    expect((await ours('read', await filled('全.xlsx', all))).status).toBe(0);
    const certificate = await certified('全');
    const { tally, statement, draws } = certificate;
    expect(tally).toMatchObject({ look: 3, answered: all });
    expect(tally.strata.map(({ sample }) => sample)).toEqual([...SIZES]);
    expect(tally.known.shown).toBe(KNOWN);
    expect(tally.known.found).toBeLessThan(KNOWN);
    // Found in either stratum, or the sum would show nothing.
    expect(tally.strata.reduce((sum, { hits }) => sum + hits, 0)).toBeGreaterThan(0);
    const { most, recall } = boundBy(certificate, 120n);
    // Another part of what may go wrong is another bound, or nothing is shown here.
    expect([60n, 40n, 240n].map((parts) => boundBy(certificate, parts).most)).not.toContainEqual(most);
    expect(statement.plain).toMatchObject({ most, total: most[0]! + most[1]! });
    expect(statement.plain.recall).toBeCloseTo(recall, 12);
    expect(statement.careful.total).toBeGreaterThan(statement.plain.total);
    // The better of two samples may have been picked: half of it again.
    expect(draws).toMatchObject({ number: 2, of: 2, reason: '改为分层' });
    const picked = boundBy(certificate, 240n);
    expect(statement.picked!.plain).toMatchObject({ most: picked.most });
    expect(statement.picked!.careful.total).toBeGreaterThan(statement.careful.total);
  });
});
