import { expect } from 'vitest';
import { contains, type Manuscript } from '../../model/index.js';

/** The laws of a manuscript: blocks cover the text in order, none empty or untrimmed, exactly one '\n' between two. */
export const expectSound = ({ text, blocks }: Manuscript): void => {
  expect(blocks.map(({ span }) => text.slice(span.start, span.end)).join('\n')).toBe(text);
  let end = -1;
  for (const { span, numbering, kind, cell } of blocks) {
    expect(span.start).toBe(end + 1);
    expect(span.end).toBeGreaterThan(span.start);
    const content = text.slice(span.start, span.end);
    expect(content).toBe(content.trim());
    if (kind !== 'cell') expect(content).not.toContain('\n');
    expect(cell !== undefined).toBe(kind === 'cell');
    if (numbering) {
      expect(numbering.start).toBe(span.start);
      expect(contains(span, numbering)).toBe(true);
    }
    end = span.end;
  }
  expect(end).toBe(text.length);
};
