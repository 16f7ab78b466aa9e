import { type Figures, figuresOf, type Judged } from './metrics.js';

export interface GroupFigures {
  readonly name: string;
  readonly texts: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** Figures of fewer texts say more about chance than about the group. */
const FEWEST = 10;

/** Micro figures over D, B, P, R of each group with ten texts and more, the largest first; '' is no group. */
export const figuresByGroup = <Text extends Judged>(
  judged: readonly Text[],
  groupOf: (text: Text) => string,
): readonly GroupFigures[] => {
  const groups = new Map<string, Text[]>();
  for (const text of judged) {
    const name = groupOf(text);
    const group = groups.get(name);
    if (group) group.push(text);
    else groups.set(name, [text]);
  }
  return [...groups]
    .filter(([name, texts]) => name !== '' && texts.length >= FEWEST)
    .map(([name, texts]) => groupFigures(name, figuresOf(texts)))
    .sort((a, b) => b.texts - a.texts || (a.name < b.name ? -1 : 1));
};

const groupFigures = (name: string, { texts, microPrecision, microRecall, microF1 }: Figures) => ({
  name,
  texts,
  precision: microPrecision,
  recall: microRecall,
  f1: microF1,
});
