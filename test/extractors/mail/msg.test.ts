import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { detectFormat, extract } from '../../../extractors/index.js';
import type { Manuscript } from '../../../model/index.js';
import { gbkBytes } from '../../fixtures/gbk.js';
import { makeMsg } from '../../fixtures/msg.js';
import { processorTime } from '../../processor-time.js';
import { listOf } from '../containers/unpacked.js';

const TEXT = '第一条 为了规范信用管理，制定本办法。';

const read = async (mail: Buffer): Promise<Manuscript> => {
  expect(await detectFormat(mail)).toBe('msg');
  return extract(mail, 'msg');
};

describe('a mail that Outlook has saved', () => {
  it('is read in Unicode, with facts beside the text', async () => {
    // 2024-03-05 20:00 UTC is the next day in China.
    const sentAt = (BigInt(Date.UTC(2024, 2, 5, 20)) + 11_644_473_600_000n) * 10_000n;
    const manuscript = await read(
      makeMsg({ subject: '转发: 清水市办法', sender: '李四', body: TEXT, sentAt }),
    );
    expect(manuscript.text).toBe(`清水市办法\n${TEXT}`);
    expect(manuscript.metadata).toEqual([
      { name: '主题', value: '转发: 清水市办法', from: 'meta' },
      { name: '发件人', value: '李四', from: 'meta' },
      { name: '发送时间', value: '2024-03-06', from: 'meta' },
    ]);
  });

  it('is read in GBK', async () => {
    const mail = makeMsg({ subject: '清水市办法', body: TEXT, ansi: { codePage: 936, encode: gbkBytes } });
    expect((await read(mail)).text).toBe(`清水市办法\n${TEXT}`);
  });

  it('is read from its page', async () => {
    const html = gbkBytes(
      `<html><head><meta charset="gb2312"></head><body><table><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td>黑名单</td></tr></table><p>${TEXT}</p></body></html>`,
    );
    const { text, blocks } = await read(makeMsg({ subject: '办法', body: '一', html }));
    expect(text).toBe(`办法\n序号\n名称\n1\n黑名单\n${TEXT}`);
    expect(blocks[1]?.cell).toBeDefined();
  });

  it('gives its attachments and mails inside', async () => {
    const mail = makeMsg({
      subject: '办法',
      body: TEXT,
      attachments: [
        { name: '通知.docx', content: '第一条'.repeat(3000) },
        { name: 'image001.png', contentId: 'x', content: Buffer.alloc(100, 1) },
        { mail: { subject: '内层', body: TEXT, attachments: [{ name: '里.txt', content: '第二条' }] } },
        { name: '网盘.docx' },
        { content: '三' },
      ],
    });
    const list = await listOf(mail, 'msg');
    expect(list.map((line) => line.replace(/ = \ufffd[\s\S]*$/, ' = mail'))).toEqual([
      `通知.docx = ${Buffer.from('第一条'.repeat(3000)).toString('utf8', 0, 40)}`,
      '内层.msg/里.txt = 第二条',
      '内层.msg = mail',
      '网盘.docx = unsupported',
      '附件4 = 三',
      ' = unpacked',
    ]);
    expect((await read(mail)).notes).toEqual([
      { code: 'mail-attachments', message: '邮件有 4 个附件，另行读取' },
    ]);
  });
});

/** The sector of a compound file in which the table of sectors begins. */
const fatAt = (mail: Buffer): number => (mail.readInt32LE(76) + 1) * 512;
const directoryAt = (mail: Buffer): number => (mail.readInt32LE(48) + 1) * 512;

/** What a hostile hand changes. */
const HOSTILE: readonly (readonly [string, (mail: Buffer) => void])[] = [
  [
    'whose directory runs into itself',
    (mail) => mail.writeInt32LE(mail.readInt32LE(48), fatAt(mail) + 4 * mail.readInt32LE(48)),
  ],
  [
    'whose stream runs into itself behind its beginning',
    (mail) => {
      // The attachment is the only stream of its size: every chain but the last sector's goes on by one.
      for (let sector = 0; sector < 100; sector++)
        if (mail.readInt32LE(fatAt(mail) + 4 * sector) === sector + 1)
          mail.writeInt32LE(sector, fatAt(mail) + 4 * (sector + 1));
    },
  ],
  [
    'whose small sectors run in a circle',
    (mail) => mail.fill(0, (mail.readInt32LE(60) + 1) * 512, (mail.readInt32LE(60) + 2) * 512),
  ],
  ["whose entries are one another's children", (mail) => mail.writeInt32LE(1, directoryAt(mail) + 128 + 76)],
  [
    'whose stream claims four gigabytes',
    (mail) => mail.writeUInt32LE(0xfffffff0, directoryAt(mail) + 256 + 120),
  ],
  [
    'whose table of sectors goes on in a circle',
    (mail) => {
      mail.writeInt32LE(1, 68);
      mail.writeUInt32LE(0x7fffffff, 72);
    },
  ],
];

describe('a hostile mail', () => {
  it.each(HOSTILE)('%s is refused at once', async (_, change) => {
    const mail = makeMsg({
      subject: '办法',
      body: TEXT,
      attachments: [{ name: 'a', content: 'x'.repeat(20_000) }],
    });
    change(mail);
    const spent = processorTime();
    await detectFormat(mail);
    const refused = { reason: { code: 'corrupt', message: expect.stringContaining('首尾相连') } };
    await expect(extract(mail, 'msg')).rejects.toMatchObject(refused);
    await expect(listOf(mail, 'msg')).rejects.toMatchObject(refused);
    expect(spent()).toBeLessThan(2000);
  });

  it('whose properties have other types than they should is read without them', async () => {
    const mail = makeMsg({ subject: '办法', body: TEXT, attachments: [{ name: 'abc.txt', content: 'x' }] });
    for (const tag of ['0037', '3707']) {
      const at = mail.indexOf(Buffer.from(`${tag}001F`, 'utf16le'));
      mail.write(`${tag}0003`, at, 'utf16le');
    }
    expect((await extract(mail, 'msg')).text).toBe(TEXT);
    expect(await listOf(mail, 'msg')).toEqual(['附件1 = x', ' = unpacked']);
  });

  it('that is cut off is refused or read, and never hangs', async () => {
    const mail = makeMsg({
      subject: '办法',
      body: TEXT,
      attachments: [{ name: 'a', content: 'x'.repeat(20_000) }],
    });
    for (let length = 0; length < mail.length; length += 997) {
      const code = await extract(mail.subarray(0, length), 'msg').then(
        () => 'read',
        (error: { reason: { code: string } }) => error.reason.code,
      );
      expect(['read', 'corrupt', 'no-text']).toContain(code);
    }
  });
});
