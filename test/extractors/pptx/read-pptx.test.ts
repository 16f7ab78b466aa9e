import cfb from 'cfb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_READING, detectFormat, extract } from '../../../extractors/index.js';
import type { Manuscript } from '../../../model/index.js';
import { type Deck, frame, line, numbered, pptxBytes, pptxZip, shape, table } from '../../fixtures/pptx.js';

const read = async (deck: Deck): Promise<Manuscript> => {
  const bytes = await pptxBytes(deck);
  expect(await detectFormat(bytes)).toBe('pptx');
  return extract(bytes, 'pptx');
};
const textsOf = ({ text, blocks }: Manuscript): string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end));
const one = async (shapes: string, more: Partial<Deck['slides'][number]> = {}): Promise<Manuscript> =>
  read({ slides: [{ shapes, ...more }] });

describe('slides', () => {
  it('come in the order in which they are shown, each a page', async () => {
    const manuscript = await read({
      slides: [{ shapes: shape(line('甲')) }, { shapes: shape(line('乙')) }, { shapes: shape(line('丙')) }],
      order: [3, 1, 2],
    });
    expect(textsOf(manuscript)).toEqual(['丙', '甲', '乙']);
    expect(manuscript.blocks.map(({ page }) => page)).toEqual([1, 2, 3]);
    expect(manuscript.pages).toBe(3);
  });

  it('are read from the title down, in a row from left to right', async () => {
    const manuscript = await one(
      shape(line('右'), { at: [400, 101] }) +
        shape(line('下'), { at: [50, 300] }) +
        shape(line('左'), { at: [50, 103] }) +
        shape(line('标题'), { placeholder: 'type="title"', at: [50, 400] }),
    );
    expect(textsOf(manuscript)).toEqual(['标题', '左', '右', '下']);
    expect(manuscript.blocks[0]!.headingLevel).toBe(1);
  });

  it('take places and list styles over from the layout and the master', async () => {
    const style = '<a:lvl1pPr><a:buAutoNum type="ea1ChsPeriod"/></a:lvl1pPr>';
    const manuscript = await read({
      slides: [
        {
          shapes:
            shape(line('尾'), { placeholder: 'type="body" idx="2"' }) +
            shape(line('首'), { placeholder: 'idx="1"' }),
        },
      ],
      layout:
        shape('', { placeholder: 'idx="1"', at: [0, 100], listStyle: style }) +
        shape('', { placeholder: 'type="body" idx="2"' }),
      master: shape('', { placeholder: 'type="body"', at: [0, 300] }),
    });
    expect(textsOf(manuscript)).toEqual(['一. 首', '尾']);
  });

  it('leave the date, the number and the footer of every slide out', async () => {
    const running = '<a:p><a:fld type="slidenum"><a:t>7</a:t></a:fld></a:p>';
    const footers = ['dt', 'ftr', 'sldNum'].map((type) =>
      shape(line('页脚'), { placeholder: `type="${type}"` }),
    );
    expect(textsOf(await one(footers.join('') + shape(running + line('正文'))))).toEqual(['正文']);
  });

  it('keep a group together and read a newer shape once', async () => {
    const group = `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name=""/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="3810000"/></a:xfrm></p:grpSpPr>${shape(line('组二'), { at: [0, 50] })}${shape(line('组一'), { at: [0, 10] })}</p:grpSp>`;
    const twice = `<mc:AlternateContent><mc:Choice>${shape(line('新'), { at: [0, 20] })}</mc:Choice><mc:Fallback>${shape(line('旧'), { at: [0, 20] })}</mc:Fallback></mc:AlternateContent>`;
    expect(textsOf(await one(group + twice + shape(line('末'), { at: [0, 400] })))).toEqual([
      '新',
      '组一',
      '组二',
      '末',
    ]);
  });

  it('keep blanks between runs and breaks inside a paragraph', async () => {
    const paragraph =
      '<a:p><a:r><a:t>第一条</a:t></a:r><a:r><a:t> </a:t></a:r><a:r><a:t>甲</a:t></a:r><a:br/><a:r><a:t>乙</a:t></a:r></a:p>';
    expect(textsOf(await one(shape(paragraph)))).toEqual(['第一条 甲', '乙']);
  });

  it('give tables as cells with their spans', async () => {
    const manuscript = await one(
      frame(
        table([
          [['gridSpan="2"', '合'], ['hMerge="1"', ''], '丙'],
          [['rowSpan="2"', '丁'], '戊', '己'],
          [['vMerge="1"', ''], '庚', '辛'],
        ]),
      ),
    );
    expect(textsOf(manuscript)).toEqual(['合', '丙', '丁', '戊', '己', '庚', '辛']);
    expect(
      manuscript.blocks.map(({ cell }) => [cell!.row, cell!.column, cell!.rowSpan, cell!.columnSpan]),
    ).toEqual([
      [0, 0, 1, 2],
      [0, 2, 1, 1],
      [1, 0, 2, 1],
      [1, 1, 1, 1],
      [1, 2, 1, 1],
      [2, 1, 1, 1],
      [2, 2, 1, 1],
    ]);
  });

  it('give a SmartArt as its outline, whatever the order of its points', async () => {
    const point = (id: string, text: string, type = 'node') =>
      `<dgm:pt modelId="${id}" type="${type}"><dgm:t><a:bodyPr/>${line(text)}</dgm:t></dgm:pt>`;
    const link = (from: string, to: string, order: number) =>
      `<dgm:cxn modelId="c${from}${to}" srcId="${from}" destId="${to}" srcOrd="${order}"/>`;
    const diagram = `<dgm:ptLst>${point('3', '公示')}${point('0', '', 'doc')}${point('1', '认定')}${point('2', '告知')}${point('9', '过渡', 'parTrans')}</dgm:ptLst><dgm:cxnLst>${link('0', '1', 0)}${link('1', '2', 0)}${link('0', '3', 1)}${link('3', '1', 0)}</dgm:cxnLst>`;
    const manuscript = await one(frame('<dgm:relIds r:dm="dm"/>'), { diagram });
    expect(textsOf(manuscript)).toEqual(['认定', '告知', '公示']);
  });

  it('have the speaker’s notes behind them, marked', async () => {
    const notes =
      shape(line('请强调修复'), { placeholder: 'type="body" idx="1"' }) +
      shape(line('3'), { placeholder: 'type="sldNum"' });
    const manuscript = await read({
      slides: [{ shapes: shape(line('甲')), notes }, { shapes: shape(line('乙')) }],
    });
    expect(textsOf(manuscript)).toEqual(['甲', '[备注] 请强调修复', '乙']);
    expect(manuscript.blocks[1]).toMatchObject({ kind: 'footnote', page: 1 });
    expect(manuscript.notes).toEqual([
      { code: 'speaker-notes', message: '第1页有演讲者备注，已一并读入，标为“[备注]”' },
    ]);
  });

  it('say what of them is hidden, drawn or embedded', async () => {
    const picture = '<p:pic><p:nvPicPr><p:cNvPr id="4" name=""/></p:nvPicPr></p:pic>';
    const manuscript = await read({
      slides: [
        { shapes: shape(line('甲')) + shape(line('密'), { hidden: true }) + picture },
        { shapes: shape(line('乙')) + frame('<c:chart/>') + frame('<p:oleObj/>'), hidden: true },
      ],
    });
    expect(textsOf(manuscript)).toEqual(['甲', '乙']);
    expect(manuscript.notes.map(({ code }) => code)).toEqual([
      'hidden-slides',
      'hidden-text',
      'pictures',
      'diagrams',
      'embedded-file',
    ]);
    expect(manuscript.notes[0]!.message).toContain('第2页');
  });
});

