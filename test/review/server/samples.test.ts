import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReviewDesk } from '../../../review/index.js';
import { answersOf } from '../../../store/index.js';
import { TestCollection } from '../collection.js';
import { drawFrom } from '../drawn.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../texts.js';
import { Running } from './running.js';

const QUESTIONS = 8;
const given = (letters: readonly string[]) => ({
  answers: letters.map((answer, at) => ({ question: at + 1, answer })),
});
/** Of eight questions: the two differ on the second and the sixth. */
const OF_FIRST = ['DP', 'B', '', '', '', 'D', 'Q', ''];
const OF_SECOND = ['D', '', '', 'R', '', '', '', ''];

describe('an audit sample over the network', () => {
  let collection: TestCollection;
  const [first, second] = [new Running(), new Running()];
  const cookies = { first: '', second: '' };
  beforeAll(async () => {
    collection = await TestCollection.make();
    await collection.scan({ '甲.txt': CREDIT, '乙.txt': PLAIN, '丙.txt': SECOND_CREDIT });
    await drawFrom(collection, { size: 6, known: 2, looks: 2 });
    for (const [running, role, name] of [
      [first, 'administrator', '林一'],
      [second, 'second', '林二'],
    ] as const)
      await running.start({ desk: new ReviewDesk(collection.context), local: { name, role } });
    cookies.first = await first.enter();
    cookies.second = await second.enter();
  });
  afterAll(async () => {
    await first.stop();
    await second.stop();
    await collection.close();
  });

  const PATHS = [
    'samples',
    'samples/1',
    'samples/1/questions',
    'samples/1/questions?from=5',
    ...Array.from({ length: QUESTIONS }, (_, at) => `samples/1/questions/${at + 1}/context`),
    'samples/1/differences',
  ];
  /** All that a reviewer can ask for, as it comes over the wire. */
  const told = async (who: 'first' | 'second') => {
    const running = who === 'first' ? first : second;
    const lines = [];
    for (const path of PATHS) {
      const { status, text } = await running.ask(`/api/${path}`, { cookie: cookies[who] });
      lines.push(`${path} ${status} ${text}`);
    }
    return lines;
  };

  it('tells neither reviewer anything of the other, of the draw or of the files, byte by byte', async () => {
    const [asFirst, asSecond] = [await told('first'), await told('second')];
    for (const line of [...asFirst, ...asSecond])
      expect(line).not.toMatch(/"item"|stratum|score|known|positive|source|passage|\.txt|seed|抽取人/iu);
    expect(asSecond.at(-1)).toMatch(/^samples\/1\/differences 403 /u);

    await first.post('/api/samples/1/answers', given(OF_FIRST), { cookie: cookies.first });
    expect(await told('second')).toEqual(asSecond);
    const done = await told('first');
    await second.post('/api/samples/1/answers', given(OF_SECOND.slice(0, 3)), { cookie: cookies.second });
    expect(await told('first')).toEqual(done);
    for (const line of await told('second')) expect(line).not.toContain('林一');
  });

  it('opens the differences to the first alone, up to the look that both have reached', async () => {
    await second.post('/api/samples/1/answers', given(OF_SECOND.slice(0, 4)), { cookie: cookies.second });
    const { json } = await first.ask('/api/samples/1/differences', { cookie: cookies.first });
    expect(json.items).toEqual([
      {
        number: 2,
        document: expect.any(String),
        place: expect.any(String),
        text: expect.any(String),
        first: 'B',
        second: '',
      },
    ]);
    const refused = await second.post('/api/samples/1/agreed', given(['']), { cookie: cookies.second });
    expect([refused.status, refused.json.error.message]).toEqual([403, '合议的结果由初核人或管理员填写']);
    const agreed = { answers: [{ question: 2, answer: '' }] };
    await first.post('/api/samples/1/agreed', agreed, { cookie: cookies.first });
    await second.post('/api/samples/1/answers', given(OF_SECOND), { cookie: cookies.second });
    const rest = await first.ask('/api/samples/1/differences', { cookie: cookies.first });
    expect(rest.json.items.map(({ number }: { number: number }) => number)).toEqual([6]);
    const rows = await answersOf(collection.store, 1);
    expect(rows.filter(({ lane }) => lane === 'agreed')).toEqual([
      { lane: 'agreed', question: 2, answer: '', who: '林一' },
    ]);
    expect(rows.filter(({ lane }) => lane === 'second').map(({ answer }) => answer)).toEqual(OF_SECOND);
  });

  it('refuses what is no answer, in words', async () => {
    const fault = async (body: unknown) => {
      const answer = await first.post('/api/samples/1/answers', body, { cookie: cookies.first });
      expect(answer.status).toBe(400);
      return answer.json.error.message;
    };
    expect(await fault({ answers: [{ question: 1, answer: '无' }] })).toBe(
      '“答案·第 1 项·是否涉及”不对：格式不对',
    );
    expect(await fault({ answers: [{ question: 1, answer: 'PD' }] })).toContain('格式不对');
    expect(await fault({ answers: [{ question: 0, answer: '' }] })).toBe('“答案·第 1 项·编号”不对：最小 1');
    expect(await fault({ answers: [] })).toBe('“答案”不对：最少项数为 1');
    expect(await fault({ answers: [{ question: 9, answer: '' }] })).toContain('不在这次抽查中');
    expect(await fault({})).toContain('没有填写');
    const other = await first.post('/api/samples/2/answers', given(['']), { cookie: cookies.first });
    expect([other.status, other.json.error.message]).toEqual([404, '没有这次抽查']);
    for (const path of [
      'samples/1/questions?from=9',
      'samples/0',
      'samples/x',
      'samples/1/questions/9/context',
    ])
      expect((await first.ask(`/api/${path}`, { cookie: cookies.first })).status).toBe(404);
  });

  it('is nothing for another site, a form or who is not signed in', async () => {
    const before = await answersOf(collection.store, 1);
    const body = given(['D']);
    const cookie = cookies.first;
    const foreign = { origin: 'https://elsewhere.example' };
    expect((await first.post('/api/samples/1/answers', body, { cookie, headers: foreign })).status).toBe(403);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await first.post('/api/samples/1/answers', body, { cookie, headers: form })).status).toBe(400);
    expect((await first.post('/api/samples/1/answers', body)).status).toBe(401);
    expect((await first.ask('/api/samples')).status).toBe(401);
    expect(await answersOf(collection.store, 1)).toEqual(before);
  });

  it('is written down: who saw which questions', async () => {
    const book = await second.book();
    expect(book).toContain('林二 view  第 1 次抽查，编号 1 至 8');
    expect(book).toContain('林二 view  第 1 次抽查，编号 3 的前后条文');
    expect(await first.book()).toContain('林一 view  第 1 次抽查，两人不一致的条目');
  });
});
