import { UsageError } from './errors.js';
import type { Span } from './span.js';

/** Words that recognition (OCR) read wrongly, as a person has read them. */
export interface Correction {
  /** In Manuscript.text as it was read, before any correction; at least one unit, within one line of one block. */
  readonly span: Span;
  /** What stood there when the person read it. Where something else stands now, the correction is outdated. */
  readonly original: string;
  /** What stands on the page: empty where nothing does, the same as `original` where it was read rightly. */
  readonly replacement: string;
}

/** A correction that no text can take: it breaks or joins lines, cuts a character, or overlaps another one. */
export class RefusedCorrection extends UsageError {
  readonly correction: Correction;
  /** @param message in Chinese, what is wrong; `advice` what to do instead. */
  constructor(correction: Correction, message: string, advice: string) {
    super(message, advice);
    this.name = 'RefusedCorrection';
    this.correction = correction;
  }
}
