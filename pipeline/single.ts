import {
  DEFAULT_FILE_LIMITS,
  type FileAnalysis,
  type FileFormat,
  type Manuscript,
  type PackedFile,
  type Reason,
} from '../model/index.js';
import { unpack } from '../store/index.js';
import { DEFAULT_LIMITS, WorkerPool, type WorkLimits } from './pool.js';
import type { Reading } from './work.js';

/** What each stage made of one file. */
export interface SingleFile {
  readonly format: FileFormat;
  readonly manuscript: Manuscript | null;
  readonly analysis: FileAnalysis | null;
  /** Why there is no analysis. */
  readonly reason: Reason | null;
  /** What is packed inside an archive or mail. */
  readonly members: readonly PackedFile[];
}

/**
 * Takes one file the whole way, in a process of its own and under the limits of a scan, without a store. What is
 * packed inside is named, not read.
 *
 * @param name the file's, without folders.
 * @param to `manuscript` where only the text is wanted: then there is no analysis.
 */
export const readSingle = async (
  bytes: Uint8Array,
  name: string,
  reading: Reading = { limits: DEFAULT_FILE_LIMITS, ocr: true },
  limits: WorkLimits = { ...DEFAULT_LIMITS, workers: 1 },
  to?: 'manuscript',
): Promise<SingleFile> => {
  const pool = new WorkerPool(limits);
  try {
    const result = await pool.run({
      from: 'bytes',
      bytes,
      name,
      reading,
      unpacking: 'name',
      ...(to && { to }),
    });
    const { format, manuscript, analysis, reason, members } = result;
    return {
      format,
      manuscript: manuscript?.data ? unpack<Manuscript>(manuscript.data) : null,
      analysis: analysis ? unpack<FileAnalysis>(analysis.data) : null,
      reason: reason ?? null,
      members: members ?? [],
    };
  } finally {
    pool.close();
  }
};
