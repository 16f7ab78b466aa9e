import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dropPartials, writeOutput } from '../../cli/outputs.js';
import { announceOutput, openStore, type Store } from '../../store/index.js';

let folder: string;
let store: Store;
let rendered: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-outputs-'));
  mkdirSync(join(folder, 'out'));
  store = await openStore(join(folder, 'test.db'));
  rendered = 0;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (fingerprint: string, editable = true) =>
  writeOutput({
    store,
    collection: '.',
    folder: join(folder, 'out'),
    name: '台账.xlsx',
    fingerprint,
    editable,
    render: async (path) => {
      rendered += 1;
      writeFileSync(path, `content of ${fingerprint}`);
    },
  });
const ledger = (): string => join(folder, 'out', '台账.xlsx');
const names = (): string[] => readdirSync(join(folder, 'out')).sort();

it('writes once and again only when what it is made from has changed', async () => {
  await write('one');
  await write('one');
  expect(rendered).toBe(1);
  await write('two');
  expect(rendered).toBe(2);
  expect(readFileSync(ledger(), 'utf8')).toBe('content of two');
  expect(names()).toEqual(['台账.xlsx']);
});

it('writes again what was deleted', async () => {
  await write('one');
  rmSync(ledger());
  await write('one');
  expect(readFileSync(ledger(), 'utf8')).toBe('content of one');
});

it("keeps a person's edits under the next free name, each time", async () => {
  await write('one');
  writeFileSync(ledger(), 'edited');
  expect(await write('one')).toMatchObject({ keptAs: join(folder, 'out', '台账.人工修改1.xlsx') });
  writeFileSync(ledger(), 'edited again');
  expect(await write('two')).toMatchObject({ keptAs: join(folder, 'out', '台账.人工修改2.xlsx') });
  expect(await write('three')).not.toHaveProperty('keptAs');
  expect(readFileSync(join(folder, 'out', '台账.人工修改1.xlsx'), 'utf8')).toBe('edited');
  expect(readFileSync(join(folder, 'out', '台账.人工修改2.xlsx'), 'utf8')).toBe('edited again');
  expect(readFileSync(ledger(), 'utf8')).toBe('content of three');
});

it('keeps a file of that name that it knows nothing of', async () => {
  writeFileSync(ledger(), 'from another year');
  expect(await write('one')).toHaveProperty('keptAs');
});

it('replaces what only machines read without keeping it', async () => {
  writeFileSync(ledger(), 'stale');
  expect(await write('one', false)).not.toHaveProperty('keptAs');
  expect(names()).toEqual(['台账.xlsx']);
});

it('knows its own file again after the process ended between rename and confirmation', async () => {
  await write('one');
  const { createHash } = await import('node:crypto');
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  await announceOutput(store, '.', '台账.xlsx', { current: hash('content of one'), pending: hash('new') });
  expect(await write('two')).not.toHaveProperty('keptAs');
  await announceOutput(store, '.', '台账.xlsx', { current: hash('content of two'), pending: hash('new') });
  writeFileSync(ledger(), 'new');
  expect(await write('two')).not.toHaveProperty('keptAs');
  expect(readFileSync(ledger(), 'utf8')).toBe('content of two');
});

it('leaves the old file and no half of a new one when rendering fails', async () => {
  await write('one');
  const failing = writeOutput({
    store,
    collection: '.',
    folder: join(folder, 'out'),
    name: '台账.xlsx',
    fingerprint: 'two',
    editable: true,
    render: async (path) => {
      writeFileSync(path, 'half');
      throw new Error('broken');
    },
  });
  await expect(failing).rejects.toThrow('broken');
  expect(names()).toEqual(['台账.xlsx']);
  expect(readFileSync(ledger(), 'utf8')).toBe('content of one');
});

it('removes the halves that a killed process has left, and nothing else', async () => {
  for (const name of ['.qinggui-partial-台账.xlsx', '.qinggui-partial-台账.xlsx.partial', '笔记.txt'])
    writeFileSync(join(folder, 'out', name), 'half');
  await dropPartials(join(folder, 'out'));
  expect(names()).toEqual(['笔记.txt']);
});

it.each(['EBUSY', 'EPERM'])('says in Chinese that a program holds the file open (%s)', async (code) => {
  const locked = writeOutput({
    store,
    collection: '.',
    folder: join(folder, 'out'),
    name: '台账.xlsx',
    fingerprint: 'one',
    editable: true,
    render: async () => {
      throw Object.assign(new Error('locked'), { code });
    },
  });
  await expect(locked).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringContaining('正被其他程序占用'),
    advice: expect.stringContaining('Excel'),
  });
});
