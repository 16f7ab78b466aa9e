import { type Chance, chanceFrom } from '../../../audit/index.js';

/** A provision that is no confirmed one, as only a bench can know it. */
export interface OpenItem {
  readonly score: number;
  /** Whether it is one that should have been flagged. */
  readonly missed: boolean;
  /** Flagged, and rightly rejected by a person: it can be drawn, but nobody who goes by the score looks at it once more. */
  readonly rejected: boolean;
}

/** A collection of which the truth is known, after all flagged provisions have been judged rightly. */
export interface Collection {
  readonly name: string;
  readonly open: readonly OpenItem[];
  /** Flagged rightly. */
  readonly confirmed: number;
  /** Other scores of the same kind, for the rules that go by them: 0 … 1, one of them by chance; absent where scores are given. */
  readonly scored?: (chance: Chance, missed: boolean) => number;
}

const missedOf = ({ open }: Collection): number => open.filter(({ missed }) => missed).length;

/** What was found of all that there is, before anything was drawn. */
export const recallOf = (collection: Collection): number =>
  collection.confirmed / (collection.confirmed + missedOf(collection));

/** Of all provisions, the share of those that should be flagged. */
export const prevalenceOf = (collection: Collection): number =>
  (collection.confirmed + missedOf(collection)) / (collection.confirmed + collection.open.length);

const FINE = 2 ** 30;
/** Between 0 and 1. */
export const unit = (chance: Chance): number => (chance(FINE) + 0.5) / FINE;

/** A missed one scores the largest of two numbers by chance, any other is one: better than chance, as a tool's order is. */
const scored = (chance: Chance, missed: boolean): number =>
  missed ? Math.max(unit(chance), unit(chance)) : unit(chance);

/** A collection of so many provisions, with the given shares of such as should be flagged, and of those that were. */
export const generated = (provisions: number, prevalence: number, recall: number): Collection => {
  const positives = Math.round(provisions * prevalence);
  const confirmed = Math.round(positives * recall);
  const chance = chanceFrom(`generated ${provisions} ${prevalence} ${recall}`);
  return {
    name: `generated, ${provisions}`,
    confirmed,
    scored,
    open: Array.from({ length: provisions - confirmed }, (_, at) => {
      const missed = at < positives - confirmed;
      return { score: scored(chance, missed), missed, rejected: false };
    }),
  };
};
