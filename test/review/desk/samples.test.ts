import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAnswer } from '../../../audit/index.js';
import { hasLedgerLabel } from '../../../model/index.js';
import { AuditSamples } from '../../../review/desk/samples.js';
import { NotFound, Refused } from '../../../review/errors.js';
import type { Who } from '../../../review/server/desk.js';
import { answersOf } from '../../../store/index.js';
import { FIRST, SECOND, TestCollection } from '../collection.js';
import { drawFrom } from '../drawn.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../texts.js';

const FILES = { '01 市容.txt': CREDIT, '02 公园.txt': PLAIN, '03 广告.txt': SECOND_CREDIT };
const COLLEAGUE: Who = { name: '同组人', role: 'administrator', lane: 'first' };

let desk: TestCollection;
let samples: AuditSamples;
beforeEach(async () => {
  desk = await TestCollection.make();
  await desk.scan(FILES);
  samples = new AuditSamples(desk.context);
});
afterEach(() => desk.close());

const draw = (looks = 1) => drawFrom(desk, { size: 6, known: 2, looks });
/** 无 for questions up to a place, but for those named. */
const given = (last: number, hits: readonly number[] = [], from = 1) =>
  Array.from({ length: last - from + 1 }, (_, at) => at + from).map((question) => ({
    question,
    answer: hits.includes(question) ? 'DB' : '',
  }));
/** All that a person can ask for. */
const asked = async (who: Who) => {
  const contexts = [];
  for (let question = 1; question <= 8; question += 1) contexts.push(await samples.context(1, question));
  return JSON.stringify([
    await samples.list(who),
    await samples.task(1, who),
    await samples.questions(1, 1),
    contexts,
  ]);
};

