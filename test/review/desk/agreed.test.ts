import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Change, decisionRequest } from '../../../review/api.js';
import { decide } from '../../../review/desk/decide.js';
import { differences } from '../../../review/desk/differences.js';
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

describe('words that are gone', () => {
  it('make no difference between two who have both confirmed what stands there now', async () => {
    await work.confirm(id);
    await desk.scan({ '广告.txt': SECOND_CREDIT.replace('记入信用档案', '记入个人信用档案') });
    expect((await work.view(id)).changed[0]).toContain('所指条款已被修改或删除');
    await work.confirm(id);
    await work.confirm(id, SECOND);
    expect(await listed()).toMatchObject({ state: 'confirmed', remark: '' });
    expect((await work.view(id)).changed).toEqual([]);
    expect(await differences(desk.context, FIRST)).toMatchObject({
      items: [],
      agreement: { findings: 1, observed: 1 },
    });
  });

  it('make none either where one has confirmed only what stood there before', async () => {
    await work.confirm(id);
    await work.confirm(id, SECOND);
    await desk.scan({ '广告.txt': SECOND_CREDIT.replace('记入信用档案', '记入个人信用档案') });
    await work.confirm(id);
    const subjects = (await differences(desk.context, FIRST)).items.map(({ subject }) => subject);
    expect(subjects).not.toContain(`finding:${passage}:D`);
  });
});
