import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Combination } from '../combine.js';
import type { FeatureGroup } from '../features/groups.js';
import { LABEL_COUNT, PLACES } from '../linear/weights.js';
import type { EncoderPart, LearnedModel, ModelCard } from './model.js';

/** The bytes are no model of this version: cut off, damaged, or of another shape. */
export class UnfitModel extends Error {}

const MAGIC = 'QGM1';

interface Head {
  scale: number[];
  bias: number[];
  without: FeatureGroup[];
  combinations: Combination[];
  surest: string[];
  gates: number[];
  encoder: EncoderPart | null;
  card: ModelCard;
  /** SHA-256 of the packed weights, hex. */
  weights: string;
}

type Content = Omit<LearnedModel, 'fingerprint'>;

/** A model as bytes: four letters, the length of the head, the head as JSON, the weights packed. */
export const encodeModel = ({ linear, combinations, surest, gates, encoder, card }: Content): Uint8Array => {
  const weights = deflateRawSync(new Uint8Array(linear.steps.buffer, linear.steps.byteOffset), { level: 9 });
  const head: Head = {
    scale: [...linear.scale],
    bias: [...linear.bias],
    without: [...linear.without].sort(),
    combinations: [...combinations],
    surest: [...surest].sort(),
    gates: [...gates],
    encoder,
    card,
    weights: createHash('sha256').update(weights).digest('hex'),
  };
  const words = Buffer.from(JSON.stringify(head), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(words.length);
  return Buffer.concat([Buffer.from(MAGIC, 'latin1'), length, words, weights]);
};

/**
 * The model in the bytes that `encodeModel` made.
 *
 * @throws UnfitModel
 */
export const decodeModel = (bytes: Uint8Array): LearnedModel => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString('latin1', 0, 4) !== MAGIC || buffer.length < 8) throw new UnfitModel('no model');
  const start = 8 + buffer.readUInt32LE(4);
  const packed = buffer.subarray(start);
  const head = headOf(buffer.toString('utf8', 8, start));
  if (createHash('sha256').update(packed).digest('hex') !== head.weights) throw new UnfitModel('damaged');
  const steps = inflated(packed);
  if (steps.length !== PLACES * LABEL_COUNT) throw new UnfitModel('another number of places');
  return {
    linear: {
      steps: new Int8Array(steps.buffer, steps.byteOffset, steps.length),
      scale: Float32Array.from(head.scale),
      bias: Float32Array.from(head.bias),
      without: new Set(head.without),
    },
    combinations: head.combinations,
    surest: new Set(head.surest),
    gates: head.gates,
    encoder: head.encoder,
    card: head.card,
    fingerprint: createHash('sha256')
      .update(JSON.stringify({ ...head, card: null }))
      .digest('hex')
      .slice(0, 12),
  };
};

const inflated = (packed: Uint8Array): Buffer => {
  try {
    return inflateRawSync(packed, { maxOutputLength: PLACES * LABEL_COUNT });
  } catch (error) {
    throw new UnfitModel('weights of another shape', { cause: error });
  }
};

const headOf = (words: string): Head => {
  try {
    const head = JSON.parse(words) as Head;
    const whole = [head.scale, head.bias, head.combinations, head.gates].every(
      (part) => Array.isArray(part) && part.length === LABEL_COUNT,
    );
    if (
      whole &&
      head.combinations.every(isCombination) &&
      isEncoder(head.encoder) &&
      [head.surest, head.without].every(Array.isArray)
    )
      return head;
  } catch {
    // What is no JSON is told as what has the wrong members.
  }
  throw new UnfitModel('another head');
};

const isCombination = (given: Combination | null): boolean =>
  given !== null && [given.threshold, given.keep, ...(given.weights ?? [Number.NaN])].every(Number.isFinite);

/** Absent in models that were learned without one. */
const isEncoder = (given: EncoderPart | null | undefined): boolean =>
  !given ||
  (given.weights?.length === LABEL_COUNT &&
    given.weights.every(
      (weights) => weights.length === given.weights[0]!.length && weights.every(Number.isFinite),
    ));
