import { type Breach, type BreachPlace, hasLedgerLabel, type ReadUnit } from '../../model/index.js';
import type { PlanSource } from './model.js';

/** What is said of one provision: the rules that it breaks, and its basis where that is in question. */
export interface PlanProvision {
  readonly place: string;
  /** In Manuscript.text: the order of the items. */
  readonly start: number;
  /** null where a breach stands outside of what is classified, such as a signature. */
  readonly unit: ReadUnit | null;
  readonly breaches: readonly Breach[];
  /** The unit needs a ground, and neither answer is yes. */
  readonly ground: 'none' | 'unknown' | null;
}

/**
 * The provisions of which there is something to say, in reading order. Notes (提示) are not among it: of those the tool can
 * not tell. `withUnknown`: also provisions of which it is not known whether they have a ground.
 */
export const planProvisions = (
  { document, isPurpose }: Pick<PlanSource, 'document' | 'isPurpose'>,
  withUnknown: boolean,
): PlanProvision[] => {
  const { units, breaches } = document;
  // The rules do not speak to a document of this level.
  if (breaches === null) return [];
  const broken = new Map<ReadUnit | string, Breach[]>();
  const outside = new Map<string, BreachPlace>();
  for (const breach of breaches) {
    if (breach.suppression || breach.severity === 'note') continue;
    for (const at of [breach, ...(breach.also ?? [])]) {
      const unit = units.find(
        ({ unit: { span } }) => span.start <= at.span.start && at.span.start < span.end,
      );
      const key = unit ?? (at.place || at.sourcePlace);
      if (typeof key === 'string') outside.set(key, at);
      const list = broken.get(key) ?? [];
      // Two words of one provision may break the same rule in the same way.
      if (!list.some(({ rule, message }) => rule === breach.rule && message === breach.message))
        list.push(breach);
      broken.set(key, list);
    }
  }
  // A 地方性法规 is a ground itself and need not cite one: 国办发〔2020〕49号（一）（七）（九）.
  const isGround = document.regulation.header.level.value === 'local-regulation';
  const ofUnits = units.map((unit): PlanProvision => {
    const missing = hasLedgerLabel(unit.classification.labels) && !isPurpose(unit) ? groundOf(unit) : null;
    const ground = missing && isGround ? 'unknown' : missing;
    return {
      place: unit.unit.label || unit.place || unit.sourcePlace,
      start: unit.unit.span.start,
      unit,
      breaches: broken.get(unit) ?? [],
      ground: ground === 'unknown' && !withUnknown ? null : ground,
    };
  });
  const others = [...outside].map(
    ([place, { span }]): PlanProvision => ({
      place,
      start: span.start,
      unit: null,
      breaches: broken.get(place)!,
      ground: null,
    }),
  );
  return [
    ...ofUnits.filter(({ breaches, ground }) => breaches.length > 0 || ground !== null),
    ...others,
  ].sort((a, b) => a.start - b.start);
};

const groundOf = ({ assessment }: ReadUnit): 'none' | 'unknown' | null => {
  const answers = assessment ? [assessment.national.answer, assessment.local.answer] : ['unknown'];
  if (answers.includes('yes')) return null;
  return answers.includes('unknown') ? 'unknown' : 'none';
};
