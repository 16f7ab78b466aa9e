import { describe, expect, it } from 'vitest';
import type { Change, SamePassages } from '../../../review/api.js';
import { flowOf } from '../../../review/page/document/flow.js';
import { recognisedSpan } from '../../../review/page/document/recognised.js';
import { bulkItems } from '../../../review/page/state/bulk.js';
import { counts, itemsOf } from '../../../review/page/state/changes.js';
import { Decisions } from './stand-in-decisions.js';
import { collection } from './stand-in-documents.js';

const stored = collection()[0]!;
const view = { ...stored, decisions: {}, print: '', place: {}, state: 'pending' } as never;
const [third] = stored.passages;
const stands = (pending: readonly Change[]) =>
  itemsOf(view, pending).map(({ passage, label, stand }) => `${passage.place} ${label} ${stand}`);

const finding = (passage: string, label: 'D' | 'B' | 'P' | 'Q' | 'R', after: object | null): Change =>
  ({ kind: 'finding', passage, label, seen: 0, after }) as Change;

describe('findings as the page lists them', () => {
  it('are one for each label of a passage, in the order of the text, and nobody has decided them', () => {
    expect(stands([])).toEqual([
      '第三条 D open',
      '第三条 B open',
      '第三条 P open',
      '第五条 P open',
      '第五条 Q open',
      '第六条 R open',
      '表格第2行 P open',
    ]);
  });

  it('show what waits to be sent, its last word counting', () => {
    const key = third!.key;
    const pending = [
      finding(key, 'D', { verdict: 'confirmed' }),
      finding(key, 'D', { verdict: 'rejected' }),
      finding(key, 'B', { verdict: 'confirmed' }),
      finding(key, 'B', null),
    ];
    expect(stands(pending).slice(0, 3)).toEqual(['第三条 D rejected', '第三条 B open', '第三条 P open']);
  });

  it('grow by what a person adds, also in a unit where nothing was found', () => {
    const unit = stored.units[4]!;
    const pending = [finding(unit.key, 'D', { verdict: 'confirmed', spans: [{ start: 4, end: 7 }] })];
    const added = itemsOf(view, pending).find(({ passage }) => passage.key === unit.key)!;
    expect(added).toMatchObject({ stand: 'confirmed', unsaved: true, finding: { by: 'person' } });
    expect(added.finding.evidence[0]!.text).toBe('设置人');
    expect(stands(pending)[3]).toBe('第四条 D confirmed');
  });

  it('count for the draft as proposed or confirmed, not as withheld or rejected', () => {
    const items = itemsOf(view, [finding(third!.key, 'D', { verdict: 'rejected' })]);
    expect(items.filter(counts).map(({ label }) => label)).toEqual(['B', 'P', 'P', 'R', 'P']);
  });
});

describe('bulk confirmation', () => {
  const passage = (document: number, more: object = {}): SamePassages['passages'][number] => ({
    document,
    name: '',
    passage: 'aaaaaaaaaaaa.0',
    place: '',
    labels: ['D'],
    decisions: {},
    seen: {},
    confirmed: false,
    ...more,
  });

  it('says of each passage what was decided here, and nothing of what was not', () => {
    const own = itemsOf(view, [
      finding(third!.key, 'D', { verdict: 'confirmed' }),
      finding(third!.key, 'B', { verdict: 'rejected' }),
    ]).filter(({ passage: { key } }) => key === third!.key);
    const said = bulkItems(own, [
      passage(2, { seen: { D: 4 } }),
      passage(3, { decisions: { D: { verdict: 'confirmed' } } }),
      passage(2, { passage: 'aaaaaaaaaaaa.1' }),
    ]);
    expect(said.map(({ document, changes }) => [document, changes.length])).toEqual([
      [2, 4],
      [3, 1],
    ]);
    expect(said[0]!.changes[0]).toEqual({
      kind: 'finding',
      passage: 'aaaaaaaaaaaa.0',
      label: 'D',
      seen: 4,
      after: { verdict: 'confirmed' },
    });
  });
});

describe('the original', () => {
  it('brings the cells of a table into its rows, and tells where pages begin', () => {
    const flow = flowOf(stored.blocks);
    const table = flow.find(({ kind }) => kind === 'table');
    expect(table?.kind === 'table' && table.rows.map((cells) => cells.length)).toEqual([2, 2]);
    expect(flow.filter(({ kind }) => kind === 'text')).toHaveLength(stored.blocks.length - 4);
    const pages = flowOf(collection()[1]!.blocks).flatMap((item) =>
      item.kind === 'page' ? [item.page] : [],
    );
    expect(pages).toEqual([1, 2]);
  });

  it.each([
    { span: { start: 2, end: 5 }, at: { start: 2, end: 5 }, reason: 'before a correction' },
    {
      span: { start: 13, end: 15 },
      at: { start: 14, end: 16 },
      reason: 'behind one that took a letter away',
    },
    { span: { start: 9, end: 13 }, at: null, reason: 'over one' },
    { span: { start: 3, end: 3 }, at: null, reason: 'nothing is selected' },
  ])('leads selected words back to what was recognised: $reason', ({ span, at }) => {
    const originals = [
      { start: 0, end: 10, at: 0 },
      { start: 12, end: 20, at: 13 },
    ];
    expect(recognisedSpan(originals, span)).toEqual(at);
  });
});

describe('the stand-in for the server', () => {
  it('refuses what was decided without knowledge of the last word, and writes a batch once', () => {
    const decisions = new Decisions();
    const who = { name: '甲' } as never;
    const request = (batch: string, seen: number) => ({
      batch,
      items: [
        { document: 1, changes: [{ kind: 'cell' as const, field: 'phone' as const, seen, after: '1' }] },
      ],
    });
    expect(decisions.write(request('a', 0), who, String)).toEqual({ documents: [1] });
    expect(decisions.write(request('a', 0), who, String)).toEqual({ documents: [1] });
    expect(decisions.write(request('b', 0), who, String)).toMatchObject({ status: 409 });
    expect(decisions.log()).toHaveLength(1);
  });
});
