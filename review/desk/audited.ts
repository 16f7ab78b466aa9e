import { type AuditedDocument, auditedDocument, enteredDocument } from '../../audit/index.js';
import type { DeskContext } from './context.js';
import { filedDocuments } from './ledger.js';

/** The documents of the last scan as persons have left them, and how many files nobody has read yet. */
export interface AuditedCollection {
  readonly documents: readonly AuditedDocument[];
  readonly unread: number;
}

/**
 * What filed ledgers are held against: every document of the last scan with the labels, cells and corrections of the first
 * reviewer. A confirmed row counts as it was confirmed, the tool's draft where nobody has confirmed one.
 */
export const auditedCollection = async (context: DeskContext): Promise<AuditedCollection> => {
  const documents: AuditedDocument[] = [];
  const unread = new Set<string>();
  for await (const { document, read, row, decision } of filedDocuments(context, { drafts: true })) {
    if (document.state === 'unread') unread.add(document.source);
    const { source } = document;
    const isDecided = decision !== null && document.state === 'confirmed';
    if (read) documents.push(auditedDocument(source, read, isDecided ? row : undefined));
    else if (isDecided && row) documents.push(enteredDocument(source, row.document, row));
  }
  return { documents, unread: unread.size };
};
