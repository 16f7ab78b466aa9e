import type { Manuscript } from '../../../model/index.js';

/** Blocks as lines: table/row/column of a cell, heading level, alignment or kind, then the text. */
export const shownBlocks = ({ text, blocks }: Manuscript): string[] =>
  blocks.map(({ span, cell, headingLevel, align, kind }) => {
    const place = cell
      ? `${cell.table}/${cell.row}/${cell.column}`
      : headingLevel
        ? `h${headingLevel}`
        : (align ?? kind);
    return `${place}: ${text.slice(span.start, span.end)}`;
  });
