import type { Classification } from '../../model/index.js';
import { classify, classifyDocument } from '../classify.js';
import type { FeatureGroup } from '../features/groups.js';
import type { LearnedModel } from '../learned/model.js';
import { decodeModel, encodeModel } from '../learned/model-file.js';
import { type Example, inputOfExample } from '../training/examples.js';
import { fitModel } from '../training/fit.js';
import { foldsByGroup } from '../training/folds.js';
import { featureTable } from '../training/table.js';

export interface Unseen {
  readonly folds: number;
  readonly seed: number;
  /** Which examples are judged. */
  readonly judged: (example: Example) => boolean;
  /** Which examples are learned from, as far as their fold allows; all by default. */
  readonly learned?: (example: Example) => boolean;
  /**
   * Whether groups of which nothing is learned are judged fold by fold as well: where two ways of learning are compared
   * that know other groups, both then learn from as large a share of the rest.
   */
  readonly evenly?: boolean;
}

/** Rows that are learned from, and the rows that what was learned may judge. */
export interface Split {
  readonly learn: Int32Array;
  readonly judge: readonly number[];
}

/**
 * How every judged example is judged once, by what was learned without its document or statute. Groups of which nothing
 * is learned from are judged by what was learned from all, the others (with `evenly` all) fold by fold.
 */
export const splitsOf = (
  examples: readonly Example[],
  { folds, seed, judged, learned = () => true, evenly = false }: Unseen,
): readonly Split[] => {
  const fold = foldsByGroup(
    examples.map(({ provision }) => provision.group),
    folds,
    seed,
  );
  const learnable = Int32Array.from(examples.keys()).filter((row) => learned(examples[row]!));
  const groups = new Set([...learnable].map((row) => examples[row]!.provision.group));
  const rows = [...examples.keys()].filter((row) => judged(examples[row]!));
  const known = (row: number): boolean => evenly || groups.has(examples[row]!.provision.group);
  const splits = Array.from(
    { length: folds },
    (_, out): Split => ({
      learn: learnable.filter((row) => fold[row] !== out),
      judge: rows.filter((row) => fold[row] === out && known(row)),
    }),
  );
  splits.push({ learn: learnable, judge: rows.filter((row) => !known(row)) });
  return splits.filter(({ judge }) => judge.length > 0);
};

/** Says of some examples of one split, in their order, what a model says of them. */
export type Judge = (examples: readonly Example[], model: LearnedModel) => readonly Classification[];

/** Nothing but the text is looked at. */
export const judgeAlone: Judge = (examples, model) =>
  examples.map((example) => classify(inputOfExample(example, true), model));

/** The headings and the kind of passage are looked at where they are known. */
export const judgeWithPath: Judge = (examples, model) =>
  examples.map((example) => classify(inputOfExample(example), model));

/** The same, and of written documents, which are whole, place and neighbours as well. */
export const judgeInDocument: Judge = (examples, model) => {
  const documents = new Map<string, number[]>();
  for (const [at, { provision }] of examples.entries()) {
    const document = provision.source === 'written' ? provision.group : `${provision.id}\n${at}`;
    documents.set(document, [...(documents.get(document) ?? []), at]);
  }
  const said = new Array<Classification>(examples.length);
  for (const places of documents.values()) {
    const inputs = places.map((at) => inputOfExample(examples[at]!));
    const written = examples[places[0]!]!.provision.source === 'written';
    const answers = written ? classifyDocument(inputs, model) : [classify(inputs[0]!, model)];
    for (const [i, at] of places.entries()) said[at] = answers[i]!;
  }
  return said;
};

/**
 * What models say of examples whose document they have not seen, by the judges' names. Models go through their bytes,
 * so that what is judged is what would be shipped. `onModel` hears of each model when it has been made. Groups of
 * features in `without` are left out.
 */
export const judgeUnseen = <Name extends string>(
  examples: readonly Example[],
  options: Unseen & { readonly without?: ReadonlySet<FeatureGroup> },
  judges: Readonly<Record<Name, Judge>>,
  onModel: (model: LearnedModel, done: number, all: number) => void = () => undefined,
): Readonly<Record<Name, ReadonlyMap<Example, Classification>>> => {
  const names = Object.keys(judges) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, new Map()])) as Record<
    Name,
    Map<Example, Classification>
  >;
  const splits = splitsOf(examples, options);
  const table = featureTable(examples, options.without);
  for (const [done, { learn, judge }] of splits.entries()) {
    const model = decodeModel(encodeModel(fitModel(examples, table, { seed: options.seed, rows: learn })));
    const some = judge.map((row) => examples[row]!);
    for (const name of names) {
      const answers = judges[name](some, model);
      for (const [at, example] of some.entries()) found[name].set(example, answers[at]!);
    }
    onModel(model, done + 1, splits.length);
  }
  return found;
};
