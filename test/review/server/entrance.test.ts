import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer } from '../../../review/server/listen.js';
import { cookieOf, Running } from './running.js';

describe('the way in on the own machine', () => {
  let running: Running;
  beforeEach(async () => {
    running = await new Running().start();
  });
  afterEach(() => running.stop());
  const path = () => running.server.url.replace(/^http:\/\/[^/]+/u, '');
  const later = (milliseconds: number) => {
    running.now = new Date(running.now.getTime() + milliseconds);
  };

  it('gives a cookie that scripts and other sites do not get, and leads to the page', async () => {
    const answer = await running.ask(path(), { headers: { 'sec-fetch-site': 'none' } });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    const cookie = answer.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(new RegExp(`^qinggui-${running.server.port}=[\\w-]{43}; `, 'u'));
    expect(cookie.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=43200',
      'Path=/',
      'SameSite=Strict',
    ]);
    const session = await running.ask('/api/session', { cookie: cookieOf(answer) });
    expect(session.json).toEqual({
      name: '甲',
      role: 'administrator',
      lane: 'first',
      local: true,
      id: expect.stringMatching(/^[0-9a-f]{16}$/u),
      unit: '清水市',
      form: 'national',
      version: '0.1.0',
    });
    expect(await running.book()).toEqual(['甲 sign-in  用启动时显示的网址打开']);
  });

  it('lets in once: the second use is refused, unless the browser is in already', async () => {
    const cookie = await running.enter();
    const again = await running.ask(path());
    expect(again.status).toBe(403);
    expect(again.text).toContain('已经用过');
    expect(again.headers).not.toHaveProperty('set-cookie');
    expect((await running.book())[0]).toContain(' refused ');
    expect((await running.ask(path(), { cookie })).headers.location).toBe('/');
  });

  it('lets in for ten minutes', async () => {
    later(10 * 60_000);
    expect((await running.ask(path())).status).toBe(403);
  });

  it.each([
    '/enter',
    '/enter?token=',
    '/enter?token=AAAA',
    `/enter?token=${'A'.repeat(43)}`,
    '/enter?token=%00',
  ])('does not let in by %s', async (address) => {
    const answer = await running.ask(address);
    expect(answer.status).toBe(403);
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  it('is not used up by a look at the headers or a browser that loads ahead', async () => {
    await running.ask(path(), { method: 'HEAD' });
    await running.ask(path(), { headers: { 'sec-purpose': 'prefetch;prerender' } });
    expect((await running.ask(path())).status).toBe(303);
  });

  it('shows nothing to who has no cookie, an old or a foreign one', async () => {
    const cookie = await running.enter();
    const name = cookie.split('=')[0];
    for (const other of [
      undefined,
      `${name}=`,
      `${name}=${'A'.repeat(43)}`,
      `x=${cookie.split('=')[1]}`,
      `${name}=' OR 1=1 --`,
    ])
      for (const address of [
        '/api/session',
        '/api/documents',
        '/api/log',
        '/api/nothing',
        '//api/log',
        '/%61pi/log',
      ]) {
        const answer = await running.ask(address, { cookie: other });
        expect([401, 404]).toContain(answer.status);
        expect(answer.json.error.message).toMatch(/没有登录|没有这个地址/u);
      }
    expect((await running.ask('/api/session', { cookie })).status).toBe(200);
    later(12 * 3_600_000);
    const old = await running.ask('/api/session', { cookie });
    expect(old.status).toBe(401);
    expect(old.json.error.advice).toContain('qinggui review');
  });

  it('goes on with the same cookie once it was ended and started again on the same port', async () => {
    const cookie = await running.enter();
    const { port, url } = running.server;
    await running.server.close();
    await running.start({ port });
    expect(running.server.url).not.toBe(url);
    expect((await running.ask('/api/session', { cookie })).status).toBe(200);
    expect((await running.ask(url.replace(/^http:\/\/[^/]+/u, ''))).status).toBe(403);
  });

  it('does not take a session of another name for its own', async () => {
    const cookie = await running.enter();
    const { port } = running.server;
    await running.server.close();
    await running.start({ port, local: { name: '乙', role: 'reader' } });
    expect((await running.ask('/api/session', { cookie })).status).toBe(401);
  });

  it('knows no passwords and no persons', async () => {
    const cookie = await running.enter();
    for (const answer of [
      await running.post('/api/sign-in', { name: '甲', password: '一个够长的密码' }),
      await running.post('/api/sign-out', {}, { cookie }),
      await running.ask('/api/persons', { cookie }),
    ])
      expect(answer.status).toBe(404);
  });

  it('says in Chinese that a port is taken, and that a network needs signing in', async () => {
    const { desk, store } = running;
    const about = { unit: '', form: 'national', version: '' } as const;
    const local = { name: '甲', role: 'reviewer' } as const;
    const start = (more: object) => startServer({ desk, store, about, local, port: 0, ...more });
    await expect(start({ port: running.server.port })).rejects.toMatchObject({
      name: 'UsageError',
      message: `端口 ${running.server.port} 已被占用`,
      advice: expect.stringContaining('--port'),
    });
    await expect(start({ host: '0.0.0.0' })).rejects.toThrow('对网络开放时必须登录');
    await expect(start({ host: '203.0.113.7', local: null })).rejects.toThrow('本机没有地址 203.0.113.7');
    for (const origin of ['qinggui', 'ftp://a.example', 'https://a.example/x', 'https://a@b.example'])
      await expect(start({ origins: [origin] })).rejects.toThrow('不是网址');
  });
});

describe('a server behind a proxy that encrypts', () => {
  it('gives a cookie for encrypted pages alone', async () => {
    const running = await new Running().start({ local: null, origins: ['https://qinggui.example.cn'] });
    try {
      expect(running.server.url).toBe('https://qinggui.example.cn/');
      const asked = { headers: { host: 'qinggui.example.cn', origin: 'https://qinggui.example.cn' } };
      await running.signIn('甲', 'administrator');
      const answer = await running.post('/api/sign-in', { name: '甲', password: '青山绿水四季常在' }, asked);
      const cookie = answer.headers['set-cookie']?.[0] ?? '';
      expect(cookie).toMatch(/^__Host-qinggui-\d+=[\w-]{43}; .*Secure/u);
      expect((await running.ask('/api/session', { ...asked, cookie: cookieOf(answer) })).status).toBe(200);
      expect((await running.ask('/api/session', { cookie: cookieOf(answer) })).status).toBe(401);
    } finally {
      await running.stop();
    }
  });
});
