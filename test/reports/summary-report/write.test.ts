import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InconsistentFigures, type SummaryFigures, writeSummaryReport } from '../../../reports/index.js';
import { atTwoTimes } from '../../clock.js';
import { svgTexts } from '../charts/svg.js';
import { readWord } from '../word/xml.js';
import { emptyFigures, summaryFigures, summaryRow } from './figures.js';

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-summary-'));
  path = join(folder, 'report.docx');
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = async (figures: SummaryFigures): Promise<Buffer> => {
  await writeSummaryReport(path, figures);
  return readFileSync(path);
};

describe('the summary report as a Word document', () => {
  it('has title, text, signature, and both lists', async () => {
    await write(summaryFigures());
    const { texts, rows } = await readWord(path);
    expect(texts.slice(0, 2)).toEqual(['清水市信用办', '失信约束措施清理规范工作总结报告']);
    expect(texts).toContain('填报单位（盖章）：清水市信用办');
    expect(texts).toContain('2026年3月31日');
    expect(texts.slice(texts.indexOf('附件1')).filter((text) => /^附件|件）$|清单/u.test(text))).toEqual([
      '附件1',
      '台账文件清单（按处置方式）',
      '修订（1件）',
      '废止（1件）',
      '处置方式尚未确定（1件）',
      '附件2',
      '未能读取的文件清单',
    ]);
    expect(rows).toContainEqual([
      '1',
      '《清水市供水管理办法》（清政发〔2018〕3号）',
      '2021年6月底',
      '清水市水务局',
      '已确认：甲，2026年3月1日9时05分',
    ]);
    expect(rows).toContainEqual(['2', '乙.pdf', '文件已加密，无法读取', '已人工查阅：不涉及']);
  });

  it('holds each chart as SVG with a PNG beside it, described in words', async () => {
    const zip = await JSZip.loadAsync(await write(summaryFigures()));
    const names = Object.keys(zip.files).filter((name) => name.startsWith('word/media/'));
    const svgs = names.filter((name) => name.endsWith('.svg'));
    expect(svgs).toHaveLength(5);
    expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(5);
    const titles = await Promise.all(
      svgs.map(async (name) => svgTexts(await zip.file(name)!.async('string')).title),
    );
    expect(titles).toContain('处置方式（件）');
    const { document } = await readWord(path);
    expect(document).toContain('descr="处置方式（件）：保留0件，修订1件，立法0件，废止1件，须人工确定1件"');
    expect([...document.matchAll(/<wp:docPr id="(\d+)"/gu)].map(([, id]) => id)).toEqual([...'12345']);
  });

  it('bears the mark of a draft where it is one, and only there', async () => {
    const marks = async (draft: boolean): Promise<number> => {
      await write(emptyFigures({ draft }));
      return (await readWord(path)).headers.filter((xml) => xml.includes('草稿')).length;
    };
    expect(await marks(true)).toBe(1);
    expect(await marks(false)).toBe(0);
  });

  it('takes 300 rows and any characters, and is the same for the same figures, whatever the clock says', async () => {
    const rows = Array.from({ length: 300 }, (_, index) =>
      summaryRow({
        document: `<a&b>\u0007\uD800${index}`,
        disposal: '立法',
        state: 'pending',
        confirmedBy: '',
        confirmedAt: '',
      }),
    );
    const figures = emptyFigures({
      unit: '<单位>&"',
      rows,
      national: { 是: 0, 否: 300, 待核实: 0 },
      local: { 是: 0, 否: 300, 待核实: 0 },
      rowsWithoutBasis: 300,
    });
    const [first, second] = await atTwoTimes(() => write(figures));
    const { texts } = await readWord(path);
    expect(texts).toContain('<a&b>··299');
    expect(texts).toContain('立法（300件）');
    expect(second.equals(first)).toBe(true);
  });

  it('is not written where the figures contradict each other, and leaves nothing behind', async () => {
    const bad = join(folder, 'bad.docx');
    await expect(writeSummaryReport(bad, summaryFigures({ filesFound: 1 }))).rejects.toThrow(
      InconsistentFigures,
    );
    await expect(writeSummaryReport(bad, summaryFigures({ date: '31.3.2026' }))).rejects.toThrow(RangeError);
    expect(readdirSync(folder).filter((name) => name.startsWith('bad'))).toEqual([]);
  });
});
