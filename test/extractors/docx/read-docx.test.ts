import { describe, expect, it } from 'vitest';
import { item, level, list, paragraph, read, run, textsOf } from './build-docx.js';

const paragraphOf = (...content: string[]) => `<w:p>${content.join('')}</w:p>`;
const field = (instruction: string, result: string) =>
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
  `<w:r><w:instrText>${instruction}</w:instrText></w:r>` +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
  `${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const textBox = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;

describe('text of paragraphs', () => {
  const rows: readonly (readonly [why: string, body: string, expected: readonly string[]])[] = [
    [
      'empty paragraphs give no block',
      `${paragraph('甲')}<w:p/>${paragraph(' 　')}${paragraph('乙')}`,
      ['甲', '乙'],
    ],
    [
      'leading indentation is dropped, full-width blanks inside stay',
      paragraph('　　第一条　总则'),
      ['第一条　总则'],
    ],
    [
      'a line break starts a new block of the same paragraph',
      paragraphOf(run('甲'), '<w:r><w:br/></w:r>', run('乙')),
      ['甲', '乙'],
    ],
    [
      'a page break at the head of a paragraph gives no empty block',
      paragraphOf('<w:r><w:br w:type="page"/></w:r>', run('甲')),
      ['甲'],
    ],
    [
      'tabs and odd blanks read as plain ones',
      paragraphOf(run('甲\u00a0乙'), '<w:r><w:tab/></w:r>', run('丙')),
      ['甲 乙 丙'],
    ],
    ['zero-width characters and soft hyphens go', paragraph('信\u200b用\u00ad信\ufeff息'), ['信用信息']],
    ['the file may wrap lines inside w:t', paragraphOf('<w:r><w:t>甲\n乙</w:t></w:r>'), ['甲 乙']],
    [
      'blanks at the ends of w:t count only when preserved',
      paragraphOf('<w:r><w:t> 甲 </w:t></w:r>', run(' 乙')),
      ['甲 乙'],
    ],
    [
      'predefined entities and character references are decoded',
      paragraph('A&amp;B&lt;&#20449;&#x7528;'),
      ['A&B<信用'],
    ],
    [
      'the instruction of a field goes, its result stays',
      paragraphOf(run('见'), field('REF _Ref1 \\h', run('第三条')), run('。')),
      ['见第三条。'],
    ],
    [
      'fields nest: the result of one inside the instruction of another is no text',
      paragraphOf(field(`IF ${''}`, run('结果')), run('尾')),
      ['结果尾'],
    ],
    [
      'an inner field in an outer instruction is not shown',
      paragraphOf(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        field('MERGEFIELD a', run('暗')),
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        run('明'),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
      ['明'],
    ],
    [
      'a field that never ends hides nothing',
      paragraphOf('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run('甲')) + paragraph('乙'),
      ['甲', '乙'],
    ],
    [
      'a simple field keeps its result',
      paragraphOf('<w:fldSimple w:instr="DATE">', run('2021年'), '</w:fldSimple>'),
      ['2021年'],
    ],
    [
      'hyperlinks, content controls and smart tags are transparent',
      paragraphOf(
        '<w:hyperlink>',
        run('甲'),
        '</w:hyperlink><w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>',
        run('乙'),
        '</w:sdtContent></w:sdt><w:smartTag>',
        run('丙'),
        '</w:smartTag>',
      ),
      ['甲乙丙'],
    ],
    [
      'a content control may hold whole paragraphs',
      `<w:sdt><w:sdtContent>${paragraph('甲')}${paragraph('乙')}</w:sdtContent></w:sdt>`,
      ['甲', '乙'],
    ],
    [
      'symbol fonts read as the sign they show',
      paragraphOf('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', run('是\uf0a8否')),
      ['☑是□否'],
    ],
    [
      'of ruby only the base text stays',
      paragraphOf(
        '<w:r><w:ruby><w:rt>',
        run('qīng'),
        '</w:rt><w:rubyBase>',
        run('清'),
        '</w:rubyBase></w:ruby></w:r>',
      ),
      ['清'],
    ],
    [
      'WordArt is text: red heads are often set in it',
      paragraphOf(
        '<w:r><w:pict><v:shape><v:textpath string="云川省人民政府文件"/></v:shape></w:pict></w:r>',
        run('通知'),
      ),
      ['云川省人民政府文件', '通知'],
    ],
  ];
  for (const [why, body, expected] of rows) {
    it(why, async () => expect(textsOf(await read({ body }))).toEqual(expected));
  }

  it('leaves hidden text out and says how much', async () => {
    const manuscript = await read({
      body: paragraphOf(run('明'), run('暗处', '<w:vanish/>'), run('显', '<w:vanish w:val="0"/>')),
    });
    expect(manuscript.text).toBe('明显');
    expect(manuscript.notes.map((note) => note.code)).toEqual(['hidden-text']);
    expect(manuscript.notes[0]!.message).toContain('2字');
  });

  it('counts paragraphs as a person does, skipping empty ones', async () => {
    const body = `${paragraph('甲')}<w:p/>${paragraphOf(run('乙'), '<w:r><w:br/></w:r>', run('丙'))}${paragraph('丁')}`;
    const { blocks } = await read({ body });
    expect(blocks.map((block) => block.paragraph)).toEqual([1, 2, 2, 3]);
  });
});

describe('tracked changes', () => {
  const rows: readonly (readonly [why: string, body: string, expected: readonly string[]])[] = [
    [
      'inserted text stays, deleted text goes',
      paragraphOf(
        run('甲'),
        `<w:ins>${run('乙')}</w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del>`,
      ),
      ['甲乙'],
    ],
    [
      'moved text stands where it was moved to',
      paragraphOf(`<w:moveFrom>${run('甲')}</w:moveFrom>`, run('乙')) +
        paragraphOf(`<w:moveTo>${run('甲')}</w:moveTo>`),
      ['乙', '甲'],
    ],
    [
      'a deleted paragraph mark joins two paragraphs',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('甲')}</w:p>${paragraph('乙')}`,
      ['甲乙'],
    ],
    [
      'a deleted row goes',
      `<w:tbl><w:tr><w:tc>${paragraph('甲')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph('丙')}</w:tc><w:tc>${paragraph('丁')}</w:tc></w:tr></w:tbl>`,
      ['甲', '乙'],
    ],
  ];
  for (const [why, body, expected] of rows) {
    it(`${why}, and a note says so`, async () => {
      const manuscript = await read({ body });
      expect(textsOf(manuscript)).toEqual(expected);
      expect(manuscript.notes.map((note) => note.code)).toEqual(['tracked-changes']);
    });
  }

  const numbering = list(0, level(0, 'chineseCounting', '第%1条'), { 1: '' });
  const numPr = '<w:numPr><w:numId w:val="1"/></w:numPr>';
  const deleted = `<w:p><w:pPr>${numPr}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>废</w:delText></w:r></w:del></w:p>`;

  it('a deleted article does not count', async () => {
    const body = item('甲', 1) + deleted + item('乙', 1);
    expect(textsOf(await read({ numbering, body }))).toEqual(['第一条 甲', '第二条 乙']);
  });

  it('a deleted article at the very end leaves no number behind', async () => {
    expect(textsOf(await read({ numbering, body: item('甲', 1) + deleted }))).toEqual(['第一条 甲']);
  });

  it('an article joined with what follows keeps its number', async () => {
    const first = `<w:p><w:pPr>${numPr}<w:rPr><w:del/></w:rPr></w:pPr>${run('甲')}</w:p>`;
    expect(textsOf(await read({ numbering, body: first + paragraph('乙') }))).toEqual(['第一条 甲乙']);
  });
});

