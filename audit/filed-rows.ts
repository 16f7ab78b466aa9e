import {
  type AuditRow,
  type FiledLedger,
  type FiledRow,
  LEDGER_FIELDS,
  type LedgerField,
} from '../model/index.js';

/** A row with whose it is. */
export interface RowOfLedger {
  readonly row: FiledRow;
  readonly named: AuditRow;
  /** 填报单位; '' where the ledger does not say. */
  readonly unit: string;
  /** Columns that its ledger does not have, or in which nobody wrote. */
  readonly empty: ReadonlySet<LedgerField>;
}

/** The rows of a ledger. */
export const rowsOf = (ledger: FiledLedger, source: string): RowOfLedger[] => {
  const empty = new Set(emptyColumns(ledger));
  return ledger.rows.map((row, at) => ({
    row,
    unit: ledger.unit,
    empty,
    named: {
      ledger: source,
      index: at + 1,
      number: row.cells.number.text,
      document: row.cells.document.text,
    },
  }));
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
