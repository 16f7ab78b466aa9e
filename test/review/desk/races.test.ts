import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { syncDocuments } from '../../../review/desk/sync.js';
import { TestCollection } from '../collection.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../texts.js';
import { Work } from './work.js';

let desk: TestCollection;
let work: Work;
beforeEach(async () => {
  desk = await TestCollection.make();
  work = new Work(desk);
});
afterEach(() => desk.close());

const FILES = { '01 市容.txt': CREDIT, '02 公园.txt': PLAIN, '03 广告.txt': SECOND_CREDIT };

describe('several at once', () => {
  it('that take in the same scan make each document once', async () => {
    await desk.scan(FILES, undefined, [syncDocuments, syncDocuments]);
    expect((await work.list()).map(({ source }) => source)).toEqual(Object.keys(FILES));
  });
});
