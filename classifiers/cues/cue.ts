import type { Label } from '../../model/index.js';

/**
 * A way in which the language says a label. Patterns read compact text (no white space, no quotation marks,
 * full-width punctuation) in which the words of `TRAPS` are blanked out. They use bounded gaps only.
 */
export interface Cue {
  /** Stable, `<label>.<what-is-said>`. */
  readonly id: string;
  /** The reason shown to a person, in Chinese: 记入信用档案. */
  readonly meaning: string;
  /** What the evidence quotes. */
  readonly pattern: RegExp;
  /** 0 … 1: how sure the label is when this cue stands alone. */
  readonly weight: number;
  /** Must occur in the same sentence. */
  readonly near?: RegExp;
  /** Must occur somewhere in the text. */
  readonly anywhere?: RegExp;
  /** Must not occur in the same clause (up to ；：。). */
  readonly unless?: RegExp;
  /** Must not occur in the same sentence. */
  readonly absent?: RegExp;
  /** Must not end directly before the match: negations, 被. */
  readonly notAfter?: RegExp;
  /** Must not begin directly behind the match. */
  readonly notBefore?: RegExp;
  /** Must occur in the titles and headings above. */
  readonly under?: RegExp;
}

/** The cues of one label. */
export interface CueGroup {
  readonly label: Label;
  /** A score at or above it gives the label. */
  readonly threshold: number;
  /** Words of which at least one stands in every text that any of the cues can match, except cues with `under`. */
  readonly trigger: RegExp;
  readonly cues: readonly Cue[];
  /** The reason shown when only the words introducing a list carry the label, for its items. */
  readonly item: { readonly id: string; readonly meaning: string };
}
