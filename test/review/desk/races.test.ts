import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decisionRequest } from '../../../review/api.js';
import { decide } from '../../../review/desk/decide.js';
import { syncDocuments } from '../../../review/desk/sync.js';
import type { Who } from '../../../review/server/desk.js';
import { FIRST, TestCollection } from '../collection.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../texts.js';
import { Work } from './work.js';

let desk: TestCollection;
let work: Work;
beforeEach(async () => {
  desk = await TestCollection.make();
  work = new Work(desk);
});
afterEach(() => desk.close());

const OTHER: Who = { name: '组长', role: 'administrator', lane: 'first' };
const FILES = { '01 市容.txt': CREDIT, '02 公园.txt': PLAIN, '03 广告.txt': SECOND_CREDIT };

describe('several at once', () => {
  it('that take in the same scan make each document once', async () => {
    await desk.scan(FILES, undefined, [syncDocuments, syncDocuments]);
    expect((await work.list()).map(({ source }) => source)).toEqual(Object.keys(FILES));
  });

  it('do not make a conflict of a request that comes again', async () => {
    await desk.scan(FILES);
    const id = await work.idOf('市容');
    const { print } = await work.view(id);
    const request = decisionRequest.parse({
      batch: randomUUID(),
      items: [{ document: id, changes: [{ kind: 'row', seen: 0, after: { included: true, print } }] }],
    });
    await decide(desk.context, request, FIRST);
    await work.write(id, 'summary', '另一人改', OTHER);
    expect(await decide(desk.context, request, FIRST)).toEqual({ documents: [id] });
    await expect(decide(desk.context, request, OTHER)).rejects.toThrow('批次号');
    expect((await work.list())[0]!.state).toBe('pending');
  });

  it('that write on one document leave the list as the last one has made it', async () => {
    await desk.scan(FILES);
    const id = await work.idOf('市容');
    const { passages } = await work.view(id);
    const { analyseAgain } = desk.context.reanalysis;
    let waiting = 0;
    // What is read first is written last.
    const context = {
      ...desk.context,
      reanalysis: {
        analyseAgain: async (request: Parameters<typeof analyseAgain>[0]) => {
          const result = await analyseAgain(request);
          if (waiting++ === 0) await work.confirm(id);
          return result;
        },
      },
    };
    const [{ key, findings }] = passages as [(typeof passages)[number]];
    const change = { kind: 'finding' as const, passage: key, label: findings[0]!.label, seen: 0 };
    const request = decisionRequest.parse({
      batch: randomUUID(),
      items: [{ document: id, changes: [{ ...change, after: { verdict: 'rejected' } }] }],
    });
    await decide(context, request, FIRST);
    expect((await work.list())[0]!.state).toBe('confirmed');
  });
});
