import type { DraftRow, FileAnalysis, LedgerForm, ReadDocument, RowDecision } from '../../model/index.js';
import {
  type FormRow,
  type LedgerDocument,
  type LedgerFile,
  type LedgerInput,
  ledgerDocuments,
  ledgerFile,
} from '../../reports/index.js';
import { analysedFiles, documentsOf, lastScan, type ReviewDocument } from '../../store/index.js';
import type { DeskContext } from './context.js';
import { bySource, FIRST_EYES, isReadFile, openFile, type PartOfFile, partsOf } from './file.js';
import { identityOf } from './identity.js';
import { scannedVersion } from './open-document.js';
import { cellsOf, rowOf } from './row.js';
import { rowBy } from './standing.js';

/** What goes out: rows that a person stands for, or also those that nobody has confirmed yet. */
export interface Extent {
  /** true: drafts as well; every page then says so. */
  readonly drafts: boolean;
  /** Date of the form, ISO; left to the pen where absent. */
  readonly date?: string;
  readonly form?: LedgerForm;
}

/** A document as it goes out, with what a person has made of it. */
export interface FiledDocument {
  readonly document: ReviewDocument;
  readonly read: ReadDocument | null;
  /** null where it does not belong in the ledger, or nobody has said so and drafts are not wanted. */
  readonly row: FormRow | null;
  readonly decision: RowDecision | null;
  readonly part: PartOfFile;
}

/**
 * Every document in the order of the folder, with its row. A confirmed row reads as it was confirmed: what has changed
 * beneath it since shows as a conflict on the page and changes no word of it.
 */
export async function* filedDocuments(
  context: DeskContext,
  { drafts }: Extent,
): AsyncGenerator<FiledDocument> {
  const { store, collection } = context;
  const version = await scannedVersion(context);
  for (const documents of bySource(await documentsOf(store, collection))) {
    const parts = await partsOf(store, documents);
    const file = isReadFile(documents) ? await openFile(context, parts, version, FIRST_EYES) : null;
    for (const part of parts) {
      const { document, values } = part;
      const read = file?.analysis.documents[document.part] ?? null;
      const decision = rowBy(values, 'first');
      yield { document, read, decision, part, row: rowFor(context, part, read, decision, drafts) };
    }
  }
}

const NO_REASONS: DraftRow['reasons'] = { nationalBasis: '', localBasis: '', disposal: '' };

const rowFor = (
  { profile }: DeskContext,
  { document, values }: PartOfFile,
  read: ReadDocument | null,
  decision: RowDecision | null,
  drafts: boolean,
): FormRow | null => {
  // What is in conflict is no one's word any more until it is settled.
  const stands = decision !== null && document.state === 'confirmed';
  if (decision && (stands || !drafts))
    return stands && decision.included
      ? { ...decision.cells, reasons: read?.row?.reasons ?? NO_REASONS, confirmed: true }
      : null;
  if (!drafts) return null;
  const own = values.of('first', false);
  const row = rowOf(read, document.name, own, profile);
  const isFilled = read !== null || [...own.keys()].some((subject) => subject.startsWith('cell:'));
  return row && isFilled ? { ...cellsOf(row), reasons: read?.row?.reasons ?? NO_REASONS } : null;
};

/** The ledger as it goes out. Passes read the store anew, so that no report holds the folder in memory. */
export const ledgerInput = (context: DeskContext, extent: Extent): LedgerInput => ({
  form: extent.form ?? context.form,
  profile: context.profile,
  draft: extent.drafts,
  ...(extent.date !== undefined && { date: extent.date }),
  documents: async function* () {
    for await (const filed of filedDocuments(context, extent)) {
      const document = ledgerDocumentOf(context, filed, extent);
      if (document) yield document;
    }
  },
  files: () => ledgerFiles(context),
});

/** Without drafts, only what stands behind confirmed rows is shown. */
const ledgerDocumentOf = (
  { meaningOf }: DeskContext,
  { document, read, row }: FiledDocument,
  { drafts }: Extent,
): LedgerDocument | null => {
  if (!row && !drafts) return null;
  const [made] = read ? ledgerDocuments(outcomeOf(document), analysisOf(read), meaningOf) : [];
  if (!made && !row) return null;
  return {
    name: row?.document ?? document.name,
    source: document.source,
    evidence: made?.evidence ?? [],
    breaches: made?.breaches ?? [],
    row,
    ...(row && { identity: identityOf(document) }),
  };
};

const outcomeOf = ({ source, hash, format }: ReviewDocument) => ({
  source,
  hash,
  bytes: 0,
  format: format as LedgerFile['format'],
  status: 'read' as const,
});

const analysisOf = (document: ReadDocument): FileAnalysis => ({
  notes: [],
  documents: [document],
  ledgers: [],
});

async function* ledgerFiles({ store, collection }: DeskContext): AsyncGenerator<LedgerFile> {
  const last = await lastScan(store, collection);
  if (!last) return;
  for await (const { file, analysis } of analysedFiles(store, last.scan, last.version, 'flagged'))
    yield ledgerFile(file, analysis);
}
