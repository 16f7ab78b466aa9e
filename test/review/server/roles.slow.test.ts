import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../model/index.js';
import { shutOut } from '../../../store/index.js';
import { decision, PASSWORD, Running } from './running.js';

const READS = [
  'session',
  'documents',
  'documents/1',
  'documents/1/pages/1',
  'overview',
  'charts/years',
  'codebook',
];
const FIRSTS = ['log', 'log/verify', 'exports', 'exports/ledger-xlsx', 'exports/log-jsonl'];
const WRITES = ['undo', 'redo'];
const SAMPLES = ['samples', 'samples/1', 'samples/1/questions', 'samples/1/questions/1/context'];
const AUDITS = ['audits', 'audits/1', 'audits/1/files/xlsx', 'audits/1/files/docx', 'audits/1/files/json'];
const ADMINISTERS = ['views', 'persons'];

describe('who may do what where the server is open to a network', () => {
  const running = new Running();
  const cookies = {} as Record<Role, string>;
  beforeAll(async () => {
    await running.start({ local: null });
    for (const role of ['administrator', 'reviewer', 'second', 'reader'] as const)
      cookies[role] = await running.signIn(`某${role}`, role);
  });
  afterAll(() => running.stop());

  const statuses = async (role: Role, paths: readonly string[], method: 'GET' | 'POST') =>
    Promise.all(
      paths.map(async (path) => {
        const asked = { cookie: cookies[role] };
        const answer = await (method === 'GET'
          ? running.ask(`/api/${path}`, asked)
          : running.post(`/api/${path}`, {}, asked));
        return answer.status;
      }),
    );

  it.each([
    ['administrator', 200, 200, 200, 200],
    ['reviewer', 200, 200, 200, 403],
    ['second', 200, 403, 200, 403],
    ['reader', 200, 200, 403, 403],
  ] as const)(
    '%s: reads %i, what the first said %i, writes %i, administers %i',
    async (role, ...expected) => {
      const sets = [
        await statuses(role, READS, 'GET'),
        await statuses(role, FIRSTS, 'GET'),
        await statuses(role, WRITES, 'POST'),
        await statuses(role, ADMINISTERS, 'GET'),
      ];
      expect(sets.map((each) => [...new Set(each)])).toEqual(expected.map((status) => [status]));
    },
  );

  it('a reader writes nothing in any way', async () => {
    const asked = { cookie: cookies.reader };
    const answers = [
      await running.post('/api/decisions', decision(1), asked),
      await running.post('/api/decisions', decision(1, { lane: 'agreed' }), asked),
      await running.post('/api/documents/1/reveal', {}, asked),
      await running.post(
        '/api/import',
        {},
        { ...asked, headers: { 'content-type': 'application/octet-stream' } },
      ),
      await running.post('/api/persons', { action: 'role', name: '某reader', role: 'administrator' }, asked),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect(answer.json.error.message).toMatch(/\p{Script=Han}/u);
    }
    expect(running.desk.written).toEqual([]);
    expect(
      (await running.book()).filter((line) => line.startsWith('某reader refused')).length,
    ).toBeGreaterThan(4);
  });

  it('who decides answers samples, and the first reviewer or the administrator writes down what two agree on', async () => {
    const handIn = { answers: [{ question: 1, answer: 'DB' }] };
    for (const [role, answering, agreeing] of [
      ['administrator', 200, 200],
      ['reviewer', 200, 200],
      ['second', 200, 403],
      ['reader', 403, 403],
    ] as const) {
      const asked = { cookie: cookies[role] };
      expect([...new Set(await statuses(role, SAMPLES, 'GET'))]).toEqual([answering]);
      expect((await running.post('/api/samples/1/answers', handIn, asked)).status).toBe(answering);
      expect(await statuses(role, ['samples/1/differences'], 'GET')).toEqual([agreeing]);
      expect((await running.post('/api/samples/1/agreed', handIn, asked)).status).toBe(agreeing);
    }
    expect(running.desk.samples.handed.map(({ who, agreed }) => [who, agreed])).toEqual([
      ['某administrator', false],
      ['某administrator', true],
      ['某reviewer', false],
      ['某reviewer', true],
      ['某second', false],
    ]);
  });

  it('the first reviewer or the administrator compares and answers; who is blind to the first sees nothing of it', async () => {
    const bytes = { 'content-type': 'application/octet-stream' };
    const reply = { items: [{ id: '0123456789ab', seen: 0 }], kind: 'closed', words: '已核对' };
    for (const [role, seeing, writing] of [
      ['administrator', 200, 200],
      ['reviewer', 200, 200],
      ['second', 403, 403],
      ['reader', 200, 403],
    ] as const) {
      const asked = { cookie: cookies[role] };
      const upload = { ...asked, method: 'POST', body: 'x', headers: bytes };
      expect([...new Set(await statuses(role, AUDITS, 'GET'))]).toEqual([seeing]);
      const answers = [
        await running.ask('/api/audits/ledgers?name=a.xlsx', upload),
        await running.post('/api/audits', { ledgers: [], units: ['清水市水务局'] }, asked),
        await running.post('/api/audits/replies', reply, asked),
        await running.ask('/api/audits/answers?name=a.xlsx', upload),
      ];
      expect([...new Set(answers.map(({ status }) => status))]).toEqual([writing]);
    }
    const acts = ['take a.xlsx 1', 'compare', 'closed', 'answers a.xlsx'];
    expect(running.desk.audits.said).toEqual(
      ['某administrator', '某reviewer'].flatMap((name) => acts.map((act) => `${name} ${act}`)),
    );
    expect(await running.book()).toContain(
      '某second refused  复核人不能查看台账核对：GET /api/audits/1（来自 127.0.0.1）',
    );
  });

  it('the second reviewer writes in their own lane, agrees on nothing, and does not learn of the first', async () => {
    const asked = { cookie: cookies.second };
    await running.post('/api/decisions', decision(1), { cookie: cookies.reviewer });
    const view = await running.post('/api/decisions', decision(1), asked);
    expect(view.status).toBe(200);
    expect(view.text).not.toContain('某reviewer');
    expect(running.desk.written.map(({ lane, who }) => [lane, who.name])).toEqual([
      ['first', '某reviewer'],
      ['second', '某second'],
    ]);
    expect((await running.ask('/api/documents/1', asked)).text).not.toContain('某reviewer');
    expect((await running.ask('/api/overview', asked)).json.agreement).toBeNull();
    expect((await running.ask('/api/overview', { cookie: cookies.reviewer })).json.agreement).not.toBeNull();
    for (const answer of [
      await running.post('/api/decisions', decision(2, { lane: 'agreed' }), asked),
      await running.post(
        '/api/import',
        {},
        { ...asked, headers: { 'content-type': 'application/octet-stream' } },
      ),
    ])
      expect(answer.status).toBe(403);
    expect((await running.post('/api/decisions', decision(2, { lane: 'first' }), asked)).status).toBe(400);
    expect(running.desk.written).toHaveLength(2);
    expect((await running.post('/api/documents/1/reveal', {}, asked)).json.id).toBe(1);
    expect((await running.post('/api/documents/1/reveal', {}, { cookie: cookies.reviewer })).status).toBe(
      403,
    );
    expect((await running.ask('/api/session', asked)).json).toMatchObject({ lane: 'second', local: false });
  });

  it('the administrator keeps the persons; their passwords never come back', async () => {
    const asked = { cookie: cookies.administrator };
    const change = (body: object) => running.post('/api/persons', body, asked);
    const added = await change({ action: 'add', name: '丙', role: 'reader', password: PASSWORD });
    expect(added.json).toContainEqual({
      name: '丙',
      role: 'reader',
      active: true,
      createdAt: running.now.toISOString(),
    });
    expect(added.text).not.toMatch(/scrypt|password|青山/u);
    expect(
      (await change({ action: 'add', name: '丁', role: 'reader', password: '短' })).json.error.message,
    ).toContain('至少 8 个字符');
    expect(
      (await change({ action: 'add', name: '丁', role: 'root', password: PASSWORD })).json.error.message,
    ).toBe('“角色”不对：不在可选的范围内');
    expect((await change({ action: 'remove', name: '某administrator' })).json.error.message).toContain(
      '最后一个管理员',
    );
    expect((await change({ action: 'explode', name: '丙' })).status).toBe(400);
    const views = await running.ask('/api/views', asked);
    expect(views.json).toMatchObject({ page: 1, size: 100, total: expect.any(Number) });
    expect(views.json.views[0]).toHaveProperty('detail');
  });

  it('a changed role holds at once, and who is shut out is out at once', async () => {
    const cookie = await running.signIn('戊', 'reviewer');
    const asked = { cookie: cookies.administrator };
    expect((await running.post('/api/undo', {}, { cookie })).status).toBe(200);
    await running.post('/api/persons', { action: 'role', name: '戊', role: 'reader' }, asked);
    expect((await running.post('/api/undo', {}, { cookie })).status).toBe(403);
    await shutOut(running.store, '戊');
    expect((await running.ask('/api/session', { cookie })).status).toBe(401);
    const again = await running.post('/api/sign-in', { name: '戊', password: PASSWORD });
    expect([again.status, again.json.error.message]).toEqual([401, '姓名或密码不对']);
  });

  it('a row of the table of sessions that outlived its person lets nobody in', async () => {
    const cookie = await running.signIn('己', 'administrator');
    await running.store.db.updateTable('persons').set({ active: 0 }).where('name', '=', '己').execute();
    expect((await running.ask('/api/session', { cookie })).status).toBe(401);
    await running.store.db.deleteFrom('persons').where('name', '=', '己').execute();
    expect((await running.ask('/api/session', { cookie })).status).toBe(401);
  });

  it('signing out ends the session, signing in again ends the one before', async () => {
    const first = await running.signIn('庚', 'reader');
    const again = await running.post('/api/sign-in', { name: '庚', password: PASSWORD }, { cookie: first });
    const second = again.headers['set-cookie']![0]!.split(';')[0]!;
    expect(second).not.toBe(first);
    expect((await running.ask('/api/session', { cookie: first })).status).toBe(401);
    expect((await running.post('/api/sign-out', {}, { cookie: second })).status).toBe(200);
    expect((await running.ask('/api/session', { cookie: second })).status).toBe(401);
  });

  it('has no one-time address', async () => {
    expect(running.server.url).toBe(`http://127.0.0.1:${running.server.port}/`);
    expect((await running.ask('/enter?token=a')).status).toBe(404);
  });
});
