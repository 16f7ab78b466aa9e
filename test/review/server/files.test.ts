import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Running } from './running.js';

describe('the files of the page', () => {
  const running = new Running();
  let cookie: string;
  beforeAll(async () => {
    await running.start();
    cookie = await running.enter();
  });
  afterAll(() => running.stop());

  it('are served with their type, those with a hash in the name for ever', async () => {
    const page = await running.ask('/');
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
    const script = await running.ask('/assets/index-Ab12_-Cd.js');
    expect(script.text).toBe('document.title = 1;');
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const head = await running.ask('/', { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
  });

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/%252e%252e/secret.js',
    '/..%252fsecret.js',
    '/assets/..%5c..%5csecret.js',
    '/assets/..\\..\\secret.js',
    '/....//secret.js',
    '/assets/%c0%ae%c0%ae/secret.js',
    '/assets/index-Ab12_-Cd.js%00.html',
    '/../qinggui.db',
    '/notes.txt',
    '/assets',
    '/assets/',
    '/index.html',
    '/package.json',
    '/etc/passwd',
    '//etc/passwd',
    '/file:///etc/passwd',
    '/__proto__',
    '/constructor',
  ])('lead nowhere else: %s', async (path) => {
    const answer = await running.ask(path, { cookie });
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('secret');
    expect(answer.json.error.message).not.toBe('');
  });

  it.each([
    '/api/documents/1/pages/..%2f..%2fetc%2fpasswd/image',
    '/api/documents/1/pages/%2e%2e/image',
    '/api/documents/1/pages/%252e%252e%252f1/image',
    '/api/documents/1/pages/1%00/image',
    '/api/documents/1/pages/-1/image',
    '/api/documents/1/pages/1e9/image',
    '/api/documents/1/pages/0x1/image',
    '/api/documents/1/pages/99999999999/image',
    '/api/documents/1/pages/3/image',
    '/api/documents/4294967296',
    '/api/documents/2147483648',
    "/api/documents/1'--",
    '/api/documents/1;drop',
    '/api/charts/..%2f..%2fsecret',
    '/api/charts/__proto__',
    '/api/exports/..%2f..%2fsecret',
    '/api/exports/constructor',
  ])('neither do addresses of documents: %s', async (path) => {
    const answer = await running.ask(path, { cookie });
    expect(answer.status).toBe(404);
    expect(answer.json.error.message).toMatch(/^没有/u);
    expect(running.complaints).toEqual([]);
  });

  it('that have not been built are told in Chinese', async () => {
    const other = new Running();
    await other.start({ page: join(other.folder, 'nothing') });
    try {
      const answer = await other.ask('/');
      expect(answer.status).toBe(503);
      expect(answer.text).toContain('npm run build');
      expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    } finally {
      await other.stop();
    }
  });

  it('are held in memory: none that is put there later is served', async () => {
    rmSync(join(running.folder, 'page'), { recursive: true });
    expect((await running.ask('/')).status).toBe(200);
  });
});