describe('looks', () => {
  const styles = [
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="base"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="red head"/><w:basedOn w:val="B"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="loop"/><w:basedOn w:val="L"/></w:style>',
  ].join('');
  const look = async (body: string) => (await read({ styles, body })).blocks[0]!;

  it('come from styles and what they are based on', async () => {
    expect(await look(paragraph('题', '<w:pStyle w:val="T"/>'))).toMatchObject({
      align: 'center',
      fontSize: 22,
      bold: true,
    });
  });
  it('of the paragraph itself go before the style', async () => {
    expect(await look(paragraph('题', '<w:pStyle w:val="T"/><w:jc w:val="right"/>'))).toMatchObject({
      align: 'right',
    });
  });
  it('of most characters count', async () => {
    expect(await look(paragraphOf(run('一二三', '<w:sz w:val="32"/>'), run('四', '<w:b/>')))).toMatchObject({
      fontSize: 16,
    });
    expect(
      await look(paragraphOf(run('一二三', '<w:sz w:val="32"/>'), run('四', '<w:b/>'))),
    ).not.toHaveProperty('bold');
  });
  it('tell heading levels by outline level or by the name of the style', async () => {
    expect(await look(paragraph('题', '<w:outlineLvl w:val="0"/>'))).toMatchObject({ headingLevel: 1 });
    expect(await look(paragraph('题', '<w:pStyle w:val="2"/>'))).toMatchObject({ headingLevel: 2 });
    expect(await look(paragraph('题', '<w:pStyle w:val="2"/><w:outlineLvl w:val="9"/>'))).not.toHaveProperty(
      'headingLevel',
    );
  });
  it('of a style based on itself do not hang', async () => {
    expect(await look(paragraph('题', '<w:pStyle w:val="L"/>'))).toMatchObject({ fontSize: 10.5 });
  });
});

