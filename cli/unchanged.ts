import type { UnitProfile } from '../model/index.js';
import type { SuppressionEntry, Versions } from '../pipeline/index.js';
import { findSummary, type Store } from '../store/index.js';
import type { CopyTarget } from './copy.js';
import { fingerprintOf, printOf } from './fingerprint.js';
import { isUpToDate } from './outputs.js';

export const LEDGER = '台账.xlsx';
export const RESULTS = 'results.jsonl';

/** A finished scan and what to write of it. */
export interface ReportRequest {
  readonly store: Store;
  readonly collection: string;
  readonly scan: number;
  /** Of the stages behind the scan. */
  readonly versions: Versions;
  /** The output folder. */
  readonly folder: string;
  /** Where the database lies, for the user to know; absent for a server. */
  readonly database?: string;
  readonly form: 'national' | 'district';
  readonly profile: UnitProfile;
  readonly allProvisions: boolean;
  /** Statutes in the user's library; 0 where there is none. */
  readonly statutes: number;
  /** What a person has set aside: entries, of which each pass over the analyses marks what they mean. */
  readonly suppressed: readonly SuppressionEntry[];
  /** Where another copy of the JSON lines goes. */
  readonly jsonl?: CopyTarget;
}

/** What each output is made from, in short. */
export interface Fingerprints {
  readonly ledger: string;
  readonly results: string;
  readonly summary: string;
  readonly allReused: boolean;
}

/** The fingerprints of a scan's outputs. */
export const fingerprintsOf = async (request: ReportRequest): Promise<Fingerprints> => {
  const { store, scan, versions, folder, database, form, profile, allProvisions, suppressed, jsonl } =
    request;
  const { print, allReused } = await printOf(store, scan);
  const ledger = fingerprintOf(versions, 'ledger', print, form, profile, suppressed);
  const results = fingerprintOf(versions, 'results', print, allProvisions, profile, suppressed);
  const summary = fingerprintOf(versions, 'summary', ledger, results, folder, database ?? '', jsonl ?? null);
  return { ledger, results, summary, allReused };
};

/**
 * The summary of a scan that changed nothing, whose outputs stand as they were written; null where something is to
 * be done. Saves reading every analysis, and loading what writes workbooks.
 */
export const unchangedSummary = async (
  request: ReportRequest,
  prints: Fingerprints,
): Promise<string | null> => {
  if (!prints.allReused || request.jsonl !== undefined) return null;
  const said = await findSummary(request.store, request.collection, prints.summary);
  if (said === null) return null;
  const ledger = await isUpToDate({ ...request, name: LEDGER, fingerprint: prints.ledger });
  const results = await isUpToDate({ ...request, name: RESULTS, fingerprint: prints.results });
  return ledger && results ? said : null;
};
