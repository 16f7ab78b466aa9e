import type { FileAnalysis, FileFormat, Manuscript, Reason } from '../model/index.js';
import { unpack } from '../store/index.js';
import { DEFAULT_LIMITS, WorkerPool, type WorkLimits } from './pool.js';

/** What each stage made of one file. */
export interface SingleFile {
  readonly format: FileFormat;
  readonly manuscript: Manuscript | null;
  readonly analysis: FileAnalysis | null;
  /** Why there is no analysis. */
  readonly reason: Reason | null;
}

/** Takes one file the whole way, in a worker and under the limits of a scan, without a store. */
export const readSingle = async (
  bytes: Uint8Array,
  limits: WorkLimits = { ...DEFAULT_LIMITS, workers: 1 },
): Promise<SingleFile> => {
  const pool = new WorkerPool(limits);
  try {
    const { format, manuscript, analysis, reason } = await pool.run({ from: 'bytes', bytes });
    return {
      format,
      manuscript: manuscript?.data ? unpack<Manuscript>(manuscript.data) : null,
      analysis: analysis ? unpack<FileAnalysis>(analysis.data) : null,
      reason: reason ?? null,
    };
  } finally {
    await pool.close();
  }
};
