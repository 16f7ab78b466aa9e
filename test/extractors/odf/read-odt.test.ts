import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat, extract } from '../../../extractors/index.js';
import type { FileFormat, Manuscript } from '../../../model/index.js';
import { ENCRYPTED_ENTRY, type OdtParts, odtBytes } from '../../fixtures/odt.js';

const read = async (parts: OdtParts): Promise<Manuscript> => {
  const bytes = await odtBytes(parts);
  expect(await detectFormat(bytes)).toBe('odt');
  return extract(bytes, 'odt');
};
const textsOf = ({ text, blocks }: Manuscript): string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end));
const texts = async (body: string, automatic = ''): Promise<string[]> =>
  textsOf(await read({ body, automatic }));

const p = (text: string, style = ''): string => `<text:p text:style-name="${style}">${text}</text:p>`;
const item = (...inner: string[]): string => `<text:list-item>${inner.join('')}</text:list-item>`;
const list = (items: string, attributes = 'text:style-name="L"'): string =>
  `<text:list ${attributes}>${items}</text:list>`;
const level = (at: number, format: string, more = ''): string =>
  `<text:list-level-style-number text:level="${at}" style:num-format="${format}" ${more}/>`;
const listStyle = (levels: string): string => `<text:list-style style:name="L">${levels}</text:list-style>`;

describe('an OpenDocument text', () => {
  it('gives its paragraphs and headings with their look, styles resolved', async () => {
    const manuscript = await read({
      body: `<text:h text:style-name="H" text:outline-level="2">清水市办法</text:h>${p('正文', 'Text')}`,
      automatic:
        '<style:style style:name="H" style:family="paragraph" style:parent-style-name="Title"><style:text-properties style:font-weight-asian="bold"/></style:style>',
      styles:
        '<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="10pt" style:font-size-asian="22pt"/></style:style>',
      meta: '<dc:title>办法</dc:title><meta:initial-creator>清水市</meta:initial-creator>',
    });
    expect(manuscript.blocks[0]).toMatchObject({
      headingLevel: 2,
      align: 'center',
      fontSize: 22,
      bold: true,
    });
    expect(manuscript.blocks[1]).not.toHaveProperty('headingLevel');
    expect(manuscript.metadata.map(({ name, value }) => [name, value])).toEqual([
      ['title', '办法'],
      ['creator', '清水市'],
    ]);
  });

  it('counts the blanks of its markup as one and its own as they are', async () => {
    expect(
      await texts(
        p(
          '  第一条\n  甲<text:s text:c="3"/>乙<text:span> 丙 </text:span> 丁<text:line-break/>戊<text:tab/>己',
        ),
      ),
    ).toEqual(['第一条 甲 乙 丙 丁', '戊 己']);
  });

  it('takes tracked changes as accepted and says so', async () => {
    const changes = `<text:tracked-changes><text:changed-region><text:deletion>${p('旧')}</text:deletion></text:changed-region></text:tracked-changes>`;
    const manuscript = await read({
      body: `${changes}${p('甲<text:change-start/>新<text:change-end/><text:change/>')}`,
    });
    expect(textsOf(manuscript)).toEqual(['甲新']);
    expect(manuscript.notes.map(({ code }) => code)).toEqual(['tracked-changes']);
  });

  it('leaves hidden text, remarks and readings out', async () => {
    const manuscript = await read({
      body: `${p('甲<text:span text:style-name="Gone">密</text:span><office:annotation><text:p>批注</text:p></office:annotation><text:ruby><text:ruby-base>清</text:ruby-base><text:ruby-text>qīng</text:ruby-text></text:ruby>')}<text:section text:display="none">${p('密密')}</text:section>`,
      automatic:
        '<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>',
    });
    expect(textsOf(manuscript)).toEqual(['甲清']);
    expect(manuscript.notes.map(({ code, message }) => [code, message.includes('3字')])).toEqual([
      ['hidden-text', true],
    ]);
  });

  it('puts notes behind the body and boxes beside their paragraph', async () => {
    const note = (kind: string, text: string) =>
      `<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`;
    const box = `<draw:frame><draw:text-box>${p('框')}</draw:text-box></draw:frame>`;
    const shape = `<draw:custom-shape>${p('形')}</draw:custom-shape>`;
    const manuscript = await read({
      body: p(`${box}甲${note('endnote', '尾')}${note('footnote', '脚')}${shape}`) + p('乙'),
    });
    expect(textsOf(manuscript)).toEqual(['框', '甲', '形', '乙', '[脚注1] 脚', '[尾注1] 尾']);
    expect(manuscript.blocks.map(({ kind }) => kind)).toEqual([
      'textbox',
      'paragraph',
      'textbox',
      'paragraph',
      'footnote',
      'footnote',
    ]);
  });

  it('gives tables as cells with their spans', async () => {
    const cell = (text: string, attributes = '') =>
      `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`;
    const covered = '<table:covered-table-cell/>';
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
    const manuscript = await read({
      body: `<table:table><table:table-header-rows>${row(cell('合', 'table:number-columns-spanned="2"'), covered, cell('丙'))}</table:table-header-rows>${row(cell('丁', 'table:number-rows-spanned="2"'), cell('戊'), cell('己'))}${row(covered, '<table:table-cell table:number-columns-repeated="1"/>', cell('辛'))}</table:table>`,
    });
    expect(
      manuscript.blocks.map(({ cell: at }) => [at!.row, at!.column, at!.rowSpan, at!.columnSpan]),
    ).toEqual([
      [0, 0, 1, 2],
      [0, 2, 1, 1],
      [1, 0, 2, 1],
      [1, 1, 1, 1],
      [1, 2, 1, 1],
      [2, 2, 1, 1],
    ]);
  });
});

