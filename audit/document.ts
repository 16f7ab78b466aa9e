import {
  type Breach,
  type Citation,
  type DisposalProposal,
  type DraftRow,
  documentName,
  type Header,
  hasLedgerLabel,
  type ReadDocument,
  type ReadUnit,
} from '../model/index.js';
import type { NameableDocument } from './candidates.js';

/** The cells that a filed row is held against. */
export type StandingRow = Omit<DraftRow, 'reasons'>;

/** What the audit keeps of a document that was read. */
export interface AuditedDocument extends NameableDocument {
  /** 《…》（文号）; the file's path where the document gives no title. */
  readonly name: string;
  readonly source: string;
  readonly header: Header;
  /** Its place among the documents of its file, from 0. */
  readonly index: number;
  /** Index of the document that issues or forwards this one among those of the same file; undefined where none does. */
  readonly parent: number | undefined;
  /** null where it touches none of the three columns, or a person has said that it does not belong in the ledger. */
  readonly row: StandingRow | null;
  /** Whether a person stands for `row`; the tool alone else. */
  readonly confirmed: boolean;
  /** Its provisions with a ledger label. */
  readonly flagged: readonly ReadUnit[];
  readonly breaches: readonly Breach[];
  readonly proposal: DisposalProposal | null;
  /** What it puts out of force. */
  readonly repeals: readonly Citation[];
}

/** What persons have made of a document's row: the cells that they confirmed, or null where it does not belong in the ledger. */
export type DecidedRow = Readonly<Record<keyof StandingRow, string>> | null;

/**
 * One document of a file as the audit looks at it.
 *
 * @param read with all its units: those without a label may repeal something.
 * @param decided absent where nobody has confirmed the row.
 */
export const auditedDocument = (
  source: string,
  read: ReadDocument,
  decided?: DecidedRow,
): AuditedDocument => {
  const { regulation, units, proposal, row, breaches } = read;
  const { title, documentNumber, issuers, issuedOn, publishedOn } = regulation.header;
  return {
    title: title?.value ?? '',
    documentNumber: documentNumber?.value ?? null,
    issuers,
    dates: [issuedOn, publishedOn].flatMap((date) => date?.value ?? []),
    name: documentName(read, source),
    source,
    header: regulation.header,
    index: regulation.index,
    parent: regulation.parent,
    row: decided === undefined ? row : decided && standing(decided),
    confirmed: decided !== undefined,
    flagged: units.filter(({ classification }) => hasLedgerLabel(classification.labels)),
    breaches: breaches ?? [],
    proposal: decided ? confirmedProposal(decided.disposal) : proposal,
    repeals: units.flatMap(({ citations }) => citations.filter(({ role }) => role === 'repealed')),
  };
};

const NO_HEADER: Header = {
  title: null,
  documentNumber: null,
  issuer: null,
  issuers: [],
  issuedOn: null,
  publishedOn: null,
  effectiveOn: null,
  level: { value: 'other', from: 'derived' },
  territory: null,
};

/** A document of a file that could not be read, which a person has entered in the ledger. */
export const enteredDocument = (
  source: string,
  name: string,
  decided: NonNullable<DecidedRow>,
): AuditedDocument => ({
  title: /《(.+)》/su.exec(name)?.[1] ?? name,
  documentNumber: null,
  issuers: [],
  dates: [],
  name,
  source,
  header: NO_HEADER,
  index: 0,
  parent: undefined,
  row: standing(decided),
  confirmed: true,
  flagged: [],
  breaches: [],
  proposal: confirmedProposal(decided.disposal),
  repeals: [],
});

/** A person may write anything into a cell: what is neither 是 nor 否 says nothing for sure. */
const standing = (cells: NonNullable<DecidedRow>): StandingRow => {
  const yes = (cell: string): '是' | '否' => (cell.trim() === '是' ? '是' : '否');
  const answer = (cell: string): DraftRow['nationalBasis'] => {
    const plain = cell.trim();
    return plain === '是' || plain === '否' ? plain : '待核实';
  };
  return {
    document: cells.document,
    summary: cells.summary,
    disposal: disposalIn(cells.disposal),
    disclosure: yes(cells.disclosure),
    blacklist: yes(cells.blacklist),
    punishment: yes(cells.punishment),
    nationalBasis: answer(cells.nationalBasis),
    localBasis: answer(cells.localBasis),
    basisContent: cells.basisContent,
  };
};

const disposalIn = (cell: string): DraftRow['disposal'] =>
  (['保留', '修订', '废止'] as const).find((each) => each === cell.trim()) ?? '';

const confirmedProposal = (disposal: string): DisposalProposal | null => {
  const known = disposalIn(disposal);
  return known ? { disposal: known, reason: `复核人员已确认“${known}”` } : null;
};
