import { describe, expect, it } from 'vitest';
import { extract, sourceTextOf } from '../../extractors/index.js';
import { type SupportedFormat, sourceSpan } from '../../model/index.js';

const WORDS = '列入供水黑名单';
const TEXT = `清水市供水管理办法\r\n\r\n第一条　拒不整改的，${WORDS}。\r\n`;
const PAGE = (charset: string): string =>
  `<html><head><meta charset="${charset}"></head><body><h1>清水市供水管理办法</h1><p>第一条　拒不整改的，<b>${WORDS}</b>。</p></body></html>`;
/** 列入供水黑名单 and what stands around it in the page, in GBK. */
const GBK_PAGE = Buffer.concat([
  Buffer.from('<html><head><meta charset="gbk"></head><body><h1>'),
  Buffer.from([0xc7, 0xe5, 0xcb, 0xae, 0xca, 0xd0, 0xb0, 0xec, 0xb7, 0xa8]),
  Buffer.from('</h1><p>'),
  Buffer.from([0xc1, 0xd0, 0xc8, 0xeb, 0xb9, 0xa9, 0xcb, 0xae, 0xba, 0xda, 0xc3, 0xfb, 0xb5, 0xa5]),
  Buffer.from('</p></body></html>'),
]);

describe('the source text', () => {
  it.each<[string, SupportedFormat, Uint8Array]>([
    ['plain text', 'txt', Buffer.from(TEXT)],
    ['plain text with a byte order mark', 'txt', Buffer.from(`\uFEFF${TEXT}`)],
    ['plain text in UTF-16', 'txt', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['Markdown', 'md', Buffer.from(`# 清水市供水管理办法\n\n拒不整改的，**${WORDS}**。\n`)],
    ['a page', 'html', Buffer.from(PAGE('utf-8'))],
    ['a page that declares GBK', 'html', GBK_PAGE],
  ])('of %s is what its offset map leads into', async (_what, format, bytes) => {
    const { text, sourceMap } = await extract(bytes, format);
    const start = text.indexOf(WORDS);
    const span = sourceSpan(sourceMap!, { start, end: start + WORDS.length });
    expect(sourceTextOf(bytes, format)!.slice(span.start, span.end)).toBe(WORDS);
  });

  it('is none for formats whose places are pages and paragraphs', () =>
    expect(sourceTextOf(Buffer.from('PK'), 'docx')).toBeNull());
});
