import type { Label } from '../../model/index.js';
import type { Combination } from '../combine.js';
import type { LinearWeights } from '../linear/weights.js';

/** Everything that was learned. */
export interface LearnedModel {
  readonly linear: LinearWeights;
  /** By label, in the order of the labels. */
  readonly combinations: readonly Combination[];
  /** Cues that were right nearly always: what they carry stays. */
  readonly surest: ReadonlySet<string>;
  /**
   * By label: margins that characters and surroundings alone must reach before words are looked at. No text of the
   * training set whose label the words could have carried lies below.
   */
  readonly gates: readonly number[];
  /** Present in a model that was learned with a sentence encoder: it can judge only texts that come with a vector. */
  readonly encoder: EncoderPart | null;
  readonly card: ModelCard;
  /** Twelve hex digits over all that decides: two models with the same one say the same. */
  readonly fingerprint: string;
}

/** The weights of an encoder's numbers. */
export interface EncoderPart {
  /** Encoder.fingerprint: vectors of another one mean something else. */
  readonly fingerprint: string;
  /** By label: one weight for each number of a vector. */
  readonly weights: readonly (readonly number[])[];
}

/** What a model says about itself. */
export interface ModelCard {
  /** Texts it was learned from, by source: written, reference, decision. */
  readonly provisions: Readonly<Record<string, number>>;
  readonly labels: Readonly<Record<Label, number>>;
  readonly seed: number;
  /** The classifier's cues and features under which it was learned. */
  readonly features: string;
}
