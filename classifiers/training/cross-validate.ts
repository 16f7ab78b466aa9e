import type { Classification } from '../../model/index.js';
import { classify } from '../classify.js';
import type { FeatureGroup } from '../features/groups.js';
import { decodeModel, encodeModel } from '../learned/model-file.js';
import type { Example } from './examples.js';
import { fitModel } from './fit.js';
import { foldsByGroup } from './folds.js';
import { featureTable } from './table.js';

export interface CrossValidation {
  readonly folds: number;
  readonly seed: number;
  /** Which examples are judged; the others are only learned from. */
  readonly judged: (example: Example) => boolean;
  /** Which examples are learned from; all by default. */
  readonly learned?: (example: Example) => boolean;
  readonly without?: ReadonlySet<FeatureGroup>;
  /** Whether a text is judged with its surroundings or alone. */
  readonly alone: boolean;
}

/**
 * What models say of examples whose document they have not seen: each is judged once. Models go through their bytes, so
 * that what is judged is what would be shipped.
 */
export const crossValidate = (
  examples: readonly Example[],
  { folds, seed, judged, learned = () => true, without, alone }: CrossValidation,
): ReadonlyMap<Example, Classification> => {
  const table = featureTable(examples, without);
  const fold = foldsByGroup(
    examples.map(({ provision }) => provision.group),
    folds,
    seed,
  );
  const found = new Map<Example, Classification>();
  for (let out = 0; out < folds; out++) {
    const rows = Int32Array.from(examples.keys()).filter(
      (row) => fold[row] !== out && learned(examples[row]!),
    );
    const model = decodeModel(encodeModel(fitModel(examples, table, { seed, rows })));
    for (const [row, example] of examples.entries()) {
      if (fold[row] !== out || !judged(example)) continue;
      const { text, path, kind } = example.provision;
      found.set(
        example,
        classify(
          {
            text,
            ...(!alone && path && { path }),
            ...(!alone && kind && { kind }),
            ...(example.seen && { vector: example.seen.vector }),
          },
          model,
        ),
      );
    }
  }
  return found;
};
