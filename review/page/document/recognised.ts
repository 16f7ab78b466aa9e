import type { Span } from '../../../model/index.js';
import type { DocumentView } from '../../api.js';

/**
 * Where words that a person has selected stand in the text as it was recognised, by which they are corrected.
 * @returns null where they do not lie in one run: a correction must not reach over words that are corrected already.
 */
export const recognisedSpan = (originals: DocumentView['originals'], { start, end }: Span): Span | null => {
  const run = originals.find((each) => each.start <= start && end <= each.end);
  return run && start < end ? { start: run.at + start - run.start, end: run.at + end - run.start } : null;
};
