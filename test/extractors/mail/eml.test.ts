import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { detectFormat, extract } from '../../../extractors/index.js';
import type { Manuscript } from '../../../model/index.js';
import { attached, type EmlPart, inBase64, makeEml, multipart, raw } from '../../fixtures/eml.js';
import { gbkBytes } from '../../fixtures/gbk.js';
import { quotedPrintable } from '../../fixtures/mht.js';
import { listOf } from '../containers/unpacked.js';

const SUBJECT = 'Subject: =?gb2312?B?x+XLrsrQsOy3qA==?=';
const TEXT = '第一条 为了规范信用管理，制定本办法。';
const PAGE = `<html><body><p>${TEXT}</p><table><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td>黑名单</td></tr></table></body></html>`;
const plain = inBase64(['Content-Type: text/plain; charset=utf-8'], TEXT);
const page = inBase64(['Content-Type: text/html; charset=utf-8'], PAGE);

const read = async (mail: Buffer): Promise<Manuscript> => {
  expect(await detectFormat(mail)).toBe('eml');
  return extract(mail, 'eml');
};

/** A mail's text by how it is written. */
const TEXTS: readonly (readonly [string, EmlPart, string])[] = [
  ['UTF-8 in base64', plain, TEXT],
  ['GBK as it is', { fields: ['Content-Type: text/plain; charset=gb2312'], body: raw(gbkBytes(TEXT)) }, TEXT],
  ['GBK without a charset', { fields: ['Content-Type: text/plain'], body: raw(gbkBytes(TEXT)) }, TEXT],
  [
    'GBK that claims to be UTF-8',
    inBase64(['Content-Type: text/plain; charset=utf-8'], gbkBytes(TEXT.repeat(3))),
    TEXT.repeat(3),
  ],
  [
    'GBK in quoted-printable',
    {
      fields: ['Content-Type: text/plain; charset=gb18030', 'Content-Transfer-Encoding: Quoted-Printable'],
      body: quotedPrintable(gbkBytes(TEXT)),
    },
    TEXT,
  ],
  ['no content type at all', { fields: [], body: raw(Buffer.from(TEXT)) }, TEXT],
  ['a page', page, `${TEXT}\n序号\n名称\n1\n黑名单`],
  ['both a text and a page', multipart('alternative', plain, page), `${TEXT}\n序号\n名称\n1\n黑名单`],
  [
    'a page with pictures beside a text',
    multipart('alternative', plain, multipart('related', page, inBase64(['Content-Type: image/png'], 'x'))),
    `${TEXT}\n序号\n名称\n1\n黑名单`,
  ],
  [
    'a page that shows nothing beside a text',
    multipart('alternative', plain, inBase64(['Content-Type: text/html'], '<html><body></body></html>')),
    TEXT,
  ],
  [
    'texts around an attachment',
    multipart(
      'mixed',
      plain,
      attached('filename=a.docx', 'x'),
      inBase64(['Content-Type: text/plain'], '第二条 略。'),
    ),
    `${TEXT}\n第二条 略。`,
  ],
  [
    'lines that flow',
    {
      fields: ['Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes'],
      body: raw(Buffer.from('第一条 为了规范 \r\n信用管理。')),
    },
    '第一条 为了规范信用管理。',
  ],
];

describe('the text of a mail', () => {
  it.each(TEXTS)('is read from %s', async (_, part, expected) => {
    const { text } = await read(makeEml([SUBJECT], part));
    expect(text).toBe(`清水市办法\n${expected}`);
  });

  it('has the subject as a heading, facts beside it, and says what is read apart from it', async () => {
    const manuscript = await read(
      makeEml(
        [
          SUBJECT,
          'From: =?utf-8?Q?=E6=9D=8E=E5=9B=9B?= <a@example.org>',
          'Date: Tue, 5 Mar 2024 23:00:00 +0800 (CST)',
        ],
        multipart('mixed', page, attached('filename=a.docx', 'x')),
      ),
    );
    expect(manuscript.blocks[0]).toMatchObject({ span: { start: 0, end: 5 }, headingLevel: 1, paragraph: 1 });
    expect(manuscript.blocks[2]).toMatchObject({ kind: 'cell', cell: { table: 0, row: 0, column: 0 } });
    for (const { span } of manuscript.blocks.slice(1)) expect(manuscript.text[span.start - 1]).toBe('\n');
    expect(manuscript.metadata).toEqual([
      { name: '主题', value: '清水市办法', from: 'meta' },
      { name: '发件人', value: '李四 <a@example.org>', from: 'meta' },
      { name: '发送时间', value: '2024-03-05', from: 'meta' },
    ]);
    expect(manuscript.notes).toEqual([{ code: 'mail-attachments', message: '邮件有 1 个附件，另行读取' }]);
  });

  it.each([
    ['in raw GBK', raw(gbkBytes('清水市办法'))],
    ['in raw UTF-8', raw(Buffer.from('清水市办法'))],
    ['cut within a character', '=?gb2312?B?x+XL?=\r\n =?gb2312?B?rsrQsOy3qA==?='],
    [
      'of a mail that was passed on',
      `Fw: 转发：${raw(Buffer.from('清水市办法'))}`.replace('转发：', raw(Buffer.from('转发：'))),
    ],
  ])('has a subject %s', async (_, subject) => {
    expect((await read(makeEml([`Subject: ${subject}`], plain))).text).toBe(`清水市办法\n${TEXT}`);
  });

  it('does not say the subject twice', async () => {
    const part = inBase64(['Content-Type: text/plain'], `清水市办法\n${TEXT}`);
    expect((await read(makeEml([SUBJECT], part))).text).toBe(`清水市办法\n${TEXT}`);
  });

  it('is the subject alone where there is nothing else, and none where there is not even that', async () => {
    const empty = multipart('mixed', attached('filename=a.docx', 'x'));
    expect((await read(makeEml([SUBJECT], empty))).text).toBe('清水市办法');
    await expect(read(makeEml([], empty))).rejects.toMatchObject({ reason: { code: 'no-text' } });
  });

  it('says where a mail breaks off', async () => {
    const whole = makeEml([SUBJECT], multipart('mixed', plain, attached('filename=a.docx', 'x'.repeat(200))));
    const { text, notes } = await read(whole.subarray(0, -150));
    expect(text).toContain(TEXT);
    expect(notes.map(({ code }) => code)).toContain('parts-missing');
  });
});

