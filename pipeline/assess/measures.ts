import { measureKindsIn, measureLabels, measuresIn, type ProvisionMeasures } from '../../corpus/index.js';
import type { Label } from '../../model/index.js';
import type { CitedUnit } from './cited-unit.js';

/** What a flagged provision does, under each of its labels: every kind of the label that it names, none left out. */
export const measuresOf = (
  { unit }: Pick<CitedUnit, 'unit'>,
  labels: readonly Label[],
): ProvisionMeasures => {
  const found = measuresIn(unit.text);
  const inLead = unit.lead ? measureKindsIn(unit.lead) : [];
  return new Map(
    labels.map((label) => {
      const own = found.filter(({ kind }) => measureLabels(kind).includes(label));
      const kinds = own.map(({ kind }) => kind);
      const lead = kinds.length > 0 ? [] : inLead.filter((kind) => measureLabels(kind).includes(label));
      return [label, [...new Set([...kinds, ...lead])]];
    }),
  );
};
