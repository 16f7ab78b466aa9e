import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Example, examplesOf } from '../../classifiers/index.js';
import { joinReferences, labelsFromCode, markOf, writtenProvisions } from '../../corpus/index.js';
import type { Label } from '../../model/index.js';
import { openLibrary } from '../../store/index.js';

/** The sets that are judged, each by itself. */
export const SETS = ['development', 'sample', 'written'] as const;
export type SetName = (typeof SETS)[number];

/** Everything that is learned from and judged, in an order that is the same in every process. */
export interface Data {
  readonly examples: readonly Example[];
  /** By row: the set as part of which it is judged; null for what is only learned from. */
  readonly sets: readonly (SetName | null)[];
  /** By row: what it is held against. Of the development set, the labels of its file. */
  readonly gold: readonly (readonly Label[])[];
  /** References without words in the library; they are neither learned from nor judged. */
  readonly unjoined: number;
  /** Development articles whose labels in the repository are others than in the file. */
  readonly relabelled: number;
}

export interface Places {
  /** The library of statute texts. */
  readonly corpus: string;
  /** The folder with labelled/provisions.dev.jsonl. */
  readonly shared: string;
}

/** @throws Error where the library holds none of the references or the development set is not there. */
export const readData = async ({ corpus, shared }: Places): Promise<Data> => {
  const library = await openLibrary(corpus);
  const { provisions, unjoined } = joinReferences(library);
  library.close();
  if (provisions.length === 0) throw new Error(`no labelled article stands in the library ${corpus}`);
  const development = developmentLabels(shared);
  const examples = examplesOf([...writtenProvisions(), ...provisions]);
  const sets = examples.map(({ provision: { source, drawn, text } }): SetName | null => {
    if (source === 'written') return 'written';
    if (drawn === 'development') return development.has(markOf(text)) ? 'development' : null;
    return drawn === 'sample' ? 'sample' : null;
  });
  const gold = examples.map(({ provision: { text, labels } }, row) =>
    sets[row] === 'development' ? development.get(markOf(text))! : labels,
  );
  return {
    examples,
    sets,
    gold,
    unjoined: unjoined.length,
    relabelled: examples.filter(({ provision }, row) => provision.labels.join() !== gold[row]!.join()).length,
  };
};

const developmentLabels = (shared: string): ReadonlyMap<string, readonly Label[]> =>
  new Map(
    readFileSync(join(shared, 'labelled', 'provisions.dev.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { text: string; labels: string[] })
      .map(({ text, labels }) => [markOf(text), labelsFromCode(labels.join(''))]),
  );
