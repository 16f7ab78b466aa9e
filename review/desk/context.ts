import type { LedgerForm, UnitProfile } from '../../model/index.js';
import type { PageImages, Reading, Reanalysis, readSingle, SuppressionEntry } from '../../pipeline/index.js';
import type { MeaningOf } from '../../reports/index.js';
import type { Store } from '../../store/index.js';

/** What the desk works with. */
export interface DeskContext {
  readonly store: Store;
  /** The store's name for what the output folder reports on. */
  readonly collection: string;
  /** With what files are analysed again once a person has corrected words or labels. */
  readonly reading: Reading;
  readonly reanalysis: Pick<Reanalysis, 'analyseAgain'>;
  readonly images: Pick<PageImages, 'page'>;
  /** Reads a workbook of a stranger; `readSingle` by default, which does it in a process of its own. */
  readonly readFile?: typeof readSingle;
  readonly profile: UnitProfile;
  readonly form: LedgerForm;
  readonly meaningOf: MeaningOf;
  /** What a person has set aside of the rules' findings, as for the scan. */
  readonly suppressed: readonly SuppressionEntry[];
  /** Of the program. */
  readonly version: string;
  /** ISO 8601, now. */
  readonly clock: () => string;
}
