import { createConnection } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../../model/index.js';
import { HOSTILE_TITLE } from './fake-desk.js';
import { decision, Running } from './running.js';

const MEGABYTE = 1_048_576;

describe('what is asked of the server', () => {
  const running = new Running();
  let cookie: string;
  beforeAll(async () => {
    await running.start();
    cookie = await running.enter();
  });
  afterEach(() => {
    running.desk.written.length = 0;
    running.desk.broken = null;
    running.complaints.length = 0;
  });
  afterAll(() => running.stop());
  const decide = (body: unknown, query = '') => running.post(`/api/decisions${query}`, body, { cookie });

  it('gives a title with a script in it as JSON alone, which no browser takes for a page', async () => {
    const answer = await running.ask('/api/documents/2', { cookie });
    expect(answer.json.name).toBe(HOSTILE_TITLE);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
    });
    const html = await running.ask('/api/documents/2', { cookie, headers: { accept: 'text/html' } });
    expect(html.headers['content-type']).toBe('application/json');
    const missing = await running.ask('/api/<script>alert(1)</script>', { cookie });
    expect(missing.headers['content-type']).toBe('application/json');
    expect(missing.text).not.toContain('script');
  });

  it('says what a file would leave out before it is taken, without writing that down as taken', async () => {
    const before = await running.book();
    expect((await running.ask('/api/exports', { cookie })).json.notes).toEqual(['3 件待确认的文件不在其中']);
    expect((await running.ask('/api/exports?drafts=1', { cookie })).json.notes).toEqual([]);
    expect(await running.book()).toEqual(before);
  });

  it('gives files a name that can not break out of its header', async () => {
    const answer = await running.ask('/api/exports/ledger-xlsx?drafts=1', { cookie });
    expect(answer.text).toBe('ledger-xlsx');
    expect(answer.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''%E5%8F%B0%E8%B4%A6%20%22%E8%8D%89%E7%A8%BF%22%27.xlsx",
    );
    expect((await running.book())[0]).toBe('甲 export  台账 "草稿"\'.xlsx（含草稿）');
  });

  it.each([
    "'; DROP TABLE persons; --",
    '" OR 1=1 --',
    "%' UNION SELECT password FROM persons --",
    'NEAR("a" "b") AND *',
    "\\'; --",
  ])('hands words that look like SQL on as words: %s', async (words) => {
    const [asked] = [encodeURIComponent(words)];
    const answer = await running.ask(`/api/documents?q=${asked}&issuer=${asked}`, { cookie });
    expect(answer.status).toBe(200);
    expect(running.desk.queries.at(-1)).toMatchObject({ q: words, issuer: words });
    expect((await running.book())[0]).toContain(`查找“${words}”`);
    expect(await running.store.db.selectFrom('persons').selectAll().execute()).toEqual([]);
    for (const query of [
      `state=${asked}`,
      `year=${asked}`,
      `label=${asked}`,
      `sort=${asked}`,
      `page=${asked}`,
    ])
      expect((await running.ask(`/api/documents?${query}`, { cookie })).status).toBe(400);
  });

  it("names the field that is wrong in the clerk's words", async () => {
    const message = async (query: string) =>
      (await running.ask(`/api/documents?${query}`, { cookie })).json.error.message;
    expect(await message('state=nonsense')).toBe('“状态”不对：不在可选的范围内');
    expect(await message('page=0')).toBe('“页码”不对：最小 1');
    expect(await message(`q=${encodeURIComponent('长'.repeat(201))}`)).toBe('“查找的词”不对：最多字数为 200');
    expect(await message('year=20')).toBe('“年份”不对：格式不对');
    expect(await message('q=%00')).toBe('文字中有不能保存的字符');
    const wrong = decision(1);
    Object.assign(wrong.items[0]!.changes[0]!, { label: 'X' });
    expect((await decide(wrong)).json.error.message).toBe(
      '“决定内容·第 1 项·修改·第 1 项·类别”不对：不在可选的范围内',
    );
    expect((await decide({ ...decision(1), batch: 'x' })).json.error.message).toContain('“批次”不对');
    expect((await decide({})).json.error.message).toContain('“批次”不对：没有填写');
    expect((await decide([])).json.error.message).toBe('请求的内容不对：没有填写，或形式不对');
    expect((await decide(null)).status).toBe(400);
    expect((await decide({ ...decision(1), reason: 'a\0b' })).json.error.message).toContain('不能保存的字符');
  });

  it.each(['{', '{"a":', 'nul', '\uFEFF{}', '[1,]', '{"batch":"\xff"}', 'a=b', '['.repeat(500_000)])(
    'answers what is no JSON in Chinese, without a stack',
    async (body) => {
      const answer = await running.ask('/api/decisions', {
        method: 'POST',
        cookie,
        body: Buffer.from(body, 'latin1'),
      });
      expect(answer.status).toBe(400);
      expect(Object.keys(answer.json)).toEqual(['error']);
      expect(answer.json.error.message).toMatch(/\p{Script=Han}/u);
      expect(answer.text).not.toMatch(/at |\.ts|Error/u);
    },
  );

  it('does not take over what a request says of itself: writer, number, hash, prototype', async () => {
    const body = JSON.stringify({
      ...decision(1),
      who: '乙',
      seq: 99,
      hash: 'f'.repeat(64),
      at: '1999-01-01',
      role: 'administrator',
    }).replace('"items"', '"__proto__":{"lane":"agreed"},"items"');
    const answer = await running.ask('/api/decisions', { method: 'POST', cookie, body });
    expect(answer.status).toBe(200);
    expect(running.desk.written).toHaveLength(1);
    expect(running.desk.written[0]).toMatchObject({
      who: { name: '甲', lane: 'first' },
      lane: 'first',
      seq: 1,
    });
    expect((await decide({ ...decision(1), lane: 'second' })).json.error.message).toContain(
      '“决定的归属”不对',
    );
    expect((await decide({ ...decision(1), lane: 'first' })).status).toBe(400);
  });

  it('answers who was slower with what stands there now, and writes nothing', async () => {
    await decide(decision(1));
    const answer = await decide(decision(1));
    expect(answer.status).toBe(409);
    expect(answer.json.error.message).toBe('该处已由他人修改');
    expect(answer.json.conflicts).toMatchObject([{ document: 1, seq: 1, who: '甲' }]);
    expect(running.desk.written).toHaveLength(1);
    expect((await decide(decision(1, {}, 1))).status).toBe(200);
  });

  it('gives back the view that the page looks at, and writes down a look at another document', async () => {
    const before = (await running.book()).length;
    expect((await decide(decision(1), '?state=pending')).json).toMatchObject({
      documents: [1],
      view: { id: 1 },
    });
    expect(running.desk.queries.at(-1)?.state).toBe('pending');
    expect(await running.book()).toHaveLength(before);
    expect((await decide(decision(1, {}, 1), '?document=3')).json.view.id).toBe(3);
    expect((await running.book())[0]).toBe('甲 view 3 清水市节约用水办法');
    const [one, two] = [decision(1, {}, 2), decision(2)];
    const both = await decide({ ...one, items: [...one.items, ...two.items] });
    expect(both.json).toMatchObject({ documents: [1, 2], view: null });
  });

  it('writes down who saw which document, its first page, the log', async () => {
    const other = await new Running().start();
    try {
      const mine = await other.enter();
      for (const path of [
        'documents/1',
        'documents/1/pages/1/image?width=800',
        'documents/1/pages/2/image',
        'documents/3/pages/2',
        'log?page=2',
        'documents/99',
        'documents?page=2',
        'documents?q=节约&year=2020'.replace('节约', encodeURIComponent('节约')),
      ])
        await other.ask(`/api/${path}`, { cookie: mine });
      expect((await other.book()).slice(0, -1)).toEqual([
        '甲 search  查找“节约”，2020',
        '甲 log  日志第 2 页',
        '甲 page 3 第 2 页',
        '甲 page 1 第 1 页',
        '甲 view 1 清水市信用管理办法',
      ]);
    } finally {
      await other.stop();
    }
  });

  it('says what the desk says, and hides what went wrong inside', async () => {
    running.desk.broken = new UsageError('台账样式不对', '请换一个');
    expect(await running.ask('/api/documents', { cookie })).toMatchObject({
      status: 400,
      json: { error: { message: '台账样式不对', advice: '请换一个' } },
    });
    running.desk.broken = new Error('secret at /home/a/b.ts');
    const answer = await running.ask('/api/documents', { cookie });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('secret');
    expect(answer.json.error.message).toContain('程序内部错误');
    expect(running.complaints).toEqual([running.desk.broken]);
    running.desk.broken = Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    const full = await running.ask('/api/documents', { cookie });
    expect([full.status, full.json.error.message]).toEqual([
      503,
      '磁盘空间不足，无法写入数据库：本次操作没有完成',
    ]);
  });

  it('shows nothing that it can not write down', async () => {
    await running.store.db.schema.alterTable('views').renameTo('away').execute();
    try {
      const answer = await running.ask('/api/documents/1', { cookie });
      expect(answer.status).toBe(500);
      expect(answer.text).not.toContain('全文');
    } finally {
      await running.store.db.schema.alterTable('away').renameTo('views').execute();
    }
  });

  /** Sends a body bit by bit until it is answered or cut off; how much was sent, and the answer. */
  const pour = (headers: string, piece: Buffer, bytes: number): Promise<{ sent: number; text: string }> =>
    new Promise((done) => {
      let [sent, text] = [0, ''];
      const socket = createConnection(running.server.port, '127.0.0.1');
      const host = `127.0.0.1:${running.server.port}`;
      const more = (): void => {
        while (sent < bytes && !text) {
          sent += piece.length;
          if (!socket.write(piece)) {
            socket.once('drain', more);
            return;
          }
        }
      };
      socket.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      socket.on('error', () => undefined).on('close', () => done({ sent, text }));
      socket.write(
        `POST /api/decisions HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\n${headers}\r\n\r\n`,
      );
      more();
    });

  it('refuses 100 MB before they have come, announced or not, and holds none of it', async () => {
    const piece = Buffer.alloc(65_536, 0x20);
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), piece, Buffer.from('\r\n')]);
    const before = process.memoryUsage();
    for (const [headers, part] of [
      [`Content-Length: ${100 * MEGABYTE}`, piece],
      ['Transfer-Encoding: chunked', chunk],
    ] as const) {
      const { sent, text } = await pour(headers, part, 100 * MEGABYTE);
      expect(text).toMatch(/^HTTP\/1\.1 413 /u);
      expect(text).toContain('内容超过上限（2 MB）');
      expect(sent).toBeLessThan(40 * MEGABYTE);
    }
    const after = process.memoryUsage();
    expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(40 * MEGABYTE);
    expect(running.desk.written).toEqual([]);
    expect((await running.ask('/api/session', { cookie })).status).toBe(200);
  });

  it('takes a workbook of up to 20 MB by its type, and no more', async () => {
    const send = (bytes: number, type: string) =>
      running.ask('/api/import', {
        method: 'POST',
        cookie,
        body: Buffer.alloc(bytes, 1),
        headers: { 'content-type': type },
      });
    const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    expect((await send(3 * MEGABYTE, xlsx)).json.unchanged).toBe(3 * MEGABYTE);
    expect((await send(5, 'application/octet-stream')).json.unchanged).toBe(5);
    expect((await send(5, 'application/json')).status).toBe(400);
    expect((await send(0, xlsx)).json.error.message).toBe('文件是空的');
    expect((await send(20 * MEGABYTE + 1, xlsx)).status).toBe(413);
  });

  it('leaves who sends more headers than a page does', async () => {
    const answer = await running.raw(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /u);
  });
});
