import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decision, Running } from './running.js';

describe('the doors of the server', () => {
  const running = new Running();
  let cookie: string;
  beforeAll(async () => {
    await running.start();
    cookie = await running.enter();
  });
  afterAll(() => running.stop());
  const own = () => `http://127.0.0.1:${running.server.port}`;

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['this machine by another name', { origin: 'http://localhost:{port}' }],
    ['encrypted under the same name', { origin: 'https://127.0.0.1:{port}' }],
    ['a sandboxed frame or a file', { origin: 'null' }],
    ['nowhere', { origin: undefined }],
    ['a page of the same site', { 'sec-fetch-site': 'same-site' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
  ])('takes no decision from %s', async (_, headers) => {
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        (value as string | undefined)?.replace('{port}', String(running.server.port)),
      ]),
    );
    const answer = await running.post('/api/decisions', decision(1), { cookie, headers: sent });
    expect(answer.status).toBe(403);
    expect(answer.json.error.message).toContain('已拒绝');
    expect(running.desk.written).toEqual([]);
    expect((await running.book())[0]).toContain(' refused  请求不是由清规的页面发出的');
  });

  it('takes it from its own page, with a browser that says whence or without', async () => {
    for (const site of ['same-origin', undefined]) {
      const answer = await running.post('/api/decisions', decision(1), {
        cookie,
        headers: { 'sec-fetch-site': site },
      });
      expect(answer.status).toBe(200);
      expect(answer.json.view.id).toBe(1);
      await running.post('/api/undo', {}, { cookie });
    }
    expect(running.desk.written).toEqual([]);
  });

  it('lets another site read nothing', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'null' },
    ]) {
      const answer = await running.ask('/api/documents', { cookie, headers });
      expect(answer.status).toBe(403);
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it.each([
    'evil.example',
    'evil.example:{port}',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.:{port}',
    '127.0.0.1.evil.example:{port}',
    'evil@127.0.0.1:{port}',
    '2130706433:{port}',
    '127.1:{port}',
  ])('answers to no other name: %s', async (name) => {
    const host = name.replace('{port}', String(running.server.port));
    for (const path of ['/', '/api/session', '/enter?token=a']) {
      const answer = await running.ask(path, { cookie, headers: { host } });
      expect([400, 403]).toContain(answer.status);
      expect(answer.text).not.toContain('doctype');
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    }
  });

  it('answers to its own names', async () => {
    for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]']) {
      const answer = await running.ask('/', { headers: { host: `${name}:${running.server.port}` } });
      expect(answer.status).toBe(200);
    }
  });

  it('is not misled by a target that names another host than the header', async () => {
    const host = `127.0.0.1:${running.server.port}`;
    const answers = await Promise.all([
      running.raw(`GET http://evil.example/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
      running.raw(`GET ${own()}/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`),
      running.raw(`GET / HTTP/1.1\r\nHost: evil.example\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
      running.raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n'),
      running.raw('GET / HTTP/1.0\r\n\r\n'),
      running.raw('GET / HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n'),
    ]);
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 (?:400|403) /u);
  });

  it('answers a preflight without a word that would allow anything', async () => {
    const answer = await running.ask('/api/decisions', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    const ownOne = await running.ask('/api/decisions', { method: 'OPTIONS', cookie });
    expect(Object.keys(ownOne.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('is not talked into another method', async () => {
    for (const headers of [
      { 'x-http-method-override': 'POST' },
      { 'x-method-override': 'POST', 'x-http-method': 'POST' },
    ]) {
      const answer = await running.ask('/api/undo?_method=POST', { cookie, headers });
      expect(answer.status).toBe(404);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND']) {
      const answer = await running.ask('/api/decisions', { method, cookie });
      expect([400, 404]).toContain(answer.status);
      expect(answer.text).not.toContain(cookie);
    }
    expect(running.desk.written).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', undefined])(
    'takes no form for a decision: %s',
    async (type) => {
      const answer = await running.post('/api/decisions', decision(1), {
        cookie,
        headers: { 'content-type': type },
      });
      expect(answer.status).toBe(400);
      expect(answer.json.error.message).toBe('请求的内容类型不对');
    },
  );

  it('sends the strict headers with whatever it answers', async () => {
    for (const path of [
      '/',
      '/assets/index-Ab12_-Cd.js',
      '/nothing',
      '/api/session',
      '/api/documents/99',
      '/enter',
    ]) {
      const { headers } = await running.ask(path, { cookie });
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
      if (path.startsWith('/api')) expect(headers['cache-control']).toBe('no-store');
      expect(headers).not.toHaveProperty('x-powered-by');
    }
    expect(await running.raw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*default-src 'none'/u);
  });
});
