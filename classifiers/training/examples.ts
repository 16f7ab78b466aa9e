import type { LabelledProvision } from '../../corpus/index.js';
import { carriedLabels } from '../by-cues.js';
import { type ClassifierInput, type CueReading, readCues } from '../cue-reading.js';
import { hashOf } from '../features/bag.js';
import type { Surroundings } from '../features/read.js';

/** A text as an encoder sees it. */
export interface SeenText {
  /** Encoder.fingerprint. */
  readonly encoder: string;
  readonly vector: Float32Array;
}

/** A labelled text as the model learns from it. */
export interface Example {
  readonly provision: LabelledProvision;
  readonly reading: CueReading | null;
  readonly surroundings: Surroundings;
  /** The text as a sentence encoder sees it, where one is used: then of every example. */
  readonly seen?: SeenText;
}

/** A labelled text as the classifier is asked about it; alone without what surrounds it. */
export const inputOf = ({ text, path, kind }: LabelledProvision, alone = false): ClassifierInput => ({
  text,
  ...(!alone && path && { path }),
  ...(!alone && kind && { kind }),
});

/** The same with what the encoder sees, of an example that has it. */
export const inputOfExample = ({ provision, seen }: Example, alone = false): ClassifierInput => ({
  ...inputOf(provision, alone),
  ...(seen && { vector: seen.vector }),
});

/**
 * The labelled texts as they are learned from. Half of them are shown without what surrounds them: the model must
 * serve a passage that comes alone, too. Which half depends on nothing but the id. `seen` is what an encoder sees of each,
 * in the same order.
 */
export const examplesOf = (
  provisions: readonly LabelledProvision[],
  seen?: readonly SeenText[],
): readonly Example[] => {
  const readings = provisions.map(({ text, path }) => readCues({ text, ...(path && { path }) }));
  const labelsAt = (group: string, at: number) =>
    provisions[at]?.group === group && provisions[at]?.source === 'written'
      ? carriedLabels(readings[at]!)
      : [];
  return provisions.map((provision, at): Example => {
    const { text, path, kind, place, group, id } = provision;
    const alone = hashOf(0x811c9dc5, id) % 2 === 0;
    const surroundings: Surroundings = alone
      ? {}
      : {
          ...(path && { path }),
          ...(kind && { kind }),
          ...(place !== undefined && { place }),
          neighbours: { before: labelsAt(group, at - 1), after: labelsAt(group, at + 1) },
        };
    return {
      provision,
      reading: alone && path ? readCues({ text }) : readings[at]!,
      surroundings,
      ...(seen && { seen: seen[at]! }),
    };
  });
};
