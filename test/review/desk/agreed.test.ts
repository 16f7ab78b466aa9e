import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Change, decisionRequest } from '../../../review/api.js';
import { decide } from '../../../review/desk/decide.js';
import { FIRST, SECOND, TestCollection } from '../collection.js';
import { SECOND_CREDIT } from '../texts.js';
import { Work } from './work.js';

let desk: TestCollection;
let work: Work;
let id: number;
let passage: string;
beforeEach(async () => {
  desk = await TestCollection.make();
  work = new Work(desk);
  await desk.scan({ '广告.txt': SECOND_CREDIT });
  id = await work.idOf('广告');
  passage = (await work.view(id)).passages[0]!.key;
});
afterEach(() => desk.close());

const agree = (change: Change) =>
  decide(
    desk.context,
    decisionRequest.parse({
      batch: randomUUID(),
      lane: 'agreed',
      items: [{ document: id, changes: [change] }],
    }),
    FIRST,
  );
const agreeOn = (seen: number, verdict: 'confirmed' | 'rejected' | null) =>
  agree({ kind: 'finding', passage, label: 'D', seen, after: verdict && { verdict } });
const agreeOnRow = (included: boolean) => agree({ kind: 'row', seen: 0, after: { included, print: '' } });

const seenOf = async () => (await work.view(id)).decisions[`finding:${passage}:D`]!.seq;
const listed = async () => (await work.list())[0];

describe('what two have agreed', () => {
  it('is not written before both are done', async () => {
    await work.confirm(id);
    await expect(agreeOn(0, 'rejected')).rejects.toThrow('两人都确认之后才能合议');
  });

  it('is not changed by a word of one of them alone', async () => {
    await work.confirm(id);
    await work.confirm(id, SECOND);
    await agreeOn(0, 'confirmed');
    await expect(work.judge(id, passage, 'D', 'rejected')).rejects.toThrow('已合议为“涉及”');
  });

  it('leaves each their own word once it is taken back, and the row can be confirmed', async () => {
    await work.judge(id, passage, 'D', 'rejected');
    await work.confirm(id, FIRST, false);
    await work.confirm(id, SECOND);
    await agreeOn(0, 'confirmed');
    await agreeOn(await seenOf(), null);
    const { decisions } = await work.view(id);
    expect(decisions[`finding:${passage}:D`]).toMatchObject({
      value: { verdict: 'rejected' },
      lane: 'first',
    });
    await work.confirm(id, FIRST, false);
    expect((await work.view(id)).decisions[`finding:${passage}:D`]!.value).toEqual({ verdict: 'rejected' });
  });

  it('is not overturned by a later confirmation that says otherwise', async () => {
    await work.confirm(id);
    await work.confirm(id, SECOND, false);
    await agreeOn(0, 'confirmed');
    await agreeOnRow(true);
    expect(await listed()).toMatchObject({ state: 'confirmed' });
    await work.confirm(id, FIRST, false);
    expect(await listed()).toMatchObject({
      state: 'pending',
      remark: '合议结果与初核不同，请按合议结果重新确认',
    });
  });
});
