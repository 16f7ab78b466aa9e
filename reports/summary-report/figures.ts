import type { Disposal, Label, YesNo } from '../../model/index.js';
import type { KindFigures, YearFlags } from '../charts/figures.js';

/** A file that could not be read. */
export interface UnreadFile {
  /** The path below the scanned folder, with '/'. */
  readonly source: string;
  /** Why, in Chinese without full stop: Reason.message. */
  readonly reason: string;
  /** A person has looked into it (已人工查阅). */
  readonly looked: boolean;
  /** What that person wrote; ''. */
  readonly note: string;
}

/** One row of the ledger, decisions taken in. */
export interface SummaryRow {
  /** 《…》（文号）, or the file's path. */
  readonly document: string;
  readonly source: string;
  /** As a person left it; '' where nobody has said. */
  readonly disposal: Disposal | '';
  readonly completion: string;
  readonly responsibleUnit: string;
  readonly state: 'pending' | 'confirmed' | 'conflict';
  /** Who confirmed the row last, and when (ISO 8601 with zone); both '' where nobody has. */
  readonly confirmedBy: string;
  readonly confirmedAt: string;
}

/** What one person has confirmed. */
export interface Confirmations {
  readonly who: string;
  /** Rows that stand confirmed by this person; rows confirmed and taken back are not among them. */
  readonly rows: number;
  /** The first and the last of these confirmations, ISO 8601 with zone. */
  readonly firstAt: string;
  readonly lastAt: string;
}

/** How far two reviewers who did not see each other's decisions came to the same. */
export interface Agreement {
  readonly first: string;
  readonly second: string;
  /** Decisions that both made, and those of them that are the same. */
  readonly compared: number;
  readonly same: number;
  /** Cohen's κ over `compared`; null where it is not defined (nothing compared, or no disagreement by chance possible). */
  readonly kappa: number | null;
}

/**
 * Everything that the summary report says in numbers. Nothing is estimated: a figure that is not known exactly has no
 * place here. `figureFaults` says which sums must hold; `writeSummaryReport` refuses figures that do not add up.
 */
export interface SummaryFigures {
  /** 填报单位; '' leaves room for the pen. */
  readonly unit: string;
  /** Date of the report, ISO; room for the pen where null. */
  readonly date: string | null;
  /** Every page says that it is a draft (草稿). */
  readonly draft: boolean;
  /** Version of the program. */
  readonly version: string;
  /** Statutes whose wording was at hand for checking; 0 where there was no library. */
  readonly statutes: number;

  /** Files found = read + left out by rule (duplicates, hidden, temporary …) + those that could not be read. */
  readonly filesFound: number;
  readonly filesRead: number;
  readonly filesByRule: number;
  /** Every file that could not be read, also those that a person has looked into, by path. */
  readonly unreadFiles: readonly UnreadFile[];
  /** Of the read ones, those of which a part was not read. */
  readonly filesPartlyRead: number;

  /** Documents in the files that were read; one file may hold several. */
  readonly documents: number;
  /** Documents by label, rejected findings left out and added ones counted; a document may count in several. */
  readonly documentsByLabel: Readonly<Record<Label, number>>;
  /** Documents of which a person has said that they do not belong in the ledger. */
  readonly documentsExcluded: number;
  /** Documents by label and year of issue. */
  readonly years: readonly YearFlags[];
  /** Provisions by kind of measure. */
  readonly kinds: KindFigures;

  /** Every row, in the order of the ledger; all counts of rows follow from it, but for those of basis. */
  readonly rows: readonly SummaryRow[];
  /** Rows by both answers; cells with other words count as 待核实. Each sums up to the number of rows. */
  readonly national: Readonly<Record<YesNo, number>>;
  readonly local: Readonly<Record<YesNo, number>>;
  /** Rows that say 否 to both. */
  readonly rowsWithoutBasis: number;

  /** Findings of rules that nobody has set aside, by severity; and those that were set aside with a reason. */
  readonly breachErrors: number;
  readonly breachWarnings: number;
  readonly breachNotes: number;
  readonly breachesSetAside: number;
  /** Errors and warnings by the article that they rest on, most first. */
  readonly breachesByArticle: readonly { readonly article: string; readonly count: number }[];

  /** Findings of the tool = confirmed + rejected + undecided; added: labels that only a person has given. */
  readonly findingsProposed: number;
  readonly findingsConfirmed: number;
  readonly findingsRejected: number;
  readonly findingsUndecided: number;
  readonly findingsAdded: number;
  /** Cells whose words a person has changed, by the column's heading; columns without any are left out. */
  readonly cellsEdited: readonly { readonly column: string; readonly count: number }[];
  /** Passages of recognised text that a person has corrected. */
  readonly wordsCorrected: number;
  /** null where there was no second reviewer. */
  readonly agreement: Agreement | null;
  /** By person, in the order of their first confirmation. */
  readonly confirmations: readonly Confirmations[];

  /** Entries of the log of decisions, the hash of its last one ('' for an empty log), and whether the chain holds. */
  readonly logEntries: number;
  readonly logHead: string;
  readonly logIntact: boolean;
}
