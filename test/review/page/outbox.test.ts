import { describe, expect, it } from 'vitest';
import type { Change, Conflict, DecisionRequest, DocumentView } from '../../../review/api.js';
import { type Entry, Outbox, type SendResult, type Shelf } from '../../../review/page/state/outbox.js';

class MemoryShelf implements Shelf {
  readonly map = new Map<string, string>();
  full = false;
  get length(): number {
    return this.map.size;
  }
  key = (index: number): string | null => [...this.map.keys()][index] ?? null;
  getItem = (key: string): string | null => this.map.get(key) ?? null;
  setItem = (key: string, value: string): void => {
    if (this.full) throw new Error('QuotaExceededError');
    this.map.set(key, value);
  };
  removeItem = (key: string): void => {
    this.map.delete(key);
  };
}

const cell = (field: 'phone' | 'summary', after: string | null, seen = 0): Change => ({
  kind: 'cell',
  field,
  seen,
  after,
});
const entry = (change: Change, document = 1): Omit<Entry, 'batch' | 'order'> => ({
  words: '填改',
  lane: 'own',
  reason: '',
  items: [{ document, changes: [change] }],
});
const viewWith = (decisions: Record<string, number>, id = 1): DocumentView =>
  ({
    id,
    decisions: Object.fromEntries(Object.entries(decisions).map(([subject, seq]) => [subject, { seq }])),
  }) as never;
const saved = (view: DocumentView | null = null): SendResult => ({
  kind: 'saved',
  answer: { documents: [1], view },
});
const conflict = (subject: string, now: string | null, seq: number): Conflict => ({
  document: 1,
  name: '某文件',
  subject,
  now,
  who: '乙',
  at: '',
  seq,
  message: '',
});

/** An outbox whose server answers from a list, and says afterwards what it was sent. */
const setUp = (answers: SendResult[], shelf = new MemoryShelf(), owner = '甲') => {
  const sent: DecisionRequest[] = [];
  let count = shelf.length;
  const box = new Outbox({
    shelf,
    owner,
    newBatch: () => `batch-${owner}-${++count}`,
    onChange: () => undefined,
    send: async (request) => {
      sent.push(structuredClone(request));
      return answers.shift() ?? saved();
    },
  });
  return { box, sent, shelf, answers };
};
const seenOf = ({ items }: DecisionRequest): number => items[0]!.changes[0]!.seen;