describe('an audit sample before its reviewers', () => {
  it('is in no list before it is drawn, and then without a word on what it holds', async () => {
    expect(await samples.list(FIRST)).toEqual({ samples: [] });
    await expect(samples.task(1, FIRST)).rejects.toThrow(NotFound);
    const { questions } = await draw(2);
    expect((await samples.list(FIRST)).samples).toEqual([
      {
        number: 1,
        mark: expect.stringMatching(/^[0-9a-f]{12}$/u),
        drawnAt: '2026-02-01T00:00:00.000Z',
        questions: 8,
        handedIn: 0,
        looks: [4, 8],
        open: 1,
        differences: null,
        closed: '',
      },
    ]);
    const shown = await samples.questions(1, 1);
    expect(shown.questions).toEqual(
      questions.map(({ document, place, text }, at) => ({ number: at + 1, document, place, text })),
    );
    // Known ones are among them, and nothing but their words tells of it.
    expect(questions.filter(({ stratum }) => stratum === null)).toHaveLength(2);
    expect(await asked(FIRST)).not.toMatch(/item|stratum|score|kind|known|source|\.txt|passage|file/u);
    await expect(samples.task(2, FIRST)).rejects.toThrow(NotFound);
    await expect(samples.context(1, 9)).rejects.toThrow(NotFound);
  });

  it('takes answers for good: what was handed in stays, and is told from what is new', async () => {
    await draw();
    const first = await samples.handIn(1, given(3, [2]), FIRST);
    expect(first).toMatchObject({ added: 3, refused: [] });
    expect(first.task.handed).toEqual([
      { question: 1, answer: '' },
      { question: 2, answer: 'DB' },
      { question: 3, answer: '' },
    ]);
    // The same once more, as after an answer that was lost on the way.
    expect(await samples.handIn(1, given(3, [2]), FIRST)).toMatchObject({ added: 0, refused: [] });
    expect(await samples.handIn(1, given(4, [1]), FIRST)).toMatchObject({ added: 1, refused: [1, 2] });
    expect((await answersOf(desk.store, 1)).map(({ answer }) => answer)).toEqual(['', 'DB', '', '']);
    expect((await samples.list(FIRST)).samples[0]).toMatchObject({ handedIn: 4, open: 5 });
    const strange = [given(9, [], 9), [...given(5, [], 5), ...given(5, [], 5)]];
    for (const answers of strange)
      await expect(samples.handIn(1, answers, FIRST)).rejects.toMatchObject({ status: 400 });
  });

  it('shows a colleague in the same lane that a question is done, and not how', async () => {
    await draw();
    await samples.handIn(1, given(2, [1, 2]), FIRST);
    const { handed } = await samples.task(1, COLLEAGUE);
    expect(handed).toEqual([
      { question: 1, answer: null },
      { question: 2, answer: null },
    ]);
  });

  it('says the same to each reviewer whatever the other has answered, until both are done', async () => {
    await draw(2);
    const [first, second] = [await asked(FIRST), await asked(SECOND)];
    await samples.handIn(1, given(8, [1, 5]), FIRST);
    expect(await asked(SECOND)).toBe(second);
    // The second is not done with the first look yet: the first learns nothing of what they have answered.
    const done = await asked(FIRST);
    expect(done).not.toBe(first);
    await samples.handIn(1, given(3), SECOND);
    expect(await asked(FIRST)).toBe(done);
    expect(await samples.differences(1)).toEqual({ items: [] });
    await samples.handIn(1, given(4, [], 4), SECOND);
    expect((await samples.list(FIRST)).samples[0]!.differences).toBe(1);
    expect((await samples.list(SECOND)).samples[0]!.differences).toBeNull();
  });

  it('has two opinions of two persons alone', async () => {
    await draw();
    await samples.handIn(1, given(1), FIRST);
    const same: Who = { ...SECOND, name: FIRST.name };
    expect((await samples.list(same)).samples[0]!.closed).toContain('复核须由另一人独立进行');
    await expect(samples.handIn(1, given(1), same)).rejects.toThrow(Refused);
    expect((await samples.list(SECOND)).samples[0]!.closed).toBe('');
  });

  it('is settled question by question, where the two differ on whether it is one, and nowhere else', async () => {
    await draw(2);
    await samples.handIn(1, given(8, [1, 3, 6]), FIRST);
    await expect(samples.agree(1, given(1), FIRST)).rejects.toThrow(Refused);
    // The labels of question 1 differ as well, but both hold it for one.
    await samples.handIn(1, [{ question: 1, answer: 'P' }, ...given(8, [2], 2)], SECOND);
    const { items } = await samples.differences(1);
    expect(items.map(({ number, first, second }) => [number, first, second])).toEqual([
      [2, '', 'DB'],
      [3, 'DB', ''],
    ]);
    await expect(samples.agree(1, given(1), FIRST)).rejects.toThrow('编号 1 还不能合议');
    const answers = [
      { question: 2, answer: 'B' },
      { question: 3, answer: '' },
    ];
    expect(await samples.agree(1, answers, COLLEAGUE)).toMatchObject({ added: 2, refused: [] });
    expect(await samples.agree(1, answers, COLLEAGUE)).toMatchObject({ added: 0, refused: [] });
    // The way to the next look is open.
    expect((await samples.differences(1)).items.map(({ number }) => number)).toEqual([6]);
  });

  it('shows what stands before and after, without marks, while the words are still the same', async () => {
    const { questions } = await drawFrom(desk, { size: 7, known: 2 });
    const at = questions.findIndex(({ text }) => text.includes('公园每日六时开放'));
    const around = await samples.context(1, at + 1);
    expect(around.missing).toBe('');
    expect(around.after!.text).toContain('遇有恶劣天气');
    expect(Object.keys(around.after!)).toEqual(['place', 'text']);
    await desk.scan({ '02 公园.txt': PLAIN.replace('六时', '七时') });
    await desk.scan({ '02 公园.txt': PLAIN }, 'm+2');
    // Analysed anew, it reads the same.
    expect((await samples.context(1, at + 1)).after!.text).toContain('遇有恶劣天气');
  });

  it('can be answered after the files are gone from the scan; only what stands around is gone then', async () => {
    const { questions } = await draw();
    for (const words of ['七时', '八时', '九时', '十时'])
      await desk.scan({ '02 公园.txt': PLAIN.replace('六时', words) });
    const fresh = new AuditSamples(desk.context);
    expect((await fresh.questions(1, 1)).questions.map(({ text }) => text)).toEqual(
      questions.map(({ text }) => text),
    );
    const missing = await Promise.all(questions.map((_, at) => fresh.context(1, at + 1)));
    for (const each of missing) expect(each).toMatchObject({ before: null, after: null });
    expect(missing[0]!.missing).toContain('不能显示前后条文');
    expect(await fresh.handIn(1, given(8), FIRST)).toMatchObject({ added: 8 });
    expect((await fresh.list(FIRST)).samples[0]).toMatchObject({ handedIn: 8, open: null });
  });
});

describe('answers', () => {
  it.each(['', 'D', 'DP', 'BQR', 'DBPQR'])('are written by the page as workbooks are read: %s', (letters) => {
    expect(readAnswer(letters === '' ? '无' : letters)).toBe(letters);
    expect(hasLedgerLabel(letters)).toBe(/[DBP]/u.test(letters));
  });
});
