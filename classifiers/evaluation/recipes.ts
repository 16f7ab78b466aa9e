import type { LabelledProvision } from '../../corpus/index.js';
import { type Classification, LABELS, type Label } from '../../model/index.js';
import { type Example, examplesOf, type SeenText } from '../training/examples.js';
import { judgeUnseen, judgeWithPath } from './unseen.js';

/** What one recipe reaches on one label. Shares in 0 … 1; null where nothing was there to be right or wrong about. */
export interface Reached {
  /** Mean precision over the ranks of those that carry the label: how well scores order the texts, without a threshold. */
  readonly averagePrecision: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly wrong: number;
  readonly missed: number;
}

/** A label under both recipes. */
export interface LabelBothWays {
  readonly label: Label;
  /** Texts that carry it. */
  readonly support: number;
  readonly before: Reached;
  readonly after: Reached;
}

/** One set of texts under both recipes. */
export interface SetBothWays {
  readonly texts: number;
  readonly labels: readonly LabelBothWays[];
}

/** Two recipes on the same texts: those of the corpus, and those that the user has judged. */
export interface BothWays {
  readonly corpus: SetBothWays;
  readonly decisions: SetBothWays;
}

export interface HowToCompare {
  readonly folds: number;
  readonly seed: number;
  /** What an encoder sees of every text of both, by text, where the recipe after learns with one. */
  readonly seen?: ReadonlyMap<string, SeenText>;
  /** Whether the recipe before learns with it as well. */
  readonly seenBefore?: boolean;
}

/**
 * Learns twice in the same way, from the texts of `before` and from those of `after`, and judges with both each text of
 * `after` whose document was in another fold. Texts that were chosen for their score are learned from and not judged.
 * A text that is in both with other labels is right as `after` has it; both must give it the same group.
 */
export const compareRecipes = (
  before: readonly LabelledProvision[],
  after: readonly LabelledProvision[],
  { folds, seed, seen, seenBefore = false }: HowToCompare,
): BothWays => {
  const inBefore = new Set(before.map(keyOf));
  const inAfter = new Set(after.map(keyOf));
  // One list for both, so that the same documents are in the same folds.
  const provisions = [...after, ...before.filter((each) => !inAfter.has(keyOf(each)))];
  const vectors = seen && provisions.map(({ text }) => seen.get(text)!);
  const isNow = ({ provision }: Example): boolean => inAfter.has(keyOf(provision));
  const judged = (example: Example): boolean => isNow(example) && example.provision.drawn !== 'chosen';
  const how = { folds, seed, judged, evenly: true };
  const judges = { said: judgeWithPath };
  const examples = examplesOf(provisions, vectors);
  const { said: now } = judgeUnseen(examples, { ...how, learned: isNow }, judges);
  const old = vectors && !seenBefore ? examplesOf(provisions) : examples;
  const { said: then } = judgeUnseen(
    old,
    { ...how, learned: ({ provision }) => inBefore.has(keyOf(provision)) },
    judges,
  );
  const texts = examples.flatMap((example, at): JudgedBothWays[] =>
    judged(example)
      ? [{ provision: example.provision, before: then.get(old[at]!)!, after: now.get(example)! }]
      : [],
  );
  const isDecision = ({ provision }: JudgedBothWays): boolean => provision.source === 'decision';
  return {
    corpus: setOf(texts.filter((text) => !isDecision(text))),
    decisions: setOf(texts.filter(isDecision)),
  };
};

/** A text, and what both recipes say of it. */
interface JudgedBothWays {
  readonly provision: LabelledProvision;
  readonly before: Classification;
  readonly after: Classification;
}

const setOf = (texts: readonly JudgedBothWays[]): SetBothWays => ({
  texts: texts.length,
  labels: LABELS.map((label) => ({
    label,
    support: texts.filter((text) => carries(text, label)).length,
    before: reached(texts, 'before', label),
    after: reached(texts, 'after', label),
  })),
});

const keyOf = ({ id, labels }: LabelledProvision): string => `${labels.join('')} ${id}`;

const carries = ({ provision }: JudgedBothWays, label: Label): boolean => provision.labels.includes(label);

const reached = (texts: readonly JudgedBothWays[], when: 'before' | 'after', label: Label): Reached => {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const text of texts) {
    const given = text[when].labels.includes(label);
    if (!carries(text, label)) wrong += given ? 1 : 0;
    else if (given) right++;
    else missed++;
  }
  return {
    averagePrecision: averagePrecision(
      texts.map((text) => ({ score: text[when].scores[label], is: carries(text, label) })),
    ),
    precision: right + wrong > 0 ? right / (right + wrong) : null,
    recall: right + missed > 0 ? right / (right + missed) : null,
    wrong,
    missed,
  };
};

/** Ties are taken whole: their order says nothing. */
const averagePrecision = (
  texts: readonly { readonly score: number; readonly is: boolean }[],
): number | null => {
  const ranked = [...texts].sort((a, b) => b.score - a.score);
  const support = ranked.filter(({ is }) => is).length;
  if (support === 0) return null;
  let sum = 0;
  let hits = 0;
  let tied = 0;
  for (const [place, { score, is }] of ranked.entries()) {
    if (is) tied++;
    if (ranked[place + 1]?.score === score) continue;
    hits += tied;
    sum += tied * (hits / (place + 1));
    tied = 0;
  }
  return sum / support;
};
