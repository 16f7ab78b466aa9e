import { utils, write } from 'cfb';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../extractors/docx/read-docx.js';
import { FileError, type ReasonCode } from '../../../model/index.js';
import { expectSound } from '../word-laws.js';
import { docxBytes, docxZip, item, level, list, paragraph, read, run } from './build-docx.js';

const codeOf = async (bytes: Uint8Array): Promise<ReasonCode | 'read'> => {
  try {
    await readDocx(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof FileError) return error.reason.code;
    throw error;
  }
};
const pack = (zip: JSZip) => zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });

describe('files that can not be read say why', () => {
  it('not a zip at all', async () => {
    expect(await codeOf(new TextEncoder().encode('<html>第一条</html>'))).toBe('corrupt');
    expect(await codeOf(new Uint8Array())).toBe('corrupt');
  });

  it('cut off at any place', async () => {
    const bytes = await docxBytes({ body: paragraph('第一条'.repeat(2000)) });
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(await codeOf(bytes.slice(0, Math.floor(bytes.length * share)))).toBe('corrupt');
    }
  });

  it('a changed byte in the packed text', async () => {
    const bytes = await docxBytes({
      body: Array.from({ length: 500 }, (_, n) => paragraph(`第${n}条`)).join(''),
    });
    const at = Buffer.from(bytes).indexOf('word/document.xml') + 200;
    bytes[at] = bytes[at]! ^ 0xff;
    expect(await codeOf(bytes)).toBe('corrupt');
  });

  it('a password (the package inside a compound file)', async () => {
    const container = utils.cfb_new();
    utils.cfb_add(container, '/EncryptedPackage', Buffer.from('secret'));
    expect(await codeOf(new Uint8Array(write(container, { type: 'buffer' })))).toBe('encrypted');
  });

  it('a zip of something else', async () => {
    expect(await codeOf(await pack(new JSZip().file('a.txt', '甲')))).toBe('corrupt');
  });

  it('text that ends in the middle', async () => {
    const zip = docxZip({ body: '' }).file('word/document.xml', '<w:document><w:body><w:p><w:r><w:t>第一条');
    expect(await codeOf(await pack(zip))).toBe('corrupt');
  });

  it('nesting without end', async () => {
    expect(await codeOf(await docxBytes({ body: '<w:sdt>'.repeat(5000) }))).toBe('corrupt');
  });

  it('nothing but pictures', async () => {
    expect(
      await codeOf(await docxBytes({ body: '<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>' })),
    ).toBe('needs-ocr');
  });

  it('nothing at all', async () => {
    expect(await codeOf(await docxBytes({ body: '<w:p/>' }))).toBe('no-text');
  });
});

describe('unusual but whole files are read', () => {
  it('entities of the file’s own are not expanded', async () => {
    const zip = docxZip({ body: '' }).file(
      'word/document.xml',
      '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "炸">]><w:document><w:body><w:p><w:r><w:t>甲&x;&y;</w:t></w:r></w:p></w:body></w:document>',
    );
    expect((await readDocx(await pack(zip))).text).toBe('甲&x;&y;');
  });

  it('strict files, another prefix and UTF-16', async () => {
    const xml =
      '\ufeff<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:jc x:val="center"/></x:pPr><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>';
    const zip = docxZip({ body: '' }).file('word/document.xml', Buffer.from(xml, 'utf16le'));
    const manuscript = await readDocx(await pack(zip));
    expect(manuscript.text).toBe('甲');
    expect(manuscript.blocks[0]!.align).toBe('center');
  });

  it('without relationships', async () => {
    const zip = docxZip({ body: paragraph('甲') });
    zip.remove('_rels/.rels').remove('word/_rels/document.xml.rels');
    expect((await readDocx(await pack(zip))).text).toBe('甲');
  });

  it('a part that is not plain XML text but embedded is named in a note', async () => {
    expect((await read({ body: `${paragraph('甲')}<w:altChunk/>` })).notes.map((note) => note.code)).toEqual([
      'embedded-file',
    ]);
  });
});

it('blocks always lie in order in the text, one line break apart', async () => {
  const text = fc.stringMatching(/^[第一条、（） 　\n\u00a0\u200b.a1]{0,12}$/);
  const escaped = text.map((value) => value.replaceAll('\u200b', '&#x200b;'));
  const leaf = fc.oneof(
    escaped.map((value) => paragraph(value)),
    fc.tuple(escaped, fc.nat(2)).map(([value, depth]) => item(value, 1, depth)),
    escaped.map(
      (value) =>
        `<w:p>${run(value)}<w:r><w:br/><w:txbxContent>${paragraph(value)}</w:txbxContent></w:r></w:p>`,
    ),
    escaped.map((value) => `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run(value)}</w:p>`),
  );
  const tableOf = (cells: readonly string[]) =>
    `<w:tbl>${[cells.slice(0, 2), cells.slice(2)].map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
  const block = fc.oneof({ weight: 3, arbitrary: leaf }, fc.array(leaf, { maxLength: 4 }).map(tableOf));
  const numbering = list(
    0,
    level(0, 'chineseCounting', '第%1条') + level(1, 'bullet', 'l') + level(2, 'decimal', '%1.%3'),
    { 1: '' },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 8 }), async (blocks) => {
      expectSound(await read({ numbering, body: paragraph('始') + blocks.join('') }));
    }),
    { numRuns: 60 },
  );
});
