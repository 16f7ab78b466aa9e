import { gzipSync } from 'node:zlib';
import cfb from 'cfb';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../extractors/detect.js';
import type { FileFormat } from '../../model/index.js';
import { make7z } from '../fixtures/seven-zip.js';
import { makeTar } from '../fixtures/tar.js';

const text = (content: string): Buffer => Buffer.from(content, 'utf8');
/** 中文 in GBK, so that no UTF-8 reading fits. */
const gbk = (content: string): Buffer => {
  const words: Readonly<Record<string, number[]>> = {
    规: [0xb9, 0xe6],
    定: [0xb6, 0xa8],
    办: [0xb0, 0xec],
    法: [0xb7, 0xa8],
  };
  return Buffer.from([...content].flatMap((char) => words[char] ?? [char.charCodeAt(0)]));
};

const zip = async (...names: string[]): Promise<Buffer> => {
  const archive = new JSZip();
  for (const name of names) archive.file(name, name);
  return archive.generateAsync({ type: 'nodebuffer' });
};

const odt = async (): Promise<Buffer> => {
  const archive = new JSZip();
  archive.file('mimetype', 'application/vnd.oasis.opendocument.text');
  archive.file('content.xml', '<x/>');
  return archive.generateAsync({ type: 'nodebuffer' });
};

const compound = (...streams: string[]): Buffer => {
  const container = cfb.utils.cfb_new();
  for (const name of streams) cfb.utils.cfb_add(container, name, Buffer.alloc(64, 1));
  return Buffer.from(cfb.write(container, { type: 'buffer' }) as Uint8Array);
};

const PDF_BODY = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF';
const PAGE = '<html><head><title>办法</title></head><body><p>第一条</p></body></html>';

