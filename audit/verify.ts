import { type Certificate, hashOf } from './certificate.js';
import type { Frame } from './frame.js';
import { standingOf, statementOf } from './result.js';
import { drawSample, type Sample } from './sample.js';

/** One thing that a certificate says, and whether it comes out again; null where what it needs is not there. */
export interface Check {
  readonly what: 'hash' | 'frame' | 'draw' | 'tally' | 'statement';
  readonly holds: boolean | null;
}

/**
 * Computes everything that a certificate says once more: its own hash, the frame's hash and counts, the draw from the seed, what
 * the answers add up to, and the statements.
 *
 * @param frame null where it is not at hand: then draw and frame stay unchecked, and strata have the sizes that are stated.
 */
export const verifyCertificate = (certificate: Certificate, frame: Frame | null): Check[] => {
  const { hash, ...content } = certificate;
  const { design, draws, target, tally } = certificate;
  const again = frame && drawnAgain(frame, certificate);
  const {
    open: _,
    split: __,
    ...counted
  } = standingOf(again ?? statedSample(certificate), design.looks, certificate.answers);
  const statement = statementOf(tally, certificate.frame.positive, {
    confidence: target.confidence,
    looks: design.looks,
    draws: draws.of,
  });
  return [
    { what: 'hash', holds: hashOf(content) === hash },
    { what: 'frame', holds: frame && isSame(countsOf(frame), certificate.frame) },
    { what: 'draw', holds: frame && again !== null && isSame(again.questions, certificate.questions) },
    { what: 'tally', holds: isSame(counted, tally) },
    { what: 'statement', holds: isSame(statement, certificate.statement) },
  ];
};

/** What of a frame stands in the certificate. */
export const countsOf = (frame: Frame): Certificate['frame'] => ({
  hash: frame.hash,
  open: frame.open.length,
  positive: frame.positive,
  pending: frame.pending,
  unread: frame.unread,
});

/** null where the frame does not even have as many items as the design asks for. */
const drawnAgain = (frame: Frame, { design }: Certificate): Sample | null => {
  try {
    return drawSample(frame, design);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const statedSample = ({ questions, tally, design }: Certificate): Sample => ({
  questions,
  known: [],
  strata: design.sizes.map((_, at) => ({ population: tally.strata[at]?.population ?? 0, items: [] })),
});

const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** As JSON with the fields of each object in the order of their names. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