describe('automatic numbers of slides', () => {
  it.each([
    ['arabicPeriod', 3, '3.'],
    ['arabicParenBoth', 12, '(12)'],
    ['arabicPlain', 2, '2'],
    ['arabicDbPeriod', 2, '２．'],
    ['alphaLcParenR', 2, 'b)'],
    ['alphaUcPeriod', 1, 'A.'],
    ['romanUcPeriod', 4, 'IV.'],
    ['circleNumDbPlain', 2, '②'],
    ['circleNumWdWhitePlain', 10, '⑩'],
    ['ea1ChsPlain', 12, '十二'],
    ['ea1ChsPeriod', 3, '三.'],
    ['ea1JpnChsDbPeriod', 21, '二十一．'],
    ['hindiNumPeriod', 5, '5.'],
  ])('%s from %i reads %s', async (scheme, start, number) => {
    const manuscript = await one(shape(numbered('甲', scheme, 0, start)));
    expect(textsOf(manuscript)).toEqual([`${number} 甲`]);
    expect(manuscript.blocks[0]!.numbering).toEqual({ start: 0, end: number.length });
  });

  it('go on over deeper levels and empty lines, and begin anew after a line without number', async () => {
    const n = (text: string, level = 0) => numbered(text, level ? 'arabicParenBoth' : 'arabicPeriod', level);
    const lines = [n('甲'), n('子', 1), n('丑', 1), n(''), n('乙'), n('寅', 1), line('段'), n('丙')];
    expect(textsOf(await one(shape(lines.join(''))))).toEqual([
      '1. 甲',
      '(1) 子',
      '(2) 丑',
      '2. 乙',
      '(1) 寅',
      '段',
      '1. 丙',
    ]);
  });

  it('of the shape’s list style end where a paragraph has a bullet', async () => {
    const listStyle = '<a:lvl1pPr><a:buAutoNum type="arabicPeriod"/></a:lvl1pPr>';
    const paragraphs = line('甲') + line('乙', '<a:buNone/>') + line('丙');
    expect(textsOf(await one(shape(paragraphs, { listStyle })))).toEqual(['1. 甲', '乙', '1. 丙']);
  });
});

