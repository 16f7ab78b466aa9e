import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditReply, AuditReport } from '../../../model/index.js';
import { addReplies, addRound, openStore, repliesOf, roundsOf, type Store } from '../../../store/index.js';
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
  });
});
