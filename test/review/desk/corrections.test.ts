import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { step } from '../../../review/desk/undo.js';
import type { Who } from '../../../review/server/desk.js';
import { FIRST, recognised, TestCollection } from '../collection.js';
import { CREDIT, SECOND_CREDIT } from '../texts.js';
import { Work } from './work.js';

let desk: TestCollection;
let work: Work;
beforeEach(async () => {
  desk = await TestCollection.make();
  work = new Work(desk);
});
afterEach(() => desk.close());

const OTHER: Who = { name: '组长', role: 'administrator', lane: 'first' };

/** Corrects the words at a place behind the beginning of 信用档案. */
const correct = async (
  id: number,
  [from, to]: readonly [number, number],
  replacement: string | null,
  who = FIRST,
) => {
  const { decisions } = await work.view(id);
  const at = CREDIT.indexOf('信用档案');
  const span = { start: at + from, end: at + to };
  const seen = decisions[`correction:${span.start}-${span.end}`]?.seq ?? 0;
  const after = replacement === null ? null : { original: '信用档案'.slice(from, to), replacement };
  return work.change(id, { kind: 'correction', span, seen, after }, who);
};

describe('a correction of recognised words', () => {
  it.each([
    ['overlaps another one', [1, 3], '用文', '重叠'],
    ['breaks a line', [2, 4], '档\n案', '换行'],
  ] as const)('that %s is refused, and the document can still be opened', async (_, place, words, why) => {
    await desk.scan({ '扫描.pdf': await recognised(CREDIT) });
    const id = await work.idOf('扫描.pdf');
    await correct(id, [0, 2], '信甩');
    await expect(correct(id, place, words)).rejects.toThrow(why);
    expect((await work.view(id)).text).toContain('信甩档案');
  });

  it('that is taken up again after somebody has corrected the same words leaves theirs', async () => {
    await desk.scan({ '扫描.pdf': await recognised(CREDIT) });
    const id = await work.idOf('扫描.pdf');
    await correct(id, [0, 2], '信甩');
    await step(desk.context, 'undo', FIRST, randomUUID());
    await correct(id, [1, 4], '用文书', OTHER);
    await step(desk.context, 'redo', FIRST, randomUUID());
    expect((await work.view(id)).text).toContain('信用文书');
  });

  it('can be taken back when other words stand there after another scan', async () => {
    await desk.scan({ '扫描.pdf': await recognised(CREDIT) });
    const id = await work.idOf('扫描.pdf');
    await correct(id, [0, 2], '信甩');
    await desk.scan({ '扫描.pdf': await recognised(CREDIT.slice(0, 60)) });
    expect((await work.view(id)).corrections).toMatchObject([{ outdated: true }]);
    await correct(id, [0, 2], null);
    expect((await work.view(id)).corrections).toEqual([]);
  });
});

describe('a corrected title', () => {
  const TITLE = '青岭区户外广告设施管理细则';
  const READ = '青岭区户外广告设施管埋细刚';
  const scan = async (text: string) => ({ '扫描.pdf': await recognised(`${CREDIT}\n\n${text}`) });
  const retitle = async (id: number, from: string, to: string | null) => {
    const { decisions, originals } = await work.view(id);
    const { text } = await recognised(`${CREDIT}\n\n${SECOND_CREDIT.replace(TITLE, READ)}`);
    const start = text.indexOf(READ);
    expect(originals.length).toBeGreaterThan(0);
    const span = { start, end: start + from.length };
    const seen = decisions[`correction:${span.start}-${span.end}`]?.seq ?? 0;
    const after = to === null ? null : { original: from, replacement: to };
    return work.change(id, { kind: 'correction', span, seen, after });
  };
  const listed = async () => (await work.list()).map(({ name, state }) => [name.slice(1, 6), state]);

  it('that parts a document in two puts the second one on the list, until it is taken back', async () => {
    await desk.scan(await scan(SECOND_CREDIT.replace(TITLE, READ)));
    expect(await listed()).toEqual([['清水市市容', 'pending']]);
    const id = await work.idOf('扫描.pdf');
    await retitle(id, READ, TITLE);
    expect(await listed()).toEqual([
      ['清水市市容', 'pending'],
      ['青岭区户外', 'pending'],
    ]);
    const second = (await work.list())[1]!.id;
    await work.confirm(second);
    await desk.scan(await scan(SECOND_CREDIT.replace(TITLE, READ)));
    expect(await listed()).toEqual([
      ['清水市市容', 'pending'],
      ['青岭区户外', 'confirmed'],
    ]);
    expect((await work.list())[1]!.id).toBe(second);
    await work.change(second, {
      kind: 'row',
      seen: (await work.view(second)).decisions.row!.seq,
      after: null,
    });
    await retitle(id, READ, null);
    const [, gone] = await work.list();
    expect(gone).toMatchObject({ state: 'clear', remark: '更正后，其内容已并入同一文件的其他公文' });
    await retitle(id, READ, TITLE);
    expect(await listed()).toEqual([
      ['清水市市容', 'pending'],
      ['青岭区户外', 'pending'],
    ]);
  });
});
