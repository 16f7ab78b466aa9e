import {
  type AuditRow,
  type FiledLedger,
  type FiledRow,
  LEDGER_FIELDS,
  type LedgerField,
} from '../model/index.js';
import { joinedRows } from './joined.js';
import { likeness, titleForm } from './titles.js';

/** A row with whose it is; one that names several documents is as many of these, which share `named`. */
export interface RowOfLedger {
  readonly row: FiledRow;
  readonly named: AuditRow;
  /** 填报单位; '' where the ledger does not say. */
  readonly unit: string;
  /** Columns that its ledger does not have, or in which nobody wrote. */
  readonly empty: ReadonlySet<LedgerField>;
}

/** The rows of a ledger, a document each. */
export const rowsOf = (ledger: FiledLedger, source: string): RowOfLedger[] => {
  const empty = new Set(emptyColumns(ledger));
  return joinedRows(ledger.rows).flatMap(({ row, index }) => {
    const named: AuditRow = {
      ledger: source,
      index,
      number: row.cells.number.text,
      document: row.cells.document.text,
    };
    return [row, ...row.also].map(({ title, documentNumber }) => ({
      row: { ...row, title, documentNumber },
      unit: ledger.unit,
      empty,
      named,
    }));
  });
};

/** Titles that were misread may be no more alike than this. */
const MISREAD = 0.4;

/** Whether a name that was recognised from pixels, and is not sure, may be that of a document. */
export const mayBe = ({ row }: RowOfLedger, title: string): boolean =>
  row.cells.document.doubtful && likeness(titleForm(row.title), titleForm(title)) >= MISREAD;

/**
 * Whether rows of a ledger may not have been seen: it may go on where it could not be read, or fewer rows stand between two
 * numbers of a recognised one than there should.
 */
export const hasLostRows = ({ recognised, incomplete, rows }: FiledLedger): boolean => {
  if (incomplete) return true;
  if (!recognised) return false;
  if (rows.some((row) => row.title === '')) return true;
  const numbered = rows.flatMap(({ cells }, at) =>
    /^\d{1,4}$/u.test(cells.number.text) ? { at, number: Number(cells.number.text) } : [],
  );
  return numbered.some(({ at, number }, index) => {
    const before = numbered[index - 1] ?? { at: -1, number: 0 };
    return number - before.number > at - before.at;
  });
};

/** A form without the column can not be told from one in which nobody wrote there: neither is an answer. */
export const emptyColumns = ({ rows }: FiledLedger): LedgerField[] =>
  rows.length === 0
    ? []
    : LEDGER_FIELDS.filter((field) => rows.every(({ cells }) => cells[field].text === ''));

/** The files' names; of a file with several ledgers, such as one a sheet, each with its place in it. */
export const ledgerNames = (sources: readonly string[]): string[] =>
  sources.map((source, at) => {
    if (sources.indexOf(source) === sources.lastIndexOf(source)) return source;
    const place = sources.slice(0, at + 1).filter((each) => each === source).length;
    return `${source}（第${place}份台账）`;
  });
