import { describe, expect, it } from 'vitest';
import * as ofd from '../../../extractors/ofd/read-ofd.js';
import * as pdf from '../../../extractors/pdf/read-pdf.js';
import type { Manuscript } from '../../../model/index.js';
import { makeOfd, markXml, ofdBytes, ofdZip, packed, textXml } from '../../fixtures/ofd.js';
import { A4, type Mark } from '../../fixtures/pdf.js';
import { pagesOfText, textToPdf } from '../../fixtures/text-to-pdf.js';
import { WITHOUT_OCR } from '../../reading.js';
import { expectSound } from '../word-laws.js';

const readPdf = (bytes: Uint8Array): Promise<Manuscript> => pdf.readPdf(bytes, WITHOUT_OCR);
const readOfd = (bytes: Uint8Array): Promise<Manuscript> => ofd.readOfd(bytes, WITHOUT_OCR);

const texts = ({ text, blocks }: Manuscript): string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end));
const at = (text: string, x: number, y: number, size = 16): Mark => ({ text, x, y, size });
const SCAN: Mark = { image: [0, 0, A4.width, A4.height] };
const sentence = (characters: number): string =>
  `${'各单位应当认真做好粮食储备管理工作'.repeat(20).slice(0, characters - 1)}。`;
/** One object on one page. */
const readObject = async (objects: string): Promise<Manuscript> =>
  readOfd(await ofdBytes({ pages: [{ objects }] }));

const NOTICE = [
  '清水市粮食局文件',
  '清粮发〔2021〕3号',
  '清水市粮食局关于加强粮食储备管理的通知',
  '各县、区粮食局，市直各有关单位：',
  `为规范全市粮食储备，${sentence(150)}`,
  '一、总体要求',
  `（一）${sentence(53)}`,
  ...Array.from({ length: 12 }, (_, index) => `第${index + 1}项。${sentence(60 + 7 * index)}`),
  '附件：储备登记表',
  '清水市粮食局',
  '2021年3月1日',
];

