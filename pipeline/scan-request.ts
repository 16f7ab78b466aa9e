import type { Store } from '../store/index.js';
import type { TrainedModel } from './model-file.js';
import type { WorkLimits } from './pool.js';
import type { Reading } from './work.js';

/** What to scan, where to keep it, and how much a file may take. */
export interface ScanRequest {
  /** Folders and files. */
  readonly roots: readonly string[];
  /** The output folder: what the tool wrote there is not read. */
  readonly output: string;
  /** Absolute real paths of further files that the scan writes. */
  readonly ownFiles?: readonly string[];
  readonly store: Store;
  /** The store's name for what this output folder reports on. */
  readonly collection: string;
  readonly limits: WorkLimits;
  readonly reading: Omit<Reading, 'model'>;
  /** The user's own model; absent for the one that comes with the program. */
  readonly model?: TrainedModel;
  /** Stops the scan after the files that are under way. */
  readonly signal?: AbortSignal;
  /** Called with the number of files in the folders, and again with that of files found packed in them. */
  readonly onFound?: (more: number) => void;
  /** Called for each file that has got its result. */
  readonly onFile?: (done: number, source: string) => void;
}

/** The same once the model lies where reading processes find it. */
export type ReadyRequest = Omit<ScanRequest, 'reading' | 'model'> & { readonly reading: Reading };
