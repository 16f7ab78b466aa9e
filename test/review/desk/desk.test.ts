import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DecisionRequest, decisionRequest, listQuery } from '../../../review/api.js';
import { agreementOf, kappaOf } from '../../../review/desk/agreement.js';
import { decide } from '../../../review/desk/decide.js';
import { differences, reveal } from '../../../review/desk/differences.js';
import { documentView } from '../../../review/desk/document.js';
import { ledgerInput } from '../../../review/desk/ledger.js';
import { documentList } from '../../../review/desk/list.js';
import { samePassages } from '../../../review/desk/same.js';
import { step } from '../../../review/desk/undo.js';
import { Conflicting, Refused } from '../../../review/errors.js';
import type { Who } from '../../../review/server/desk.js';
import { verifyLog } from '../../../store/index.js';
import { FIRST, SECOND, TestCollection } from '../collection.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../texts.js';

let desk: TestCollection;
beforeEach(async () => {
  desk = await TestCollection.make();
});
afterEach(() => desk.close());

const QUERY = listQuery.parse({});
const FILES = { '01 市容.txt': CREDIT, '02 公园.txt': PLAIN, '03 广告.txt': SECOND_CREDIT };

const say = (request: Omit<DecisionRequest, 'batch'> & { batch?: string }, who: Who = FIRST) =>
  decide(desk.context, decisionRequest.parse({ batch: randomUUID(), ...request }), who);

const view = (id: number, who: Who = FIRST) => documentView(desk.context, id, QUERY, who);

const list = async (who: Who = FIRST) => (await documentList(desk.context, QUERY, who)).documents;

const idOf = async (name: string): Promise<number> => {
  const found = (await list()).find((each) => each.source.includes(name));
  if (!found) throw new Error(`${name} is not in the list`);
  return found.id;
};

const confirm = async (id: number, who: Who = FIRST, included = true) => {
  const { print, decisions } = await view(id, who);
  return say(
    {
      items: [
        {
          document: id,
          changes: [{ kind: 'row', seen: decisions.row?.seq ?? 0, after: { included, print } }],
        },
      ],
    },
    who,
  );
};

const passageOf = async (id: number, words: string, who: Who = FIRST) => {
  const { text, units, passages } = await view(id, who);
  const unit = units.find(({ start, end }) => text.slice(start, end).includes(words));
  if (!unit) throw new Error(`no passage says ${words}`);
  return { unit, passage: passages.find(({ key }) => key === unit.key) };
};

const rows = async (drafts: boolean) => {
  const found = [];
  for await (const { row } of ledgerInput(desk.context, { drafts }).documents()) if (row) found.push(row);
  return found;
};

describe('the work list', () => {
  it('says of each document of a scan where it stands, and of an unread file why', async () => {
    await desk.scan({ ...FILES, '04 坏.pdf': { failed: '文件已损坏' } });
    const found = await list();
    expect(found.map(({ source, state, hasRow }) => [source, state, hasRow])).toEqual([
      ['01 市容.txt', 'pending', true],
      ['02 公园.txt', 'clear', false],
      ['03 广告.txt', 'pending', true],
      ['04 坏.pdf', 'unread', false],
    ]);
    expect(found[3]!.remark).toBe('文件已损坏');
    expect(found[0]).toMatchObject({ labels: ['D', 'B', 'P'], year: '2019' });
  });

  it.each([
    ['in a title', '公园开放', ['02 公园.txt']],
    ['in the text', '恶劣天气', ['02 公园.txt']],
    ['of one character', '园', ['02 公园.txt']],
    ['in several documents', '信用档案', ['01 市容.txt', '03 广告.txt']],
    ['in a path', '03 广', ['03 广告.txt']],
    ['with the signs of a pattern', '%', []],
    ['with the signs of a query', '" OR 1=1 --', []],
    ['of a number', '清城管〔2019〕12号', ['01 市容.txt']],
  ])('finds words %s', async (_, q, sources) => {
    await desk.scan(FILES);
    const { documents, total } = await documentList(desk.context, listQuery.parse({ q }), FIRST);
    expect(documents.map(({ source }) => source)).toEqual(sources);
    expect(total).toBe(sources.length);
  });

  it('filters by state, label and year, and counts the whole collection beside it', async () => {
    await desk.scan(FILES);
    const { documents, facets } = await documentList(
      desk.context,
      listQuery.parse({ state: 'pending', label: 'B', year: '2019' }),
      FIRST,
    );
    expect(documents.map(({ source }) => source)).toEqual(['01 市容.txt']);
    expect(facets.states).toEqual([
      { value: 'pending', count: 2 },
      { value: 'clear', count: 1 },
    ]);
    expect(facets.labels).toEqual([
      { value: 'D', count: 2 },
      { value: 'B', count: 1 },
      { value: 'P', count: 1 },
    ]);
  });
});

