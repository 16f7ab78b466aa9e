import {
  type Breach,
  type Citation,
  type DisposalProposal,
  type DraftRow,
  documentName,
  type FileAnalysis,
  hasLedgerLabel,
  type LegalLevel,
  type ReadUnit,
} from '../model/index.js';
import type { NameableDocument } from './candidates.js';

/** What the audit keeps of a document that was read. */
export interface AuditedDocument extends NameableDocument {
  /** 《…》（文号）; the file's path where the document gives no title. */
  readonly name: string;
  readonly source: string;
  readonly level: LegalLevel;
  /** Its place among the documents of its file, from 0. */
  readonly index: number;
  /** Index of the document that issues or forwards this one among those of the same file; undefined where none does. */
  readonly parent: number | undefined;
  /** null where it touches none of the three columns. */
  readonly row: DraftRow | null;
  /** Its provisions with a ledger label. */
  readonly flagged: readonly ReadUnit[];
  readonly breaches: readonly Breach[];
  readonly proposal: DisposalProposal | null;
  /** What it puts out of force. */
  readonly repeals: readonly Citation[];
}

/**
 * The documents of one file.
 *
 * @param analysis with all its units: those without a label may repeal something.
 */
export const auditedDocuments = (source: string, analysis: FileAnalysis): AuditedDocument[] =>
  analysis.documents.map((document) => {
    const { regulation, units, proposal, row, breaches } = document;
    const { title, documentNumber, issuers, issuedOn, publishedOn } = regulation.header;
    return {
      title: title?.value ?? '',
      documentNumber: documentNumber?.value ?? null,
      issuers,
      dates: [issuedOn, publishedOn].flatMap((date) => date?.value ?? []),
      name: documentName(document, source),
      source,
      level: regulation.header.level.value,
      index: regulation.index,
      parent: regulation.parent,
      row,
      flagged: units.filter(({ classification }) => hasLedgerLabel(classification.labels)),
      breaches: breaches ?? [],
      proposal,
      repeals: units.flatMap(({ citations }) => citations.filter(({ role }) => role === 'repealed')),
    };
  });
