import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DecisionEvent } from '../../../model/index.js';
import { exportFile } from '../../../review/desk/export.js';
import { logHead } from '../../../store/index.js';
import { FIRST, TestCollection } from '../collection.js';
import { CREDIT } from '../texts.js';
import { Work } from './work.js';

let desk: TestCollection;
beforeEach(async () => {
  desk = await TestCollection.make();
  await desk.scan({ '01 市容.txt': CREDIT });
});
afterEach(() => desk.close());

const lines = async (): Promise<unknown[]> => {
  const { bytes, name } = await exportFile(desk.context, 'log-jsonl', true, FIRST);
  expect(name).toBe('决定日志.jsonl');
  return new TextDecoder()
    .decode(bytes)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
};

/** As docs/exports.md says it is counted. */
const hashOf = (event: DecisionEvent): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        event.prev,
        event.seq,
        event.at,
        event.who,
        event.lane,
        event.document,
        JSON.stringify(event.about),
        event.subject,
        JSON.stringify(event.before),
        JSON.stringify(event.after),
        event.reason,
        event.batch,
        event.act,
        event.of,
      ]),
    )
    .digest('hex');

describe('the log as a file', () => {
  it('can be counted anew by anyone, from its first event to its end', async () => {
    const work = new Work(desk);
    const id = await work.idOf('市容');
    await work.write(id, 'summary', '“摘要”\n第二行 𠮷');
    await work.confirm(id);
    const all = await lines();
    const events = all.slice(0, -1) as DecisionEvent[];
    let prev = '';
    for (const [at, event] of events.entries()) {
      expect(event.seq).toBe(at + 1);
      expect(event.prev).toBe(prev);
      expect(hashOf(event)).toBe(event.hash);
      prev = event.hash;
    }
    expect(events.length).toBeGreaterThan(3);
    expect(all.at(-1)).toEqual({ end: true, events: events.length, head: (await logHead(desk.store)).hash });
  });

  it('says where it ends also when nothing was decided', async () => {
    expect(await lines()).toEqual([{ end: true, events: 0, head: '' }]);
  });
});
