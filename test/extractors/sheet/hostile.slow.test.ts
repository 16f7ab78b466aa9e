import { describe, expect, it } from 'vitest';
import { xlsxBytes, xlsxZip } from '../../fixtures/xlsx.js';
import { codeOf, one, read } from './xlsx.js';

describe('hostile files cost no more than their size', () => {
  it('a million empty rows', async () => {
    const xml = `<sheetData>${'<row/>'.repeat(1_000_000)}<row><c r="A1048576"><v>1</v></c><c r="ZZZ9999999"><v>2</v></c></row></sheetData>`;
    expect((await read(one(xml))).text).toBe('1\n2');
  });

  it('more cells with text than any list has', async () => {
    const xml = `<sheetData><row>${'<c><v>1</v></c>'.repeat(16_000)}</row>${`<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`.repeat(300)}</sheetData>`;
    expect(await codeOf(await xlsxBytes(one(xml)))).toBe('too-large');
  });

  it('one long shared string shown in every cell', async () => {
    const strings = `<si><t>${'信'.repeat(1_000_000)}</t></si>`;
    const xml = `<sheetData><row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row></sheetData>`;
    expect(await codeOf(await xlsxBytes(one(xml, { strings })))).toBe('too-large');
  });

  it('a part that unpacks to more than it may', async () => {
    const zip = xlsxZip(one('')).file('xl/worksheets/sheet0.xml', Buffer.alloc(100 * 1024 * 1024, 0x20));
    expect(
      await codeOf(
        await zip.generateAsync({
          type: 'uint8array',
          compression: 'DEFLATE',
          compressionOptions: { level: 1 },
        }),
      ),
    ).toBe('too-large');
  });
});
