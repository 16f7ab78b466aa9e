import type { ReviewDocument } from '../../store/index.js';

/** What an exported workbook says of the row's document and of what stood in the log when it was written. */
export interface RowIdentity {
  readonly document: number;
  /** The last decision on the document that the workbook knows of. */
  readonly seen: number;
}

const FORM = /^QG-(\d{1,10})-(\d{1,10})$/u;

/** The hidden cell of a row: QG-12-345. */
export const identityOf = ({ id, log_seq }: Pick<ReviewDocument, 'id' | 'log_seq'>): string =>
  `QG-${id}-${log_seq}`;

/** null for what is no identity. */
export const readIdentity = (text: string): RowIdentity | null => {
  const found = FORM.exec(text.trim());
  return found ? { document: Number(found[1]), seen: Number(found[2]) } : null;
};
