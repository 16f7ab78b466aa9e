import {
  type DraftRow,
  inMarks,
  LABELS,
  type Label,
  type LedgerRow,
  type ReadDocument,
  type UnitProfile,
} from '../model/index.js';

/** The labels of a document: those of any of its units, in the order D B P Q R. */
export const labelsOf = (document: ReadDocument): Label[] =>
  LABELS.filter((label) => document.units.some((unit) => unit.classification.labels.includes(label)));

/** A drafted row with the unit's own columns; 责任单位 is the unit itself where the profile names none. */
export const ledgerRow = (row: DraftRow, profile: UnitProfile): Omit<LedgerRow, 'number'> => ({
  ...row,
  completion: profile.completion,
  responsibleUnit: profile.responsibleUnit || profile.unit,
  responsiblePerson: profile.responsiblePerson,
  phone: profile.phone,
});

/** 《…》（文号） of a document; the file's path where the document gives no title. */
export const documentName = (document: ReadDocument, source: string): string => {
  if (document.row) return document.row.document;
  const { title, documentNumber } = document.regulation.header;
  const number = documentNumber ? `（${documentNumber.value}）` : '';
  return title ? `${inMarks(title.value)}${number}` : `${source}${number}`;
};