describe('slides that can not be read', () => {
  const codeOf = (bytes: Uint8Array, options = DEFAULT_READING): Promise<string> =>
    extract(bytes, 'pptx', options).then(
      () => 'read',
      (error) => error.reason.code,
    );

  it('are refused with a reason', async () => {
    const picture = '<p:pic><p:nvPicPr/></p:pic>';
    expect(await codeOf(await pptxBytes({ slides: [] }))).toBe('no-text');
    expect(await codeOf(await pptxBytes({ slides: [{ shapes: picture }] }))).toBe('needs-ocr');
    const zip = pptxZip({ slides: [{ shapes: shape(line('甲')) }] });
    zip.remove('ppt/slides/slide1.xml');
    expect(await codeOf(await zip.generateAsync({ type: 'uint8array' }))).toBe('corrupt');
    const two = await pptxBytes({ slides: [{ shapes: shape(line('甲')) }], order: [1, 1, 1] });
    expect(await codeOf(two, { ...DEFAULT_READING, limits: { ...DEFAULT_READING.limits, pages: 2 } })).toBe(
      'too-many',
    );
  });

  it('behind a password say so, whatever the package would be', async () => {
    const container = cfb.utils.cfb_new();
    cfb.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(64, 1));
    const bytes = new Uint8Array(cfb.write(container, { type: 'buffer' }) as Buffer);
    expect(await codeOf(bytes)).toBe('encrypted');
    await expect(extract(bytes, await detectFormat(bytes))).rejects.toMatchObject({
      reason: { code: 'encrypted' },
    });
  });

  it('that are damaged anywhere are read or refused, never worse', async () => {
    const whole = await pptxBytes({
      slides: [{ shapes: shape(numbered('甲', 'ea1ChsPeriod')) + frame(table([['乙', '丙']])) }],
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
