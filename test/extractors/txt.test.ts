import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../extractors/encoding.js';
import { readTxt } from '../../extractors/txt.js';
import { type Manuscript, sourceSpan } from '../../model/index.js';
import { processorTime } from '../processor-time.js';
import { shared } from '../shared.js';

const read = (text: string): Promise<Manuscript> => readTxt(new TextEncoder().encode(text));
const texts = ({ text, blocks }: Manuscript): string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end));
const paragraphs = async (text: string): Promise<string[]> => texts(await read(text));

const WRAPPED = [
  '　　第一条　为了加强清水市档案馆的日常管理，规范查阅行为，根据',
  '有关规定，结合本市实际情况，制定本办法，各单位应当认真遵照执行',
  '。',
  '　　第二条　查阅档案的单位和个人应当出示有效证件，按照本办法第',
  '三条的规定办理登记手续，未办理登记手续的不得进入库房查阅档案。',
  '　　第三条　本办法自二〇二一年三月一日起施行。',
].join('\n');

describe('readTxt', () => {
  it('makes one block of each line that is a paragraph', async () => {
    expect(await paragraphs('清水市关于档案工作的通知\r\n\r\n各县、区：\r\n　　现通知如下。\r')).toEqual([
      '清水市关于档案工作的通知',
      '各县、区：',
      '现通知如下。',
    ]);
  });

  it('rejoins lines that were broken to one width, a sentence that runs into 第三条 as well', async () => {
    expect(await paragraphs(WRAPPED)).toEqual([
      '第一条　为了加强清水市档案馆的日常管理，规范查阅行为，根据有关规定，结合本市实际情况，制定本办法，各单位应当认真遵照执行。',
      '第二条　查阅档案的单位和个人应当出示有效证件，按照本办法第三条的规定办理登记手续，未办理登记手续的不得进入库房查阅档案。',
      '第三条　本办法自二〇二一年三月一日起施行。',
    ]);
  });

  it('rejoins them with a blank line after every line, too', async () => {
    const spaced = await paragraphs(WRAPPED.replaceAll('\n', '\n\n'));
    expect(spaced).toEqual(await paragraphs(WRAPPED));
  });

  it.each([
    [
      'a sentence that a page break cut',
      '名单的认定标准和程序由市档案局另行制定，各单位在执行中必须\n\n严格以本办法为依据。',
      1,
    ],
    [
      'a heading before its text',
      '（一）提高思想认识，切实担负起本单位档案整理工作的主体责任\n\n各单位要高度重视，抓好落实。',
      2,
    ],
    ['a sentence before a numbered one', '各单位要认真组织实施，逐项规范完善相关管理制度\n\n一、总体要求', 2],
    ['a finished sentence', '各单位要认真组织实施，逐项规范完善相关管理制度。\n\n各县区参照执行。', 2],
    [
      'a title and its addressee',
      '清水市人民政府办公室关于进一步加强全市档案管理工作的通知\n\n各县、区人民政府：',
      2,
    ],
    ['a signature and its date', '清水市人民政府办公室\n\n2021年1月15日', 2],
    ['a list of short lines', '联系人：某某\n电话：略\n邮箱：略', 3],
  ])('%s: the lines become so many paragraphs', async (_name, text, count) => {
    expect(await paragraphs(text)).toHaveLength(count);
  });

  it('reads lines with tabs as a table and keeps the columns of empty cells', async () => {
    const { blocks, text } = await read('附件1\n序号\t单位\t电话\n1\t\t略\n\t甲局\t\n说明：\t略');
    expect(
      blocks.map(({ cell, span }) => [text.slice(span.start, span.end), cell?.row, cell?.column]),
    ).toEqual([
      ['附件1', undefined, undefined],
      ['序号', 0, 0],
      ['单位', 0, 1],
      ['电话', 0, 2],
      ['1', 1, 0],
      ['略', 1, 2],
      ['甲局', 2, 1],
      ['说明：\t略', undefined, undefined],
    ]);
  });

  it('drops tags and page numbers, and keeps what only looks like them', async () => {
    expect(
      await paragraphs(
        '<p id="t1"><b>第一条</b>为了管理&nbsp;档案。<br>\n第二款。</p>\n— 3 —\n第3页 共5页\n12\n<档案整理规范>\n\f完',
      ),
    ).toEqual(['第一条为了管理 档案。', '第二款。', '12', '<档案整理规范>', '完']);
  });

  it('takes the head of a collected text as metadata and marks of headings as levels', async () => {
    const manuscript = await read('---\ntitle: 档案办法\n---\n\n## 第一章总则{align=center}\n\n第一条 …');
    expect(manuscript.metadata).toEqual([{ name: 'title', value: '档案办法', from: 'meta' }]);
    expect(manuscript.blocks[0]).toMatchObject({ headingLevel: 2, align: 'center' });
    expect(texts(manuscript)).toEqual(['第一章总则', '第一条 …']);
  });

  it('writes radicals as the characters that they look like', async () => {
    expect(await paragraphs('人⺠政府⼀⻚')).toEqual(['人民政府一页']);
  });

  it.each([
    ['no-text', '　\n\n\t'],
    ['corrupt', '\0\u0001\u0002\u0003abc'],
  ])('refuses a file with %s', async (code, text) => {
    await expect(read(text)).rejects.toMatchObject({ reason: { code } });
  });

  it.each([
    ['open tags', '<p '.repeat(100_000)],
    ['blanks inside a row', `\t${' '.repeat(100_000)}a\t\t${' '.repeat(100_000)}b`],
    ['entities without end', '&aaaaaa'.repeat(50_000)],
    ['leaders', `第一章${'.'.repeat(200_000)}a`],
    ['braces', `# a${' {'.repeat(50_000)}`],
    ['tabs', 'a\t'.repeat(20_000)],
  ])('takes no long time over %s', async (_name, text) => {
    const spent = processorTime();
    expect((await read(text)).blocks.length).toBeGreaterThan(0);
    expect(spent()).toBeLessThan(2_000);
  });

  it('notes the bytes that it could not read', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('清水市人民政府办公室关于档案的通知'), 0xe6]);
    expect((await readTxt(bytes)).notes.map((note) => note.code)).toEqual(['encoding-replaced']);
  });

  it('leads every kept unit back to the same characters of the decoded text', async () => {
    const piece = fc.constantFrom(
      '档案',
      '。',
      '，',
      '\n',
      '\r\n',
      '　　',
      '\t',
      '<br>',
      '<p>',
      '</p>',
      '&nbsp;',
      '⺠',
      '\f',
      '\u200b',
      '第一条',
      '— 3 —',
      'abc ',
      '\n\n各单位应当按照本办法的规定认真组织实施档案整理，逐项规范完善相关管理制度和程序必须',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const source = pieces.join('');
        fc.pre(/[档第各a]/.test(source));
        const { text, blocks, sourceMap } = await read(source);
        for (const { at, source: from, length } of sourceMap!)
          expect(source.slice(from, from + length)).toBe(text.slice(at, at + length));
        let end = -1;
        for (const { span } of blocks) {
          expect(span.start).toBe(end + 1);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBe(text.length);
        for (const { span } of blocks) {
          const place = sourceSpan(sourceMap!, span);
          expect(place.start).toBeLessThanOrEqual(place.end);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('mends the sentences that page breaks cut in the real notices, and glues no heading to its text', async (context) => {
    const path = shared('seed/notices.txt');
    if (!path) return context.skip();
    const bytes = new Uint8Array(readFileSync(path));
    const manuscript = await readTxt(bytes);
    const source = decodeText(bytes).text;
    const running = manuscript.blocks.filter((block) => block.kind === 'paragraph');
    const own = running.map(({ span }) => manuscript.text.slice(span.start, span.end));
    // The one that stays open is followed by a page that was scanned twice.
    const open = own.filter((text) => text.length > 60 && !/[。：；）)》〕\]]$/u.test(text));
    expect(open).toEqual([]);
    const headings = own.filter((text) => /^(?:[一二三四五六七八九]、|（[一二三]）)/u.test(text));
    expect(headings.length).toBeGreaterThan(40);
    for (const { at, source: from, length } of manuscript.sourceMap!)
      expect(source.slice(from, from + length)).toBe(manuscript.text.slice(at, at + length));
    expect(
      manuscript.blocks.filter((block) => block.cell?.row === 0).map((block) => block.cell!.column),
    ).toContain(13);
  });
});
