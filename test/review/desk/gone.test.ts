import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportStateOf, openCounts } from '../../../review/desk/export-state.js';
import { TestCollection } from '../collection.js';
import { CREDIT, PLAIN } from '../texts.js';
import { Work } from './work.js';

let desk: TestCollection;
beforeEach(async () => {
  desk = await TestCollection.make();
});
afterEach(() => desk.close());

it('a confirmed row whose file is gone does not leave the ledger without a word', async () => {
  await desk.scan({ '市容.txt': CREDIT, '公园.txt': PLAIN });
  const work = new Work(desk);
  await work.confirm(await work.idOf('市容'));
  expect(exportStateOf(await openCounts(desk.context), false)).toEqual({ notes: [], refusal: null });
  await desk.scan({ '公园.txt': PLAIN });
  const state = exportStateOf(await openCounts(desk.context), false);
  expect(state.refusal?.message).toContain('1 份已确认但最近一次扫描没有再找到');
});
