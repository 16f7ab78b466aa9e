import type { Paragraph, Table } from 'docx';
import { wordChart } from '../charts/word-chart.js';
import { DRAFT, dateLine, unitLine } from '../stamp-lines.js';
import { type WordSection, writeWordFile } from '../word/file.js';
import type { WordParts } from '../word/parts.js';
import { type Block, body } from './blocks.js';
import { figureFaults, InconsistentFigures } from './faults.js';
import type { SummaryFigures } from './figures.js';
import { documentLists, FILE_LIST, ROW_LIST, unreadList } from './lists.js';
import { nextBlocks, problemBlocks } from './open.js';
import { resultBlocks } from './results.js';
import { workBlocks } from './work.js';

const TITLE = '失信约束措施清理规范工作总结报告';

/**
 * Writes 总结报告 as .docx; the file appears under its name only when it is complete. The same figures give the same bytes on
 * the same machine (docs/decisions/charts-echarts.md). Throws InconsistentFigures where they do not add up, RangeError
 * for a date or moment that is none.
 */
export const writeSummaryReport = async (path: string, figures: SummaryFigures): Promise<void> => {
  const faults = figureFaults(figures);
  if (faults.length > 0) throw new InconsistentFigures(faults);
  await writeWordFile(path, `${figures.unit}${TITLE}`, async (parts) => {
    const render = await renderer(parts);
    const section = (children: WordSection['children']): WordSection => ({
      orientation: 'portrait',
      ...(figures.draft && { watermark: DRAFT }),
      children,
    });
    const attachments = [
      { title: ROW_LIST, blocks: documentLists(figures) },
      { title: FILE_LIST, blocks: unreadList(figures) },
    ].filter(({ blocks }) => blocks.length > 0);
    const sections = [
      section([
        ...(figures.unit ? [parts.title(figures.unit)] : []),
        parts.title(TITLE),
        ...(await render(reportBlocks(figures))),
        ...parts.signature(unitLine(figures.unit), dateLine(figures.date ?? undefined)),
      ]),
    ];
    for (const [index, { title, blocks }] of attachments.entries()) {
      const name = attachments.length > 1 ? `附件${index + 1}` : '附件';
      sections.push(section([parts.text(name), parts.title(title), ...(await render(blocks))]));
    }
    return sections;
  });
};

/** The text of the report between title and signature. */
export const reportBlocks = (figures: SummaryFigures): Block[] => [
  body(
    '按照《国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见》（国办发〔2020〕49号）和《国家发展改革委办公厅关于开展失信约束措施清理规范工作的通知》（发改办财金〔2021〕15号）要求，对有关规章、规范性文件和其他文件中的失信约束措施进行了梳理。现将有关情况报告如下。',
  ),
  ...workBlocks(figures),
  ...resultBlocks(figures),
  ...problemBlocks(figures),
  ...nextBlocks(figures),
  body(`本报告的数字由清规 ${figures.version} 根据扫描结果和人工决定的日志汇总。`),
];

/** Makes blocks into parts of a Word document; pictures are numbered through all calls. */
const renderer = async (
  parts: WordParts,
): Promise<(blocks: readonly Block[]) => Promise<(Paragraph | Table)[]>> => {
  const docx = await import('docx');
  let pictures = 0;
  return async (blocks) => {
    const made: (Paragraph | Table)[] = [];
    for (const block of blocks) {
      if (block.kind === 'table')
        made.push(
          parts.table({
            columns: block.columns,
            rows: block.rows.map((row) => row.map((line) => ({ lines: [line] }))),
          }),
        );
      else if (block.kind === 'chart') {
        pictures += 1;
        made.push(await wordChart(docx, block.drawing, pictures));
      } else made.push(parts[block.kind](block.text));
    }
    return made;
  };
};
