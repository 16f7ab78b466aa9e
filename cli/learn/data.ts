import {
  joinReferences,
  type LabelledProvision,
  markOf,
  type UnjoinedReference,
  writtenProvisions,
} from '../../corpus/index.js';
import { LABELS, type Label } from '../../model/index.js';
import { type JudgedText, openLibrary } from '../../store/index.js';
import { type CorpusOptions, libraryPath } from '../corpus/location.js';

/** What everyone learns from. */
export interface Corpus {
  readonly written: readonly LabelledProvision[];
  /** Labels by reference, with the words of the user's library. */
  readonly references: readonly LabelledProvision[];
  readonly unjoined: readonly UnjoinedReference[];
}

/** The corpus, with as many references as the user's library has words for. */
export const readCorpus = async (options: CorpusOptions): Promise<Corpus> => {
  const library = await openLibrary(libraryPath(options));
  try {
    library.probe();
    const { provisions, unjoined } = joinReferences(library);
    return { written: writtenProvisions(), references: provisions, unjoined };
  } finally {
    library.close();
  }
};

/** The corpus together with what users have judged. */
export interface LearningData {
  /** Texts that were judged. */
  readonly judged: number;
  /** Texts of the corpus that were judged by the user: what the user says of them counts. */
  readonly replaced: number;
  /** What is learned from: the corpus, with or without its references, and judged texts. */
  recipe(judged: readonly JudgedText[], references?: boolean): readonly LabelledProvision[];
}

/** @param judged as it counts now: it says in which group each text is, whatever recipe it is in. */
export const learningData = (
  { written, references }: Corpus,
  judged: readonly JudgedText[],
): LearningData => {
  const marks = new Map([...written, ...references].map((each) => [each, markOf(each.text)]));
  const known = new Map([...marks].map(([{ labels }, mark]) => [mark, labels]));
  const groups = new Map(judged.map((each) => [each.mark, groupOf(each)]));
  let replaced = 0;
  // Cross-validation must not part a text of the corpus from the same text as the user has judged it.
  for (const [{ group }, mark] of marks)
    if (groups.has(mark)) {
      groups.set(mark, group);
      replaced++;
    }
  return {
    judged: judged.length,
    replaced,
    recipe: (texts, withReferences = true) => {
      const own = new Set(texts.map(({ mark }) => mark));
      return [
        ...[...written, ...(withReferences ? references : [])].filter((each) => !own.has(marks.get(each)!)),
        ...texts.map((each) =>
          provisionOf(each, groups.get(each.mark) ?? groupOf(each), known.get(each.mark) ?? []),
        ),
      ];
    },
  };
};

/** Texts of one file, else of one title, are never parted; a text of which neither is known stands alone. */
const groupOf = ({ source, path, mark }: JudgedText): string => `decision ${source ?? path?.[0] ?? mark}`;

/** What the user said counts; of a text of the corpus, what the corpus says of the labels that the user did not mention. */
const provisionOf = (
  { mark, text, confirmed, rejected, path, kind, place }: JudgedText,
  group: string,
  known: readonly Label[],
): LabelledProvision => ({
  id: `decision ${mark}`,
  group,
  text,
  labels: LABELS.filter(
    (label) => confirmed.includes(label) || (known.includes(label) && !rejected.includes(label)),
  ),
  hard: false,
  source: 'decision',
  ...(path && { path }),
  ...(kind !== null && { kind }),
  ...(place !== null && { place }),
});
