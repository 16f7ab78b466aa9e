import { measureKindsIn, measureLabels, measuresIn, type ProvisionMeasures } from '../../corpus/index.js';
import type { Label } from '../../model/index.js';
import type { CitedUnit } from './cited-unit.js';

/** How far from the words that carry a label its measure may be named, in characters. */
const NEAR = 40;

/** What a flagged provision does, under each of its labels: the kinds named at the words that carry the label. */
export const measuresOf = (
  { unit, classification }: CitedUnit,
  labels: readonly Label[],
): ProvisionMeasures => {
  const found = measuresIn(unit.text);
  const inLead = unit.lead ? measureKindsIn(unit.lead) : [];
  return new Map(
    labels.map((label) => {
      const own = found.filter(({ kind }) => measureLabels(kind).includes(label));
      const words = classification.evidence.filter((evidence) => evidence.label === label);
      const near = own.filter(({ start, end }) =>
        words.some((word) => start < word.end + NEAR && word.start - NEAR < end),
      );
      const kinds = (near.length > 0 ? near : own).map(({ kind }) => kind);
      const lead = kinds.length > 0 ? [] : inLead.filter((kind) => measureLabels(kind).includes(label));
      return [label, [...new Set([...kinds, ...lead])]];
    }),
  );
};