describe('automatic numbers of an OpenDocument text', () => {
  it.each([
    ['1', 'style:num-suffix="."', '3.'],
    ['一, 二, 三, ...', 'style:num-prefix="第" style:num-suffix="条"', '第三条'],
    ['一, 二, 三, ...', 'style:num-list-format="（%1%）" style:num-prefix="x"', '（三）'],
    ['壹, 贰, 叁, ...', 'style:num-suffix="、"', '叁、'],
    ['①, ②, ③, ...', '', '③'],
    ['甲, 乙, 丙, ...', 'style:num-suffix="、"', '丙、'],
    ['a', 'style:num-suffix=")"', 'c)'],
    ['I', '', 'III'],
    ['１, ２, ３, ...', '', '３'],
  ])('%j with %s is shown as %s', async (format, more, number) => {
    const automatic = listStyle(level(1, format, more));
    const found = await texts(list(item(p('甲')) + item(p('乙')) + item(p('丙'))), automatic);
    expect(found[2]!.replace(' ', '')).toBe(`${number}丙`);
  });

  const L = listStyle(level(1, '1', 'style:num-suffix="."') + level(2, '1', 'text:display-levels="2"'));
  it.each<readonly [string, string, readonly string[]]>([
    [
      'a second paragraph of an item has none',
      list(item(p('甲'), p('又')) + item(p('乙'))),
      ['1. 甲', '又', '2. 乙'],
    ],
    [
      'deeper levels show those above',
      list(item(p('甲'), list(item(p('子')) + item(p('丑')), '')) + item(p('乙'), list(item(p('寅')), ''))),
      ['1. 甲', '1.1 子', '1.2 丑', '2. 乙', '2.1 寅'],
    ],
    [
      'another list begins anew',
      list(item(p('甲'))) + p('段') + list(item(p('乙'))),
      ['1. 甲', '段', '1. 乙'],
    ],
    [
      'a continued list goes on',
      list(item(p('甲'))) +
        p('段') +
        list(item(p('乙')), 'text:style-name="L" text:continue-numbering="true"'),
      ['1. 甲', '段', '2. 乙'],
    ],
    [
      'a list goes on behind another by its id',
      list(item(p('甲')), 'xml:id="a" text:style-name="L"') +
        list(item(p('子'))) +
        list(item(p('乙')), 'text:continue-list="a" text:style-name="L"'),
      ['1. 甲', '1. 子', '2. 乙'],
    ],
    [
      'an item sets its number',
      list(
        item(p('甲')) +
          '<text:list-item text:start-value="5"><text:p>乙</text:p></text:list-item>' +
          item(p('丙')),
      ),
      ['1. 甲', '5. 乙', '6. 丙'],
    ],
    [
      'a list header has none',
      list(`<text:list-header>${p('首')}</text:list-header>${item(p('甲'))}`),
      ['首', '1. 甲'],
    ],
  ])('%s', async (_what, body, expected) => {
    expect(await texts(body, L)).toEqual(expected);
  });

  it('of headings come from the outline', async () => {
    const outline =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-prefix="第" style:num-suffix="章"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>';
    const h = (text: string, at: number) => `<text:h text:outline-level="${at}">${text}</text:h>`;
    const manuscript = await read({ body: h('总则', 1) + h('细目', 2) + h('附则', 1), styles: outline });
    expect(textsOf(manuscript)).toEqual(['第一章 总则', '细目', '第二章 附则']);
    expect(manuscript.blocks[0]!.numbering).toEqual({ start: 0, end: 3 });
  });
});

describe('OpenDocument files that can not be read', () => {
  const codeOf = (bytes: Uint8Array, format: FileFormat = 'odt'): Promise<string> =>
    extract(bytes, format).then(
      () => 'read',
      (error) => error.reason.code,
    );

  it.each(['text', 'spreadsheet', 'presentation'])('%s: encrypted ones say so', async (kind) => {
    const bytes = await odtBytes({ body: '', kind, manifest: ENCRYPTED_ENTRY });
    expect(await codeOf(bytes, await detectFormat(bytes))).toBe('encrypted');
  });

  it.each([
    ['spreadsheet', 'ods'],
    ['presentation', 'odp'],
  ] as const)('%s names the tool that it needs', async (kind, format) => {
    const bytes = await odtBytes({ body: '', kind });
    expect(await detectFormat(bytes)).toBe(format);
    expect(await codeOf(bytes, format)).toBe('needs-tool');
  });

  it('are empty or only pictures', async () => {
    expect(await codeOf(await odtBytes({ body: p('') }))).toBe('no-text');
    expect(await codeOf(await odtBytes({ body: p('<draw:frame><draw:image/></draw:frame>') }))).toBe(
      'needs-ocr',
    );
  });

  it('that are damaged anywhere are read or refused, never worse', async () => {
    const whole = await odtBytes({
      body: p('甲') + list(item(p('乙'))),
      automatic: listStyle(level(1, '1')),
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, value, cut) => {
        const damaged = cut ? whole.slice(0, at) : whole.with(at, value);
        expect(['read', 'corrupt', 'no-text', 'encrypted', 'too-large', 'too-many']).toContain(
          await codeOf(damaged),
        );
      }),
      { numRuns: 200 },
    );
  });
});