describe('a document', () => {
  it('shows evidence at the words that it speaks of', async () => {
    await desk.scan(FILES);
    const { text, passages } = await view(await idOf('市容'));
    expect(passages.length).toBeGreaterThanOrEqual(3);
    for (const { findings, start, end } of passages)
      for (const { evidence } of findings)
        for (const words of evidence) {
          expect(text.slice(words.start, words.end)).toBe(words.text);
          expect(words.start).toBeGreaterThanOrEqual(start);
          expect(words.end).toBeLessThanOrEqual(end);
        }
  });

  it('is decided by nobody before a person says so', async () => {
    await desk.scan(FILES);
    const { decisions, state, row } = await view(await idOf('市容'));
    expect(decisions).toEqual({});
    expect(state).toBe('pending');
    expect(row!.disclosure).toMatchObject({ draft: '是', value: '是', edited: false });
    expect(await rows(false)).toEqual([]);
  });
});

describe('decisions', () => {
  it('confirm a row with each of its findings, and the ledger has it', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    await confirm(id);
    const { decisions, state, passages } = await view(id);
    expect(state).toBe('confirmed');
    for (const { key, findings } of passages)
      for (const { label } of findings.filter(({ by }) => by === 'tool'))
        expect(decisions[`finding:${key}:${label}`]?.value).toEqual({ verdict: 'confirmed' });
    expect((await rows(false)).map(({ disclosure, confirmed }) => [disclosure, confirmed])).toEqual([
      ['是', true],
    ]);
  });

  it('take a label away, whereupon the row is drafted anew', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    const { unit, passage } = await passageOf(id, '限制参加政府采购');
    const punishing = passage!.findings.filter(({ label }) => label === 'P');
    expect(punishing).toHaveLength(1);
    await say({
      items: [
        {
          document: id,
          changes: [
            { kind: 'finding', passage: unit.key, label: 'P', seen: 0, after: { verdict: 'rejected' } },
          ],
        },
      ],
    });
    const after = await view(id);
    expect(after.row!.punishment.value).toBe('否');
    const still = after.passages
      .find(({ key }) => key === unit.key)!
      .findings.find(({ label }) => label === 'P')!;
    expect(still).toMatchObject({ label: 'P', by: 'tool' });
    expect(still.evidence.length).toBeGreaterThan(0);
    expect((await list()).find((each) => each.id === id)!.labels).toEqual(['D', 'B']);
  });

  it('add a passage that was missed, with the words that a person has marked', async () => {
    await desk.scan(FILES);
    const id = await idOf('公园');
    const { unit } = await passageOf(id, '恶劣天气');
    await say({
      items: [
        {
          document: id,
          changes: [
            {
              kind: 'finding',
              passage: unit.key,
              label: 'D',
              seen: 0,
              after: { verdict: 'confirmed', spans: [{ start: 5, end: 11 }] },
            },
          ],
        },
      ],
    });
    const after = await view(id);
    expect(after.row!.disclosure.value).toBe('是');
    expect(after.state).toBe('pending');
    const [finding] = after.passages.find(({ key }) => key === unit.key)!.findings;
    expect(finding).toMatchObject({ label: 'D', by: 'person' });
    expect(finding!.evidence[0]!.text).toBe(after.text.slice(unit.start + 5, unit.start + 11));
  });

  it('write over a cell, and the draft stays beside it', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    await say({
      items: [{ document: id, changes: [{ kind: 'cell', field: 'disposal', seen: 0, after: '立法' }] }],
    });
    const { row } = await view(id);
    expect(row!.disposal).toMatchObject({ value: '立法', edited: true });
    expect(row!.disposal.draft).not.toBe('立法');
    await confirm(id);
    expect((await rows(false))[0]!.disposal).toBe('立法');
  });

  it('refuse words that a column does not know', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    await expect(
      say({
        items: [
          { document: id, changes: [{ kind: 'cell', field: 'nationalBasis', seen: 0, after: '大概有' }] },
        ],
      }),
    ).rejects.toThrow('是否有国家层面依据');
  });

  it('say that a document does not belong in the ledger', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    await confirm(id, FIRST, false);
    expect(await view(id)).toMatchObject({ state: 'confirmed', remark: '不列入台账' });
    expect(await rows(true)).toHaveLength(1);
    expect(await rows(false)).toEqual([]);
  });

  it('sent twice are written once', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    const batch = randomUUID();
    const request = {
      batch,
      items: [
        { document: id, changes: [{ kind: 'cell' as const, field: 'phone' as const, seen: 0, after: '1' }] },
      ],
    };
    await say(request);
    await say(request);
    expect(await verifyLog(desk.store)).toMatchObject({ whole: true, events: 1 });
  });

  it('of who did not see another one are refused, told and not written', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    const write = (after: string) =>
      say({ items: [{ document: id, changes: [{ kind: 'cell', field: 'summary', seen: 0, after }] }] });
    await write('一');
    const refused = await write('二').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Conflicting);
    expect((refused as Conflicting).conflicts[0]).toMatchObject({
      who: '初核员',
      now: '一',
      subject: 'cell:summary',
    });
    expect((await view(id)).row!.summary.value).toBe('一');
  });

  it('of a person who only reads are refused', async () => {
    await desk.scan(FILES);
    await expect(confirm(await idOf('市容'), { name: '读者', role: 'reader', lane: null })).rejects.toThrow(
      Refused,
    );
  });

  it('do not confirm what has changed since the person looked', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    const { print } = await view(id);
    await say({
      items: [{ document: id, changes: [{ kind: 'cell', field: 'summary', seen: 0, after: '改' }] }],
    });
    await expect(
      say({
        items: [{ document: id, changes: [{ kind: 'row', seen: 0, after: { included: true, print } }] }],
      }),
    ).rejects.toThrow(Conflicting);
  });

  it('after a confirmation ask for another one', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    await confirm(id);
    await say({
      items: [{ document: id, changes: [{ kind: 'cell', field: 'summary', seen: 0, after: '改' }] }],
    });
    expect(await view(id)).toMatchObject({ state: 'pending', remark: '确认后又有改动，请重新确认' });
    expect(await rows(false)).toEqual([]);
    await confirm(id);
    expect((await rows(false))[0]!.summary).toBe('改');
  });
});

