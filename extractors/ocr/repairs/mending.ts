import type { Span } from '../../../model/index.js';

/** A passage and what it must have been. */
export interface Mending extends Span {
  readonly to: string;
  readonly rule: string;
}
