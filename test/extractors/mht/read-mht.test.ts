import { describe, expect, it } from 'vitest';
import { detectFormat, extract } from '../../../extractors/index.js';
import { readMht } from '../../../extractors/mht/read-mht.js';
import { FileError, type ReasonCode } from '../../../model/index.js';
import { gbkBytes } from '../../fixtures/gbk.js';
import { type MhtPart, mht, quotedPrintable } from '../../fixtures/mht.js';

const HTML =
  '<html><head><title>信用</title></head><body><p>第一条 为了规范信用管理，制定本办法。</p><table><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td>黑名单</td></tr></table></body></html>';
const PICTURE: MhtPart = {
  fields: ['Content-Type: image/png', 'Content-Transfer-Encoding: base64'],
  body: 'iVBORw0KGgo=',
};

const page = (
  html: string,
  encoding: 'base64' | 'quoted-printable' | '8bit' = 'base64',
  id = '',
): MhtPart => {
  const bytes = Buffer.from(html);
  const body =
    encoding === 'base64'
      ? bytes.toString('base64').replace(/.{76}/g, '$&\r\n')
      : encoding === '8bit'
        ? bytes.toString('latin1')
        : quotedPrintable(bytes);
  const fields = ['Content-Type: text/html; charset="utf-8"', `Content-Transfer-Encoding: ${encoding}`];
  return { fields: id ? [...fields, `Content-ID: ${id}`] : fields, body };
};

const codeOf = async (bytes: Uint8Array): Promise<ReasonCode | 'read'> => {
  try {
    await readMht(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof FileError) return error.reason.code;
    throw error;
  }
};

describe('saved pages', () => {
  it.each(['base64', 'quoted-printable', '8bit'] as const)('in %s', async (encoding) => {
    const bytes = mht([page(HTML, encoding), PICTURE]);
    expect(await detectFormat(bytes)).toBe('mht');
    const manuscript = await extract(bytes, 'mht');
    expect(manuscript.format).toBe('mht');
    expect(manuscript.text).toBe('第一条 为了规范信用管理，制定本办法。\n序号\n名称\n1\n黑名单');
    expect(manuscript.blocks.filter(({ cell }) => cell)).toHaveLength(4);
    expect(manuscript.sourceMap).toBeUndefined();
  });

  it('in GBK', async () => {
    const part = { ...page('', 'quoted-printable'), body: quotedPrintable(gbkBytes(HTML)) };
    expect((await readMht(mht([part]))).text).toContain('第一条 为了规范信用管理');
  });

  it('numbers of lists are written out', async () => {
    const { text } = await readMht(
      mht([page('<body><ol><li>信用信息的归集范围</li><li>信用信息的公开期限</li></ol></body>')]),
    );
    expect(text.split('\n').map((line) => line[0])).toEqual(['1', '2']);
  });

  it('the page that the file begins with comes first, whatever the order', async () => {
    const bytes = mht(
      [page('<body><p>广告</p></body>', 'base64', '<a>'), page(HTML, 'base64', '<b>')],
      '<b>',
    );
    expect((await readMht(bytes)).text).toContain('第一条');
  });

  it('a frameset is read by the frame with the most text', async () => {
    const frames = page('<html><frameset><frame src="a"><frame src="b"></frameset></html>');
    expect((await readMht(mht([frames, page('<body><p>目录</p></body>'), page(HTML)]))).text).toContain(
      '第一条',
    );
  });

  it('parts inside of parts', async () => {
    const inner = mht([page(HTML)])
      .toString('latin1')
      .replaceAll('_Next', '_Inner');
    const body = inner.slice(inner.indexOf('\r\n\r\n') + 4);
    const part = { fields: ['Content-Type: multipart/alternative; boundary="----=_Inner"'], body };
    expect((await readMht(mht([part]))).text).toContain('第一条');
  });
});

describe('files that can not be read say why', () => {
  it('cut off within the page, or without one', async () => {
    const bytes = mht([page(HTML), PICTURE]);
    const end = bytes.indexOf('------=_Next', bytes.indexOf('Content-Type: text/html'));
    for (let at = 0; at < end; at += 7) expect(await codeOf(bytes.subarray(0, at))).toBe('corrupt');
    expect(await codeOf(bytes.subarray(0, bytes.length - 20))).toBe('read');
    expect(await codeOf(mht([PICTURE]))).toBe('corrupt');
  });

  it('an empty page', async () => {
    expect(await codeOf(mht([page('<html><body></body></html>')]))).toBe('no-text');
  });

  it('parts without end, nesting without end', async () => {
    expect(await codeOf(mht(Array.from({ length: 6000 }, () => PICTURE)))).toBe('too-many');
    const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n';
    expect(await codeOf(Buffer.from(head.repeat(2000)))).toBe('corrupt');
  });

  it('boundaries and escapes that lead nowhere', async () => {
    expect(await codeOf(Buffer.from('Content-Type: multipart/related; boundary=""\r\n\r\nx'))).toBe(
      'corrupt',
    );
    expect(
      await codeOf(
        mht([{ fields: page('', 'quoted-printable').fields, body: `=${'='.repeat(100_000)}Z=4` }]),
      ),
    ).toBe('read');
    expect(
      await codeOf(
        Buffer.from(`Content-Type: multipart/related; boundary="x"\r\n\r\n${'--x'.repeat(100_000)}`),
      ),
    ).toBe('corrupt');
  });
});
