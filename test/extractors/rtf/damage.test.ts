import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat, extract } from '../../../extractors/index.js';
import { hex, paragraph, row, rtf } from '../../fixtures/rtf.js';
import { codeOf } from './code-of.js';

const WHOLE = rtf(
  [
    paragraph('清水市信用管理办法', '\\qc\\b'),
    `{\\listtext\\f1 ${hex('第一条')}\\tab}${hex('为了规范')}{\\footnote\\f1 ${hex('注释')}}\\par`,
    row(['序号', '名称'], ['\\clvmgf', '']),
    row(['', '办法'], ['\\clvmrg', '']),
    `{\\shp{\\*\\shpinst{\\shptxt\\f1 ${hex('框')}\\par}}}{\\pict\\bin3 abc}{\\upr{a}{\\*\\ud{b}}}\\u22833?\\par`,
  ].join(''),
  "{\\stylesheet{\\s1 heading 1;}}{\\info{\\title A}}{\\*\\listtable{\\list{\\listlevel{\\leveltext\\'01\\'00;}}\\listid1}}",
);

describe('files that can not be read say why', () => {
  it('a whole file is read through the table of extractors', async () => {
    expect(await detectFormat(WHOLE)).toBe('rtf');
    expect((await extract(WHOLE, 'rtf')).format).toBe('rtf');
  });

  it('cut off at any place', async () => {
    for (let end = 6; end < WHOLE.length; end++)
      expect(await codeOf(WHOLE.subarray(0, end)), String(end)).toBe('corrupt');
  });

  it('no RTF at all', async () => {
    expect(await codeOf(new Uint8Array())).toBe('corrupt');
    expect(await codeOf(Buffer.from('<html>第一条</html>'))).toBe('corrupt');
  });

  it('nothing in it', async () => {
    expect(await codeOf(rtf(''))).toBe('no-text');
    expect(await codeOf(rtf('\\par\\par{\\v hidden}'))).toBe('no-text');
  });

  it('only a picture', async () => {
    expect(await codeOf(rtf('{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict 00}}\\par'))).toBe(
      'needs-ocr',
    );
  });

  it('groups without end', async () => {
    expect(await codeOf(rtf('{'.repeat(100_000) + '}'.repeat(100_000)))).toBe('corrupt');
  });

  it('text boxes without end', async () => {
    expect(await codeOf(rtf('{\\shptxt '.repeat(50) + '}'.repeat(50)))).toBe('corrupt');
  });

  it('binary data longer than the file', async () => {
    expect(await codeOf(rtf('{\\pict\\bin9999999999 }'))).toBe('corrupt');
  });

  it('changed bytes end in text or in a reason', () => {
    const change = fc.record({ at: fc.nat(WHOLE.length - 1), byte: fc.nat(255), remove: fc.nat(9) });
    return fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        let bytes = Buffer.from(WHOLE);
        for (const { at, byte, remove } of changes) {
          bytes[at % bytes.length] = byte;
          bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + remove)]);
        }
        await codeOf(bytes);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
