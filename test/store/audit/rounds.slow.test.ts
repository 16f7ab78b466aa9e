import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditReply, AuditReport } from '../../../model/index.js';
import {
  addReplies,
  addRound,
  auditRevision,
  openStore,
  repliesOf,
  roundsOf,
  type Store,
} from '../../../store/index.js';
import { DIALECTS, freshDatabases } from '../databases.js';

const { fresh } = freshDatabases();
const AT = '2026-03-01T00:00:00.000Z';
const report = (documents: number): AuditReport => ({
  ledgers: [],
  documents,
  flagged: 0,
  unread: 0,
  since: null,
  units: [],
  issuer: '',
  matches: [],
  items: [],
});
const reply = (kind: AuditReply['kind'], words = ''): AuditReply => ({
  item: 'a1b2c3d4e5f6',
  kind,
  words,
  at: AT,
  who: '甲',
});

describe.each(DIALECTS)('comparisons on %s', (dialect) => {
  let store: Store;
  beforeEach(async ({ skip }) => {
    const made = await fresh(dialect);
    if (made === null) return skip('PostgreSQL does not start here');
    store = await openStore(made);
  });
  afterEach(async () => {
    await store?.close();
  });

  it('are numbered; the same one once more is the one that is there', async () => {
    expect(await addRound(store, '.', report(1), AT)).toEqual({ number: 1, at: AT, report: report(1) });
    expect(await addRound(store, '.', report(1), '2026-04-01T00:00:00.000Z')).toMatchObject({
      number: 1,
      at: AT,
    });
    await addRound(store, '.', report(2), AT);
    await addRound(store, 'other', report(3), AT);
    expect(
      (await roundsOf(store, '.')).map(({ number, report: { documents } }) => [number, documents]),
    ).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('keep all that was said of an item; what was said last is not said twice', async () => {
    const said = [reply('accepted'), reply('accepted'), reply('closed', '已补报'), reply('accepted')];
    expect(await addReplies(store, '.', said)).toHaveLength(3);
    expect(await addReplies(store, '.', [reply('accepted')])).toEqual([]);
    expect(await repliesOf(store, '.')).toEqual([said[0], said[2], said[3]]);
    expect(await repliesOf(store, 'other')).toEqual([]);
    // Another person who says the same has said it.
    expect(await addReplies(store, '.', [{ ...reply('accepted'), who: '乙' }])).toHaveLength(1);
  });

  it('lose nothing of what several add at once', async () => {
    const before = await auditRevision(store, '.');
    const kinds = ['accepted', 'explained', 'accepted', 'refused', 'accepted'] as const;
    await Promise.all(
      kinds.map((kind, at) => addReplies(store, '.', [{ ...reply(kind), who: `第${at}人` }])),
    );
    expect((await repliesOf(store, '.')).map(({ who }) => who).sort()).toEqual(
      kinds.map((_, at) => `第${at}人`),
    );
    const made = await Promise.all([1, 2, 3].map((documents) => addRound(store, '.', report(documents), AT)));
    expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
    expect(await auditRevision(store, '.')).not.toBe(before);
    expect(await auditRevision(store, 'other')).toBe('0 0');
  });
});
