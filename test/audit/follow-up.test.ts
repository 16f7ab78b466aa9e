import { describe, expect, it } from 'vitest';
import { followedItems, readUnitAnswer } from '../../audit/index.js';
import type { AuditItem, AuditReply, AuditReport, AuditRound } from '../../model/index.js';

const item = (id: string, change: Partial<AuditItem> = {}): AuditItem => ({
  id,
  kind: 'omitted',
  certain: true,
  unit: '清水市水务局',
  row: null,
  column: null,
  document: { name: `《${id}》`, source: `${id}.txt` },
  said: '',
  found: '',
  evidence: [],
  reason: '',
  ...change,
});
const WATER = '清水市水务局';
const round = (
  number: number,
  items: readonly AuditItem[],
  { units = [WATER], ...change }: Partial<Omit<AuditReport, 'units'>> & { units?: string[] } = {},
): AuditRound => ({
  number,
  at: `2026-03-0${number}T00:00:00.000Z`,
  report: {
    ledgers: units.map((unit) => ({ source: `${unit}.xlsx`, unit, date: null, rows: 1, empty: [] })),
    documents: 1,
    flagged: 1,
    unread: 0,
    since: null,
    units: [],
    issuer: '',
    matches: [],
    items,
    ...change,
  },
});
const reply = (id: string, kind: AuditReply['kind']): AuditReply => ({
  item: id,
  kind,
  words: '',
  at: '2026-03-05T00:00:00.000Z',
  who: '甲',
});
const states = (rounds: readonly AuditRound[], replies: readonly AuditReply[] = []): string[] =>
  followedItems(rounds, replies).map(
    ({ item: { id }, state, raised, corrected }) =>
      `${id} ${state} ${raised.number}${corrected ? `-${corrected.number}` : ''}`,
  );

describe('what becomes of items', () => {
  it('is open until somebody says something, and then what was said last', () => {
    const rounds = [round(1, [item('a'), item('b'), item('c')])];
    expect(states(rounds, [reply('a', 'accepted'), reply('b', 'refused'), reply('b', 'closed')])).toEqual([
      'a accepted 1',
      'b closed 1',
      'c open 1',
    ]);
  });

  it('is corrected once a ledger of the same unit no longer has it, whatever was said before', () => {
    expect(
      states([round(1, [item('a'), item('b')]), round(2, [item('b')])], [reply('a', 'refused')]),
    ).toEqual(['b open 1', 'a corrected 1-2']);
  });

  it('is open again where it comes back, and known since it was raised first', () => {
    expect(states([round(1, [item('a')]), round(2, []), round(3, [item('a')])])).toEqual(['a open 1']);
  });

  it.each([
    ['another unit’s ledger', { units: ['清水市园林局'] }],
    ['the documents of one unit alone, of which the item’s may be none', { issuer: '清水市园林局' }],
  ])('is not told by %s', (_, change) => {
    expect(states([round(1, [item('a')]), round(2, [], change)])).toEqual(['a open 1']);
  });

  it('of several units’ ledgers is told by several again', () => {
    const both = { units: [WATER, '清水市园林局'] };
    const shared = round(1, [item('a', { unit: '' })], both);
    expect(states([shared, round(2, [])])).toEqual(['a open 1']);
    expect(states([shared, round(2, [], both)])).toEqual(['a corrected 1-2']);
  });

  it('of a unit without a ledger ends when it files one', () => {
    const missing = item('a', { kind: 'no-ledger' });
    expect(states([round(1, [missing], { units: ['清水市园林局'] }), round(2, [])])).toEqual([
      'a corrected 1-2',
    ]);
  });

  it('of a new document is told only where new ones were asked for', () => {
    const fresh = round(1, [item('a', { kind: 'new' })], { since: '2022-01-01' });
    expect(states([fresh, round(2, [])])).toEqual(['a open 1']);
    expect(states([fresh, round(2, [], { since: '2022-01-01' })])).toEqual(['a corrected 1-2']);
  });

  it('reads as the last comparison that found it says', () => {
    const [followed] = followedItems(
      [round(1, [item('a', { reason: '旧' })]), round(2, [item('a', { reason: '新' })])],
      [],
    );
    expect(followed!.item.reason).toBe('新');
  });
});

describe('the answer of a unit', () => {
  it.each([
    ['采纳', '', 'accepted', ''],
    [' 采 纳 ', '已补报', 'accepted', '已补报'],
    ['☑采纳', '', 'accepted', ''],
    ['已采纳，台账第8行已补充', '', 'accepted', '台账第8行已补充'],
    ['同意。', '', 'accepted', ''],
    ['不采纳', '该文件已失效', 'refused', '该文件已失效'],
    ['不予采纳：不是本单位文件', '', 'refused', '不是本单位文件'],
    ['部分采纳', '第三条不涉及', 'explained', '第三条不涉及'],
    ['说明：见附件', '另附', 'explained', '见附件\n另附'],
    ['情况说明', '', 'explained', ''],
  ])('%s %s is taken for %s', (answer, words, kind, left) => {
    expect(readUnitAnswer(answer, words)).toEqual({ kind, words: left });
  });

  it.each(['？', '待定', '采纳/说明/不采纳', '不', '未采纳'])('%s is no answer', (answer) => {
    expect(readUnitAnswer(answer, '')).toBeNull();
  });
});
