import type { Answer, Disposal } from './assessment.js';
import type { LedgerField, LedgerForm } from './ledger.js';
import type { Span } from './span.js';

/** What a person wrote into one cell of a ledger. */
export interface FiledCell {
  /** As it stands, without blanks at its ends; '' where nothing was written. */
  readonly text: string;
  /** The cell's blocks in Manuscript.text: several where a row goes on over a page or over sheet rows. */
  readonly spans: readonly Span[];
  /**
   * Whether a person has to look what stands there: characters were recognised from pixels and may be misread, or the cell is
   * empty on a page that was recognised.
   */
  readonly doubtful: boolean;
}

/** A document as a row of a filed ledger names it. */
export interface FiledName {
  /** Without 《》; '' where none was written. */
  readonly title: string;
  /** 文号 in its normal form; null where none was written. */
  readonly documentNumber: string | null;
}

/** One row of a filed ledger (已填报的台账). Columns that the form lacks are empty cells. */
export interface FiledRow extends FiledName {
  /** All fourteen columns as they stand. */
  readonly cells: Readonly<Record<LedgerField, FiledCell>>;
  /** Further documents that the second column names; mostly none. */
  readonly also: readonly FiledName[];
  readonly disclosure: Answer;
  readonly blacklist: Answer;
  readonly punishment: Answer;
  readonly nationalBasis: Answer;
  readonly localBasis: Answer;
  /** null where the cell is empty or says none, or several, of the four. */
  readonly disposal: Disposal | null;
  /** From the row's first to its last cell, in Manuscript.text. */
  readonly span: Span;
}

/** A ledger that a unit has filled in, found in a file. */
export interface FiledLedger {
  readonly form: LedgerForm;
  /** 填报单位 as it stands; '' where the file does not say. */
  readonly unit: string;
  /** 填报日期, ISO; null where the file does not say. */
  readonly date: string | null;
  /** Whether it was recognised from pixels, wholly or in part. */
  readonly recognised: boolean;
  /** Whether a table on the next page may go on from it and could not be joined: rows may be there that are not here. */
  readonly incomplete: boolean;
  /** None where the unit has nothing to clean up (经梳理，不涉及). */
  readonly rows: readonly FiledRow[];
  /** From the title line to the notes, in Manuscript.text. */
  readonly span: Span;
}
