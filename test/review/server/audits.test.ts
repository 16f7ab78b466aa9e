import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReviewDesk } from '../../../review/index.js';
import { UPLOAD_LIMIT } from '../../../review/server/body.js';
import { repliesOf } from '../../../store/index.js';
import { LAYOUTS } from '../../audit/layouts.js';
import { readFileHere, rowOf } from '../audited.js';
import { TestCollection } from '../collection.js';
import { CREDIT, PLAIN, SECOND_CREDIT } from '../texts.js';
import { Running } from './running.js';

const HOSTILE = '<img src=x onerror=alert(1)>\u202e《假办法》（=HYPERLINK("//x")）';
const BYTES = { 'content-type': 'application/octet-stream' };

describe('filed ledgers over the network', () => {
  let collection: TestCollection;
  const [first, second] = [new Running(), new Running()];
  const cookies = { first: '', second: '' };
  let id = '';
  beforeAll(async () => {
    collection = await TestCollection.make();
    await collection.scan({ '甲.txt': CREDIT, '乙.txt': PLAIN, '丙.txt': SECOND_CREDIT });
    const context = { ...collection.context, readFile: readFileHere };
    for (const [running, role, name] of [
      [first, 'administrator', '林一'],
      [second, 'second', '林二'],
    ] as const)
      await running.start({ desk: new ReviewDesk(context), local: { name, role } });
    cookies.first = await first.enter();
    cookies.second = await second.enter();
  });
  afterAll(async () => {
    await first.stop();
    await second.stop();
    await collection.close();
  });

  const upload = (
    path: string,
    body: Uint8Array | string,
    headers: Record<string, string | undefined> = BYTES,
  ) => first.ask(`/api/${path}`, { method: 'POST', body, headers, cookie: cookies.first });
  const get = (path: string) => first.ask(`/api/${path}`, { cookie: cookies.first });
  const post = (path: string, body: unknown) => first.post(`/api/${path}`, body, { cookie: cookies.first });

  it('takes a ledger in, compares it, and answers with what it leaves out', async () => {
    const row = await rowOf(SECOND_CREDIT);
    const bytes = await LAYOUTS.国家样式!([row, { ...row, document: HOSTILE }]);
    const name = encodeURIComponent('../../<b>台账</b>.xlsx');
    const taken = await upload(`audits/ledgers?name=${name}`, bytes);
    expect(taken.json).toMatchObject({ ledgers: [{ rows: 2 }], problem: '' });
    const made = await post('audits', { ledgers: [taken.json.token], units: [HOSTILE] });
    expect(made.json).toMatchObject({ number: 1, same: false });
    const { json, headers } = await get('audits/1');
    expect(headers['content-type']).toMatch(/^application\/json/u);
    const kinds = json.items.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['omitted', 'no-ledger']));
    id = json.items[0].id;
    // Strangers' words come as they are, as data, and go into files as text.
    expect(json.items.map(({ subject }: { subject: string }) => subject).join()).toContain('<img src=x');
    expect(json.ledgers[0].source).toBe('b>.xlsx');
    const sent = await get('audits/1/files/json');
    expect(sent.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E5/u);
    expect(sent.json.items).toHaveLength(json.items.length);
  });

  it('keeps what is said under the name of who is signed in, whatever the request says', async () => {
    const body = { items: [{ id, seen: 0 }], kind: 'explained', words: HOSTILE, who: '别人' };
    expect((await post('audits/replies', body)).json).toEqual({ added: 1, others: [] });
    const all = await repliesOf(collection.store, '.');
    expect(all).toMatchObject([{ item: id, kind: 'explained', who: '林一' }]);
    const { json } = await get('audits/1?state=explained');
    expect(json).toMatchObject({ total: 1, items: [{ replies: [{ who: '林一' }] }] });
  });

  it('says nothing to the second reviewer, who is blind to what it rests on', async () => {
    for (const path of ['audits', 'audits/1', 'audits/1/files/json']) {
      const { status, text } = await second.ask(`/api/${path}`, { cookie: cookies.second });
      expect([status, text]).toEqual([403, expect.stringContaining('复核人不能查看台账核对')]);
    }
    const asked = { cookie: cookies.second };
    const reply = { items: [{ id, seen: 0 }], kind: 'closed' };
    expect((await second.post('/api/audits/replies', reply, asked)).status).toBe(403);
    expect((await second.post('/api/audits', { ledgers: [], units: ['甲'] }, asked)).status).toBe(403);
  });

  it('refuses what is no request, in words', async () => {
    const fault = async (path: string, body: unknown) => {
      const { status, json } = await post(path, body);
      expect(status).toBe(400);
      return json.error.message;
    };
    expect(await fault('audits', { ledgers: ['x'] })).toBe('“台账·第 1 项”不对：格式不对');
    expect(await fault('audits', { ledgers: [], units: ['甲'], since: '2021-02-30' })).toContain('新出台');
    expect(await fault('audits', { ledgers: ['3f0c9a52-6a0e-4b67-9d3c-0a4c7a1b2c3d'] })).toContain('待核对');
    expect(await fault('audits/replies', { items: [{ id, seen: 0 }], kind: 'liked' })).toContain('种类');
    expect(await fault('audits/replies', { items: [], kind: 'closed' })).toContain('决定内容');
    const strange = { items: [{ id: '0123456789ab', seen: 0 }], kind: 'closed' };
    expect(await fault('audits/replies', strange)).toContain('不在核对结果中');
    expect(await fault('audits/replies', { ...strange, words: '说'.repeat(2_001) })).toContain('说明');
    for (const path of ['audits/2', 'audits/0', 'audits/x', 'audits/1/files/exe', 'audits/2/files/xlsx'])
      expect((await get(path)).status, path).toBe(404);
    for (const query of ['kind=x', 'state=x', 'page=0', 'certain=2'])
      expect((await get(`audits/1?${query}`)).status, query).toBe(400);
  });

  it('takes no file that is too large, empty, of another site, or sent by a form', async () => {
    const path = 'audits/ledgers?name=a.xlsx';
    const tooLarge = await upload(path, 'x', { ...BYTES, 'content-length': String(UPLOAD_LIMIT + 1) }).catch(
      () => ({ status: 413 }),
    );
    expect(tooLarge.status).toBe(413);
    expect((await upload(path, '')).status).toBe(400);
    expect((await upload('audits/ledgers', 'x')).status).toBe(400);
    expect((await upload(path, 'x', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(400);
    expect((await upload(path, 'x', { ...BYTES, origin: 'https://elsewhere.example' })).status).toBe(403);
    const noise = Uint8Array.from({ length: 4_096 }, (_, at) => (at * 7_919) % 251);
    for (const bytes of [
      noise,
      new Uint8Array([0x50, 0x4b, 3, 4, 255]),
      new TextEncoder().encode('{"a":1}'),
    ]) {
      const { status, json } = await upload(path, bytes);
      expect([status, json.token, json.problem]).toEqual([200, '', expect.stringMatching(/\p{Script=Han}/u)]);
      expect((await upload('audits/answers?name=a.xlsx', bytes)).status).toBe(400);
    }
    expect(first.complaints).toEqual([]);
  });

  it('is written down: who compared, who saw, who took out', async () => {
    const book = await first.book();
    expect(book).toContain('林一 view  第 1 次台账核对：由其核对，台账文件 1 个');
    expect(book).toContain('林一 view  第 1 次台账核对，第 1 页');
    expect(book).toContain('林一 export  台账核对（第1次核对）.json');
    await get(`audits/1?scope=all&q=${encodeURIComponent('市容')}`);
    expect((await first.book())[0]).toBe(
      '林一 search  第 1 次台账核对及以前未了结的事项，查找“市容”，第 1 页',
    );
  });
});
