import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_FILE_LIMITS, DEFAULT_WORK } from '../../../model/index.js';
import {
  type Content,
  contentOf,
  type Original,
  type PageAnswer,
  PageImages,
} from '../../../pipeline/index.js';
import { WorkerPool } from '../../../pipeline/pool.js';
import { makePdf } from '../../fixtures/pdf.js';
import { makeZip } from '../../fixtures/zip.js';

/** The compiled worker: a process of its own does not read TypeScript. */
const program = new URL('../../../dist/pipeline/worker.js', import.meta.url);
const work = { ...DEFAULT_WORK, workers: 2 };

const home = mkdtempSync(join(tmpdir(), 'qinggui-pages-'));
const pool = new WorkerPool(work, program);
const images = new PageImages({ program, work });
afterAll(() => {
  images.close();
  pool.close();
  rmSync(home, { recursive: true, force: true });
});

const original = (source: string, bytes: Uint8Array): Original => ({
  roots: [home],
  source,
  hash: createHash('sha256').update(bytes).digest('hex'),
});
const codeOf = (answer: Content | PageAnswer): string => ('why' in answer ? answer.why.code : 'there');
const at = (text: string) => ({ text, x: 100, y: 300, size: 16 });

let pdf: Uint8Array;
let inner: Buffer;
beforeAll(async () => {
  pdf = await makePdf([[at('第一页')], [at('第二页')]]);
  inner = makeZip([
    { name: '先.txt', content: '先来的' },
    { name: '规章/通知.pdf', content: pdf },
  ]);
  const mail = [
    'From: a@example.org',
    'Subject: =?UTF-8?B?5oql6YCB?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'text',
    '--b',
    'Content-Type: application/zip; name="inner.zip"',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="inner.zip"',
    '',
    inner.toString('base64').replace(/(.{76})/g, '$1\n'),
    '--b--',
    '',
  ].join('\r\n');
  writeFileSync(join(home, '报送.zip'), makeZip([{ name: '内层.zip', content: inner }]));
  writeFileSync(join(home, '来信.eml'), mail);
  writeFileSync(join(home, '通知.pdf'), pdf);
});

describe('a packed file', () => {
  it.each(['报送.zip/内层.zip/规章/通知.pdf', '来信.eml/inner.zip/规章/通知.pdf'])(
    'is unpacked again: %s',
    async (source) => {
      const content = await contentOf(original(source, pdf), { pool });
      expect('bytes' in content && Buffer.from(content.bytes).equals(pdf)).toBe(true);
    },
  );

  it.each([
    ['another content', '报送.zip/内层.zip/先.txt', 'changed'],
    ['not there', '报送.zip/内层.zip/没有.pdf', 'changed'],
    ['in something that is no archive', '通知.pdf/规章/通知.pdf', 'unsupported'],
    ['in an archive that is gone', '没有.zip/规章/通知.pdf', 'moved'],
  ])('is not given where it is %s', async (_, source, code) => {
    expect(codeOf(await contentOf(original(source, pdf), { pool }))).toBe(code);
  });

  it('is not given beyond the limits of a scan', async () => {
    const limits = { ...DEFAULT_FILE_LIMITS, depth: 1 };
    const content = await contentOf(original('报送.zip/内层.zip/规章/通知.pdf', pdf), { pool, limits });
    expect(codeOf(content)).not.toBe('there');
  });
});

describe('page images', () => {
  it('show the pages of a packed file and give the words that have no font', async () => {
    const source = '报送.zip/内层.zip/规章/通知.pdf';
    const answer = await images.page(original(source, pdf), { page: 2, width: 400 });
    expect(answer).toMatchObject({
      image: { type: 'image/webp', width: 400, height: 566, words: [{ text: '第二页' }] },
    });
  });

  it('are drawn once for all who ask at the same time, and kept', async () => {
    const file = original('通知.pdf', pdf);
    const asked = await Promise.all(Array.from({ length: 5 }, () => images.page(file, { page: 1 })));
    const [first] = asked as { image: unknown }[];
    for (const answer of asked) expect((answer as { image: unknown }).image).toBe(first!.image);
    expect(((await images.page(file, { page: 1 })) as { image: unknown }).image).toBe(first!.image);
    const turned = await images.page(file, { page: 1, turn: { quarter: 90, slant: 0 } });
    expect(turned).toMatchObject({ image: { size: { width: 842, height: 595 } } });
  });

  it('keep to the widths that there are', async () => {
    const file = original('通知.pdf', pdf);
    expect(await images.page(file, { page: 1, width: 1 })).toMatchObject({ image: { width: 100 } });
    expect(await images.page(file, { page: 1, width: 1e9 })).toMatchObject({ image: { width: 3000 } });
  });

  it('say why there is none: a page that is not there, a file that was moved', async () => {
    expect(codeOf(await images.page(original('通知.pdf', pdf), { page: 3 }))).toBe('corrupt');
    const gone = original('移走.pdf', Buffer.from('another content'));
    expect(codeOf(await images.page(gone, { page: 1 }))).toBe('moved');
  });

  it('say why there is none: a damaged file, a text', async () => {
    const damaged = pdf.slice(0, 300);
    writeFileSync(join(home, '损坏.pdf'), damaged);
    writeFileSync(join(home, '文字.txt'), '第一条 文字。');
    expect(codeOf(await images.page(original('损坏.pdf', damaged), { page: 1 }))).toBe('corrupt');
    const text = Buffer.from('第一条 文字。');
    expect(await images.page(original('文字.txt', text), { page: 1 })).toMatchObject({
      why: { code: 'unsupported', message: expect.stringContaining('没有页面图像') },
    });
  });

  it('answer after their end, too', async () => {
    const short = new PageImages({ program, work: { ...work, workers: 1 } });
    const asked = [1, 2].map((page) => short.page(original('通知.pdf', pdf), { page }));
    short.close();
    for (const answer of [
      ...(await Promise.all(asked)),
      await short.page(original('通知.pdf', pdf), { page: 1 }),
    ])
      expect(answer).toMatchObject({ why: { code: 'internal', message: expect.stringContaining('退出') } });
  });
});
