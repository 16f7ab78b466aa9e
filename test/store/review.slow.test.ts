import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SubjectValue } from '../../model/index.js';
import {
  allEvents,
  appendDecisions,
  batchesOf,
  DecisionConflict,
  eventsOf,
  type NewBatch,
  type NewDecision,
  openStore,
  type Store,
  verifyLog,
} from '../../store/index.js';
import { TestCollection } from '../review/collection.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../review/texts.js';
import { DIALECTS, freshDatabases } from './databases.js';

const { fresh } = freshDatabases();

const ABOUT = { source: '一.docx', part: 0, hash: 'ab', title: '某办法' };

const decision = (
  subject: string,
  after: SubjectValue,
  seen = 0,
  more: Partial<NewDecision> = {},
): NewDecision => ({
  lane: 'first',
  document: 1,
  about: ABOUT,
  subject,
  after,
  seen,
  ...more,
});

const batch = (decisions: readonly NewDecision[], more: Partial<NewBatch> = {}): NewBatch => ({
  who: '甲',
  at: '2026-03-01T00:00:00.000Z',
  batch: randomUUID(),
  act: 'do',
  of: null,
  reason: '',
  decisions,
  ...more,
});

describe.each(DIALECTS)('the log of decisions on %s', (dialect) => {
  let store: Store;
  let target: string;
  beforeEach(async ({ skip }) => {
    const found = await fresh(dialect);
    if (found === null) return skip('PostgreSQL does not start on this machine');
    target = found;
    store = await openStore(target);
  });
  afterEach(() => store?.close());

  it('keeps what was before and after, and each hash holds the one before', async () => {
    await appendDecisions(store, batch([decision('cell:phone', '1')]));
    await appendDecisions(store, batch([decision('cell:phone', '2', 1)], { reason: '写错了' }));
    const events = await eventsOf(store, [1]);
    expect(events.map(({ before, after, seq, reason }) => [seq, before, after, reason])).toEqual([
      [1, null, '1', ''],
      [2, '1', '2', '写错了'],
    ]);
    expect(events[1]!.prev).toBe(events[0]!.hash);
    expect(await verifyLog(store)).toEqual({ whole: true, events: 2, head: events[1]!.hash });
  });

  it('writes nothing of a batch of which one decision comes too late', async () => {
    await appendDecisions(store, batch([decision('cell:phone', '1')]));
    const late = appendDecisions(
      store,
      batch([decision('cell:summary', '摘要'), decision('cell:phone', '2')]),
    );
    await expect(late).rejects.toThrow(DecisionConflict);
    expect(await verifyLog(store)).toMatchObject({ whole: true, events: 1 });
  });

  it('takes a batch that comes twice once, and a decision that says what holds already not at all', async () => {
    const first = batch([decision('cell:phone', '1')]);
    const [written] = await appendDecisions(store, first);
    expect(await appendDecisions(store, first)).toEqual([written]);
    expect(await appendDecisions(store, batch([decision('cell:phone', '1')]))).toEqual([]);
  });

  it('keeps its order where two processes write at once', async () => {
    const counts = await Promise.all([writer('甲', 'own', 40), writer('乙', 'own', 40)]);
    expect(counts).toEqual([40, 40]);
    expect(await verifyLog(store)).toMatchObject({ whole: true, events: 80 });
  });

  it('lets one of two processes win each time when both decide the same', async () => {
    const [a, b] = await Promise.all([writer('甲', 'same', 20), writer('乙', 'same', 20)]);
    expect(a! + b!).toBe(20);
    expect(await verifyLog(store)).toMatchObject({ whole: true, events: 20 });
  });

  /** A process that decides on documents of its own, or on those of others; gives how many decisions were taken. */
  const writer = (who: string, which: 'own' | 'same', count: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const dist = new URL('../../dist/store/index.js', import.meta.url).href;
      const script = `
        const { openStore, appendDecisions, DecisionConflict } = await import(${JSON.stringify(dist)});
        const store = await openStore(${JSON.stringify(target)});
        let taken = 0;
        for (let at = 1; at <= ${count}; at++) {
          const document = at + ${which === 'own' && who === '乙' ? 1000 : 0};
          const about = { source: 'x', part: 0, hash: '', title: '' };
          const decisions = [{ lane: 'first', document, about, subject: 'cell:phone', after: ${JSON.stringify(who)}, seen: 0 }];
          try {
            await appendDecisions(store, { who: ${JSON.stringify(who)}, at: 'now', batch: crypto.randomUUID(), act: 'do', of: null, reason: '', decisions });
            taken++;
          } catch (error) {
            if (!(error instanceof DecisionConflict)) throw error;
          }
        }
        await store.close();
        console.log(taken);`;
      execFile(process.execPath, ['--input-type=module', '-e', script], (error, said) =>
        error ? reject(error) : resolve(Number(said)),
      );
    });

  it.each([
    ['a changed word', sql`update decisions set after = '"9"' where seq = 2`, 'changed', 2],
    ['another name', sql`update decisions set who = '乙' where seq = 3`, 'changed', 3],
    ['a missing event', sql`delete from decisions where seq = 2`, 'gap', 2],
    ['a missing end', sql`delete from decisions where seq = 3`, 'end', 3],
    ['events that changed places', sql`update decisions set seq = 5 - seq where seq in (2, 3)`, 'changed', 2],
  ])('tells of %s', async (_, change, broken, seq) => {
    for (const [at, words] of ['一', '二', '三'].entries())
      await appendDecisions(store, batch([decision('cell:phone', words, at)]));
    if (dialect === 'postgres' && broken === 'changed' && seq === 2 && _.startsWith('events'))
      await sql`alter table decisions drop constraint decisions_pkey`.execute(store.db);
    if (dialect === 'sqlite' && _.startsWith('events')) {
      // SQLite checks the key row by row.
      await sql`update decisions set seq = 9 where seq = 2`.execute(store.db);
      await sql`update decisions set seq = 2 where seq = 3`.execute(store.db);
      await sql`update decisions set seq = 3 where seq = 9`.execute(store.db);
    } else await change.execute(store.db);
    expect(await verifyLog(store)).toMatchObject({ whole: false, broken, seq });
  });

  it('is whole after whatever persons have decided, and says of each subject what came last', async () => {
    const subjects = ['cell:phone', 'cell:summary', 'row', 'finding:0123456789ab.0:D'];
    const step = fc.record({
      subject: fc.constantFrom(...subjects),
      document: fc.integer({ min: 1, max: 3 }),
      after: fc.option(fc.string({ maxLength: 5, unit: 'grapheme' })),
    });
    let document = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        document += 10;
        const base = document;
        const known = new Map<string, { seq: number; value: string | null }>();
        for (const { subject, document: number, after } of steps) {
          const key = `${number} ${subject}`;
          const seen = known.get(key)?.seq ?? 0;
          const [event] = await appendDecisions(
            store,
            batch([decision(subject, after, seen, { document: base + number })]),
          );
          if (event) known.set(key, { seq: event.seq, value: after });
        }
        const last = new Map<string, SubjectValue>();
        for (const { document: number, subject, after } of await eventsOf(store, [
          base + 1,
          base + 2,
          base + 3,
        ]))
          last.set(`${number - base} ${subject}`, after);
        expect(last).toEqual(new Map([...known].map(([key, { value }]) => [key, value])));
        expect((await verifyLog(store)).whole).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('is gone through from the beginning in pages', async () => {
    await appendDecisions(
      store,
      batch(
        Array.from({ length: 2_500 }, (_, at) => decision('cell:phone', String(at), 0, { document: at + 1 })),
      ),
    );
    let count = 0;
    for await (const { seq } of allEvents(store)) expect(seq).toBe(++count);
    expect(count).toBe(2_500);
    expect(await batchesOf(store, '甲', ['first'])).toHaveLength(1);
  });
});

describe.each(DIALECTS)('the list of documents on %s', (dialect) => {
  it('finds documents by words, and keeps their numbers from scan to scan', async ({ skip }) => {
    const target = await fresh(dialect);
    if (target === null) return skip('PostgreSQL does not start on this machine');
    const collection = await TestCollection.make(target);
    const { documentList } = await import('../../review/desk/list.js');
    const { listQuery } = await import('../../review/api.js');
    const { FIRST } = await import('../review/collection.js');
    const list = async (query: Record<string, string>) =>
      (await documentList(collection.context, listQuery.parse(query), FIRST)).documents;
    try {
      await collection.scan({ '一.txt': CREDIT, '二.txt': PLAIN, '三.txt': SECOND_CREDIT });
      const ids = new Map((await list({})).map(({ source, id }) => [source, id]));
      expect((await list({ q: '信用档案' })).map(({ source }) => source)).toEqual(['一.txt', '三.txt']);
      expect((await list({ q: '恶劣天气' })).map(({ source }) => source)).toEqual(['二.txt']);
      expect(await list({ q: `' or 1=1; drop table files; --` })).toEqual([]);
      await collection.scan({
        '一.txt': CREDIT,
        '二.txt': PLAIN.replace('二十二时', '二十三时'),
        '四.txt': SECOND_CREDIT,
      });
      const after = await list({});
      expect(after.map(({ source, id }) => [source, id])).toEqual([
        ['一.txt', ids.get('一.txt')],
        ['二.txt', ids.get('二.txt')],
        ['四.txt', ids.get('三.txt')],
      ]);
      const { placeInList } = await import('../../review/desk/list.js');
      const queries: Record<string, string>[] = [
        {},
        { sort: 'doubt' },
        { sort: 'name' },
        { sort: 'year' },
        { q: '清水市' },
        { state: 'pending' },
      ];
      for (const query of queries) {
        const ids = (await list(query)).map(({ id }) => id);
        for (const [at, id] of ids.entries())
          expect(await placeInList(collection.context, id, listQuery.parse(query), FIRST)).toMatchObject({
            number: at + 1,
            total: ids.length,
            previous: ids[at - 1] ?? null,
            next: ids[at + 1] ?? null,
          });
      }
      const [first, clear, last] = after.map(({ id }) => id);
      const place = (id: number) =>
        placeInList(collection.context, id, listQuery.parse({ state: 'pending' }), FIRST);
      // Nothing was found in the second: it is in no list of the pending, but whoever stands there can go on.
      expect(await place(clear!)).toEqual({
        number: 2,
        total: 3,
        previous: first,
        next: last,
        nextPending: last,
      });
      expect(await place(last!)).toMatchObject({ number: 2, total: 2, next: null, nextPending: first });
      expect((await list({ q: '二十三时' })).map(({ source }) => source)).toEqual(['二.txt']);
      expect(await list({ q: '二十二时' })).toEqual([]);
    } finally {
      await collection.close();
    }
  });
});
