import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differences, reveal } from '../../../review/desk/differences.js';
import { syncDocuments } from '../../../review/desk/sync.js';
import { step } from '../../../review/desk/undo.js';
import { FIRST, SECOND, TestCollection } from '../collection.js';
import { CREDIT } from '../texts.js';
import { Work } from './work.js';

let desk: TestCollection;
let work: Work;
beforeEach(async () => {
  desk = await TestCollection.make();
  work = new Work(desk);
});
afterEach(() => desk.close());

const NOTHING = { words: null, document: null };

describe('undo', () => {
  it('changes nothing of the second reviewer’s once they have seen the first’s decisions', async () => {
    await desk.scan({ '市容.txt': CREDIT });
    const id = await work.idOf('市容');
    const { passages } = await work.view(id, SECOND);
    await work.judge(id, passages[0]!.key, 'D', 'rejected', SECOND);
    await work.confirm(id, SECOND);
    await work.confirm(id);
    await reveal(desk.context, id, SECOND, randomUUID());
    const before = await differences(desk.context, FIRST);
    expect(before.items.length).toBeGreaterThan(0);
    expect(await step(desk.context, 'undo', SECOND, randomUUID())).toEqual(NOTHING);
    expect(await differences(desk.context, FIRST)).toEqual(before);
  });

  it('takes back nothing of another collection in the same database', async () => {
    await desk.scan({ '市容.txt': CREDIT });
    await work.confirm(await work.idOf('市容'));
    const other = { ...desk.context, collection: '另一个' };
    await syncDocuments(other);
    expect(await step(other, 'undo', FIRST, randomUUID())).toEqual(NOTHING);
    expect((await work.list())[0]!.state).toBe('confirmed');
  });
});