describe('decisions on their way', () => {
  it('are kept in the browser until the server has written them', async () => {
    const { box, shelf } = setUp([{ kind: 'away' }]);
    box.add(entry(cell('phone', '1')));
    await box.flush();
    expect(box.state).toBe('away');
    expect(shelf.length).toBe(1);
    await box.flush();
    expect([box.entries.length, shelf.length, box.state]).toEqual([0, 0, 'idle']);
  });

  it('are sent by the next window under the same number, so that they are written once', async () => {
    const first = setUp([{ kind: 'away' }]);
    first.box.add(entry(cell('phone', '1')));
    first.box.add(entry(cell('summary', '2')));
    await first.box.flush();
    const second = setUp([], first.shelf);
    await second.box.flush();
    expect(second.sent.map(({ batch }) => batch)).toEqual(['batch-甲-1', 'batch-甲-2']);
    expect(second.sent[0]).toEqual(first.sent[0]);
    expect(first.shelf.length).toBe(0);
  });

  it('of another person are left alone', async () => {
    const first = setUp([{ kind: 'stranger' }]);
    first.box.add(entry(cell('phone', '1')));
    await first.box.flush();
    const other = setUp([], first.shelf, '乙');
    await other.box.flush();
    expect([other.sent.length, other.box.entries.length, first.shelf.length]).toEqual([0, 0, 1]);
  });

  it('on the same thing know of each other: the second is sent with the number that the first has got', async () => {
    const { box, sent } = setUp([saved(viewWith({ 'cell:phone': 8 })), saved(viewWith({ 'cell:phone': 9 }))]);
    box.add(entry(cell('phone', '1', 5)));
    box.add(entry(cell('phone', '2', 5)));
    await box.flush();
    expect(sent.map(seenOf)).toEqual([5, 8]);
  });

  it('are not taken for a conflict with themselves where no view came back', async () => {
    const { box, sent } = setUp([
      saved(),
      { kind: 'conflict', conflicts: [conflict('cell:phone', '1', 8)] },
      saved(),
    ]);
    box.add(entry(cell('phone', '1', 5)));
    box.add(entry(cell('phone', '2', 5)));
    await box.flush();
    expect(sent.map(seenOf)).toEqual([5, 5, 8]);
    expect(box.entries).toEqual([]);
  });

  it('wait for a person when somebody was faster; others go on', async () => {
    const { box, sent, shelf } = setUp([
      { kind: 'conflict', conflicts: [conflict('cell:phone', '乙的', 8)] },
    ]);
    const { batch } = box.add(entry(cell('phone', '我的')));
    box.add(entry(cell('phone', '我的二')));
    box.add(entry(cell('summary', '摘要')));
    await box.flush();
    expect(box.troubleOf(batch)?.kind).toBe('conflict');
    expect(sent.map(({ items }) => items[0]!.changes[0])).toMatchObject([
      { field: 'phone' },
      { field: 'summary' },
    ]);
    expect(shelf.length).toBe(2);
  });

  it('are dropped or insisted on, as the person says', async () => {
    const conflicts = [conflict('cell:phone', '乙的', 8), conflict('cell:summary', '乙的摘要', 9)];
    const { box, sent } = setUp([{ kind: 'conflict', conflicts }]);
    const { batch } = box.add({
      ...entry(cell('phone', '我的')),
      items: [{ document: 1, changes: [cell('phone', '我的'), cell('summary', '我的摘要')] }],
    });
    await box.flush();
    box.resolve(batch, [conflicts[1]!]);
    await box.flush();
    expect(sent[1]!.items).toEqual([{ document: 1, changes: [cell('summary', '我的摘要', 9)] }]);
    expect(box.entries).toEqual([]);
  });

  it('that are given up leave nothing behind', async () => {
    const conflicts = [conflict('cell:phone', '乙的', 8)];
    const { box, sent, shelf } = setUp([{ kind: 'conflict', conflicts }]);
    const { batch } = box.add(entry(cell('phone', '我的')));
    await box.flush();
    box.resolve(batch, []);
    await box.flush();
    expect([sent.length, box.entries.length, shelf.length]).toEqual([1, 0, 0]);
  });

  it('that the server refuses are shown, not sent again and again', async () => {
    const { box, sent } = setUp([{ kind: 'refused', message: '不能写', advice: '' }]);
    const { batch } = box.add(entry(cell('phone', '1')));
    await box.flush();
    await box.flush();
    expect([sent.length, box.troubleOf(batch)?.kind]).toEqual([1, 'refused']);
    box.retry(batch);
    await box.flush();
    expect([sent.length, box.entries.length]).toEqual([2, 0]);
  });

  it('can be taken back only while the server can not have them', async () => {
    const { box } = setUp([{ kind: 'away' }, { kind: 'away' }]);
    box.add(entry(cell('phone', '1')));
    await box.flush();
    box.add(entry(cell('summary', '2')));
    await box.flush();
    expect(box.takeBack()?.items[0]?.changes[0]).toMatchObject({ field: 'summary' });
    expect(box.takeBack()).toBeNull();
    expect(box.entries).toHaveLength(1);
  });

  it('are still sent where the browser keeps nothing, and the page is told', async () => {
    const shelf = new MemoryShelf();
    shelf.full = true;
    const { box, sent } = setUp([], shelf);
    box.add(entry(cell('phone', '1')));
    await box.flush();
    expect([box.keeps, sent.length]).toEqual([false, 1]);
  });
});