describe('text boxes', () => {
  const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${textBox(paragraph('框'))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${textBox(paragraph('框'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

  it('are read once, though the file holds them twice', async () => {
    const manuscript = await read({ body: paragraphOf(run('文'), both) });
    expect(textsOf(manuscript)).toEqual(['文', '框']);
    expect(manuscript.blocks.map((block) => block.kind)).toEqual(['paragraph', 'textbox']);
  });
  it('anchored at the head of a paragraph stand before it', async () => {
    expect(textsOf(await read({ body: paragraphOf(both, run('题')) }))).toEqual(['框', '题']);
  });
  it('are read from the older form where the newer one has none', async () => {
    const body = paragraphOf(
      `<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:pict>${textBox(paragraph('旧'))}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect(textsOf(await read({ body }))).toEqual(['旧']);
  });
});

describe('footnotes and endnotes', () => {
  const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const note = (kind: string, id: number, text: string) =>
    `<w:${kind} w:id="${id}">${paragraph(text)}</w:${kind}>`;

  it('stand after the body, in the order of their references, and know their paragraph', async () => {
    const manuscript = await read({
      body:
        paragraph('甲') +
        paragraphOf(run('乙'), reference('footnote', 3), reference('endnote', 1)) +
        paragraphOf(run('丙'), reference('footnote', 2)),
      footnotes: `<w:footnote w:type="separator" w:id="-1">${paragraph('——')}</w:footnote>${note('footnote', 2, '后')}${note('footnote', 3, '先')}`,
      endnotes: note('endnote', 1, '尾'),
    });
    expect(textsOf(manuscript)).toEqual(['甲', '乙', '丙', '[脚注1] 先', '[脚注2] 后', '[尾注1] 尾']);
    expect(manuscript.blocks.map(({ kind, paragraph: at }) => [kind, at]).slice(3)).toEqual([
      ['footnote', 2],
      ['footnote', 3],
      ['footnote', 2],
    ]);
    const { start, end } = manuscript.blocks[3]!.numbering!;
    expect(manuscript.text.slice(start, end)).toBe('[脚注1]');
  });
});

describe('document properties', () => {
  it('become metadata, in a fixed order', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:d="http://purl.org/dc/terms/"><d:created>2021-01-06T02:00:00Z</d:created><dc:title>办法</dc:title><dc:creator></dc:creator></cp:coreProperties>';
    expect((await read({ body: paragraph('甲'), core })).metadata).toEqual([
      { name: 'title', value: '办法', from: 'properties' },
      { name: 'created', value: '2021-01-06T02:00:00Z', from: 'properties' },
    ]);
  });
  it('that are damaged do not matter to the text', async () => {
    expect((await read({ body: paragraph('甲'), core: '<cp:coreProperties><dc:title>办' })).metadata).toEqual(
      [],
    );
  });
});
