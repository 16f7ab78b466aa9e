import type { LedgerField, ReadDocument, ReadUnit } from '../../model/index.js';

/** What the plan takes of a ledger row, in the words in which a person has left it. `RowDecision.cells` is one. */
export type PlanRow = Readonly<
  Record<
    Extract<
      LedgerField,
      | 'document'
      | 'summary'
      | 'nationalBasis'
      | 'localBasis'
      | 'basisContent'
      | 'disposal'
      | 'completion'
      | 'responsibleUnit'
      | 'responsiblePerson'
    >,
    string
  >
>;

/** A document as it stands after a person's decisions: findings that were rejected are not in it. */
export interface PlanSource {
  /** The file's path. */
  readonly source: string;
  readonly document: ReadDocument;
  /** null where the document has no row: then only what breaks a rule makes an item. */
  readonly row: PlanRow | null;
  /** Whether a passage only says why the document is made; such passages need no ground. */
  readonly isPurpose: (unit: ReadUnit) => boolean;
}

/** What has to be mended in one provision. Texts are final words; 待核实 stands for what nobody knows yet. */
export interface PlanItem {
  /** 《…》（文号）, or the file's path. */
  readonly document: string;
  readonly source: string;
  /** 第十二条; 全文 where the row alone speaks of the document. */
  readonly place: string;
  /** The provision's own words, cut with …… where they are long. */
  readonly quotation: string;
  /** Each with the rule's article. */
  readonly problems: readonly string[];
  /** The grounds that the provision cites with what was found of them, else what the ledger says. */
  readonly basis: readonly string[];
  readonly measures: readonly string[];
  /** As the ledger has it: 保留, 修订, 立法, 废止; 待核实 where nobody has said. */
  readonly disposal: string;
  readonly completion: string;
  readonly responsibleUnit: string;
  readonly responsiblePerson: string;
}

export const UNKNOWN = '待核实';

/** The cell's words without blanks at the ends; 待核实 for an empty one. */
export const known = (cell: string | undefined): string => cell?.trim() || UNKNOWN;