describe('readOfd', () => {
  it('gives back the paragraphs of an official document over its page breaks, with page and place', async () => {
    const manuscript = await readOfd(
      await makeOfd(pagesOfText(NOTICE.join('\n'), { header: '清水市粮食局公报' })),
    );
    expectSound(manuscript);
    expect(texts(manuscript)).toEqual(NOTICE);
    expect(manuscript).toMatchObject({ format: 'ofd', notes: [], pages: 4 });
    const [head, , title, addressee] = manuscript.blocks;
    for (const block of [head, title]) expect(block).toMatchObject({ align: 'center', page: 1 });
    expect(addressee).not.toHaveProperty('align');
    expect(addressee!.fontSize).toBe(16);
    expect(addressee!.box!.x).toBeCloseTo(106, 0);
    expect(manuscript.blocks.at(-1)).toMatchObject({ align: 'right', page: 4 });
  });

  it('reads the same pages as a PDF would be read', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `${i}\t甲局办法${i}\t保留`);
    const text = [...NOTICE, ...rows].join('\n');
    const [ofd, pdf] = [
      await readOfd(await makeOfd(pagesOfText(text))),
      await readPdf(await textToPdf(text)),
    ];
    expect(texts(ofd)).toEqual(texts(pdf));
    expect(ofd.blocks.map((block) => [block.kind, block.page, block.cell])).toEqual(
      pdf.blocks.map((block) => [block.kind, block.page, block.cell]),
    );
  });

  it('reads all documents of a file in order, their tables and pages numbered through the file', async () => {
    const document = (name: string) => ({
      pages: pagesOfText(`清水市${name}局关于开展检查的通知\n甲\t乙\n${sentence(40)}`).map((marks) => ({
        marks,
      })),
    });
    const manuscript = await readOfd(await ofdBytes(document('水务'), document('林业')));
    expect(texts(manuscript).filter((text) => text.includes('通知'))).toEqual([
      '清水市水务局关于开展检查的通知',
      '清水市林业局关于开展检查的通知',
    ]);
    expect(manuscript.pages).toBe(2);
    expect(manuscript.blocks.flatMap(({ cell }) => (cell ? [cell.table] : []))).toEqual([0, 0, 1, 1]);
    expect(new Set(manuscript.blocks.map((block) => block.page))).toEqual(new Set([1, 2]));
  });

  it.each([
    ['groups of distances', textXml('第一条目的', { deltas: 'g 3 5 6' }), '第一条目的'],
    ['a distance fewer than needed', textXml('姓名职务', { deltas: '5' }), '姓名职务'],
    ['no distances at all', textXml('第12条目的', { deltas: '' }), '第12条目的'],
    [
      'a size of one that the matrix makes large',
      textXml('第一条', { size: '1', deltas: 'g 2 1', attributes: 'CTM="5 0 0 5 0 0"' }),
      '第一条',
    ],
    ['words of Latin letters', textXml('WTO accession', { deltas: 'g 12 2.5' }), 'WTO accession'],
    [
      'two lines in one object',
      textXml('第一行接第二行。', { deltas: '5 5 5 -15 5 5 5', code: 'DeltaY="0 0 0 7 0 0 0"' }),
      '第一行接第二行。',
    ],
    ['escaped characters', textXml('甲&乙<丙'), '甲&乙<丙'],
    ['XML that was set for reading', textXml('\n      第一条\n    '), '第一条'],
    [
      'a ligature: two codes with one glyph',
      textXml('fine', {
        deltas: '4 2 2',
        transform:
          '<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="1"><ofd:Glyphs>7</ofd:Glyphs></ofd:CGTransform>',
      }),
      'fine',
    ],
    [
      'a block in a block',
      `<ofd:PageBlock ID="1"><ofd:PageBlock ID="2">${textXml('第一条')}</ofd:PageBlock></ofd:PageBlock>`,
      '第一条',
    ],
    ['text upside down', textXml('第一条目的', { attributes: 'CTM="-1 0 0 -1 100 20"' }), '第一条目的'],
    ['a page on its side', textXml('第一条目的', { attributes: 'CTM="0 -1 1 0 0 90"' }), '第一条目的'],
  ])('text: %s', async (_name, objects, expected) => {
    const found = await readObject(objects);
    expectSound(found);
    expect(found.text).toBe(expected);
  });

  it('says where characters stand in points, whatever the matrix', async () => {
    const { blocks } = await readObject(
      textXml('甲乙', {
        boundary: '25.4 50.8 20 10',
        size: '1',
        deltas: '1',
        attributes: 'CTM="10 0 0 10 0 0"',
      }),
    );
    const { box, fontSize } = blocks[0]!;
    expect(fontSize).toBeCloseTo(28.3, 0);
    expect(box!.x).toBeCloseTo(72, 1);
    expect(box!.width).toBeCloseTo(56.7, 1);
    expect(box!.y).toBeGreaterThan(144);
    expect(box!.y + box!.height).toBeLessThan(144 + 34);
  });

  it('reads what drawings hold that stand on the page by reference', async () => {
    const unit = `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="50" Width="50" Height="20"><ofd:Content>${textXml('盖章处', { boundary: '0 0 30 10' })}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`;
    const objects = `${textXml('第一条')}<ofd:CompositeObject ID="51" ResourceID="50" Boundary="100 200 50 20"/>`;
    const found = await readOfd(await ofdBytes({ resources: unit, pages: [{ objects }] }));
    expect(texts(found)).toEqual(['第一条', '盖章处']);
    expect(found.blocks[1]!.box!.x).toBeCloseTo(100 * (72 / 25.4), 0);
  });

  it('reads a ruled table whose rules are thin filled rectangles', async () => {
    const bar = (x: number, y: number, w: number, h: number) =>
      `<ofd:PathObject ID="1" Boundary="${x} ${y} ${w} ${h}" Stroke="false" Fill="true"><ofd:AbbreviatedData>M 0 0 L ${w} 0 L ${w} ${h} L 0 ${h} L 0 0 C</ofd:AbbreviatedData></ofd:PathObject>`;
    const rules =
      [20, 40, 60].map((y) => bar(20, y, 100, 0.3)).join('') +
      [20, 70, 120].map((x) => bar(x, 20, 0.3, 40)).join('');
    const cell = (text: string, x: number, y: number) => textXml(text, { boundary: `${x} ${y} 40 10` });
    const found = await readObject(
      rules + cell('单位', 25, 25) + cell('处理', 75, 25) + cell('甲局', 25, 45) + cell('保留', 75, 45),
    );
    expect(
      found.blocks.map(({ cell: place, span }) => [
        found.text.slice(span.start, span.end),
        place?.row,
        place?.column,
      ]),
    ).toEqual([
      ['单位', 0, 0],
      ['处理', 0, 1],
      ['甲局', 1, 0],
      ['保留', 1, 1],
    ]);
  });

  it('drops the head that a template puts on every page and keeps the labels of a form', async () => {
    const template = [at('清水市人民政府公报', 74, 50, 10), at('一、申请单位：', 74, 300)];
    const page = (name: string) => ({ template: 1, marks: [at(name, 206, 300)] });
    const found = await readOfd(
      await ofdBytes({ templates: [template], pages: [page('甲局。'), page('乙局。')] }),
    );
    expect(texts(found)).toEqual(['一、申请单位： 甲局。', '一、申请单位： 乙局。']);
    const once = await readOfd(await ofdBytes({ templates: [template], pages: [page('甲局')] }));
    expect(texts(once)[0]).toBe('清水市人民政府公报');
  });

  it('reads the pages with text and names those that need OCR', async () => {
    const { notes, blocks } = await readOfd(
      await makeOfd([[at(sentence(25), 74, 100)], [SCAN], [SCAN], [at(sentence(26), 74, 100)], [SCAN]]),
    );
    expect(blocks.map((block) => block.page)).toEqual([1, 4]);
    expect(notes).toEqual([{ code: 'pages-need-ocr', message: expect.stringContaining('第2-3、5页') }]);
  });

  it('says that a large picture under the text was not read', async () => {
    const { notes } = await readOfd(await makeOfd([[SCAN, at(sentence(25), 74, 100)]]));
    expect(notes.map((note) => note.code)).toEqual(['pictures']);
  });

  it('names attachments, signatures, comments and hidden text, and gives the properties as metadata', async () => {
    const zip = ofdZip([
      {
        info: '<ofd:Title>粮食储备办法</ofd:Title><ofd:Author>清水市粮食局</ofd:Author><ofd:CreationDate>2021-03-01</ofd:CreationDate><ofd:Keywords><ofd:Keyword>粮食</ofd:Keyword><ofd:Keyword>储备</ofd:Keyword></ofd:Keywords><ofd:CustomDatas><ofd:CustomData Name="文号">清粮发〔2021〕3号</ofd:CustomData></ofd:CustomDatas><ofd:Creator>某软件</ofd:Creator>',
        body: '<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>',
        more: '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments><ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>',
        pages: [{ objects: textXml('第一条') + textXml('看不见', { attributes: 'Visible="false"' }) }],
      },
    ]);
    zip.file(
      'Doc_0/Attachs/Attachments.xml',
      '<Attachments><Attachment Name="名单" Format="xlsx"/><Attachment Name="底稿.docx" Format="docx"/></Attachments>',
    );
    zip.file(
      'Doc_0/Signs/Signatures.xml',
      '<Signatures><MaxSignId>2</MaxSignId><Signature ID="1"/><Signature ID="2"/></Signatures>',
    );
    zip.file(
      'Doc_0/Annots/Annotations.xml',
      '<Annotations><Page PageID="1"><FileLoc>a.xml</FileLoc></Page></Annotations>',
    );
    zip.file(
      'Doc_0/Annots/a.xml',
      `<PageAnnot><Annot Type="Path"><Remark>请核实</Remark><Appearance Boundary="0 100 100 20">${textXml('内部使用')}</Appearance></Annot><Annot Type="Watermark"><Appearance Boundary="0 0 100 20">${textXml('样张')}</Appearance></Annot><Annot Type="Stamp"><Appearance Boundary="0 0 100 20">${[0, 20, 40, 60].map((y) => textXml('保密', { boundary: `0 ${y} 50 10` })).join('')}</Appearance></Annot></PageAnnot>`,
    );
    const { notes, metadata, text } = await readOfd(await packed(zip));
    expect(text).toBe('第一条\n内部使用');
    expect(notes).toEqual([
      { code: 'hidden-text', message: expect.stringContaining('3字') },
      { code: 'annotations', message: expect.stringContaining('1条') },
      { code: 'attachments', message: expect.stringMatching(/2个.*名单\.xlsx、底稿\.docx$/) },
      { code: 'signatures', message: expect.stringContaining('含电子签章2个') },
    ]);
    expect(metadata.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'Title=粮食储备办法',
      'Author=清水市粮食局',
      'CreationDate=2021-03-01',
      'Keywords=粮食 储备',
      '文号=清粮发〔2021〕3号',
    ]);
  });

  it('finds parts by other spellings of their names', async () => {
    const zip = ofdZip([
      {
        pages: [
          { objects: textXml('第一条') },
          { objects: textXml('第二条') },
          { objects: textXml('第三条') },
        ],
      },
    ]);
    const document = (await zip.file('Doc_0/Document.xml')!.async('string'))
      .replace('Pages/Page_0/Content.xml', '/doc_0\\PAGES\\Page_0/Content.xml')
      .replace('Pages/Page_1/Content.xml', 'Doc_0/Pages/Page_1/Content.xml')
      .replace('Pages/Page_2/Content.xml', '../../../Doc_0/./Pages/Page_2/Content.xml')
      .replaceAll('ofd:', '');
    zip.file('Doc_0/Document.xml', document);
    expect(texts(await readOfd(await packed(zip)))).toEqual(['第一条', '第二条', '第三条']);
  });

  it('reads text beside an outline of the same letter without a table around it', async () => {
    const around =
      '<ofd:PathObject ID="1" Boundary="20 20 6 6" LineWidth="0.1"><ofd:AbbreviatedData>M 0 0 L 5 0 L 5 5 L 0 5 C M 2 0 L 2 5</ofd:AbbreviatedData></ofd:PathObject>';
    const found = await readObject(textXml('工程施工') + around);
    expect(found.blocks.map((block) => block.kind)).toEqual(['paragraph']);
    expect(found.text).toBe('工程施工');
  });

  it('reads a mark as it was written', async () => {
    expect((await readObject(markXml(at('第三条 目的', 100, 300)))).text).toBe('第三条 目的');
  });
});