describe('undo and redo', () => {
  it('go back all the way and forth again, batch by batch', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    const states = [(await view(id)).row];
    for (const after of ['一', '二', '三']) {
      const seen = (await view(id)).decisions['cell:summary']?.seq ?? 0;
      await say({ items: [{ document: id, changes: [{ kind: 'cell', field: 'summary', seen, after }] }] });
      states.push((await view(id)).row);
    }
    await confirm(id);
    const undo = () => step(desk.context, 'undo', FIRST, randomUUID());
    const redo = () => step(desk.context, 'redo', FIRST, randomUUID());
    expect((await undo()).words).toContain('台账行');
    expect((await view(id)).state).toBe('pending');
    for (const row of [states[2], states[1], states[0]]) {
      await undo();
      expect((await view(id)).row).toEqual(row);
    }
    expect(await undo()).toEqual({ words: null, document: null });
    for (const row of states.slice(1)) {
      expect((await redo()).document).toBe(id);
      expect((await view(id)).row).toEqual(row);
    }
    await redo();
    expect((await view(id)).state).toBe('confirmed');
    expect((await redo()).words).toBeNull();
    expect(await verifyLog(desk.store)).toMatchObject({ whole: true });
  });

  it('leave what somebody else has changed since', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    const other: Who = { name: '组长', role: 'administrator', lane: 'first' };
    await say({
      items: [{ document: id, changes: [{ kind: 'cell', field: 'phone', seen: 0, after: '1' }] }],
    });
    await say({
      items: [{ document: id, changes: [{ kind: 'cell', field: 'summary', seen: 0, after: '甲' }] }],
    });
    const seen = (await view(id)).decisions['cell:summary']!.seq;
    await say(
      { items: [{ document: id, changes: [{ kind: 'cell', field: 'summary', seen, after: '乙' }] }] },
      other,
    );
    await step(desk.context, 'undo', FIRST, randomUUID());
    const { row } = await view(id);
    expect(row!.summary.value).toBe('乙');
    expect(row!.phone.edited).toBe(false);
  });
});

