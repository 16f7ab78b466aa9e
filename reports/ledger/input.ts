import type {
  BasisAnswer,
  Breach,
  DraftRow,
  FileOutcome,
  Label,
  LedgerField,
  LedgerForm,
  ReadingNote,
  UnitProfile,
} from '../../model/index.js';
import type { UnitColumns } from '../documents.js';

/**
 * Starts one pass over the items. Called more than once, since each sheet is written in its own pass and
 * nothing is kept in memory between them; every pass must give the same items in the same order.
 */
export type Pass<T> = () => Iterable<T> | AsyncIterable<T>;

/** One line of the evidence sheet: all the words that carried one label in one provision. */
export interface LedgerEvidence {
  readonly label: Label;
  /** The narrowest path: 第十二条第二款. */
  readonly provision: string;
  /** In the source file, in words: 第3页第12段. */
  readonly place: string;
  /** The words in their context, themselves marked 【】. */
  readonly quotation: string;
  /** What the words mean, in Chinese, one entry a cue; the cue's id where no words are known. */
  readonly meanings: readonly string[];
  /** As they stand: 《…》（文号）第三条. */
  readonly citations: readonly string[];
  /** How each citation was checked, step by step, in Chinese. */
  readonly checks: readonly string[];
  /** Articles that may be a basis where none was found, in Chinese. */
  readonly suggestions: readonly string[];
  /** null for provisions that touch none of the three columns. */
  readonly national: BasisAnswer | null;
  readonly local: BasisAnswer | null;
}

/**
 * A row as it goes into the form: as drafted, or as a person has left it, in whose words any cell may read. The last four
 * columns are the row's own where it has them, else the profile's.
 */
export interface FormRow
  extends Readonly<Record<Exclude<LedgerField, 'number' | keyof UnitColumns>, string>>,
    Partial<UnitColumns> {
  /** Why the proposed cells say what they say. */
  readonly reasons: DraftRow['reasons'];
  /** A person stands for the row: its cells are no longer marked as proposals. */
  readonly confirmed?: boolean;
}

/** A document with a ledger row; or with hints (Q, R) or breaches alone: then `row` is null and it has no number. */
export interface LedgerDocument {
  /** 《…》（文号）, or the file's path. */
  readonly name: string;
  readonly source: string;
  readonly row: FormRow | null;
  /**
   * By which the row is known again when the workbook comes back edited. Where any document has one, the workbook has a
   * hidden column 行标识 for it. Must not begin as a formula does.
   */
  readonly identity?: string;
  readonly evidence: readonly LedgerEvidence[];
  readonly breaches: readonly Breach[];
}

/** A file and what became of it. */
export interface LedgerFile extends FileOutcome {
  /** Documents found in it. */
  readonly documents: number;
  /** Labels of any of its documents. */
  readonly labels: readonly Label[];
  /** How it was read, above all what of it was not. */
  readonly notes: readonly ReadingNote[];
}

export interface LedgerInput {
  readonly form: LedgerForm;
  readonly profile: UnitProfile;
  /** 填报日期, ISO. Left blank for the pen where absent: a report never reads the clock. */
  readonly date?: string;
  /** Everything that is printed says that it is a draft (草稿). */
  readonly draft?: boolean;
  /** Stands in the file's properties (备注) and is not printed, such as how far the log of decisions went. */
  readonly remark?: string;
  /** Documents with a row or with evidence, in the order that the rows are to be numbered. */
  readonly documents: Pass<LedgerDocument>;
  /** Every file found. */
  readonly files: Pass<LedgerFile>;
}
