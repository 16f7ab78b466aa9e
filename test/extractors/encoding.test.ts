import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeName, decodeText, decodingNotes } from '../../extractors/encoding.js';

/** Characters to bytes for a double-byte encoding, turned round from TextDecoder. */
const reverseTable = (encoding: string): Map<string, readonly number[]> => {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(new Uint8Array([lead, trail]));
      if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, [lead, trail]);
    }
  return table;
};

const TABLES = { gb18030: reverseTable('gb18030'), big5: reverseTable('big5') };

const encode = (text: string, encoding: string): Uint8Array => {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (encoding === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
  const table = TABLES[encoding as keyof typeof TABLES];
  return new Uint8Array([...text].flatMap((c) => table.get(c) ?? [c.charCodeAt(0)]));
};

const SIMPLIFIED = [...TABLES.gb18030].filter(([, [lead]]) => lead! >= 0xb0 && lead! <= 0xd7);
/** Without the five places at the end of row 55 that stand for no character. */
const everyday = SIMPLIFIED.filter(([, [, trail]]) => trail! >= 0xa1)
  .map(([char]) => char)
  .filter((char) => /\p{Script=Han}/u.test(char));
const frequentTraditional = [...TABLES.big5]
  .filter(([, [lead]]) => lead! >= 0xa4 && lead! <= 0xc5)
  .map(([char]) => char);
const textOf = (chars: readonly string[], minLength: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...chars) },
        { weight: 1, arbitrary: fc.constantFrom('，', '。', '\n', '1', 'a') },
      ),
      { minLength, maxLength: 60 },
    )
    .map((parts) => parts.join(''));

describe('decodeText', () => {
  for (const encoding of ['utf-8', 'gb18030'])
    it(`gives back Chinese text of any length written in ${encoding}`, () => {
      fc.assert(
        fc.property(textOf(everyday, 1), (text) => {
          expect(decodeText(encode(text, encoding)).text).toBe(text);
        }),
        { numRuns: 300 },
      );
    });

  for (const encoding of ['utf-16le', 'utf-16be'])
    it(`gives back Chinese text of a line or more written in ${encoding} without mark`, () => {
      fc.assert(
        fc.property(textOf(everyday, 16), (text) => {
          expect(decodeText(encode(text, encoding))).toMatchObject({ text, encoding });
        }),
        { numRuns: 300 },
      );
    });

  it('gives back a line or more of traditional Chinese written in Big5', () => {
    fc.assert(
      fc.property(textOf(frequentTraditional, 24), (text) => {
        expect(decodeText(encode(text, 'big5'))).toMatchObject({ text, encoding: 'big5' });
      }),
      { numRuns: 300 },
    );
  });

  it('never throws and counts what it could not read', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.option(fc.string(), { nil: undefined }),
        (bytes, hint) => {
          const { text, replaced } = decodeText(bytes, hint);
          expect(replaced).toBe(text.split('\ufffd').length - 1);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a UTF-8 mark', [0xef, 0xbb, 0xbf, 0xe4, 0xb8, 0xad], '中', 'utf-8'],
    ['a UTF-16LE mark', [0xff, 0xfe, 0x2d, 0x4e], '中', 'utf-16le'],
    ['a UTF-16BE mark', [0xfe, 0xff, 0x4e, 0x2d], '中', 'utf-16be'],
    ['plain ASCII', [0x61, 0x0a], 'a\n', 'utf-8'],
    ['nothing', [], '', 'utf-8'],
    // 联通 in GBK, the classic case of a text that looks like two-byte UTF-8.
    ['two GBK characters', [0xc1, 0xaa, 0xcd, 0xa8], '联通', 'gb18030'],
  ])('reads %s', (_name, bytes, text, encoding) => {
    expect(decodeText(new Uint8Array(bytes))).toMatchObject({ text, encoding, sure: true });
  });

  it('reads ASCII in UTF-16 without mark by its zero bytes', () => {
    expect(decodeText(encode('Notice 12\r\n', 'utf-16le'))).toMatchObject({
      text: 'Notice 12\r\n',
      encoding: 'utf-16le',
    });
  });

  it('does not believe a declared charset that the bytes contradict', () => {
    expect(decodeText(encode('关于印发办法的通知', 'utf-8'), 'gb2312').encoding).toBe('utf-8');
    expect(decodeText(encode('关于印发办法的通知', 'gb18030'), 'iso-8859-1').encoding).toBe('gb18030');
    expect(decodeText(encode('关于印发办法的通知', 'gb18030'), 'no-such-charset').encoding).toBe('gb18030');
  });

  it('keeps a GBK text readable when single bytes are broken, and says how many', () => {
    const good = encode('云川省清水市人民政府关于加强档案管理的通知', 'gb18030');
    const broken = new Uint8Array([...good, 0xff, 0x0a]);
    const decoded = decodeText(broken);
    expect(decoded.text).toBe('云川省清水市人民政府关于加强档案管理的通知\ufffd\n');
    expect(decodingNotes(decoded).map((note) => note.code)).toEqual(['encoding-replaced']);
    expect(decodingNotes(decodeText(good))).toEqual([]);
  });

  it('keeps a UTF-8 text that was cut off in the middle of a character', () => {
    const bytes = encode('清水市人民政府办公室', 'utf-8').slice(0, -1);
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', text: '清水市人民政府办公\ufffd' });
  });

  it('says so when the encoding is a guess', () => {
    const decoded = decodeText(new Uint8Array([0x81, 0xff, 0x9d, 0x00, 0xff, 0x81]));
    expect(decodingNotes(decoded).map((note) => note.code)).toContain('encoding-unsure');
  });
});

describe('decodeName', () => {
  it.each([
    ['in UTF-8', '关于印发办法的通知.docx', 'utf-8', undefined],
    ['in UTF-8 of one character', '表.xls', 'utf-8', undefined],
    ['in GBK', '关于印发办法的通知.docx', 'gb18030', undefined],
    ['in GBK that is UTF-8 by accident', '通知.docx', 'gb18030', undefined],
    ['in Big5', '關於訂定辦法的通知.doc', 'big5', undefined],
    ['in Big5, with the names beside it', '附錄.doc', 'big5', 'big5'],
    ['in ASCII', 'a.txt', 'utf-8', 'gb18030'],
  ])('reads a name %s', (_, name, encoding, hint) => {
    expect(decodeName(encode(name, encoding), hint)).toBe(name);
  });
});