describe('a later scan', () => {
  it('keeps decisions on what has not changed, wherever the file lies now', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    await confirm(id);
    await desk.scan({ '归档/市容环境.txt': CREDIT, '02 公园.txt': PLAIN });
    expect(await view(id)).toMatchObject({ source: '归档/市容环境.txt', state: 'confirmed' });
    expect((await list()).map(({ source }) => source)).toEqual(['02 公园.txt', '归档/市容环境.txt']);
  });

  it('marks what has changed beneath a confirmation, and the confirmed words stay', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    await confirm(id);
    await desk.scan({ ...FILES, '01 市容.txt': CREDIT.replace('三年内限制', '五年内禁止') });
    const after = await view(id);
    expect(after).toMatchObject({ state: 'conflict', remark: '确认后，文件或预填结果有变化，请核对' });
    expect(after.changed).toContain('文件内容在确认之后有改动，请核对');
    expect(after.changed.some((words) => words.includes('所指条款已被修改或删除'))).toBe(true);
    await confirm(id);
    expect((await view(id)).state).toBe('confirmed');
  });

  it('of another version of the stages that says the same changes nothing', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    await confirm(id);
    await desk.scan(FILES, 'm+2');
    expect((await view(id)).state).toBe('confirmed');
  });

  it('that does not find a document any more keeps its decisions for the time when one does', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    await confirm(id);
    await desk.scan({ '02 公园.txt': PLAIN });
    expect((await list()).map(({ source }) => source)).toEqual(['02 公园.txt']);
    await desk.scan(FILES);
    expect((await view(id)).state).toBe('confirmed');
  });
});

describe('identical passages', () => {
  it('are found in other documents, with what holds of them', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    const other = await idOf('广告');
    const { unit, passage } = await passageOf(id, '记入信用档案');
    expect(passage!.same).toBe(1);
    const same = await samePassages(desk.context, id, unit.key, FIRST);
    expect(same.passages).toMatchObject([{ document: other, labels: ['D'], decisions: {}, seen: { D: 0 } }]);
    await say({
      items: same.passages.map(({ document, passage: key, seen }) => ({
        document,
        changes: [
          {
            kind: 'finding' as const,
            passage: key,
            label: 'D' as const,
            seen: seen.D!,
            after: { verdict: 'confirmed' as const },
          },
        ],
      })),
    });
    const after = await samePassages(desk.context, id, unit.key, FIRST);
    expect(after.passages[0]!.decisions).toEqual({ D: { verdict: 'confirmed' } });
  });
});