const CASES: readonly (readonly [string, FileFormat, () => Buffer | Promise<Buffer>])[] = [
  ['a PDF', 'pdf', () => text(PDF_BODY)],
  ['a PDF behind the head of a download', 'pdf', () => text(`HTTP/1.1 200 OK\n\n${PDF_BODY}`)],
  ['a text about PDF files', 'txt', () => text('文件头应当是 %PDF-1.4 这样的文字。')],
  ['a Word document', 'docx', () => zip('[Content_Types].xml', 'word/document.xml')],
  [
    'a Word document with macros',
    'docx',
    () => zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
  ],
  ['a workbook', 'xlsx', () => zip('[Content_Types].xml', 'xl/workbook.xml')],
  ['slides', 'pptx', () => zip('[Content_Types].xml', 'ppt/presentation.xml')],
  ['an OFD document', 'ofd', () => zip('OFD.xml', 'Doc_0/Document.xml')],
  ['an OpenDocument text', 'odt', odt],
  ['an archive of Word documents', 'zip', () => zip('一.docx', '二.docx')],
  ['an empty archive', 'zip', () => zip()],
  [
    'a Word document that was cut off',
    'docx',
    async () => (await zip('[Content_Types].xml', 'word/document.xml')).subarray(0, 130),
  ],
  ['a Word 97 document', 'doc', () => compound('/WordDocument', '/1Table')],
  [
    'a Word 97 document with a sheet inside',
    'doc',
    () => compound('/ObjectPool/_1/Workbook', '/WordDocument'),
  ],
  ['an Excel 97 workbook', 'xls', () => compound('/Workbook')],
  ['an Excel 5 workbook', 'xls', () => compound('/Book')],
  ['PowerPoint 97 slides', 'ppt', () => compound('/PowerPoint Document')],
  ['an Outlook message', 'msg', () => compound('/__properties_version1.0')],
  ['a Works document', 'wps', () => compound('/MatOST')],
  ['an encrypted Office document', 'docx', () => compound('/EncryptionInfo', '/EncryptedPackage')],
  ['some other compound file', 'unknown', () => compound('/Contents')],
  ['a compound file that was cut off', 'doc', () => compound('/WordDocument').subarray(0, -600)],
  ['RTF', 'rtf', () => text('{\\rtf1\\ansi 第一条}')],
  ['a rar archive', 'rar', () => Buffer.from([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00, 0x01, 0x02])],
  ['a 7z archive', '7z', () => Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0x00, 0x04])],
  ['a gz file', 'gz', () => gzipSync('第一条')],
  ['a bz2 file', 'bz2', () => make7z('a.bz2', { a: '第一条' })],
  ['an xz file', 'xz', () => make7z('a.xz', { a: '第一条' })],
  ['a tar archive', 'tar', () => makeTar([{ name: '通知.txt', content: '第一条' }])],
  [
    'a tar archive as Unix 7 wrote them',
    'tar',
    () => makeTar([{ name: '通知.txt', content: '第一条' }], { format: 'v7' }),
  ],
  ['a picture', 'image', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1])],
  ['a text whose first letters are a signature', 'txt', () => text('BM 系列设备管理规定')],
  ['the other half of a Mac file', 'unknown', () => Buffer.from([0, 5, 0x16, 7, 0, 2, 0, 0, 0x4d, 0x61])],
  ['noise', 'unknown', () => Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 37) % 32))],
  ['a page with doctype', 'html', () => text(`<!DOCTYPE html>${PAGE}`)],
  ['a page without doctype', 'html', () => text(PAGE)],
  ['a page behind blank lines and a comment', 'html', () => text(`\n\n <!-- saved from url -->\n${PAGE}`)],
  ['a page behind a byte order mark', 'html', () => text(`\ufeff${PAGE}`)],
  ['an XHTML page', 'html', () => text(`<?xml version="1.0"?>\n${PAGE}`)],
  ['a page in UTF-16', 'html', () => Buffer.from(`\ufeff${PAGE}`, 'utf16le')],
  ['a page in GBK', 'html', () => gbk('<html><head><title>规定</title></head><body>办法</body></html>')],
  ['a fragment', 'html', () => text('<p>第一条　为了规范管理。</p>\n<p>第二条　本办法适用于本市。</p>')],
  [
    'paragraphs of HTML in a text',
    'html',
    () => text(`清水市若干规定\n${'<p><b>第一条</b>本规定适用于本市。</p>\n'.repeat(5)}`),
  ],
  ['a text that shows a tag', 'txt', () => text('网页的段落写在 <p> 与 </p> 之间，字数 < 100 时不分段。')],
  [
    'a long text with a few tags',
    'txt',
    () => text(`第一条 说明。<br>\n${'本办法所称公共信用信息，是指有关记录。\n'.repeat(60)}<p>完</p>`),
  ],
  ['XML', 'xml', () => text('<?xml version="1.0"?><a><b/></a>')],
  [
    'XML without declaration',
    'xml',
    () => text('<规定 xmlns="urn:x"><条>一</条></规定>'.replace(/规定/g, 'rule')),
  ],
  [
    'a page saved with its pictures',
    'mht',
    () =>
      text(
        'From: <由浏览器保存>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary="x"\n\n--x\n',
      ),
  ],
  [
    'a mail',
    'eml',
    () => text('Received: by x\nFrom: a@example.org\nSubject: =?utf-8?B?6YCa55+l?=\n\n请查收。'),
  ],
  [
    'a mail with pictures in its text',
    'eml',
    () =>
      text(
        'From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n',
      ),
  ],
  [
    'a draft of a mail',
    'eml',
    () => text('From: a@example.org\nSubject: x\nContent-Type: text/plain\n\n请查收。'),
  ],
  [
    'a mail with a head of many lines',
    'eml',
    () => text(`Received: by x\n${'X-Trace: abc def\n'.repeat(3000)}From: a\n\n请查收。`),
  ],
  [
    'a mail out of a box of mails',
    'eml',
    () => text('From a@example.org Tue Mar  5 10:00:00 2024\nReceived: by x\nFrom: a\n\n请查收。'),
  ],
  [
    'a mail with a subject in GBK',
    'eml',
    () =>
      Buffer.concat([text('Received: by x\nSubject: '), gbk('规定办法'), text('\nFrom: a\n\n'), gbk('规定')]),
  ],
  ['a text of questions and answers', 'txt', () => text('问:如何申请\n答:向清水市申请\n')],
  ['a text with one number sign', 'txt', () => text('# 清水市信用办法\n\n- 第一条')],
  ['Markdown', 'md', () => text('# 清水市信用办法\n\n## 第一章\n\n## 第二章\n\n第一条　甲。')],
  [
    'a table of values with commas',
    'txt',
    () => text('序号,文件名称,文号\n1,"甲办法",\n2,乙办法,清政发〔2018〕1号'),
  ],
  ['text in UTF-8', 'txt', () => text('第一条 为了规范管理，制定本办法。')],
  ['text in GBK', 'txt', () => gbk('规定办法规定办法规定')],
  ['text in UTF-16 without mark', 'txt', () => Buffer.from('第一条 为了规范管理，制定本办法。', 'utf16le')],
  ['text with the end sign of DOS', 'txt', () => text('第一条 为了规范管理。\x1a')],
  ['text with a little damage', 'txt', () => text(`第一条\x00 ${'为了规范管理，制定本办法。'.repeat(20)}`)],
  ['nothing', 'txt', () => Buffer.alloc(0)],
];

describe('detectFormat', () => {
  it.each(CASES)('sees %s as %s', async (_, format, bytes) => {
    expect(await detectFormat(await bytes())).toBe(format);
  });

  it('never throws, whatever the bytes and whatever they begin with', async () => {
    const starts = [
      '',
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '%PDF-',
      '<',
      '\xff\xfe',
      'MIME-Version:',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 700 }), async (start, rest) => {
        const bytes = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
        expect(typeof (await detectFormat(bytes))).toBe('string');
      }),
      { numRuns: 150 },
    );
  });
});
