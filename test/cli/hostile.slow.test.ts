import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultLine } from '../../reports/index.js';
import { HOSTILE } from '../fixtures/hostile/index.js';
import { type Written, writeHostile } from '../fixtures/hostile/write-all.js';
import { ended, type Run, start } from './run.js';
import { type TreeMemory, watchMemory } from './tree-memory.js';

/** The scanned one of the examples needs recognition, which this test leaves out: it takes a minute of its own. */
const GOOD = 'corpus/examples';
const NO_OCR = '--no-ocr';
/** Seconds for a file: what hangs is found, and a busy machine is no failure. */
const PATIENT = ['--timeout', '600'];

const folder = mkdtempSync(join(tmpdir(), 'qinggui-attack-'));
const input = join(folder, 'in');
/** Where the program puts what it needs for a while. */
const temporary = join(folder, 'tmp');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scan = async (output: string): Promise<Run & { readonly memory: TreeMemory }> => {
  const child = start(
    [
      'scan',
      input,
      '--profile',
      'corpus/profile.json',
      '--output',
      join(folder, output),
      NO_OCR,
      '--all-provisions',
      ...PATIENT,
    ],
    { TMPDIR: temporary },
  );
  const stop = watchMemory(child.pid!);
  const run = await ended(child);
  return { ...run, memory: stop() };
};

const linesOf = (output: string): ResultLine[] =>
  readFileSync(join(folder, output, 'results.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ResultLine);

/** Names of everything below a folder, links not followed. */
const namesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();

/** Megabytes: what a reading process may hold (--memory) with what it takes until its watch looks again, and the scan itself. */
const MOST = { child: 1_700, parent: 700 };

let written: readonly Written[];
let alone: readonly ResultLine[];
let beside: readonly ResultLine[];
let before: readonly string[];
let memory: TreeMemory;

beforeAll(async () => {
  mkdirSync(input);
  mkdirSync(temporary);
  cpSync(GOOD, join(input, 'good'), { recursive: true });
  expect((await scan('alone')).status).toBe(0);
  alone = linesOf('alone');
  written = await writeHostile(join(input, 'hostile'));
  before = namesBelow(input);
  const run = await scan('beside');
  expect(run.status, run.stderr).toBe(0);
  beside = linesOf('beside');
  memory = run.memory;
}, 1_800_000);

describe('a folder of good and hostile files', () => {
  it('gives the good ones the results that they have alone', () => {
    const good = beside.filter(({ source }) => source.startsWith('good/'));
    expect(good.map(withoutNumber)).toEqual(alone.map(withoutNumber));
  });

  it('gives each hostile file its line, read or with its reason in Chinese', () => {
    const hostile = new Map(beside.map((line) => [line.source, line]));
    const wrong = written.flatMap(({ name, outcome }) => {
      // Sources are shown with control characters made visible: a file is found by the order that is left.
      const line = hostile.get(`hostile/${name}`);
      const found = line?.status === 'read' ? 'read' : line?.reason?.code;
      return line && found !== outcome && found !== 'unpacked' ? [`${name}: ${found}, not ${outcome}`] : [];
    });
    expect(wrong).toEqual([]);
    const sources = new Set(beside.flatMap(({ source }) => /^hostile\/([^/]+)/u.exec(source)?.[1] ?? []));
    expect(sources.size).toBeGreaterThanOrEqual(HOSTILE.length);
    for (const line of beside)
      if (line.status !== 'read') expect(line.reason?.message).toMatch(/\p{Script=Han}/u);
  });

  it('keeps its memory and that of its reading processes under their caps', () => {
    expect(memory.child).toBeLessThan(MOST.child);
    expect(memory.parent).toBeLessThan(MOST.parent);
    // Where there is a /proc, the reading processes were found: each holds more than this when it starts.
    if (existsSync('/proc/self/status')) expect(Math.min(memory.child, memory.parent)).toBeGreaterThan(30);
  });

  it('writes nothing outside the output folder', () => {
    expect(namesBelow(input)).toEqual(before);
    expect(namesBelow(temporary)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['alone', 'beside', 'in', 'tmp']);
    expect(readdirSync(tmpdir()).filter((name) => name.includes('evil'))).toEqual([]);
  });
});

/** What became of a file and of all that is packed in it; where it is the copy of another, what became of that. */
const linesBelow = (source: string): ResultLine[] =>
  beside
    .filter((line) => `${line.source}/`.startsWith(`${source}/`))
    .flatMap((line) => (isCopy(line) ? beside.filter(({ hash }) => hash === line.hash) : [line]))
    .filter((line) => !isCopy(line));
const isCopy = (line: ResultLine): boolean => line.status !== 'read' && line.reason.code === 'duplicate';

describe('a file that attacks is read right or refused for its reason', () => {
  it.each(HOSTILE.map((file) => [file.name, file.attack, file] as const))(
    '%s: %s',
    (name, _, { outcome, says }) => {
      const lines = linesBelow(`hostile/${name}`);
      const reasons = lines.flatMap((line) => (line.status === 'read' ? [] : [line.reason]));
      const texts = lines.flatMap((line) => (line.status === 'read' ? [line.provisions] : []));
      const codes = reasons.map(({ code }) => code);
      if (outcome === 'read') expect(texts.length, `${codes}`).toBeGreaterThan(0);
      else expect([texts.length, codes]).toEqual([0, expect.arrayContaining([outcome])]);
      if (says) expect(JSON.stringify([texts, reasons]).replace(/\s/gu, '')).toContain(says);
    },
  );
});

/** Rows are counted through the folder. */
const withoutNumber = (line: ResultLine): ResultLine =>
  line.status === 'read' && line.ledger ? { ...line, ledger: { ...line.ledger, number: null } } : line;
