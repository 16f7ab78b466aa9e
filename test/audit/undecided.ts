import { type AuditedDocument, auditedDocument } from '../../audit/index.js';
import type { FileAnalysis } from '../../model/index.js';

/** The documents of one file of which nobody has decided anything. */
export const auditedDocuments = (source: string, analysis: FileAnalysis): AuditedDocument[] =>
  analysis.documents.map((document) => auditedDocument(source, document));
