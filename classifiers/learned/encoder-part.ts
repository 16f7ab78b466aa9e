import { LABELS } from '../../model/index.js';
import type { EncoderPart } from './model.js';

const NOTHING: readonly number[] = LABELS.map(() => 0);

/**
 * What an encoder's vector of a text adds to the margin of each label; nothing for a model without an encoder.
 *
 * @throws Error where the model wants a vector and the caller has none: its margins would mean nothing.
 */
export const seenByEncoder = (
  encoder: EncoderPart | null,
  vector: Float32Array | undefined,
): readonly number[] => {
  if (!encoder) return NOTHING;
  if (vector?.length !== encoder.weights[0]!.length)
    throw new Error('the model judges vectors of its encoder only');
  return encoder.weights.map((weights) => weights.reduce((sum, weight, at) => sum + weight * vector[at]!, 0));
};
