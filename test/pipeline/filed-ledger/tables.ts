import type { Block, Manuscript } from '../../../model/index.js';

/** A cell: its text, or its text with the rows and columns over which it stands. */
export type CellOf = string | { readonly text: string; readonly rows?: number; readonly columns?: number };
/** A line of text, or a table as rows of cells; '' is a cell without text, null one that another covers. */
export type Part = string | readonly (readonly (CellOf | null)[])[];

/** A manuscript of lines and tables, as readers make them: cells without text are left out. */
export const manuscriptWith = (parts: readonly Part[], format: Manuscript['format'] = 'docx'): Manuscript => {
  const texts: string[] = [];
  const blocks: Block[] = [];
  let at = 0;
  let table = 0;
  const add = (text: string, block: Omit<Block, 'span' | 'paragraph'>) => {
    if (text === '') return;
    blocks.push({ ...block, paragraph: blocks.length + 1, span: { start: at, end: at + text.length } });
    texts.push(text);
    at += text.length + 1;
  };
  for (const part of parts) {
    if (typeof part === 'string') add(part, { kind: 'paragraph' });
    else {
      part.forEach((cells, row) => {
        cells.forEach((cell, column) => {
          if (cell === null) return;
          const { text, rows = 1, columns = 1 } = typeof cell === 'string' ? { text: cell } : cell;
          add(text, { kind: 'cell', cell: { table, row, column, rowSpan: rows, columnSpan: columns } });
        });
      });
      table++;
    }
  }
  return { format, text: texts.join('\n'), blocks, metadata: [], notes: [] };
};

export const NATIONAL: readonly string[] = [
  '序号',
  '规章、规范性文件或其他文件名称(含文号)',
  '是否涉及信用信息共享公开',
  '是否涉“黑名单”认定',
  '是否涉及失信惩戒措施',
  '相关内容摘要',
  '是否有国家层面依据',
  '是否有地方性法规依据',
  '依据的具体内容',
  '处置方式',
  '完成时间',
  '责任单位',
  '责任人姓名及职务',
  '电话',
];

export const DISTRICT = NATIONAL.map(
  (heading, at) =>
    ({
      1: '规章、规范性文件名称（含文号）',
      2: '是否涉及信用信息纳入公开',
      3: '是否涉及“黑名单”认定',
      4: '是否涉及惩戒措施',
    })[at] ?? heading,
);

/** A filled row of the form. */
export const ROW: readonly string[] = [
  '1',
  '《清水市生活垃圾投放办法》（清政发〔2018〕12号）',
  '是',
  '是',
  '否',
  '第十二条：多次不按规定投放的，列入“黑名单”。',
  '否',
  '否',
  '无',
  '修订',
  '2021年6月底',
  '清水市市容管理局',
  '张某 副局长',
  '0999-12345678',
];
