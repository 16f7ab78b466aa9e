import type { Block, Manuscript } from '../model/index.js';

/** A manuscript with one paragraph a line; empty lines are dropped, lines with tabs are rows of a table. */
export const manuscriptOf = (text: string): Manuscript => {
  const blocks: Block[] = [];
  const parts: string[] = [];
  let at = 0;
  let table = -1;
  let row = 0;
  let inTable = false;
  const add = (words: string, block: Omit<Block, 'span'>) => {
    blocks.push({ ...block, span: { start: at, end: at + words.length } });
    parts.push(words);
    at += words.length + 1;
  };
  for (const [index, line] of text.split('\n').entries()) {
    const words = line.trim();
    if (!words) continue;
    const paragraph = index + 1;
    if (!words.includes('\t')) {
      inTable = false;
      add(words, { kind: 'paragraph', paragraph });
      continue;
    }
    if (!inTable) {
      table++;
      row = 0;
    }
    inTable = true;
    for (const [column, cell] of words.split('\t').entries()) {
      if (cell)
        add(cell, { kind: 'cell', paragraph, cell: { table, row, column, rowSpan: 1, columnSpan: 1 } });
    }
    row++;
  }
  return { format: 'txt', text: parts.join('\n'), blocks, metadata: [], notes: [] };
};