describe('a second reviewer', () => {
  it('sees nothing of the first one’s decisions until both are done and they ask', async () => {
    await desk.scan(FILES);
    const id = await idOf('市容');
    const { unit } = await passageOf(id, '限制参加政府采购');
    await say({
      items: [
        {
          document: id,
          changes: [
            { kind: 'finding', passage: unit.key, label: 'P', seen: 0, after: { verdict: 'rejected' } },
            { kind: 'cell', field: 'disposal', seen: 0, after: '立法' },
          ],
        },
      ],
    });
    await confirm(id);
    const blind = await view(id, SECOND);
    expect(blind).toMatchObject({ decisions: {}, state: 'pending' });
    expect(blind.row!.punishment.value).toBe('是');
    expect(blind.row!.disposal.value).not.toBe('立法');
    expect((await list(SECOND)).find((each) => each.id === id)).toMatchObject({
      state: 'pending',
      labels: ['D', 'B', 'P'],
      disposal: '',
    });
    await expect(reveal(desk.context, id, SECOND, randomUUID())).rejects.toThrow(Refused);
    expect((await differences(desk.context, SECOND)).items).toEqual([]);
    await confirm(id, SECOND);
    expect((await differences(desk.context, SECOND)).items).toEqual([]);
    await reveal(desk.context, id, SECOND, randomUUID());
    const subjects = (await differences(desk.context, SECOND)).items.map(({ subject }) => subject);
    expect(subjects).toContain(`finding:${unit.key}:P`);
    expect(subjects).toContain('cell:disposal');
    await expect(confirm(id, SECOND, false)).rejects.toThrow('独立复核到此为止');
  });

  it.each([
    ['stands where that is what the first has said', 'confirmed' as const, true, 'confirmed', ''],
    [
      'asks the first to confirm anew where it is not',
      'rejected' as const,
      false,
      'pending',
      '合议结果与初核不同，请按合议结果重新确认',
    ],
  ])(
    'who differs makes a conflict, and what is agreed then %s',
    async (_, verdict, included, state, remark) => {
      await desk.scan(FILES);
      const id = await idOf('广告');
      const { unit } = await passageOf(id, '记入信用档案');
      await confirm(id);
      await say(
        {
          items: [
            {
              document: id,
              changes: [
                { kind: 'finding', passage: unit.key, label: 'D', seen: 0, after: { verdict: 'rejected' } },
              ],
            },
          ],
        },
        SECOND,
      );
      await confirm(id, SECOND, false);
      const listed = async () => (await list()).find((each) => each.id === id);
      expect(await listed()).toMatchObject({ state: 'conflict', remark: '两人复核有 2 处不一致' });
      const { items, agreement } = await differences(desk.context, FIRST);
      expect(agreement).toMatchObject({ documents: 1, findings: 1, observed: 0 });
      expect(items.map(({ subject }) => subject)).toEqual([`finding:${unit.key}:D`, 'row']);
      expect(items[0]).toMatchObject({
        first: { value: { verdict: 'confirmed' } },
        second: { value: { verdict: 'rejected' } },
        agreed: null,
      });
      await say({
        lane: 'agreed',
        items: [
          {
            document: id,
            changes: [
              { kind: 'finding', passage: unit.key, label: 'D', seen: items[0]!.seen, after: { verdict } },
              { kind: 'row', seen: items[1]!.seen, after: { included, print: '' } },
            ],
          },
        ],
      });
      expect(await listed()).toMatchObject({ state, remark });
      await confirm(id, FIRST, included);
      expect(await listed()).toMatchObject({ state: 'confirmed' });
    },
  );
});

describe('κ', () => {
  it.each([
    ['full agreement', { both: 10, first: 0, second: 0, neither: 10 }, 1],
    ['what chance would give', { both: 25, first: 25, second: 25, neither: 25 }, 0],
    ['a worked example', { both: 20, first: 5, second: 10, neither: 15 }, 0.4],
    ['one answer alone', { both: 7, first: 0, second: 0, neither: 0 }, null],
    ['nothing', { both: 0, first: 0, second: 0, neither: 0 }, null],
  ])('of %s', (_, counts, kappa) => {
    if (kappa === null) expect(kappaOf(counts)).toBeNull();
    else expect(kappaOf(counts)).toBeCloseTo(kappa, 10);
  });

  it('of no documents is not known', () => {
    expect(agreementOf([])).toBeNull();
  });
});