/** An attachment's name by how it is written. */
const NAMES: readonly (readonly [string, string])[] = [
  ['an encoded word', 'filename="=?gb2312?B?zajWqi5kb2N4?="'],
  ['raw GBK', `filename="${raw(gbkBytes('通知.docx'))}"`],
  ['raw UTF-8', `filename="${raw(Buffer.from('通知.docx'))}"`],
  ['a parameter with its charset', "filename*=gb2312''%CD%A8%D6%AA.docx"],
  ['a parameter with a charset that is none', "filename*=none''%E9%80%9A%E7%9F%A5.docx"],
  [
    'a parameter in pieces',
    `filename*0*=UTF-8''%E9%80%9A;\r\n filename*1*=%E7%9F%A5;\r\n filename*2=".docx"`,
  ],
  ['an encoded word in pieces', 'filename*0="=?gb2312?B?zajWqi5k";\r\n filename*1="b2N4?="'],
  ['a parameter that is given twice', `filename="tongzhi.docx"; filename*=UTF-8''%E9%80%9A%E7%9F%A5.docx`],
  ['encoded words in lines', 'filename="=?utf-8?B?6YCa?=\r\n\t=?utf-8?B?55+lLmRvY3g=?="'],
];

describe('the attachments of a mail', () => {
  it.each(NAMES)('have names that are read from %s', async (_, name) => {
    const mail = makeEml([SUBJECT], multipart('mixed', plain, attached(name, '第一条')));
    expect(await listOf(mail, 'eml')).toEqual(['通知.docx = 第一条', ' = unpacked']);
  });

  it('are all that is not the text', async () => {
    const inner = makeEml(['Subject: inner'], multipart('mixed', plain, attached('filename=c.txt', '三')));
    const picture = (bytes: number, name: string): EmlPart =>
      inBase64([`Content-Type: image/png${name}`, 'Content-ID: <x>'], Buffer.alloc(bytes, 1));
    const mail = makeEml(
      [SUBJECT],
      multipart(
        'mixed',
        multipart('related', page, picture(100, '; name=logo.png'), picture(20_000, '')),
        attached('filename=a.txt', '一'),
        { fields: ['Content-Type: text/plain; name=b.txt'], body: 'b' },
        { fields: ['Content-Type: message/rfc822'], body: raw(inner) },
        attached('filename=winmail.dat', 'x'),
        inBase64(['Content-Type: application/pkcs7-signature; name=smime.p7s'], 'x'),
        attached('filename="..\\\\..\\\\d.txt"', '四'),
      ),
    );
    const list = await listOf(mail, 'eml');
    expect(
      list.map((line) => line.replace(/ = Received[\s\S]*$/, ' = mail').replaceAll('\u0001', '')),
    ).toEqual([
      '图片2.png = ',
      'a.txt = 一',
      'b.txt = b',
      'inner.eml/c.txt = 三',
      'inner.eml = mail',
      'winmail.dat = unsupported',
      'd.txt = 四',
      ' = unpacked',
    ]);
  });

  it('of an encrypted mail are named as such', async () => {
    const sealed = inBase64(
      ['Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m'],
      'x',
    );
    expect(await listOf(makeEml([SUBJECT], sealed), 'eml')).toEqual(['smime.p7m = encrypted', ' = unpacked']);
  });

  it('end where the mail breaks off', async () => {
    const whole = makeEml(
      [SUBJECT],
      multipart(
        'mixed',
        plain,
        attached('filename=a.txt', '一'),
        attached('filename=b.txt', '二'.repeat(99)),
      ),
    );
    expect(await listOf(whole.subarray(0, -150), 'eml')).toEqual([
      'a.txt = 一',
      'b.txt = corrupt',
      ' = corrupt',
    ]);
  });

  it('in mails in mails are opened as deep as allowed, and a mail of mails does not hang', async () => {
    let mail = makeEml(['Subject: 0'], plain);
    for (let i = 1; i < 40; i++)
      mail = makeEml(
        [`Subject: ${i}`],
        multipart('mixed', plain, { fields: ['Content-Type: message/rfc822'], body: raw(mail) }),
      );
    const list = await listOf(mail, 'eml');
    expect(list).toHaveLength(6);
    expect(list[0]).toMatch(/\+ too-deep$/);
  });
});
