import {
  type DraftRow,
  LABELS,
  type Label,
  type LedgerRow,
  type ReadDocument,
  type UnitProfile,
} from '../model/index.js';

/** The labels of a document: those of any of its units, in the order D B P Q R. */
export const labelsOf = (document: ReadDocument): Label[] =>
  LABELS.filter((label) => document.units.some((unit) => unit.classification.labels.includes(label)));

/** Columns 11 … 14, which only the unit can fill. */
export type UnitColumns = Pick<LedgerRow, 'completion' | 'responsibleUnit' | 'responsiblePerson' | 'phone'>;

/**
 * A row with the unit's own columns: those that the row has, also where they are empty, else those of the profile;
 * 责任单位 is the unit itself where the profile names none.
 */
export const ledgerRow = <Row extends Pick<DraftRow, 'reasons'> & Partial<UnitColumns>>(
  row: Row,
  profile: UnitProfile,
): Row & UnitColumns => ({
  ...row,
  completion: row.completion ?? profile.completion,
  responsibleUnit: row.responsibleUnit ?? (profile.responsibleUnit || profile.unit),
  responsiblePerson: row.responsiblePerson ?? profile.responsiblePerson,
  phone: row.phone ?? profile.phone,
});
