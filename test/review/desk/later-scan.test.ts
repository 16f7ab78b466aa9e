import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReviewDesk } from '../../../review/desk/desk.js';
import { TestCollection } from '../collection.js';
import { CREDIT, SECOND_CREDIT } from '../texts.js';
import { Work } from './work.js';

let desk: TestCollection;
let work: Work;
beforeEach(async () => {
  desk = await TestCollection.make();
  work = new Work(desk);
});
afterEach(() => desk.close());

describe('a scan that ends while the page is open', () => {
  it('is taken in before anything goes out: what it has found is not left out unsaid', async () => {
    await desk.scan({ '市容.txt': CREDIT });
    const open = new ReviewDesk(desk.context);
    await work.confirm(await work.idOf('市容'));
    expect((await open.exportState(false)).notes).toEqual([]);
    await desk.scan({ '市容.txt': CREDIT, '广告.txt': SECOND_CREDIT }, undefined, []);
    expect((await open.exportState(false)).notes).toEqual(['另有 1 份待确认，未列入']);
  });
});
