import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addAnswers,
  addSample,
  answersOf,
  frameTextOf,
  openStore,
  packText,
  type Store,
  samplesOf,
} from '../../../store/index.js';
import { DIALECTS, freshDatabases } from '../databases.js';

const { fresh } = freshDatabases();
const AT = '2026-03-01T00:00:00.000Z';
const FRAME = ['{"kind":"open","source":"规', '章.txt"}\n'];
async function* pieces() {
  yield* FRAME;
}
const sample = {
  at: AT,
  who: '甲',
  reason: '',
  frameHash: 'ab'.repeat(32),
  frame: await packText(pieces()),
  plan: { seed: '种子' },
  questions: [{ text: '列入黑名单' }, { text: '公布' }],
};

describe.each(DIALECTS)('samples on %s', (dialect) => {
  let store: Store;
  beforeEach(async ({ skip }) => {
    const made = await fresh(dialect);
    if (made === null) return skip('PostgreSQL does not start here');
    store = await openStore(made);
  });
  afterEach(async () => {
    await store?.close();
  });

  it('are drawn once; another one needs a reason and is counted', async () => {
    expect(await addSample(store, '.', sample)).toBe(1);
    await expect(addSample(store, '.', sample)).rejects.toThrow('样本只抽一次');
    expect(await addSample(store, '.', { ...sample, reason: '总体有误' })).toBe(2);
    expect(await addSample(store, '另一个', sample)).toBe(1);
    const kept = await samplesOf(store, '.');
    expect(kept).toMatchObject([
      { number: 1, reason: '', plan: sample.plan, questions: sample.questions },
      { number: 2, reason: '总体有误' },
    ]);
    expect(await text(frameTextOf(store, kept[0]!.id))).toBe(FRAME.join(''));
  });

  it('keep the first answer of each reviewer, and tell of another one', async () => {
    await addSample(store, '.', sample);
    const { id } = (await samplesOf(store, '.'))[0]!;
    const answer = { lane: 'first', question: 1, answer: 'B', who: '甲' };
    expect(await addAnswers(store, id, [answer], AT)).toEqual({ added: 1, refused: [] });
    const later = [
      { ...answer, answer: '' },
      { ...answer, question: 2, answer: '' },
      { ...answer, lane: 'second', answer: '', who: '乙' },
    ];
    expect(await addAnswers(store, id, later, AT)).toEqual({ added: 2, refused: [later[0]] });
    expect(await addAnswers(store, id, [answer], AT)).toEqual({ added: 0, refused: [] });
    expect(await answersOf(store, id)).toEqual([answer, later[1], later[2]]);
  });
});
