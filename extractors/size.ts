import { FileError, type Manuscript } from '../model/index.js';

/** Characters of a text; the largest collections of regulations have a tenth. */
export const MAX_TEXT = 20_000_000;
/** Paragraphs and cells of a text; each takes memory in every stage that follows. */
export const MAX_BLOCKS = 300_000;

/** Throws FileError('too-large') for a text that the stages behind the readers could not hold. */
export const checkSize = ({ text, blocks }: Pick<Manuscript, 'text' | 'blocks'>): void => {
  checkLength(text);
  if (blocks.length > MAX_BLOCKS)
    throw new FileError('too-large', `共${blocks.length}段（含单元格），上限${MAX_BLOCKS}段`);
};

/** Throws FileError('too-large') for a decoded source that is longer than any text may be. */
export const checkLength = (text: string): void => {
  if (text.length > MAX_TEXT) throw new FileError('too-large', `共${text.length}字，上限${MAX_TEXT}字`);
};
