import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WordSection, writeWordFile } from '../../../reports/word/file.js';
import type { WordParts } from '../../../reports/word/parts.js';
import { atTwoTimes } from '../../clock.js';
import { readWord } from './xml.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'word-'));
});
afterAll(() => rm(folder, { recursive: true }));

const path = (): string => join(folder, '文.docx');
const write = (compose: (parts: WordParts) => readonly WordSection[], title = '标题'): Promise<void> =>
  writeWordFile(path(), title, compose);

describe('a Word file', () => {
  it('has pages of A4, upright or on their side, with their numbers', async () => {
    await write((parts) => [
      { orientation: 'landscape', children: [parts.text('甲')] },
      { orientation: 'portrait', children: [parts.text('乙')] },
    ]);
    const { document } = await readWord(path());
    expect([...document.matchAll(/<w:pgSz ([^/]*)\/>/g)].map(([, size]) => size)).toEqual([
      'w:w="16838" w:h="11906" w:orient="landscape"',
      'w:w="11906" w:h="16838" w:orient="portrait"',
    ]);
    expect(document.match(/<w:footerReference/g)).toHaveLength(2);
  });

  it('has the watermark behind the pages of its section, and no header elsewhere', async () => {
    await write((parts) => [
      { orientation: 'portrait', watermark: '草稿', children: [parts.text('甲')] },
      { orientation: 'portrait', watermark: '<内&部">', children: [parts.text('乙')] },
    ]);
    const { headers } = await readWord(path());
    expect(headers).toHaveLength(2);
    expect(headers.join()).toContain('string="草稿"');
    expect(headers.join()).toContain('string="&lt;内&amp;部&quot;&gt;"');
    for (const header of headers) {
      expect(header).toMatch(/rotation:315;z-index:-\d+/);
      expect(header).toContain('xmlns:v="urn:schemas-microsoft-com:vml"');
      expect(header).toContain('fillcolor="silver"');
    }
    await write((parts) => [{ orientation: 'portrait', children: [parts.text('甲')] }]);
    expect((await readWord(path())).headers).toEqual([]);
  });

  it('keeps every character that XML can hold and no other, in text and in its properties', async () => {
    const odd = '=1+1 <w:t>&amp;\u0000\u0007\uFFFE\uD800𠮷"\'';
    const shown = '=1+1 <w:t>&amp;····𠮷"\'';
    await write((parts) => [{ orientation: 'portrait', children: [parts.text(odd)] }], odd);
    expect((await readWord(path())).texts).toEqual([shown]);
    const zip = await JSZip.loadAsync(await readFile(path()));
    const core = await zip.file('docProps/core.xml')!.async('string');
    expect(core).toContain('<dc:title>=1+1 &lt;w:t&gt;&amp;amp;····𠮷');
  });

  it('is the same to the byte for the same sections, whatever the clock says', async () => {
    const [before, after] = await atTwoTimes(async () => {
      await write((parts) => [
        {
          orientation: 'portrait',
          watermark: '草稿',
          children: [
            parts.title('甲'),
            parts.ends('乙', '丙', 'portrait'),
            parts.table({ columns: [{ head: '丁', width: 900 }], rows: [[{ lines: ['戊'] }]] }),
            ...parts.signature('填报单位（盖章）：', '年月日'),
          ],
        },
      ]);
      return readFile(path());
    });
    expect(after.equals(before)).toBe(true);
  });

  it('appears whole or not at all', async () => {
    const lost = join(folder, '未完成.docx');
    await expect(
      writeWordFile(lost, '', async () => {
        throw new Error('the store is gone');
      }),
    ).rejects.toThrow('the store is gone');
    expect((await readdir(folder)).filter((name) => name.startsWith('未完成'))).toEqual([]);
  });
});

describe('a table', () => {
  it('repeats its heads on each page, and keeps rows whole unless they may be split', async () => {
    const table = (splitRows: boolean) =>
      write((parts) => [
        {
          orientation: 'portrait',
          children: [
            parts.table({
              columns: [
                { head: '甲', width: 900 },
                { head: '乙', width: 1_100, centred: true },
              ],
              rows: [[{ lines: ['一', '二'] }, { lines: [''] }], [{ lines: ['跨'], span: 2 }]],
              splitRows,
            }),
          ],
        },
      ]);
    await table(false);
    const whole = await readWord(path());
    expect(whole.rows).toEqual([['甲', '乙'], ['一\n二', ''], ['跨']]);
    expect(whole.document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(whole.document.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    expect(whole.document).toContain('<w:gridSpan w:val="2"/>');
    await table(true);
    const split = (await readWord(path())).document;
    expect(split.match(/<w:cantSplit\/>/g)).toHaveLength(1);
  });
});
