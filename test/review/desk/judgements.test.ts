import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markOf } from '../../../corpus/index.js';
import { confirmedJudgements } from '../../../review/desk/judgements.js';
import { addJudgements, judgedTexts, lastJudgement } from '../../../store/index.js';
import { FIRST, TestCollection } from '../collection.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../texts.js';
import { Work } from './work.js';

let desk: TestCollection;
let work: Work;
beforeEach(async () => {
  desk = await TestCollection.make();
  work = new Work(desk);
  await desk.scan({ '01 市容.txt': CREDIT, '02 公园.txt': PLAIN, '03 广告.txt': SECOND_CREDIT });
});
afterEach(() => desk.close());

const judgements = async () => (await confirmedJudgements(desk.context)).judgements;
const SHARED = '将其违法信息记入信用档案';

const passage = async (id: number, words: string): Promise<string> => {
  const { text, units } = await work.view(id);
  return units.find(({ start, end }) => text.slice(start, end).includes(words))!.key;
};

describe('what is learned from the review', () => {
  it('is nothing of a document whose row nobody has confirmed', async () => {
    const id = await work.idOf('市容');
    await work.judge(id, await passage(id, '黑名单”，并向'), 'B', 'rejected');
    expect(await judgements()).toEqual([]);
  });

  it('is each label that was confirmed or rejected, with its text, headings and place, and no other label', async () => {
    const id = await work.idOf('市容');
    const key = await passage(id, '三年内限制参加');
    await work.judge(id, key, 'R', 'rejected');
    await work.confirm(id);
    const found = await judgements();
    const { text, units } = await work.view(id);
    const { start, end } = units.find((each) => each.key === key)!;
    const of = found.filter(({ mark }) => mark === markOf(text.slice(start, end)));
    expect(of.flatMap(({ confirmed }) => confirmed)).toContain('P');
    expect(of.flatMap(({ rejected }) => rejected)).toEqual(['R']);
    expect(of.flatMap(({ confirmed, rejected }) => [...confirmed, ...rejected])).not.toContain('D');
    expect(of[0]).toMatchObject({
      text: text.slice(start, end),
      path: ['清水市市容环境卫生信用管理办法'],
      kind: 'article',
      who: FIRST.name,
      source: '01 市容.txt',
    });
    expect(of[0]!.place).toBeGreaterThan(0);
    expect(of[0]!.place).toBeLessThan(1);
    // The first and last articles carry nothing and were judged by nobody.
    expect(found.some(({ text: words }) => words.includes('施行'))).toBe(false);
  });

  it('is only what was said where a document was left out of the ledger', async () => {
    const id = await work.idOf('广告');
    await work.judge(id, await passage(id, SHARED), 'D', 'rejected');
    await work.confirm(id, FIRST, false);
    expect((await judgements()).map(({ confirmed, rejected }) => [confirmed, rejected])).toEqual([
      [[], ['D']],
    ]);
  });

  it('is the newest word on the same text in two documents, and the same however often it is taken over', async () => {
    const [first, second] = [await work.idOf('市容'), await work.idOf('广告')];
    await work.confirm(first);
    await work.judge(second, await passage(second, SHARED), 'D', 'rejected');
    await work.confirm(second, FIRST, false);
    const shared = (await judgements()).filter(({ text }) => text.includes(SHARED));
    expect(shared.map(({ rejected, source }) => [rejected, source])).toEqual([[['D'], '03 广告.txt']]);
    const { store } = desk;
    expect(await addJudgements(store, await judgements(), true)).toBeGreaterThan(2);
    // A file of decisions that came later overrules the review, also when the review is taken over again.
    const later = { ...shared[0]!, confirmed: ['D' as const], rejected: [], at: '2030-01-01T00:00:00Z' };
    await addJudgements(store, [later]);
    const last = await lastJudgement(store);
    expect(await addJudgements(store, await judgements(), true)).toBe(0);
    expect(await lastJudgement(store)).toBe(last);
    expect((await judgedTexts(store)).find(({ mark }) => mark === later.mark)?.confirmed).toContain('D');
  });
});
