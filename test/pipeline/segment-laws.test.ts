import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Manuscript, Provision } from '../../model/index.js';
import { segment } from '../../pipeline/segment/segment.js';
import { placeOf, unitsOf } from '../../pipeline/segment/units.js';
import { manuscriptOf } from '../manuscripts.js';

/** What stands at the head of documents and around them. */
const FRAME = [
  '关于甲的通知',
  '关于印发《甲办法》的通知',
  '甲办法',
  '清水市人民政府令',
  '第12号',
  '清人社〔2020〕3号',
  '清水市教育局文件',
  '各有关单位：',
  '现将《甲办法》印发给你们，请遵照执行。',
  '清水市教育局',
  '2020年1月1日',
  '（2020年1月1日清水市人民政府令第12号公布）',
  '附件1',
  '附件：1.甲',
  '附件：',
  '附表2 评分标准',
  '抄送：市委。',
  '2020年1月2日印发',
  '参考资料',
  '目录',
];
const NUMBERED = [
  '第一条 甲',
  '第二条 乙',
  '第一章 总则',
  '一、甲',
  '（一）乙',
  '1.丙',
  '2. 丁',
  '①',
  '（1）',
];
const PLAIN = [
  '公共秩序',
  'title_c: 村居管理',
  '甲乙丙',
  '甲办法的规定',
  '-5 |',
  '内容 |',
  '+5',
  '甲\t乙\t丙',
  '',
];
/** Sentences that order something, in the shapes that provisions have. */
const ORDERS = [
  '对失信的单位予以通报。',
  '一、对失信的单位予以通报。',
  '（二）失信的单位',
  '1. 失信的单位不得参加评优；',
  '第三条 失信的单位应当整改。',
  '附件：失信的单位应当整改。',
  '失信的单位 |',
  '失信的单位\t扣5分',
  '第二条 甲。第三条 失信的单位应当整改，并自收到通知之日起三十日内向主管部门提交书面的整改报告。第四条 乙。',
  '各失信的单位应当按期整改：',
];

const lines = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...FRAME) },
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERED) },
  { weight: 2, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 3, arbitrary: fc.constantFrom(...ORDERS) },
);
const style: fc.Arbitrary<Partial<Block>> = fc.constantFrom(
  {},
  {},
  { align: 'center' as const },
  { bold: true },
  { headingLevel: 1 },
  { headingLevel: 3 },
);

/** Documents of any shape: heads, numbers, tables and attachments in any order, some lines set apart by style. */
const manuscripts: fc.Arbitrary<Manuscript> = fc
  .tuple(fc.array(lines, { maxLength: 40 }), fc.array(style, { minLength: 1, maxLength: 7 }))
  .map(([parts, styles]) => {
    const manuscript = manuscriptOf(parts.join('\n'));
    return {
      ...manuscript,
      blocks: manuscript.blocks.map((block, i) => ({ ...block, ...styles[i % styles.length] })),
    };
  });

const count = (text: string) => text.split('失信的单位').length - 1;

describe('for any document', () => {
  it('units do not overlap, come in order, and say exactly what stands in the text', () => {
    fc.assert(
      fc.property(manuscripts, (manuscript) => {
        let end = 0;
        for (const regulation of segment(manuscript)) {
          for (const unit of unitsOf(regulation, manuscript)) {
            expect(unit.span.start).toBeGreaterThanOrEqual(end);
            expect(unit.text).toBe(manuscript.text.slice(unit.span.start, unit.span.end));
            expect(unit.label).not.toBe('');
            expect(placeOf(regulation, unit.span)).not.toBe('');
            end = unit.span.end;
          }
        }
      }),
    );
  });

  it('no provision is lost: every line with words of punishment is in a unit', () => {
    fc.assert(
      fc.property(manuscripts, (manuscript) => {
        const read = segment(manuscript)
          .flatMap((regulation) => unitsOf(regulation, manuscript))
          .reduce((sum, unit) => sum + count(unit.text), 0);
        expect(read).toBe(count(manuscript.text));
      }),
      { numRuns: 400 },
    );
  });

  it('a provision holds its parts, and they do not overlap', () => {
    const check = (provision: Provision): void => {
      let at = provision.span.start;
      for (const child of provision.children) {
        expect(child.span.start).toBeGreaterThanOrEqual(at);
        expect(child.span.end).toBeLessThanOrEqual(provision.span.end);
        at = child.span.end;
        check(child);
      }
    };
    fc.assert(
      fc.property(manuscripts, (manuscript) => {
        for (const { provisions } of segment(manuscript))
          for (const provision of provisions) check(provision);
      }),
    );
  });

  it('documents follow each other, and only earlier ones issue, forward or attach them', () => {
    fc.assert(
      fc.property(manuscripts, (manuscript) => {
        let end = 0;
        for (const [i, { index, span, parent }] of segment(manuscript).entries()) {
          expect(index).toBe(i);
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(parent ?? -1).toBeLessThan(i);
          end = span.end;
        }
      }),
    );
  });
});

describe('a text that stands in a file twice', () => {
  const provisions = Array.from(
    { length: 12 },
    (_, i) =>
      `第${'一二三四五六七八九十'[i] ?? `十${'一二'[i - 10]}`}条 ${`对第${i}类失信的单位，由主管部门依照职责予以公布并督促整改，`.repeat(6)}直到整改完成。`,
  );
  const text = ['清水市失信单位管理办法', ...provisions].join('\n');

  it('comes out once, and what stands below the copy is read', () => {
    const once = manuscriptOf(text);
    const twice = manuscriptOf(`${text}\n打印版本\n${text}\n对拒不整改的失信的单位，另行处理。`);
    const unitsIn = (manuscript: Manuscript) =>
      segment(manuscript).flatMap((regulation) => unitsOf(regulation, manuscript));
    const extra = unitsIn(twice).slice(unitsIn(once).length);
    expect(extra.map((unit) => unit.text)).toEqual(['打印版本', '对拒不整改的失信的单位，另行处理。']);
  });
});
