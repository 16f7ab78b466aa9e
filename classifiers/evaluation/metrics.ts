import { LABELS, type Label } from '../../model/index.js';

/** One text as it was judged: what a person said, and what a classifier says. */
export interface Judged {
  readonly id: string;
  readonly gold: readonly Label[];
  readonly labels: readonly Label[];
  readonly scores: Readonly<Record<Label, number>>;
}

/** Shares in 0 … 1; null where nothing was there to be right or wrong about. */
export interface LabelFigures {
  readonly label: Label;
  /** Texts that carry it. */
  readonly support: number;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  /** Precision of the highest scores at the first place where this recall is reached; ties are taken whole. */
  readonly precisionAt: Readonly<Record<'0.90' | '0.95' | '0.99', number | null>>;
}

export interface Figures {
  readonly texts: number;
  readonly labels: readonly LabelFigures[];
  /** Over the labels of the ledger and R, not Q: a hint is not held against them. */
  readonly microPrecision: number | null;
  readonly microRecall: number | null;
  readonly microF1: number | null;
  readonly macroF1: number | null;
}

const LEVELS = ['0.90', '0.95', '0.99'] as const;

/** Precision, recall, F1 by label, and precision at fixed recalls by score. */
export const figuresOf = (judged: readonly Judged[]): Figures => {
  const labels = LABELS.map((label) => labelFigures(judged, label));
  const counted = labels.filter(({ label }) => label !== 'Q');
  const sum = (name: 'right' | 'wrong' | 'missed'): number =>
    counted.reduce((total, figures) => total + figures[name], 0);
  const [right, wrong, missed] = [sum('right'), sum('wrong'), sum('missed')];
  const f1s = counted.map(({ f1 }) => f1).filter((f1) => f1 !== null);
  return {
    texts: judged.length,
    labels,
    microPrecision: share(right, right + wrong),
    microRecall: share(right, right + missed),
    microF1: f1Of(right, wrong, missed),
    macroF1: f1s.length > 0 ? f1s.reduce((total, f1) => total + f1, 0) / f1s.length : null,
  };
};

const labelFigures = (judged: readonly Judged[], label: Label): LabelFigures => {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { gold, labels } of judged) {
    const is = gold.includes(label);
    const said = labels.includes(label);
    if (is && said) right++;
    else if (said) wrong++;
    else if (is) missed++;
  }
  const support = right + missed;
  const ranked = judged
    .map(({ gold, scores }) => ({ score: scores[label], is: gold.includes(label) }))
    .sort((a, b) => b.score - a.score);
  const at = (recall: number): number | null => {
    let hit = 0;
    for (const [place, { score, is }] of ranked.entries()) {
      if (is) hit++;
      if (ranked[place + 1]?.score === score) continue;
      if (hit / support >= recall) return hit / (place + 1);
    }
    return null;
  };
  return {
    label,
    support,
    right,
    wrong,
    missed,
    precision: share(right, right + wrong),
    recall: share(right, support),
    f1: f1Of(right, wrong, missed),
    precisionAt: Object.fromEntries(
      LEVELS.map((level) => [level, support > 0 ? at(Number(level)) : null]),
    ) as LabelFigures['precisionAt'],
  };
};

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

const f1Of = (right: number, wrong: number, missed: number): number | null =>
  right + wrong + missed > 0 ? (2 * right) / (2 * right + wrong + missed) : null;
