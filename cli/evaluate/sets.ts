import { basename } from 'node:path';
import { type LabelledProvision, writtenProvisions } from '../../corpus/index.js';
import { UsageError } from '../../model/index.js';
import type { CorpusOptions } from '../corpus/location.js';
import { readCorpus } from '../learn/data.js';
import { readLabelledFiles } from './labelled-file.js';

/** The sets that come with the program. */
export const BUILT_IN = ['written', 'references'] as const;
export type BuiltIn = (typeof BUILT_IN)[number];

const NAMES: Readonly<Record<BuiltIn, string>> = { written: '自写条款', references: '法规条文' };

/** What is to be judged. */
export interface EvaluatedSet {
  readonly name: string;
  readonly texts: readonly LabelledProvision[];
}

/** References with the words of the user's library; null where it holds none. */
export interface References {
  readonly provisions: readonly LabelledProvision[];
  readonly unjoined: number;
}

/** The labelled texts that can be judged and learned from; read when they are asked for. */
export interface AtHand {
  readonly written: () => readonly LabelledProvision[];
  readonly references: () => Promise<References | null>;
}

/** What comes with the program, and the references whose words the user's library has. */
export const atHandWith = (options: CorpusOptions): AtHand => {
  let references: Promise<References | null> | undefined;
  return {
    written: writtenProvisions,
    references: () => {
      references ??= referencesOf(options);
      return references;
    },
  };
};

/** @throws UsageError where the library can not be opened. */
const referencesOf = async (options: CorpusOptions): Promise<References | null> => {
  const { references, unjoined } = await readCorpus(options);
  return references.length > 0 ? { provisions: references, unjoined: unjoined.length } : null;
};

/**
 * The texts of the files; without files those of the built-in sets that are named, or of all that are at hand.
 *
 * @throws UsageError where a file is bad, or the references are asked for and not at hand.
 */
export const evaluatedSet = async (
  files: readonly string[],
  sets: readonly BuiltIn[],
  atHand: AtHand,
): Promise<EvaluatedSet> => {
  if (files.length > 0)
    return {
      name: files.map((file) => basename(file)).join('、'),
      texts: await readLabelledFiles(files),
    };
  const known = sets.length === 0 || sets.includes('references') ? await atHand.references() : null;
  if (!known && sets.includes('references'))
    throw new UsageError(
      '法规条文只有标注，没有原文：法规库中没有这些法规',
      '请先导入法规文本：qinggui corpus import 法规文件夹；或用 --corpus 写出法规库文件；只评测自写条款用 --set written',
    );
  const wanted = BUILT_IN.filter((set) =>
    sets.length > 0 ? sets.includes(set) : set === 'written' || known !== null,
  );
  return {
    name: wanted.map((set) => NAMES[set]).join('、'),
    texts: wanted.flatMap((set) =>
      set === 'written' ? atHand.written() : (known?.provisions.filter(isSample) ?? []),
    ),
  };
};

/** Articles that were chosen for a model's score are learned from and never judged: they are no sample of anything. */
const isSample = ({ drawn }: LabelledProvision): boolean => drawn === 'development' || drawn === 'sample';
