import { createHash } from 'node:crypto';
import type { ReviewDocument } from '../../store/index.js';

/** What an exported workbook says of the row's document and of what stood in the log when it was written. */
export interface RowIdentity {
  readonly document: number;
  /** The last decision on the document that the workbook knows of. */
  readonly seen: number;
  /** Stands for the file's content: a row of another database, or of a file that has changed, has another one. */
  readonly check: string;
}

const FORM = /^QG-(\d{1,10})-(\d{1,10})-([0-9a-f]{8})$/u;

/** The hidden cell of a row: QG-12-345-0123abcd. */
export const identityOf = (document: Pick<ReviewDocument, 'id' | 'log_seq' | 'hash' | 'part'>): string =>
  `QG-${document.id}-${document.log_seq}-${checkOf(document)}`;

/** null for what is no identity. */
export const readIdentity = (text: string): RowIdentity | null => {
  const found = FORM.exec(text.trim());
  return found ? { document: Number(found[1]), seen: Number(found[2]), check: found[3]! } : null;
};

/** Whether an identity was written for this document as it is now. */
export const isIdentityOf = (
  { document, check }: RowIdentity,
  of: Pick<ReviewDocument, 'id' | 'hash' | 'part'>,
): boolean => document === of.id && check === checkOf(of);

const checkOf = ({ hash, part }: Pick<ReviewDocument, 'hash' | 'part'>): string =>
  createHash('sha256').update(`${hash} ${part}`).digest('hex').slice(0, 8);
